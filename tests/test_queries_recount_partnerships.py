"""Questions on partnerships counted a second time, from the YAML records without a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from generated import casebook_like
from graph.store import Cell, Store, open_store
from queries.saved import question
from test_queries_recount import (
    Fact,
    Record,
    Row,
    actors,
    agree,
    answered,
    by_id,
    folder,
    going,
    names,
    outcomes,
    own_account,
    passages,
    proof,
    read,
    said_by,
    told,
    where,
    with_verb,
)

ALL = 10_000
ENDINGS = {"intervention-continuity", "relapse"}


@pytest.fixture(scope="module")
def casebook(casebook_store: str) -> Iterator[Store]:
    store = open_store(casebook_store)
    yield store
    store.close()


@cache
def also(verb: str) -> dict[str, tuple[Fact, ...]]:
    """The facts with a verb that has no role, direction or detail, by intervention."""
    found = defaultdict(list)
    for intervention, fact, said in stated():
        if verb in fact:
            one = Fact(intervention, verb, str(fact[verb]), "", "", "", frozenset(said))
            found[intervention].append(one)
    return defaultdict(tuple, {id_: tuple(of) for id_, of in found.items()})


def stated() -> Iterator[tuple[str, Record, set[str]]]:
    """Every fact of an intervention as it is written, and the passages that say it."""
    for case in folder("case_studies"):
        for fact in case["facts"]:
            yield case["id"], fact, {f"{case['id']}/{passage}" for passage in fact["passages"]}
    for interview in folder("interviews"):
        for passage in interview["passages"]:
            for fact in passage.get("facts", ()):
                if "in" in fact:
                    yield fact["in"], fact, {f"{interview['id']}/{passage['id']}"}


def facts_of(verb: str, interventions: Iterable[str]) -> list[Fact]:
    return [fact for id_ in interventions for fact in also(verb)[id_]]


def began(id_: str) -> int | None:
    return min((int(fact.of) for fact in also("began")[id_]), default=None)


def last_described(id_: str) -> int | None:
    return max((int(fact.of) for fact in also("last_described")[id_]), default=None)


def span(interventions: Iterable[str]) -> Row:
    """The first and the last year of these interventions."""
    ids = list(interventions)
    return {
        "first_year": min((year for id_ in ids if (year := began(id_))), default=None),
        "last_year": max((year for id_ in ids if (year := last_described(id_))), default=None),
    }


def endings(interventions: Iterable[str]) -> Row:
    """How many of these interventions improved something, by whose account, or worsened it."""
    better = going("improved", ids := list(interventions))
    own = [id_ for id_ in better if own_account(said_by(outcomes([id_], "improved")))]
    return {
        "improved": len(better),
        "self_reported": len(own),
        "worsened": len(going("worsened", ids)),
    }


def taking_part(intervention: str, kind: str) -> set[str]:
    return {part.of for part in told("took_part")[intervention]} & actors(kind)


@cache
def parts_of(actor: str) -> frozenset[str]:
    """The interventions that an actor took part in."""
    return frozenset(
        id_ for id_, parts in told("took_part").items() if actor in {p.of for p in parts}
    )


def titles(interventions: Iterable[str]) -> list[str]:
    wanted = set(interventions)
    return sorted(case["title"] for case in folder("case_studies") if case["id"] in wanted)


def texts(cell: Cell) -> list[str]:
    assert isinstance(cell, list)
    return cell


def ended() -> set[str]:
    """The interventions whose continuity or relapse is told to have worsened."""
    return {id_ for id_ in told("led_to") if outcomes_that_ended([id_])}


def outcomes_that_ended(interventions: Iterable[str]) -> list[Fact]:
    return [fact for fact in outcomes(interventions, "worsened") if fact.of in ENDINGS]


@pytest.mark.parametrize(
    ("company", "country"),
    [("anglogold-ashanti", ""), ("newmont", "GHA"), ("barrick", "")],
)
def test_partners_of_peers(casebook: Store, company: str, country: str) -> None:
    here = where(parts_of(company)) & ({country} if country else where(parts_of(company)))
    shared = defaultdict(set)
    for id_ in told("took_part"):
        if where([id_]) & here and taking_part(id_, "company") - {company}:
            for partner in taking_part(id_, "partner"):
                shared[partner].add(id_)
    counted: dict[tuple[str, ...], Row] = {
        (partner,): _peers(company, partner, done, here) for partner, done in shared.items()
    }
    found = answered(
        casebook, "partners-of-peers", "partner_id", company=company, country=country, most=ALL
    )
    agree(found, counted)


def _peers(company: str, partner: str, done: set[str], here: set[str]) -> Row:
    peers = {peer for id_ in done for peer in taking_part(id_, "company")} - {company}
    used = with_verb("applied", done)
    both = parts_of(company) & parts_of(partner)
    return {
        "peers": len(peers),
        "peer_names": names("actors", peers),
        "interventions": len(done),
        "countries": names("countries", where(done)),
        "strategies": names("strategies", {fact.of for fact in used}),
        **endings(done),
        "known": bool(both),
        **proof(
            [
                *with_verb("took_part", done, [partner, *peers]),
                *with_verb("in_country", done),
                *used,
                *outcomes(done, "improved", "worsened"),
                *with_verb("took_part", both, [company, partner]),
                *_presence(company, where(done) & here),
            ]
        ),
    }


def _presence(company: str, countries: set[str]) -> list[Fact]:
    """What says that a company worked in these countries, of one intervention in each."""
    found: list[Fact] = []
    for country in countries:
        first = min(id_ for id_ in parts_of(company) if country in where([id_]))
        found += with_verb("took_part", [first], [company])
        found += with_verb("in_country", [first], [country])
    return found


@pytest.mark.parametrize(
    ("role", "country", "actor"),
    [("funder", "", ""), ("", "PER", ""), ("certifier", "", "arm"), ("", "", "gef")],
)
def test_who_does_what_where(casebook: Store, role: str, country: str, actor: str) -> None:
    parts = defaultdict(set)
    for id_, of in told("took_part").items():
        for part in of:
            for place in where([id_]):
                wanted = role in {"", part.role} and country in {"", place}
                if wanted and actor in {"", part.of}:
                    parts[part.role, part.of, place].add(id_)
    counted: dict[tuple[str, ...], Row] = {
        (role_, body, place): {
            "actor": names("actors", [body])[0],
            "kind": "company" if body in actors("company") else "partner",
            "interventions": len(done),
            **endings(done),
            **span(done),
            **proof(
                [
                    *(p for p in with_verb("took_part", done, [body]) if p.role == role_),
                    *with_verb("in_country", done, [place]),
                    *outcomes(done, "improved", "worsened"),
                    *facts_of("began", done),
                    *facts_of("last_described", done),
                ]
            ),
        }
        for (role_, body, place), done in parts.items()
    }
    key = ("role", "actor_id", "country_id")
    given: dict[str, str | int] = {"role": role, "country": country, "actor": actor, "most": ALL}
    agree(answered(casebook, "who-does-what-where", *key, **given), counted)


@pytest.mark.parametrize(("country", "actor"), [("", ""), ("COD", ""), ("", "banro")])
def test_partnerships_that_ended(casebook: Store, country: str, actor: str) -> None:
    followed = {fact.of for of in also("followed").values() for fact in of}
    counted: dict[tuple[str, ...], Row] = {
        (id_,): _ended(id_)
        for id_ in ended() | followed
        if (not country or country in where([id_])) and (not actor or id_ in parts_of(actor))
    }
    found = answered(
        casebook,
        "partnerships-that-ended",
        "intervention_id",
        country=country,
        actor=actor,
        most=ALL,
    )
    agree(found, counted)


def test_what_another_followed_has_ended(tmp_path: Path) -> None:
    """The casebook tells of no such succession; an invented graph does."""
    batch = casebook_like(120, seed=5)
    followed = defaultdict(list)
    for link in batch.links:
        if link.type == "FOLLOWED":
            followed[link.target].append(link)
    store = open_store(f"embedded:{tmp_path / 'store'}")
    store.write(batch)
    found = answered(store, "partnerships-that-ended", "intervention_id", most=ALL)
    titles_of = {node.id: str(node.properties.get("title")) for node in batch.nodes}
    assert followed
    for id_, links in followed.items():
        row = found[id_,]
        assert "FOLLOWED" in texts(row["signs"])
        assert row["followed_by"] == sorted(titles_of[link.source] for link in links)
        assert {passage for link in links for passage in link.passages} <= set(
            texts(row["passages"])
        )
    assert {id_ for (id_,), row in found.items() if "FOLLOWED" in texts(row["signs"])} == set(
        followed
    )
    store.close()


def _ended(id_: str) -> Row:
    told_ending = outcomes_that_ended([id_])
    next_ones = [fact for of in also("followed").values() for fact in of if fact.of == id_]
    wrong, shaped = facts_of("went_wrong", [id_]), with_verb("shaped_by", [id_])
    companies, partners = (taking_part(id_, kind) for kind in ("company", "partner"))
    return {
        "intervention": titles([id_])[0],
        "signs": sorted({fact.of for fact in told_ending} | {"FOLLOWED" for _ in next_ones}),
        "said": sorted({fact.detail for fact in told_ending} - {""}),
        "countries": names("countries", where([id_])),
        "companies": names("actors", companies),
        "partners": names("actors", partners),
        "went_wrong": sorted({fact.of for fact in wrong}),
        "factors": names("factors", {fact.of for fact in shaped}),
        "began": began(id_),
        "last_described": last_described(id_),
        "followed_by": titles(fact.intervention for fact in next_ones),
        **proof(
            [
                *told_ending,
                *next_ones,
                *wrong,
                *shaped,
                *with_verb("took_part", [id_]),
                *with_verb("in_country", [id_]),
                *facts_of("began", [id_]),
                *facts_of("last_described", [id_]),
            ]
        ),
    }


@pytest.mark.parametrize(
    ("actor", "scope"), [("", ""), ("gcm-mining", ""), ("", "mine"), ("", "body")]
)
def test_earlier_names(casebook: Store, actor: str, scope: str) -> None:
    chains = defaultdict(list)
    for chain in _chains():
        first, ends = chain[0], {step["from"] for step in chain} | {chain[-1]["to"]}
        if scope in {"", first["scope"]} and (not actor or actor in ends):
            key = (chain[-1]["to"], first["from"], first["to"], first["kind"], first["scope"])
            chains[key].append(chain)
    counted: dict[tuple[str, ...], Row] = {key: _became(of) for key, of in chains.items()}
    key = ("now_id", "earlier_id", "next_id", "kind", "scope")
    found = answered(casebook, "earlier-names", *key, actor=actor, scope=scope, most=ALL)
    agree(found, counted)


def _chains() -> Iterator[list[Record]]:
    """Every way from an actor to one that became nothing else; only the first step may be a mine's.

    An actor that nothing in the records became is followed no further than four steps.
    """
    steps = read("successions.yaml")["successions"]
    waiting = [[step] for step in steps]
    while waiting:
        chain = waiting.pop()
        on = [s for s in steps if s["from"] == chain[-1]["to"] and s["scope"] == "body"]
        if not on:
            yield chain
        elif len(chain) < 4:
            waiting += [[*chain, step] for step in on if step not in chain]


def _became(chains: list[list[Record]]) -> Row:
    first, now = chains[0][0], chains[0][-1]["to"]
    said: dict[str, str] = {}
    for step in (step for chain in chains for step in chain):
        said |= _said_of(step)
    earlier, later = parts_of(first["from"]), parts_of(now)
    parts = [
        *with_verb("took_part", earlier, [first["from"]]),
        *with_verb("took_part", later, [now]),
    ]
    origins = {*said.values(), *(passages()[passage].origin for passage in said_by(parts))}
    return {
        "now": names("actors", [now])[0],
        "year": first.get("year"),
        "steps": min(map(len, chains)),
        "earlier_interventions": len(earlier),
        "now_interventions": len(later),
        "sources": len(origins),
        "passages": sorted({*said, *said_by(parts)}),
    }


def _said_of(step: Record) -> dict[str, str]:
    """The passages of a succession, with the source that each comes from in the end."""
    year = [str(step["year"])] if step.get("year") else []
    owner = "-".join(["became", step["from"], step["to"], step["kind"], *year])
    sources = by_id("sources.yaml", "sources")
    return {
        f"{owner}/{passage['id']}": sources[passage["source"]].get("reports_on", passage["source"])
        for passage in step["passages"]
    }


@pytest.mark.parametrize(
    "name",
    ["partners-of-peers", "who-does-what-where", "partnerships-that-ended", "earlier-names"],
)
def test_the_first_rows_are_the_first_of_all(casebook: Store, name: str) -> None:
    whole = question(name).run(casebook, {"most": ALL})
    few = question(name).run(casebook, {"most": 5})
    assert few.cut
    assert not whole.cut
    assert few.rows == whole.rows[:5]
