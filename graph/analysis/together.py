"""Who worked with whom, how closely, and the groups that this falls into."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graph.analysis.network import Network
from graph.batch import Link

SEED: Final = 1
UNIT: Final = math.lcm(*range(1, 21))
"""Distances are whole numbers of this part of one, so that sums do not hang on their order."""


@dataclass(frozen=True)
class Together:
    """The actors that took part in something, in the order of their ids, and who of them met.

    The nodes of `graph` are places in `ids`: sets of numbers, unlike sets of texts, have the same
    order in every process. A link has a `weight`, how closely two worked together, and a
    `distance`, its inverse.
    """

    ids: tuple[str, ...]
    graph: nx.Graph[int]

    def strength(self, place: int, among: Sequence[int] | None = None) -> float:
        """Return how closely an actor worked with all others, or with those `among`."""
        kept = None if among is None else set(among)
        near = self.graph[place].items()
        return math.fsum(d["weight"] for other, d in near if kept is None or other in kept)


def together(network: Network) -> Together:
    """Return the actors of a network, linked where they took part in the same intervention.

    The weight is Newman's: each shared intervention adds 1 / (its actors - 1), so that one with
    ten actors does not make all of them close. Its inverse is the distance of a shortest path.
    M. E. J. Newman, Scientific collaboration networks. II, Physical Review E 64, 016132 (2001).
    """
    ids = tuple(sorted(network.parts_of))
    places = {id_: place for place, id_ in enumerate((*ids, *sorted(network.parts_in)))}
    both: nx.Graph[int] = nx.Graph()
    both.add_nodes_from(places.values())
    pairs = {(part.source, part.target) for parts in network.parts_of.values() for part in parts}
    both.add_edges_from(sorted((places[actor], places[story]) for actor, story in pairs))
    met = nx.bipartite.collaboration_weighted_projected_graph(both, range(len(ids)))
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    for one, other in sorted(met.edges):
        weight = float(met[one][other]["weight"])
        graph.add_edge(one, other, weight=weight, distance=round(UNIT / weight))
    return Together(ids, graph)


def groups(met: Together) -> tuple[tuple[int, ...], ...]:
    """Return the groups of actors that work together, the largest first; some hold one actor.

    The method of Louvain, with a fixed seed: V. D. Blondel, J.-L. Guillaume, R. Lambiotte,
    E. Lefebvre, Fast unfolding of communities in large networks, J. Stat. Mech. P10008 (2008).
    """
    found = nx.community.louvain_communities(met.graph, weight="weight", seed=SEED)
    return tuple(sorted((tuple(sorted(group)) for group in found), key=lambda g: (-len(g), g)))


def shared_with(network: Network, actor: str) -> tuple[Link, ...]:
    """Return the parts in the interventions that an actor shares with others, its own first."""
    stories = [one for one in network.interventions(actor) if len(_actors(network, one)) > 1]
    parts = [part for story in stories for part in network.parts_in[story]]
    return tuple(sorted(parts, key=lambda part: (part.target, part.source != actor)))


def _actors(network: Network, intervention: str) -> set[str]:
    return {part.source for part in network.parts_in[intervention]}
