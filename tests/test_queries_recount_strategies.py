"""Questions on strategies counted a second time, from the YAML records without a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

import pytest

from graph.store import Store, open_store
from queries.saved import question
from test_queries_recount import (
    Fact,
    Row,
    actors,
    agree,
    answered,
    by_id,
    folder,
    names,
    outcomes,
    passages,
    proof,
    read,
    users,
    where,
    with_verb,
)
from test_queries_recount_partnerships import (
    ALL,
    began,
    ended,
    endings,
    facts_of,
    outcomes_that_ended,
    parts_of,
    span,
    stated,
    taking_part,
    texts,
    titles,
)


@pytest.fixture(scope="module")
def casebook(casebook_store: str) -> Iterator[Store]:
    store = open_store(casebook_store)
    yield store
    store.close()


@cache
def uses() -> dict[str, set[str]]:
    """The interventions that applied each strategy, read once."""
    return users()


def in_area(area: str) -> set[str]:
    """The strategies of an area, or all of them."""
    known = by_id("strategies.yaml", "strategies").values()
    return {s["id"] for s in known if not area or f"area-{s['area']}" == area}


def area_of(strategy: str) -> str:
    area = by_id("strategies.yaml", "strategies")[strategy]["area"]
    return str(by_id("strategies.yaml", "areas")[area]["name"]) if area else ""


def years_of(interventions: Iterable[str]) -> list[Fact]:
    ids = list(interventions)
    return [*facts_of("began", ids), *facts_of("last_described", ids)]


def bodies(interventions: Iterable[str], kind: str) -> set[str]:
    """The companies or the partners that took part in these interventions."""
    return {body for id_ in interventions for body in taking_part(id_, kind)}


@pytest.mark.parametrize(
    ("given", "area", "least"),
    [("anglogold-ashanti", "", 2), ("", "", 2), ("", "area-asm-lsm", 3), ("newmont", "", 1)],
)
def test_reuse_by_company(casebook: Store, given: str, area: str, least: int) -> None:
    found = answered(
        casebook,
        "reuse-by-company",
        "company_id",
        "strategy_id",
        company=given,
        area=area,
        least=least,
        most=ALL,
    )
    agree(found, _reused("company", given, area, least))


@pytest.mark.parametrize(
    ("given", "area", "least"), [("arm", "", 2), ("", "", 2), ("", "area-mercury", 1)]
)
def test_reuse_by_partner(casebook: Store, given: str, area: str, least: int) -> None:
    found = answered(
        casebook,
        "reuse-by-partner",
        "partner_id",
        "strategy_id",
        partner=given,
        area=area,
        least=least,
        most=ALL,
    )
    agree(found, _reused("partner", given, area, least))


def _reused(kind: str, given: str, area: str, least: int) -> dict[tuple[str, ...], Row]:
    counted: dict[tuple[str, ...], Row] = {}
    for body in {given} if given else actors(kind):
        for strategy in in_area(area):
            done = uses()[strategy] & parts_of(body)
            if done and len(done) >= least:
                counted[body, strategy] = _reuse(body, strategy, done)
    return counted


def _reuse(body: str, strategy: str, done: set[str]) -> Row:
    others = (bodies(done, "company") | bodies(done, "partner")) - {body}
    return {
        "interventions": len(done),
        "countries": names("countries", where(done)),
        "others": names("actors", others),
        **endings(done),
        **span(done),
        **proof(
            [
                *with_verb("took_part", done),
                *with_verb("applied", done, [strategy]),
                *with_verb("in_country", done),
                *outcomes(done, "improved", "worsened"),
                *years_of(done),
            ]
        ),
    }


@pytest.mark.parametrize(
    ("country", "strategy", "area", "least"),
    [("COL", "", "", 2), ("", "", "", 2), ("", "FORM-LICENCE", "", 1), ("", "", "area-gender", 1)],
)
def test_reuse_by_country(
    casebook: Store, country: str, strategy: str, area: str, least: int
) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for used in in_area(area) & ({strategy} if strategy else in_area(area)):
        for place in {country} if country else where(uses()[used]):
            done = {id_ for id_ in uses()[used] if place in where([id_])}
            if done and len(done) >= least:
                counted[place, used] = _reuse_there(place, used, done)
    found = answered(
        casebook,
        "reuse-by-country",
        "country_id",
        "strategy_id",
        country=country,
        strategy=strategy,
        area=area,
        least=least,
        most=ALL,
    )
    agree(found, counted)


def _reuse_there(country: str, strategy: str, done: set[str]) -> Row:
    companies, partners = bodies(done, "company"), bodies(done, "partner")
    return {
        "interventions": len(done),
        "actors": len(companies | partners),
        "companies": names("actors", companies),
        "partners": names("actors", partners),
        **endings(done),
        **span(done),
        **proof(
            [
                *with_verb("took_part", done),
                *with_verb("applied", done, [strategy]),
                *with_verb("in_country", done, [country]),
                *outcomes(done, "improved", "worsened"),
                *years_of(done),
            ]
        ),
    }


@pytest.mark.parametrize(
    ("strategy", "actor"),
    [("HG-TECH", ""), ("CERT-FAIRMINED", ""), ("FORM-LICENCE", ""), ("CERT-FAIRMINED", "arm")],
)
def test_strategy_lineage(casebook: Store, strategy: str, actor: str) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    known = [year for id_ in uses()[strategy] if (year := began(id_))]
    for body in {actor} if actor else actors("company") | actors("partner"):
        done = sorted(uses()[strategy] & parts_of(body))
        for later in done:
            for earlier in _before(later, done):
                first = began(earlier) == min(known)
                position = "from the first recorded" if first else "later"
                counted[earlier, later, body] = _carried(strategy, earlier, later, body, position)
        for earlier, later in combinations(done, 2):
            if None in {began(earlier), began(later)}:
                row = _carried(strategy, earlier, later, body, "order unknown")
                counted[earlier, later, body] = row
    found = answered(
        casebook,
        "strategy-lineage",
        "earlier_id",
        "later_id",
        "actor_id",
        strategy=strategy,
        actor=actor,
        most=ALL,
    )
    agree(found, counted)


def _before(later: str, done: list[str]) -> list[str]:
    """Of these interventions, those that began in the last year before that of the later one."""
    year = began(later)
    years = {id_: y for id_ in done if (y := began(id_)) and year and y < year}
    return [id_ for id_, y in years.items() if y == max(years.values())]


def _carried(strategy: str, earlier: str, later: str, body: str, position: str) -> Row:
    pair = (earlier, later)
    known = position != "order unknown"
    return {
        "position": position,
        "first_year": began(earlier) if known else None,
        "year": began(later) if known else None,
        "earlier": titles([earlier])[0],
        "later": titles([later])[0],
        "earlier_countries": names("countries", where([earlier])),
        "later_countries": names("countries", where([later])),
        "actor": names("actors", [body])[0],
        **proof(
            [
                *with_verb("applied", pair, [strategy]),
                *with_verb("took_part", pair, [body]),
                *with_verb("in_country", pair),
                *(facts_of("began", pair) if known else ()),
            ]
        ),
    }


@pytest.mark.parametrize("strategy", ["HG-TECH", "CERT-FAIRMINED", "COOP-FORM", "CERT-MARKET"])
def test_a_lineage_never_goes_back_in_time(casebook: Store, strategy: str) -> None:
    rows = question("strategy-lineage").run(casebook, {"strategy": strategy}).records()
    years = [(row["first_year"], row["year"]) for row in rows]
    for row, (first, later) in zip(rows, years, strict=True):
        if row["position"] == "order unknown":
            assert (first, later) == (None, None)
        else:
            assert isinstance(first, int)
            assert isinstance(later, int)
            assert first < later
    assert (None, None) in years
    assert set(years) != {(None, None)}


@pytest.mark.parametrize(
    ("strategy", "country", "least"), [("", "", 2), ("HG-TECH", "", 1), ("", "GHA", 2)]
)
def test_strategies_together(casebook: Store, strategy: str, country: str, least: int) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for pair in combinations(sorted(uses()), 2):
        both = uses()[pair[0]] & uses()[pair[1]]
        done = {id_ for id_ in both if not country or country in where([id_])}
        if len(done) >= least and (not strategy or strategy in pair):
            counted[pair] = {
                "interventions": len(done),
                "a_interventions": len(uses()[pair[0]]),
                "b_interventions": len(uses()[pair[1]]),
                **endings(done),
                "countries": names("countries", where(done)),
                **proof(
                    [
                        *with_verb("applied", done, pair),
                        *with_verb("in_country", done),
                        *outcomes(done, "improved", "worsened"),
                    ]
                ),
            }
    given: dict[str, str | int] = {"strategy": strategy, "country": country, "least": least}
    found = answered(casebook, "strategies-together", "a_id", "b_id", most=ALL, **given)
    agree(found, counted)


@pytest.mark.parametrize(
    ("voice", "area"),
    [("watchdog", ""), ("academic", ""), ("reference", ""), ("government", "area-formalisation")],
)
def test_strategies_without_watchdog(casebook: Store, voice: str, area: str) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for strategy in in_area(area):
        done = uses()[strategy]
        said = {passage for id_ in done for passage in _all_said()[id_]}
        voices = {passages()[passage].voice for passage in said}
        if done and voice not in voices:
            counted[strategy,] = {
                "area": area_of(strategy),
                "interventions": len(done),
                "countries": names("countries", where(done)),
                **endings(done),
                "voices": sorted(voices),
                "sources": len({passages()[passage].origin for passage in said}),
                "passages": sorted(said),
            }
    given = {"voice": voice, "area": area}
    found = answered(
        casebook, "strategies-without-watchdog", "strategy_id", most=ALL, listed=ALL, **given
    )
    agree(found, counted)


def test_a_voice_that_no_source_has_gives_no_row(casebook: Store) -> None:
    assert not question("strategies-without-watchdog").run(casebook, {"voice": "watchdgo"}).rows


@cache
def _all_said() -> dict[str, set[str]]:
    """All passages on the links of each intervention: of its facts, and of lessons about it."""
    found: dict[str, set[str]] = defaultdict(set)
    for intervention, _, said in stated():
        found[intervention] |= said
    for interview in folder("interviews"):
        for passage in interview["passages"]:
            for fact in passage.get("facts", ()):
                judges = "opinion" in fact or "recommendation" in fact
                if judges and not set(fact) & {"in", "strategy", "outcome", "actor", "actor_name"}:
                    for intervention in interview["about"]:
                        found[intervention].add(f"{interview['id']}/{passage['id']}")
    for lesson in read("lessons.yaml")["lessons"]:
        assert "interventions" not in lesson.get("about", {})
    return found


@pytest.mark.parametrize(("strategy", "country"), [("", ""), ("", "COD"), ("FORM-SUBCONTRACT", "")])
def test_tried_and_abandoned(casebook: Store, strategy: str, country: str) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for used, done in uses().items():
        for place in where(done & ended()):
            if strategy in {"", used} and country in {"", place}:
                there = {id_ for id_ in done if place in where([id_])}
                counted[used, place] = _abandoned(used, place, there)
    found = answered(
        casebook,
        "tried-and-abandoned",
        "strategy_id",
        "country_id",
        strategy=strategy,
        country=country,
        most=ALL,
    )
    agree(found, counted)


def _abandoned(strategy: str, country: str, there: set[str]) -> Row:
    gone = there & ended()
    since = min((year for id_ in gone if (year := began(id_))), default=None)
    later = {id_ for id_ in there - gone if since and (began(id_) or 0) > since}
    why, wrong = outcomes_that_ended(gone), facts_of("went_wrong", gone)
    shaped = with_verb("shaped_by", gone)
    return {
        "interventions": len(there),
        "abandoned": len(gone),
        "abandoned_in": titles(gone),
        "said": sorted({fact.detail for fact in why} - {""}),
        "went_wrong": sorted({fact.of for fact in wrong}),
        "factors": names("factors", {fact.of for fact in shaped}),
        "later": len(later),
        "later_in": titles(later),
        **proof(
            [
                *with_verb("applied", there, [strategy]),
                *with_verb("in_country", there, [country]),
                *why,
                *wrong,
                *shaped,
                *facts_of("began", gone | later),
            ]
        ),
    }


@pytest.mark.parametrize(
    "name",
    [
        "reuse-by-company",
        "reuse-by-partner",
        "reuse-by-country",
        "strategy-lineage",
        "strategies-together",
        "strategies-without-watchdog",
        "tried-and-abandoned",
    ],
)
def test_the_first_rows_are_the_first_of_all(casebook: Store, name: str) -> None:
    whole = question(name).run(casebook, {"most": ALL})
    few = question(name).run(casebook, {"most": 5})
    assert few.cut
    assert not whole.cut
    assert few.rows == whole.rows[:5]


@pytest.mark.parametrize("name", ["reuse-by-country", "strategies-without-watchdog"])
def test_fewer_passages_listed_change_no_number(casebook: Store, name: str) -> None:
    numbers = ("interventions", "improved", "self_reported", "worsened")
    whole, brief = (
        question(name).run(casebook, {"listed": listed}).records() for listed in (ALL, 1)
    )
    assert len(whole) == len(brief)
    for all_listed, one_listed in zip(whole, brief, strict=True):
        assert [all_listed[n] for n in numbers] == [one_listed[n] for n in numbers]
        assert set(texts(one_listed["passages"])) <= set(texts(all_listed["passages"]))
    assert brief != whole
