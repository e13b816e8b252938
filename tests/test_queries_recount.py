"""The answers counted a second time: from the YAML records in plain Python, without a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from graph.model import DIRECTIONS
from graph.store import Cell, Store, open_store
from queries.saved import MOST, question

DATA = Path(__file__).parents[1] / "data"
OWN_ACCOUNT = {"company", "certifier-or-initiative", "ngo", "consultancy"}
VERBS = ("took_part", "in_country", "applied", "led_to", "shaped_by")
NAMED = {"factors": "label"}
Record: TypeAlias = dict[str, Any]
Row: TypeAlias = dict[str, Cell]


@dataclass(frozen=True)
class Fact:
    """What a record says of an intervention, and the passages that say it."""

    intervention: str
    verb: str
    of: str
    role: str
    direction: str
    detail: str
    passages: frozenset[str]


@dataclass(frozen=True)
class Passage:
    """Whose voice speaks, and the source that it comes from in the end."""

    voice: str
    origin: str


@cache
def read(name: str) -> Record:
    """Return a record file."""
    return dict(yaml.load((DATA / name).read_text("utf-8"), yaml.CSafeLoader))


def by_id(name: str, kind: str) -> dict[str, Record]:
    return {record["id"]: record for record in read(name)[kind]}


def folder(name: str) -> Iterator[Record]:
    return (read(f"{name}/{path.name}") for path in sorted((DATA / name).glob("*.yaml")))


@cache
def passages() -> dict[str, Passage]:
    """Every passage of the casebook by its id."""
    found, sources = {}, by_id("sources.yaml", "sources")
    for case in folder("case_studies"):
        for passage in case["passages"]:
            source = sources[passage["source"]]
            origin = str(source.get("reports_on", source["id"]))
            found[f"{case['id']}/{passage['id']}"] = Passage(source["voice"], origin)
    for interview in folder("interviews"):
        for passage in interview["passages"]:
            id_ = f"{interview['id']}/{passage['id']}"
            found[id_] = Passage(interview["speaker"]["voice"], interview["source"])
    return found


@cache
def facts() -> tuple[Fact, ...]:
    """Every fact of the casebook that these recounts need."""
    found: list[Fact] = []
    for case in folder("case_studies"):
        for fact in case["facts"]:
            said = frozenset(f"{case['id']}/{passage}" for passage in fact["passages"])
            found += _facts(case["id"], fact, said)
    for interview in folder("interviews"):
        for passage in interview["passages"]:
            said = frozenset({f"{interview['id']}/{passage['id']}"})
            for fact in passage.get("facts", ()):
                found += _facts(fact.get("in"), fact, said)
    return tuple(found)


def _facts(intervention: str | None, fact: Record, said: frozenset[str]) -> Iterator[Fact]:
    detail = fact.get("detail") or fact.get("note") or ""
    for verb in VERBS:
        if intervention and verb in fact:
            role, direction = fact.get("as", ""), fact.get("direction", "")
            yield Fact(intervention, verb, fact[verb], role, direction, detail, said)


@cache
def told(verb: str) -> dict[str, tuple[Fact, ...]]:
    """The facts with this verb, by intervention."""
    found = defaultdict(list)
    for fact in facts():
        if fact.verb == verb:
            found[fact.intervention].append(fact)
    return defaultdict(tuple, {id_: tuple(of) for id_, of in found.items()})


def said_by(told_of: Iterable[Fact]) -> set[str]:
    return {passage for fact in told_of for passage in fact.passages}


def proof(told_of: Iterable[Fact]) -> Row:
    """The columns that every row ends with."""
    said = said_by(told_of)
    return {
        "sources": len({passages()[passage].origin for passage in said}),
        "passages": sorted(said),
    }


def own_account(said: set[str]) -> bool:
    return {passages()[passage].voice for passage in said} <= OWN_ACCOUNT


def going(direction: str, interventions: Iterable[str]) -> list[str]:
    """Those interventions that have an outcome in this direction."""
    return [
        id_ for id_ in interventions if any(f.direction == direction for f in told("led_to")[id_])
    ]


def outcomes(interventions: Iterable[str], *directions: str) -> list[Fact]:
    return [f for id_ in interventions for f in told("led_to")[id_] if f.direction in directions]


def with_verb(
    verb: str, interventions: Iterable[str], of: Iterable[str] | None = None
) -> list[Fact]:
    """The facts with this verb of these interventions, only those of these ends if given."""
    ends = None if of is None else set(of)
    return [f for id_ in interventions for f in told(verb)[id_] if ends is None or f.of in ends]


def where(interventions: Iterable[str]) -> set[str]:
    return {fact.of for fact in with_verb("in_country", interventions)}


def names(kind: str, ids: Iterable[str]) -> list[str]:
    """Names as people read them, from the registry of this kind."""
    return sorted(by_id(f"{kind}.yaml", kind)[id_][NAMED.get(kind, "name")] for id_ in ids)


@cache
def actors(kind: str) -> frozenset[str]:
    return frozenset(a["id"] for a in read("actors.yaml")["actors"] if a["kind"] == kind)


def users() -> dict[str, set[str]]:
    """The interventions that applied each strategy."""
    found: dict[str, set[str]] = {id_: set() for id_ in by_id("strategies.yaml", "strategies")}
    for fact in facts():
        if fact.verb == "applied":
            found[fact.of].add(fact.intervention)
    return found


@pytest.fixture(scope="module")
def casebook(casebook_store: str) -> Iterator[Store]:
    store = open_store(casebook_store)
    yield store
    store.close()


def answered(store: Store, name: str, *key: str, **given: str | int) -> dict[tuple[Cell, ...], Row]:
    """The rows of an answer by the columns of this key, which no two rows share."""
    asked = question(name)
    whole: dict[str, str | int] = {
        p.name: 10_000 for p in asked.header.parameters if p.name == MOST
    }
    rows = asked.run(store, whole | given).records()
    found = {tuple(row[column] for column in key): row for row in rows}
    assert len(found) == len(rows)
    return found


def agree(found: dict[tuple[Cell, ...], Row], counted: dict[tuple[str, ...], Row]) -> None:
    """Check that both have the same rows, as far as they were counted again."""
    assert found.keys() == counted.keys()
    for key, row in counted.items():
        assert {column: found[key][column] for column in row} == row, key


@pytest.mark.parametrize("least", [1, 3])
@pytest.mark.parametrize("role", ["", "funder"])
@pytest.mark.parametrize("company", ["", "anglogold-ashanti"])
def test_partnerships_that_worked(casebook: Store, company: str, role: str, least: int) -> None:
    parts = defaultdict(list)
    for part in facts():
        wanted = part.verb == "took_part" and part.of in actors("partner")
        beside = not company or with_verb("took_part", [part.intervention], [company])
        if wanted and beside and role in {"", part.role}:
            for country in where([part.intervention]):
                parts[part.of, country].append(part)
    counted = {key: _partnership(told_of) for key, told_of in parts.items()}
    agree(
        answered(
            casebook,
            "partnerships-that-worked",
            "partner_id",
            "country_id",
            company=company,
            role=role,
            least=least,
        ),
        {key: row for key, row in counted.items() if int(str(row["interventions"])) >= least},
    )


def _partnership(parts: list[Fact]) -> Row:
    done = {part.intervention for part in parts}
    own = [i for i in going("improved", done) if own_account(said_by(outcomes([i], "improved")))]
    return {
        "interventions": len(done),
        **{direction: len(going(direction, done)) for direction in DIRECTIONS},
        "self_reported": len(own),
        **proof([*parts, *outcomes(done, *DIRECTIONS)]),
    }


def test_who_works_with_whom(casebook: Store) -> None:
    shared = defaultdict(set)
    for id_, parts in told("took_part").items():
        for pair in combinations(sorted({part.of for part in parts}), 2):
            shared[pair].add(id_)
    counted: dict[tuple[str, ...], Row] = {
        pair: {
            "interventions": len(done),
            "countries": names("countries", where(done)),
            "improved": len(going("improved", done)),
            "worsened": len(going("worsened", done)),
            **proof(
                [
                    *with_verb("took_part", done, pair),
                    *with_verb("in_country", done),
                    *outcomes(done, "improved", "worsened"),
                ]
            ),
        }
        for pair, done in shared.items()
    }
    agree(answered(casebook, "who-works-with-whom", "a_id", "b_id", most=len(shared)), counted)


@pytest.mark.parametrize("least", [1, 2, 6])
def test_reused_strategies(casebook: Store, least: int) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for strategy, done in users().items():
        companies = with_verb("took_part", done, actors("company"))
        taking_part = {part.of for part in companies}
        if len(where(done)) < least:
            continue
        counted[strategy,] = {
            "interventions": len(done),
            "countries": len(where(done)),
            "country_names": names("countries", where(done)),
            "companies": len(taking_part),
            "company_names": names("actors", taking_part),
            "improved": len(going("improved", done)),
            "worsened": len(going("worsened", done)),
            **proof(
                [
                    *with_verb("applied", done, [strategy]),
                    *with_verb("in_country", done),
                    *companies,
                    *outcomes(done, "improved", "worsened"),
                ]
            ),
        }
    agree(answered(casebook, "reused-strategies", "strategy_id", least=least), counted)


def test_same_strategy_different_endings(casebook: Store) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for (strategy, done), outcome in product(users().items(), by_id("outcomes.yaml", "outcomes")):
        changes = [f for f in outcomes(done, "improved", "worsened") if f.of == outcome]
        better = {f.intervention for f in changes if f.direction == "improved"}
        worse = {f.intervention for f in changes if f.direction == "worsened"}
        if any(one != other for one, other in product(better, worse)):
            helped, hurt = ({f.of for f in with_verb("shaped_by", i)} for i in (better, worse))
            used = better | worse
            counted[strategy, outcome] = {
                "improved": len(better),
                "worsened": len(worse),
                "factors_improved": names("factors", helped - hurt),
                "factors_worsened": names("factors", hurt - helped),
                **proof(
                    [
                        *changes,
                        *with_verb("applied", used, [strategy]),
                        *with_verb("in_country", used),
                        *with_verb("shaped_by", used),
                    ]
                ),
            }
    found = answered(casebook, "same-strategy-different-endings", "strategy_id", "outcome_id")
    agree(found, counted)


@pytest.mark.parametrize("country", ["GHA", "PER", "MNG", "NOR"])
def test_untried_strategies(casebook: Store, country: str) -> None:
    countries = by_id("countries.yaml", "countries")
    near = {id_ for id_, c in countries.items() if c["region"] == countries[country]["region"]}
    counted: dict[tuple[str, ...], Row] = {
        (strategy,): {
            "elsewhere": len(done),
            "countries": len(where(done)),
            "improved": len(going("improved", done)),
            "worsened": len(going("worsened", done)),
            "region_uses": len([i for i in done if where([i]) & near]),
            "used_in": names("countries", where(done)),
            **proof(
                [
                    *with_verb("applied", done, [strategy]),
                    *with_verb("in_country", done),
                    *outcomes(done, "improved", "worsened"),
                ]
            ),
        }
        for strategy, done in users().items()
        if country not in where(done)
    }
    agree(answered(casebook, "untried-strategies", "strategy_id", country=country), counted)


@pytest.mark.parametrize("country", ["", "GHA"])
def test_told_only_by_those_who_ran_it(casebook: Store, country: str) -> None:
    changes = defaultdict(list)
    for change in facts():
        if change.verb == "led_to" and (not country or country in where([change.intervention])):
            changes[change.intervention, change.of, change.direction].append(change)
    counted: dict[tuple[str, ...], Row] = {
        key: {"details": _details(told_of), "voices": _voices(told_of), **proof(told_of)}
        for key, told_of in changes.items()
        if own_account(said_by(told_of))
    }
    found = answered(
        casebook,
        "told-only-by-those-who-ran-it",
        "intervention_id",
        "outcome_id",
        "direction",
        country=country,
    )
    agree(found, counted)


def _details(told_of: Iterable[Fact]) -> list[str]:
    return sorted({fact.detail for fact in told_of} - {""})


def _voices(told_of: Iterable[Fact]) -> list[str]:
    return sorted({passages()[passage].voice for passage in said_by(told_of)})


def test_contradictions(casebook: Store) -> None:
    sides = defaultdict(list)
    for change in facts():
        if change.verb == "led_to":
            sides[change.intervention, change.of, change.direction].append(change)
    counted: dict[tuple[str, ...], Row] = {}
    for (id_, outcome, direction), one in sides.items():
        for against in ("unchanged", "worsened"):
            other = sides.get((id_, outcome, against), [])
            if direction == "improved" and _independent(one, other):
                counted[id_, outcome, against] = {
                    "countries": names("countries", where([id_])),
                    "says_one": _details(one),
                    "voices_one": _voices(one),
                    "says_other": _details(other),
                    "voices_other": _voices(other),
                    **proof([*one, *other, *with_verb("in_country", [id_])]),
                }
    key = ("intervention_id", "outcome_id", "other_side")
    agree(answered(casebook, "contradictions", *key), counted)


def _independent(one: list[Fact], other: list[Fact]) -> bool:
    """Tell whether a source of the one side is independent of a source of the other."""
    here, there = ({passages()[p].origin for p in said_by(side)} for side in (one, other))
    return any(a != b for a, b in product(here, there))
