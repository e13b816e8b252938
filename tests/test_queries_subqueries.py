"""COLLECT { } and COUNT { RETURN DISTINCT } mean the same on both engines."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest
import yaml

from agreement.compare import Member, Told
from agreement.minimise import Pair
from agreement.random_graphs import random_graph
from agreement.random_queries import Query
from graph.batch import Batch, Link, batch_of
from graph.store import Parameter
from neo4j_server import Neo4jServer
from queries.lint import lint
from support_neo4j import wipe

SEEDS, OFTEN = range(24), 0.5
PLACED = ("Intervention", "Country", "Passage")
NEVER_FULL = {"limit 0"}


class Case(TypedDict):
    """A query of the file beside this one."""

    name: str
    query: str
    bags: NotRequired[list[str]]
    parameters: NotRequired[Mapping[str, Parameter]]


CASES: list[Case] = yaml.safe_load(Path(__file__).with_name("subqueries.yaml").read_text("utf-8"))


def asked(case: Case) -> Query:
    return Query(case["query"], case.get("parameters", {}), frozenset())


def rows(case: Case, told: Told) -> list[list[Member]]:
    """Return what an engine gave; rows are in no order, nor are the lists in the bags."""
    bags = [name in case.get("bags", []) for name in told.columns]
    found = [list(map(settled, row, bags)) for row in told.rows]
    return sorted(found, key=repr)


def settled(cell: Member, bag: bool) -> Member:  # noqa: FBT001  given by map
    return sorted(cell, key=repr) if bag and isinstance(cell, list) else cell


def placed(seed: int) -> Batch:
    """Return a random graph whose interventions happened in some of its countries."""
    graph, draw = random_graph(seed), random.Random(seed)  # noqa: S311  a graph, no secret
    ids = {label: [n.id for n in graph.nodes if n.label == label] for label in PLACED}
    said = (ids["Passage"][0],)
    links = [
        Link("IN_COUNTRY", intervention, country, {}, said)
        for intervention in ids["Intervention"]
        for country in ids["Country"]
        if draw.random() < OFTEN
    ]
    return batch_of(graph.nodes, [*graph.links, *links])


@pytest.fixture
def pair(neo4j_server: Neo4jServer) -> Iterator[Pair]:
    """Both engines, for graphs of this test's own."""
    wipe(neo4j_server)
    both = Pair(neo4j_server)
    yield both
    both.close()
    wipe(neo4j_server)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_subquery_of_the_dialect_passes_the_lint(case: Case) -> None:
    assert lint(case["query"]) == ()


def test_subqueries_give_the_same_rows_on_random_graphs(pair: Pair) -> None:
    full = set(NEVER_FULL)
    for graph in (Batch(), *map(placed, SEEDS)):
        pair.load(graph)
        for case in CASES:
            reference, found = pair.told(asked(case))
            assert (reference.refused, found.refused) == ("", ""), case["name"]
            assert rows(case, reference) == rows(case, found), case["name"]
            if any(all(cell not in ([], None, 0) for cell in row) for row in reference.rows):
                full.add(case["name"])
    assert full == {case["name"] for case in CASES}
