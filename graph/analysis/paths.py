"""How two actors are connected: through interventions that both ends of a step belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Final

import networkx as nx

from graph.analysis.network import Network
from graph.batch import Link, grouped
from graph.errors import SeamError

LONGEST: Final = 6
MOST: Final = 20
LIMIT: Final = 12
WALKS: Final = 50_000
"""How many walks are looked at before the search is cut: hubs have more than anyone reads."""


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of a path from one node to the next, and every fact that links the two."""

    source: str
    target: str
    facts: tuple[Link, ...]


Path = tuple[Hop, ...]
Walk = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths between two actors, by length, then by ids.

    `shortest` counts the links of the shortest path, None if there is none; `parts` the actors
    that each end is connected to in any way, itself included; `cut` tells that more paths exist.
    """

    start: str
    end: str
    paths: tuple[Path, ...]
    shortest: int | None
    parts: tuple[int, int]
    cut: bool


def paths(  # noqa: PLR0913  what a search needs, by name
    network: Network,
    start: str,
    end: str,
    *,
    longest: int = LONGEST,
    most: int = MOST,
    every: bool = False,
) -> Paths:
    """Return the shortest paths between two actors, with `every` all simple ones.

    A path goes from actor to intervention to actor, or from an actor to one that it became or
    was. No path is longer than `longest` links, and at most `most` are returned.
    """
    _check(start, end, longest, most)
    graph = _graph(network)
    ends = network.known_actor(start), network.known_actor(end)
    parts = _actors_around(network, graph, start), _actors_around(network, graph, end)
    try:
        shortest = int(nx.shortest_path_length(graph, *ends))
    except nx.NetworkXNoPath:
        return Paths(start, end, (), None, parts, cut=False)
    last = longest if every else min(shortest, longest)
    walks = chain.from_iterable(
        _walks(graph, start, end, length) for length in range(shortest, last + 1)
    )
    found, cut = _first(walks, most)
    facts = grouped(_hops(network), lambda link: frozenset((link.source, link.target)))
    told = tuple(
        tuple(Hop(a, b, tuple(facts[frozenset((a, b))])) for a, b in pairwise(walk))
        for walk in found
    )
    return Paths(start, end, told, shortest, parts, cut)


def _check(start: str, end: str, longest: int, most: int) -> None:
    if start == end:
        raise SeamError(f"both ends are {start}; name two different actors")
    if not 1 <= longest <= LIMIT:
        raise SeamError(
            f"the longest path is {longest}; write 1 to {LIMIT}: longer ones connect nearly all"
        )
    if most < 1:
        raise SeamError(f"the most paths to show is {most}; write 1 or more")


def _hops(network: Network) -> Iterator[Link]:
    for parts in network.parts_of.values():
        yield from parts
    yield from network.successions


def _graph(network: Network) -> nx.Graph[str]:
    """Return actors and interventions, with the neighbours of each in the order of their ids."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(network.actors)
    pairs = {(link.source, link.target) for link in _hops(network)}
    graph.add_edges_from(sorted((min(pair), max(pair)) for pair in pairs))
    return graph


def _actors_around(network: Network, graph: nx.Graph[str], actor: str) -> int:
    return len(nx.node_connected_component(graph, actor) & set(network.actors))


def _first(walks: Iterator[Walk], most: int) -> tuple[list[Walk], bool]:
    """Return the first walks that are paths, and whether there are or may be more."""
    found: list[Walk] = []
    for walk in islice(walks, WALKS):
        if len(set(walk)) == len(walk):
            if len(found) == most:
                return found, True
            found.append(walk)
    return found, next(walks, None) is not None


def _walks(graph: nx.Graph[str], start: str, end: str, length: int) -> Iterator[Walk]:
    """Yield the walks of this length that touch each end once, in the order of the ids.

    The graph is unrolled: a node stands once for each step that it can be reached in, so that
    every way forward leads to the end and no time goes into ways that do not.
    """
    unrolled = _unrolled(graph, start, end, length)
    first, last = (0, start), (length, end)
    if last in unrolled:
        for steps in nx.all_simple_paths(unrolled, first, last, cutoff=length):
            yield tuple(node for _, node in steps)


def _unrolled(
    graph: nx.Graph[str], start: str, end: str, length: int
) -> nx.DiGraph[tuple[int, str]]:
    leads = [{end}]
    for _ in range(length - 1):
        leads.append({near for node in leads[-1] for near in graph[node]} - {start, end})
    unrolled: nx.DiGraph[tuple[int, str]] = nx.DiGraph()
    layer = [start]
    for step in range(length):
        pairs = [(node, near) for node in layer for near in graph[node] if near in leads[-1 - step]]
        unrolled.add_edges_from(((step, node), (step + 1, near)) for node, near in pairs)
        layer = list(dict.fromkeys(near for _, near in pairs))
    return unrolled
