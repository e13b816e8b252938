"""What of a node's surroundings is drawn: its neighbours, and those of the nodes that were opened.

When there are more than fit, those come first that most independent sources tell of; years are
left to the card, and nothing is opened that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from queries.lookups import Fact, Thing

MOST: Final = 150
UNDRAWN: Final = frozenset({"Year"})

Facts = Callable[[str], Sequence[Fact]]
Told = Callable[[Fact], int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Nodes and links to draw, how many nodes there are in all, and which of them are open."""

    nodes: tuple[Thing, ...]
    links: tuple[Fact, ...]
    total: int
    opened: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Near:
    """A neighbour, the facts that lead to it, and how many independent sources tell the best."""

    node: Thing
    facts: tuple[Fact, ...]
    told: int


def surroundings(
    start: Thing, opened: Iterable[str], facts: Facts, told: Told, most: int = MOST
) -> Surroundings:
    """Choose what is drawn around `start`; only what is drawn already can be opened."""
    nodes = {start.id: start}
    links: dict[str, Fact] = {}
    every = {start.id}
    done: list[str] = []
    for centre in (start.id, *opened):
        if centre not in nodes or centre in done:
            continue
        done.append(centre)
        for near in _neighbours(centre, facts(centre), told):
            every.add(near.node.id)
            if near.node.id in nodes or len(nodes) < most:
                nodes[near.node.id] = near.node
                links |= {link_id(fact): fact for fact in near.facts}
    return Surroundings(tuple(nodes.values()), tuple(links.values()), len(every), tuple(done[1:]))


def link_id(fact: Fact) -> str:
    """Return an id that tells a link from all others between the same two nodes."""
    parts = (fact.source.id, fact.type, fact.target.id, fact.direction, fact.detail)
    return "|".join(part for part in parts if part)


def _neighbours(centre: str, facts: Sequence[Fact], told: Told) -> list[_Near]:
    held: dict[str, list[Fact]] = {}
    ends: dict[str, Thing] = {}
    for fact in facts:
        other = fact.target if fact.source.id == centre else fact.source
        if other.label not in UNDRAWN and other.id != centre:
            ends[other.id] = other
            held.setdefault(other.id, []).append(fact)
    near = [_Near(ends[id_], tuple(some), max(map(told, some))) for id_, some in held.items()]
    return sorted(near, key=lambda n: (-n.told, n.node.caption.casefold(), n.node.id))
