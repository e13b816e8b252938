"""Who did similar things: actors by what was applied where they took part, and in which role."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from graph.analysis.network import Network
from graph.batch import Link

FEW: Final = 3
MOST: Final = 10
SHOWN: Final = 5
Profile = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Similar:
    """An actor like another, and why.

    `similarity` is 0 to 1; `strategies` are those of both, what weighs most first; `countries`
    those of both; `together` counts the interventions that both took part in; `few` tells that
    one of the two took part in fewer than three, so that likeness says little. `facts` say that
    both took part where the first of these strategies were applied.
    """

    actor: str
    similarity: float
    strategies: tuple[str, ...]
    countries: tuple[str, ...]
    interventions: int
    together: int
    few: bool
    facts: tuple[Link, ...]


def similar(
    network: Network, actor: str, *, most: int = MOST, apart: bool = False
) -> tuple[Similar, ...]:
    """Return the actors most like this one; with `apart` only those it never worked with.

    The measure is the cosine of two profiles. A profile counts, for the interventions of an
    actor, the strategies applied, the groups of their outcomes, and its roles; each count is
    weighted by the inverse frequency of what is counted, ln(actors / actors that have it), so
    that what all do says little and what few do says much. It is the weighting `tfc` of G.
    Salton, C. Buckley, Term-weighting approaches in automatic text retrieval, Information
    Processing and Management 24 (1988): well tried for sparse counts of unequal length, where
    plain sets (Jaccard) take the common for as telling as the rare.
    Actors that share no strategy are left out: there would be no reason to show.
    """
    every = profiles(network)
    own = every.get(network.known_actor(actor), {})
    mine = set(network.interventions(actor))
    ranked = sorted(
        (-round(closeness, 9), other)
        for other, profile in every.items()
        if other != actor and any(kind == "strategy" for kind, _ in own.keys() & profile.keys())
        if (closeness := cosine(own, profile)) > 0
        if not (apart and mine & set(network.interventions(other)))
    )
    return tuple(
        _similar(network, actor, other, -closeness, every) for closeness, other in ranked[:most]
    )


def profiles(network: Network) -> dict[str, Profile]:
    """Return the profile of every actor that took part in something, as a vector of length 1."""
    counts = {actor: Counter(_features(network, actor)) for actor in sorted(network.parts_of)}
    spread = Counter(feature for count in counts.values() for feature in count)
    weights = {feature: math.log(len(counts) / held) for feature, held in spread.items()}
    return {
        actor: _unit({feature: n * weights[feature] for feature, n in sorted(count.items())})
        for actor, count in counts.items()
    }


def cosine(one: Profile, other: Profile) -> float:
    """Return the cosine of two vectors of length 1."""
    return math.fsum(one[feature] * other[feature] for feature in one.keys() & other.keys())


def _features(network: Network, actor: str) -> Iterator[tuple[str, str]]:
    stories = network.interventions(actor)
    for story in stories:
        yield from (("strategy", id_) for id_ in network.reached("APPLIED", [story]))
        outcomes = network.reached("LED_TO", [story])
        groups = {str(network.nodes[id_].properties["group"]) for id_ in outcomes}
        yield from (("outcome", group) for group in groups)
    roles = {(part.target, str(part.properties["role"])) for part in network.parts_of[actor]}
    yield from (("role", role) for _, role in roles)


def _unit(vector: Profile) -> Profile:
    length = math.sqrt(math.fsum(value * value for value in vector.values()))
    return {feature: value / length for feature, value in vector.items() if value} if length else {}


def _similar(
    network: Network, actor: str, other: str, closeness: float, every: Mapping[str, Profile]
) -> Similar:
    mine, theirs = network.interventions(actor), network.interventions(other)
    weigh = {
        id_: every[actor][kind, id_] * every[other][kind, id_]
        for kind, id_ in every[actor].keys() & every[other].keys()
        if kind == "strategy"
    }
    strategies = tuple(sorted(weigh, key=lambda id_: (-round(weigh[id_], 9), id_)))
    where = network.reached("IN_COUNTRY", mine) & network.reached("IN_COUNTRY", theirs)
    return Similar(
        other,
        round(closeness, 3),
        strategies,
        tuple(sorted(where)),
        len(theirs),
        len(set(mine) & set(theirs)),
        min(len(mine), len(theirs)) < FEW,
        tuple(_reasons(network, (actor, other), strategies[:SHOWN])),
    )


def _reasons(
    network: Network, actors: tuple[str, str], strategies: tuple[str, ...]
) -> Iterator[Link]:
    applied: dict[str, list[Link]] = {}
    for actor in actors:
        for story in network.interventions(actor):
            links = [link for link in network.said("APPLIED", story) if link.target in strategies]
            if links:
                applied[story] = links
                yield from (p for p in network.parts_of[actor] if p.target == story)
    for links in applied.values():
        yield from links
