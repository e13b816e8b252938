"""The kept differences: small cases in which the embedded engine gives wrong rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypeAlias, TypedDict

import yaml

from agreement.compare import Member, Told, agree
from agreement.random_queries import Query
from graph.batch import Batch, Link, Node, Properties, Value
from graph.store import Parameter

FILE = Path(__file__).with_name("differences.yaml")
Held: TypeAlias = Mapping[str, Value | list[str]]
_Node: TypeAlias = tuple[str, str] | tuple[str, str, Held]
_Link: TypeAlias = tuple[str, str, str] | tuple[str, str, str, Held, list[str]]
Answer: TypeAlias = list[list[Member]] | str
"""Rows, or the beginning of what is said when a query is refused."""


@dataclass(frozen=True)
class Kept:
    """A query on a graph, how each engine answers it, and the rule that refuses it."""

    name: str
    rule: str
    graph: Batch
    query: Query
    neo4j: Answer
    embedded: Answer


class _Case(TypedDict):
    name: str
    rule: str
    nodes: NotRequired[list[_Node]]
    links: NotRequired[list[_Link]]
    query: str
    parameters: NotRequired[Mapping[str, Parameter]]
    neo4j: Answer
    embedded: Answer


def kept() -> list[Kept]:
    """Return all kept differences."""
    cases: list[_Case] = yaml.safe_load(FILE.read_text("utf-8"))
    return [
        Kept(
            case["name"],
            case["rule"],
            Batch(
                tuple(_node(*node) for node in case.get("nodes", [])),
                tuple(_link(*link) for link in case.get("links", [])),
            ),
            Query(case["query"], case.get("parameters") or {}, frozenset()),
            case["neo4j"],
            case["embedded"],
        )
        for case in cases
    ]


def is_answer(case: Kept, stated: Answer, told: Told) -> bool:
    """Tell whether an engine still answers as the case says."""
    if isinstance(stated, str) or told.refused:
        return bool(told.refused) and isinstance(stated, str) and stated in told.refused
    rows = tuple(tuple(row) for row in stated)
    return agree(case.query, Told(told.columns, rows), told)


def _node(label: str, id_: str, held: Held | None = None) -> Node:
    return Node(label, id_, _properties(held or {}))


def _link(
    type_: str,
    source: str,
    target: str,
    held: Held | None = None,
    passages: list[str] | None = None,
) -> Link:
    return Link(type_, source, target, _properties(held or {}), tuple(passages or ()))


def _properties(held: Held) -> Properties:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in held.items()}
