"""The answers on evidence counted a second time, from records or loaded links, without Cypher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from graph.batch import Batch, Link
from graph.model import DIRECTIONS, MODEL
from graph.standing import without
from graph.store import Store, open_store
from loaders.everything import load
from test_queries_recount import (
    DATA,
    Row,
    agree,
    answered,
    facts,
    names,
    passages,
    where,
    with_verb,
)
from test_queries_recount_partnerships import ALL


@pytest.fixture(scope="module")
def casebook(casebook_store: str) -> Iterator[Store]:
    store = open_store(casebook_store)
    yield store
    store.close()


@cache
def batch() -> Batch:
    return load(DATA).batch


@cache
def properties() -> dict[str, dict[str, object]]:
    return {node.id: dict(node.properties) for node in batch().nodes}


@cache
def source_of() -> dict[str, str]:
    """The source that each passage stands in."""
    return {link.source: link.target for link in batch().links if link.type == "FROM"}


@cache
def links_of() -> dict[str, list[tuple[Link, str]]]:
    """The links with passages of each intervention, with what is at their other end."""
    done = {node.id for node in batch().nodes if node.label == "Intervention"}
    found = defaultdict(list)
    for link in batch().links:
        if link.passages:
            for end, other in ((link.source, link.target), (link.target, link.source)):
                if end in done:
                    found[end].append((link, other))
    return found


def origins(said: Iterable[str]) -> set[str]:
    return {str(properties()[source_of()[passage]]["origin"]) for passage in said}


def voices(said: Iterable[str]) -> list[str]:
    return sorted({str(properties()[source_of()[passage]]["voice"]) for passage in said})


def published(source: str) -> str:
    return str(properties()[source].get("published", ""))


def fact(link: Link, other: str) -> tuple[str, ...]:
    """What tells a fact of an intervention from another."""
    stated = (str(link.properties.get(name, "")) for name in ("role", "direction", "detail"))
    return (link.type, other, *stated)


@pytest.mark.parametrize(
    "source",
    [
        "mining-2023-deadly-peru-mine-partner",
        "int-alphonso-mahdia",
        "solidaridadnetwork-2016-gold-solidaridad-annual-report",
    ],
)
@pytest.mark.parametrize("link", ["", "LED_TO"])
def test_what_one_source_carries(casebook: Store, source: str, link: str) -> None:
    origin = str(properties()[source]["origin"])
    left = {(one.source, fact(one, one.target)) for one in without(MODEL, batch(), origin).links}
    counted: dict[tuple[str, ...], Row] = {}
    for intervention, of in links_of().items():
        for one, other in of:
            if origin in origins(one.passages) and link in {"", one.type}:
                key = (intervention, *fact(one, other))
                said = set(one.passages)
                counted[key] = {
                    "alone": (one.source, fact(one, one.target)) not in left,
                    "sources": len(origins(said)),
                    "voices": voices(said),
                    "passages": sorted(said),
                }
    found = answered(
        casebook,
        "what-one-source-carries",
        "intervention_id",
        "link",
        "target_id",
        "role",
        "direction",
        "detail",
        source=source,
        link=link,
    )
    agree(found, counted)


@pytest.mark.parametrize("direction", ["", "worsened"])
@pytest.mark.parametrize("voice", ["", "company"])
@pytest.mark.parametrize("country", ["", "TZA"])
def test_single_source_facts(casebook: Store, country: str, voice: str, direction: str) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for one in batch().links:
        told = one.type == "LED_TO" and len(origins(one.passages)) == 1
        there = where([one.source]) if told else set()
        way = str(one.properties.get("direction"))
        heard = voices(one.passages) if told else []
        if told and (not country or country in there) and direction in {"", way}:
            said = {p for f in with_verb("in_country", [one.source]) for p in f.passages}
            said |= set(one.passages)
            (source,) = origins(one.passages)
            detail = str(one.properties.get("detail", ""))
            if not voice or voice in heard:
                counted[one.source, one.target, way, detail] = {
                    "source_id": source,
                    "published": published(source),
                    "voices": heard,
                    "countries": names("countries", there),
                    "sources": len(origins(said)),
                    "passages": sorted(said),
                }
    found = answered(
        casebook,
        "single-source-facts",
        "intervention_id",
        "outcome_id",
        "direction",
        "detail",
        country=country,
        voice=voice,
        direction=direction,
    )
    assert counted or country
    agree(found, counted)


@pytest.mark.parametrize("country", ["", "GHA"])
def test_oldest_evidence(casebook: Store, country: str) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    for intervention, of in links_of().items():
        if country and country not in where([intervention]):
            continue
        said = {passage for link, _ in of for passage in link.passages}
        dates = [published(id_) for id_ in {*origins(said), *(source_of()[p] for p in said)}]
        counted[intervention,] = {
            "year": max((int(date[:4]) for date in dates if date), default=None),
            "countries": names("countries", where([intervention])),
            "voices": voices(said),
            "sources": len(origins(said)),
            "passages": sorted(said),
        }
    found = answered(casebook, "oldest-evidence", "intervention_id", country=country)
    agree(found, counted)
    years = [row["year"] for row in found.values()]
    dated = [int(str(year)) for year in years if year is not None]
    assert years[: len(dated)] == sorted(dated)


@pytest.mark.parametrize(
    ("intervention", "outcome"),
    [
        ("per-col-bol-sbgi", ""),
        ("col-segovia-contract-mining", "miners-formalised"),
        ("gha-naelp-reclamation", ""),
    ],
)
def test_independent_sources(casebook: Store, intervention: str, outcome: str) -> None:
    told: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for link, other in links_of()[intervention]:
        if outcome in {"", other}:
            told[fact(link, other)] |= set(link.passages)
    every = {origin for said in told.values() for origin in origins(said)}
    counted: dict[tuple[str, ...], Row] = {}
    for origin in every:
        mine = {one: said for one, said in told.items() if origin in origins(said)}
        said = {p for of in mine.values() for p in of if origins([p]) == {origin}}
        copies = {source_of()[passage] for passage in said} - {origin}
        counted[origin,] = {
            "facts": len(mine),
            "alone": len([one for one, of in mine.items() if origins(of) == {origin}]),
            "improved": len([one for one in mine if one[3] == "improved"]),
            "worsened": len([one for one in mine if one[3] == "worsened"]),
            "copies": sorted({str(properties()[copy]["title"]) for copy in copies}),
            "voices": voices(said),
            "published": published(origin),
            "sources": 1,
            "passages": sorted(said),
        }
    given = {"intervention": intervention, "outcome": outcome}
    agree(answered(casebook, "independent-sources", "source_id", **given), counted)


@pytest.mark.parametrize(
    ("country", "outcome", "strategy"),
    [("", "", ""), ("GHA", "", ""), ("", "mercury-use", ""), ("", "", "FORM-LICENCE")],
)
def test_evidence_by_voice(casebook: Store, country: str, outcome: str, strategy: str) -> None:
    told = [
        one
        for one in facts()
        if one.verb == "led_to"
        and outcome in {"", one.of}
        and (not country or country in where([one.intervention]))
        and (not strategy or with_verb("applied", [one.intervention], [strategy]))
    ]
    heard: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in told:
        heard[one.intervention, one.of, one.direction, one.detail] |= one.passages
    rows = defaultdict(list)
    for key, said in heard.items():
        for voice in {passages()[p].voice for p in said}:
            rows[voice].append((key, said))
    counted: dict[tuple[str, ...], Row] = {}
    for voice, of in rows.items():
        own = {p for _, said in of for p in said if passages()[p].voice == voice}
        alone = [key for key, said in of if {passages()[p].voice for p in said} == {voice}]
        counted[voice,] = {
            "interventions": len({key[0] for key, _ in of}),
            **{way: len({key[0] for key, _ in of if key[2] == way}) for way in DIRECTIONS},
            "alone": len({key[0] for key in alone}),
            "sources": len({passages()[p].origin for p in own}),
            "passages": sorted(own),
        }
    given = {"country": country, "outcome": outcome, "strategy": strategy}
    agree(answered(casebook, "evidence-by-voice", "voice", listed=ALL, **given), counted)


def test_fewer_passages_listed_change_no_number_and_leave_no_voice_without(casebook: Store) -> None:
    whole = answered(casebook, "evidence-by-voice", "voice", listed=ALL)
    short = answered(casebook, "evidence-by-voice", "voice", listed=1)
    proof = {"sources", "passages"}
    for key, row in short.items():
        assert row["passages"]
        assert all(whole[key][name] == cell for name, cell in row.items() if name not in proof)
    assert whole.keys() == short.keys()
