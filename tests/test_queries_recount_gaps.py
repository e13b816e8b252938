"""The gaps counted a second time from the YAML records, and what interviews hold back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from graph.batch import Batch
from graph.model import DIRECTIONS
from graph.store import Store, open_store
from loaders.everything import load
from neo4j_server import Neo4jServer
from queries.saved import question
from support_neo4j import wipe
from support_stores import opened_at
from test_queries_recount import (
    DATA,
    Fact,
    Row,
    agree,
    answered,
    by_id,
    facts,
    folder,
    own_account,
    passages,
    read,
)
from test_queries_recount_partnerships import ALL
from test_queries_recount_strategies import in_area, years_of

FOUND = ("improved", "mixed", "worsened")
KEY = ("country_id", "area_id")
PAIR = ("strategy_id", "outcome_id")


@pytest.fixture(scope="module")
def casebook(casebook_store: str) -> Iterator[Store]:
    store = open_store(casebook_store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def reserved() -> Batch:
    """The casebook as if no speaker had agreed to be published."""
    batch = load(DATA).batch
    nodes = tuple(
        replace(node, properties={**node.properties, "consent": "summary"})
        if node.label == "Interview"
        else node
        for node in batch.nodes
    )
    return Batch(nodes, batch.links)


@pytest.fixture(scope="module")
def withheld(reserved: Batch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"embedded:{tmp_path_factory.mktemp('reserved') / 'store'}")
    store.write(reserved)
    yield store
    store.close()


def closed(said: Iterable[str]) -> bool:
    return all(passage.startswith("int-") for passage in said)


def opened(told: Iterable[Fact], *, without: bool) -> list[Fact]:
    """The facts that may be shown, with the passages that may be."""
    if not without:
        return list(told)
    shown = [replace(f, passages=frozenset(p for p in f.passages if p[:4] != "int-")) for f in told]
    return [fact for fact in shown if fact.passages]


@cache
def _uses(*, without: bool) -> dict[str, dict[str, list[Fact]]]:
    """The facts that may be shown, by verb and intervention."""
    found: dict[str, dict[str, list[Fact]]] = {}
    for fact in opened(facts(), without=without):
        found.setdefault(fact.verb, {}).setdefault(fact.intervention, []).append(fact)
    return found


def shown(verb: str, done: Iterable[str], *, without: bool) -> list[Fact]:
    held = _uses(without=without)[verb]
    return [fact for id_ in set(done) for fact in held.get(id_, ())]


def doing(verb: str, ends: Collection[str], *, without: bool) -> list[Fact]:
    held = _uses(without=without)[verb]
    return [fact for of in held.values() for fact in of if fact.of in ends]


def placed(country: str, area: str, *, without: bool) -> set[str]:
    """The interventions of a cell."""
    there = doing("in_country", {country}, without=without)
    used = doing("applied", in_area(area), without=without)
    return {fact.intervention for fact in there} & {fact.intervention for fact in used}


def ways(told: list[Fact]) -> Row:
    return {way: len({f.intervention for f in told if f.direction == way}) for way in DIRECTIONS}


@cache
def claims() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """What lessons say of a country and an area: both, with the passages."""
    found = []
    for lesson in read("lessons.yaml")["lessons"]:
        said = frozenset(f"{lesson['id']}/{passage['id']}" for passage in lesson["passages"])
        about = lesson["about"]
        areas = {f"area-{area}" for area in about.get("areas", ())}
        areas |= {_area(strategy) for strategy in about.get("strategies", ())}
        found += [(c, area, said) for c in about.get("countries", ()) for area in areas]
    for interview in folder("interviews"):
        for passage in interview["passages"]:
            said = frozenset({f"{interview['id']}/{passage['id']}"})
            general = [fact for fact in passage.get("facts", ()) if "in" not in fact]
            areas = {_area(fact["applied"]) for fact in general if "applied" in fact}
            places = [fact["in_country"] for fact in general if "in_country" in fact]
            found += [(place, area, said) for place in places for area in areas]
    return tuple(found)


def _area(strategy: str) -> str:
    return f"area-{by_id('strategies.yaml', 'strategies')[strategy]['area']}"


def _cell(country: str, area: str, *, without: bool) -> Row:
    done = placed(country, area, without=without)
    told = shown("led_to", done, without=without)
    own = [
        id_
        for id_ in {f.intervention for f in told if f.direction == "improved"}
        if own_account(_all_said(id_))
    ]
    said = {p for c, a, of in claims() if (c, a) == (country, area) for p in of}
    heard = {passage for passage in said if not (without and closed([passage]))}
    proof = heard | {
        passage
        for fact in (
            *told,
            *(f for f in shown("in_country", done, without=without) if f.of == country),
            *(f for f in shown("applied", done, without=without) if f.of in in_area(area)),
            *(f for f in opened(years_of(done), without=without) if f.verb == "last_described"),
        )
        for passage in fact.passages
    }
    every = placed(country, area, without=False)
    return {
        "interventions": len(done),
        **ways(told),
        "self_reported": len(own),
        "empty": _empty(ways(told), bool(done or heard), bool(every or said)),
        "passages": sorted(proof),
    }


def _all_said(id_: str) -> set[str]:
    told = shown("led_to", [id_], without=False)
    return {p for f in told if f.direction == "improved" for p in f.passages}


def _empty(told: Row, looked: bool, known: bool) -> str:  # noqa: FBT001  three kinds of nothing
    if any(told[way] for way in FOUND):
        return ""
    if looked:
        return "looked for, none"
    return "withheld" if known else "not looked for"


def cells(*, without: bool) -> dict[tuple[str, ...], Row]:
    areas = [f"area-{id_}" for id_ in by_id("strategies.yaml", "areas")]
    countries = {fact.of for fact in facts() if fact.verb == "in_country"}
    return {(c, a): _cell(c, a, without=without) for c in countries for a in areas}


def test_gaps_by_area_and_country(casebook: Store) -> None:
    counted = cells(without=False)
    agree(answered(casebook, "gaps-area-country", *KEY, country="", listed=ALL), counted)
    assert {row["empty"] for row in counted.values()} == {"", "looked for, none", "not looked for"}


def test_gaps_by_area_and_country_hold_back_what_may_not_be_shown(withheld: Store) -> None:
    counted = cells(without=True)
    agree(answered(withheld, "gaps-area-country", *KEY, country="", listed=ALL), counted)
    assert [row for row in counted.values() if row["empty"] == "withheld"]


@cache
def pairs(area: str, *, without: bool) -> dict[tuple[str, ...], Row]:
    """Each strategy of an area that was applied, with each outcome."""
    found: dict[tuple[str, ...], Row] = {}
    for strategy in in_area(area):
        uses = doing("applied", {strategy}, without=without)
        done = {fact.intervention for fact in uses}
        for outcome in by_id("outcomes.yaml", "outcomes") if done else ():
            told = [f for f in shown("led_to", done, without=without) if f.of == outcome]
            every = [f for f in shown("led_to", done, without=False) if f.of == outcome]
            said = {passage for fact in (*uses, *told) for passage in fact.passages}
            found[strategy, outcome] = {
                "applied": len(done),
                "interventions": len({fact.intervention for fact in told}),
                **ways(told),
                "empty": _empty(ways(told), bool(told), bool(every)),
                "sources": len({passages()[passage].origin for passage in said}),
                "passages": sorted(said),
            }
    return found


@pytest.mark.parametrize("area", ["area-mercury", "area-gender", "area-asm-lsm"])
def test_gaps_by_strategy_and_outcome(casebook: Store, area: str) -> None:
    found = answered(casebook, "gaps-strategy-outcome", *PAIR, area=area, listed=ALL)
    agree(found, pairs(area, without=False))


def test_gaps_by_strategy_and_outcome_hold_back_what_may_not_be_shown(withheld: Store) -> None:
    area = "area-asm-lsm"
    found = answered(withheld, "gaps-strategy-outcome", *PAIR, area=area, listed=ALL)
    agree(found, pairs(area, without=True))
    assert [row for row in found.values() if row["empty"] == "withheld"]


@pytest.mark.parametrize("name", ["gaps-area-country", "gaps-strategy-outcome"])
def test_both_engines_hold_back_the_same(
    withheld: Store, reserved: Batch, neo4j_server: Neo4jServer, name: str
) -> None:
    wipe(neo4j_server)
    server = opened_at(neo4j_server.uri)
    server.write(reserved)
    wide: dict[str, str | int] = {"country": "", "area": "", "most": ALL}
    assert question(name).run(server, wide).rows == question(name).run(withheld, wide).rows
    server.close()


@pytest.mark.parametrize("only", ["-", "looked for, none", "not looked for"])
def test_one_kind_of_cell_can_be_asked_for(casebook: Store, only: str) -> None:
    found = answered(casebook, "gaps-area-country", *KEY, country="", only=only)
    kind = "" if only == "-" else only
    assert found
    assert {row["empty"] for row in found.values()} == {kind}
    assert found.keys() == {
        key for key, row in cells(without=False).items() if row["empty"] == kind
    }
