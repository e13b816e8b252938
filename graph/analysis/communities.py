"""Communities of practice: groups of actors that work together, and what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graph.analysis.network import Network
from graph.analysis.together import Together, groups, together
from graph.batch import Link

SHOWN: Final = 5
Share = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Community:
    """A group: its members, the best connected first, and the interventions of two or more of them.

    Countries and strategies are the most frequent, each with its number of these interventions;
    `facts` say who took part in them, where they were and what they applied.
    """

    members: tuple[str, ...]
    interventions: tuple[str, ...]
    countries: tuple[Share, ...]
    strategies: tuple[Share, ...]
    facts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Communities:
    """One of many possible partitions, its modularity, and how many actors stand alone.

    Modularity has many partitions near its best and cannot see small groups: S. Fortunato,
    Community detection in graphs, Physics Reports 486 (2010); B. H. Good, Y.-A. de Montjoye,
    A. Clauset, Performance of modularity maximization, Physical Review E 81, 046106 (2010).
    """

    communities: tuple[Community, ...]
    modularity: float
    alone: int


def communities(network: Network) -> Communities:
    """Return the groups of two or more actors, the largest first."""
    met = together(network)
    every = groups(met)
    met_at_all = met.graph.number_of_edges() > 0
    modularity = nx.community.modularity(met.graph, list(map(set, every))) if met_at_all else 0.0
    found = tuple(_community(network, met, group) for group in every if len(group) > 1)
    return Communities(found, modularity, sum(len(group) == 1 for group in every))


def _community(network: Network, met: Together, group: tuple[int, ...]) -> Community:
    ranked = sorted(group, key=lambda place: (-met.strength(place, group), place))
    members = tuple(met.ids[place] for place in ranked)
    parts = [part for member in members for part in network.parts_of[member]]
    held = Counter(story for story, _ in {(part.target, part.source) for part in parts})
    stories = tuple(sorted(story for story, count in held.items() if count > 1))
    where = [link for story in stories for link in network.said("IN_COUNTRY", story)]
    how = [link for story in stories for link in network.said("APPLIED", story)]
    countries, strategies = _most(where), _most(how)
    kept = {id_ for id_, _ in (*countries, *strategies)}
    told = [link for link in (*where, *how) if link.target in kept]
    facts = [part for part in parts if part.target in set(stories)]
    return Community(members, stories, countries, strategies, (*facts, *told))


def _most(links: Iterable[Link]) -> tuple[Share, ...]:
    counted = Counter(link.target for link in links)
    return tuple(sorted(counted.items(), key=lambda share: (-share[1], share[0]))[:SHOWN])
