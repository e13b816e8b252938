"""`seam proof`: the passages that say what the graph says."""

from __future__ import annotations

import argparse
import textwrap
from contextlib import closing

from graph.errors import SeamError
from graph.model import MODEL
from graph.store import Store
from queries.lookups import (
    Fact,
    Proof,
    facts_between,
    facts_of,
    passages_in,
    proofs,
    thing,
)
from ui.settings import settings

WIDTH = 96


def proof(options: argparse.Namespace) -> int:
    """Print the facts of a node, or of a link, each with its passages."""
    if options.link and not options.target:
        raise SeamError("a link needs its other end; write seam proof FROM LINK TO")
    with closing(settings(options.store).open()) as store:
        if options.link:
            _print_link(store, options.source, options.link, options.target)
        else:
            _print_node(store, options.source)
    return 0


def _print_node(store: Store, id_: str) -> None:
    found = thing(store, id_)
    print(f"{found.caption}  ({found.label}, {found.id})")
    if found.label == "Passage":
        _print_passages(proofs(store, [id_]))
    elif MODEL.root(found.label) == "Source":
        _print_passages(proofs(store, passages_in(store, id_)))
    else:
        _print_facts(store, facts_of(store, id_))


def _print_link(store: Store, source: str, type_: str, target: str) -> None:
    facts = facts_between(store, source, type_, target)
    if not facts:
        raise SeamError(f"no link {type_} leads from {source} to {target}")
    _print_facts(store, facts)


def _print_facts(store: Store, facts: list[Fact]) -> None:
    said = {p.id: p for p in proofs(store, [p for fact in facts for p in fact.passages])}
    for fact in facts:
        words = (fact.source.id, fact.type, fact.target.id, fact.direction, fact.detail)
        print("\n" + "  ".join(word for word in words if word))
        _print_passages([said[p] for p in fact.passages])


def _print_passages(passages: list[Proof]) -> None:
    for passage in passages:
        print(textwrap.indent(textwrap.fill(passage.text, WIDTH - 4), "    "))
        where = (passage.title, passage.at, passage.published, f"voice: {passage.voice}")
        print(f"      {passage.id}  ({passage.kind})  " + ", ".join(word for word in where if word))
        if passage.url:
            print(f"      {passage.url}")
