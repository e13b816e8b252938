"""Who bridges communities: the actors through whom others are connected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graph.analysis.network import Network
from graph.analysis.together import SEED, Together, groups, shared_with, together
from graph.batch import Link

MANY: Final = 5_000
"""More actors, or more pairs of them that worked together, and betweenness is sampled."""
SAMPLE: Final = 200


@dataclass(frozen=True, slots=True)
class Bridge:
    """An actor with partners in more than one community.

    `betweenness` is the share of shortest paths between others that pass it, 0 to 1;
    `participation` how evenly its partners fall into communities, 0 to 1; `communities` how many
    they fall into; `examples` its closest partner in each, the largest community first;
    `separates` that without it some of the others would not be connected.
    """

    actor: str
    betweenness: float
    participation: float
    communities: int
    examples: tuple[str, ...]
    separates: bool
    interventions: int
    facts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Bridges:
    """The bridges, those with most betweenness first, of how many actors in how many communities.

    `sampled` is the number of actors whose shortest paths were counted, 0 if those of all were.
    """

    bridges: tuple[Bridge, ...]
    actors: int
    communities: int
    sampled: int


def bridges(network: Network) -> Bridges:
    """Return the actors that have partners in two communities or more.

    Betweenness: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry
    40 (1977); U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25
    (2001); in big graphs from a sample: U. Brandes, C. Pich, Centrality estimation in large
    networks, Int. J. Bifurcation and Chaos 17 (2007). Participation: R. Guimera, L. A. N. Amaral,
    Functional cartography of complex metabolic networks, Nature 433 (2005).
    """
    met = together(network)
    found = groups(met)
    big = max(len(met.ids), met.graph.number_of_edges()) > MANY
    sampled = SAMPLE if big and len(met.ids) > SAMPLE else 0
    counted = _Counted(
        network,
        met,
        {place: number for number, group in enumerate(found) for place in group},
        nx.betweenness_centrality(met.graph, k=sampled or None, weight="distance", seed=SEED),
        frozenset(nx.articulation_points(met.graph)),
    )
    spread = [place for place in met.graph if len(counted.touched(place)) > 1]
    ranked = sorted(spread, key=lambda place: (-round(counted.between[place], 9), place))
    rows = tuple(counted.bridge(place) for place in ranked)
    return Bridges(rows, len(met.ids), sum(len(group) > 1 for group in found), sampled)


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is counted once for all: the community of each actor, betweenness, who separates."""

    network: Network
    met: Together
    home: Mapping[int, int]
    between: Mapping[int, float]
    separating: frozenset[int]

    def touched(self, place: int) -> dict[int, int]:
        """Return the communities that the partners fall into, each with the closest one in it."""
        near = self.met.graph[place]
        ranked = sorted(near, key=lambda other: (near[other]["weight"], -other))
        return {self.home[other]: other for other in ranked}

    def bridge(self, place: int) -> Bridge:
        """Return all that is known of one actor."""
        actor, touched = self.met.ids[place], self.touched(place)
        near = Counter(self.home[other] for other in self.met.graph[place])
        return Bridge(
            actor,
            round(self.between[place], 3),
            round(1 - sum((count / near.total()) ** 2 for count in near.values()), 3),
            len(touched),
            tuple(self.met.ids[touched[number]] for number in sorted(touched)),
            place in self.separating,
            len(self.network.interventions(actor)),
            shared_with(self.network, actor),
        )
