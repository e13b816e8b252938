"""The casebook at a glance: what it holds, how outcomes point, and who tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import SELF_REPORTING
from graph.store import Store
from queries import lookups, overview
from queries.overview import Teller


@dataclass(frozen=True, slots=True)
class Voices:
    """Outcomes by direction: all of them, those told only by who ran it, those a watchdog tells."""

    all: Mapping[str, int]
    own: Mapping[str, int]
    watchdog: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Glance:
    """The numbers of the whole casebook, and who says each passage."""

    interventions: int
    countries: int
    actors: int
    sources: int
    passages: int
    voices: Voices
    tellers: Mapping[str, Teller]


def glance(store: Store) -> Glance:
    """Count the casebook."""
    tellers = overview.tellers(store)
    return Glance(
        lookups.count(store, "Intervention"),
        overview.countries_with_interventions(store),
        lookups.count(store, "Actor"),
        len({teller.origin for teller in tellers.values()}),
        len(tellers),
        voices(overview.outcomes(store), tellers),
        tellers,
    )


def voices(
    outcomes: Iterable[tuple[str, tuple[str, ...]]], tellers: Mapping[str, Teller]
) -> Voices:
    """Count directions of outcomes, by whose voices their passages are."""
    every, own, watchdog = Counter[str](), Counter[str](), Counter[str]()
    for direction, passages in outcomes:
        heard = {tellers[passage].voice for passage in passages if passage in tellers}
        every[direction] += 1
        own[direction] += heard <= set(SELF_REPORTING)
        watchdog[direction] += "watchdog" in heard
    return Voices(every, own, watchdog)


def independent(passages: Iterable[str], tellers: Mapping[str, Teller]) -> int:
    """Return how many independent sources say these passages."""
    return len({tellers[passage].origin for passage in passages if passage in tellers})


def self_told(passages: Iterable[str], tellers: Mapping[str, Teller]) -> bool:
    """Tell whether only companies, certifiers, NGOs or consultants say these passages."""
    heard = {tellers[passage].voice for passage in passages if passage in tellers}
    return bool(heard) and heard <= set(SELF_REPORTING)


def share(part: int, whole: int) -> int:
    """Return a share in whole percent."""
    return round(100 * part / whole) if whole else 0
