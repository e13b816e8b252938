"""The answers on cases and context counted a second time from the YAML records, without Cypher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from graph.batch import Batch
from graph.store import Store, open_store
from loaders.everything import load
from queries.saved import question
from test_queries_recount import (
    DATA,
    Row,
    agree,
    answered,
    by_id,
    folder,
    going,
    names,
    outcomes,
    passages,
    proof,
    told,
    where,
    with_verb,
)
from test_queries_recount_evidence import origins, source_of, voices
from test_queries_recount_partnerships import ALL, titles
from test_queries_recount_strategies import in_area, uses

ENDS = ("improved", "worsened")


@pytest.fixture(scope="module")
def casebook(casebook_store: str) -> Iterator[Store]:
    store = open_store(casebook_store)
    yield store
    store.close()


@cache
def batch() -> Batch:
    return load(DATA).batch


def cases() -> set[str]:
    return {fact.intervention for of in told("in_country").values() for fact in of}


def chosen(strategy: str, country: str, area: str = "") -> set[str]:
    """The interventions that applied a strategy, or one of an area, in a country."""
    found = {i for i in cases() if not country or country in where([i])}
    if strategy:
        found &= uses()[strategy]
    if area:
        found &= {i for one in in_area(area) for i in uses()[one]}
    return found


def endings_of(outcome: str, done: Iterable[str]) -> tuple[set[str], set[str]]:
    """Those of these interventions where the outcome improved, and those where it worsened."""
    better, worse = (
        {f.intervention for f in outcomes(done, way) if outcome in {"", f.of}} for way in ENDS
    )
    return better, worse


@pytest.mark.parametrize(
    ("outcome", "strategy", "area", "country"),
    [
        ("", "", "", ""),
        ("mercury-use", "", "", ""),
        ("", "FORM-OPCONTRACT", "", ""),
        ("", "", "area-formalisation", "PER"),
    ],
)
def test_factors_and_endings(
    casebook: Store, outcome: str, strategy: str, area: str, country: str
) -> None:
    least = 2 if strategy else 1
    done = chosen(strategy, country, area)
    every = {i for i in done if any(outcome in {"", f.of} for f in told("led_to")[i])}
    better, worse = endings_of(outcome, every)
    counted: dict[tuple[str, ...], Row] = {}
    for factor in by_id("factors.yaml", "factors"):
        shaped = {f.intervention for f in with_verb("shaped_by", every, [factor])}
        others = every - shaped
        if len(shaped) < least:
            continue
        counted[factor,] = {
            "interventions": len(shaped),
            "improved": len(shaped & better - worse),
            "worsened": len(shaped & worse - better),
            "both": len(shaped & better & worse),
            "others": len(others),
            "others_improved": len(others & better - worse),
            "others_worsened": len(others & worse - better),
            "others_both": len(others & better & worse),
            "few": len(shaped) < 10,
            **proof(
                [
                    *with_verb("shaped_by", shaped, [factor]),
                    *(f for f in outcomes(shaped, *ENDS) if outcome in {"", f.of}),
                ]
            ),
        }
    given: dict[str, str | int] = {"outcome": outcome, "strategy": strategy, "area": area}
    found = answered(
        casebook, "factors-and-endings", "factor_id", country=country, least=least, **given
    )
    assert counted
    agree(found, counted)


@pytest.mark.parametrize(
    ("strategy", "outcome", "country"),
    [
        ("FORM-OPCONTRACT", "", ""),
        ("HG-TECH", "mercury-use", ""),
        ("CERT-FAIRMINED", "", "PER"),
        ("LSM-DIALOGUE", "", ""),
    ],
)
def test_endings_and_context(casebook: Store, strategy: str, outcome: str, country: str) -> None:
    better, worse = endings_of(outcome, chosen(strategy, country))
    every = better | worse
    counted: dict[tuple[str, ...], Row] = {}
    for factor in {f.of for f in with_verb("shaped_by", every)}:
        shaped = {f.intervention for f in with_verb("shaped_by", every, [factor])}
        parts = {
            "improved": better - worse,
            "worsened": worse - better,
            "both": better & worse,
        }
        counted[factor,] = {
            **{name: len(shaped & part) for name, part in parts.items()},
            **{f"all_{name}": len(part) for name, part in parts.items()},
            **{f"{name}_in": sorted(set(titles(shaped & part))) for name, part in parts.items()},
            "few": len(shaped) < 10,
            **proof(
                [
                    *with_verb("shaped_by", shaped, [factor]),
                    *with_verb("applied", shaped, [strategy]),
                    *(f for f in outcomes(shaped, *ENDS) if outcome in {"", f.of}),
                ]
            ),
        }
    given = {"strategy": strategy, "outcome": outcome, "country": country}
    assert counted
    agree(answered(casebook, "endings-and-context", "factor_id", **given), counted)


@pytest.mark.parametrize(
    ("country", "strategy", "actor"),
    [("", "", ""), ("GHA", "", ""), ("", "HG-PLANT", ""), ("", "", "anglogold-ashanti")],
)
def test_what_went_wrong(casebook: Store, country: str, strategy: str, actor: str) -> None:
    counted: dict[tuple[str, ...], Row] = {}
    done = chosen(strategy, country)
    for case in folder("case_studies"):
        id_ = case["id"]
        bodies = {f.of for f in told("took_part")[id_]}
        if id_ not in done or (actor and actor not in bodies):
            continue
        beside = [*told("in_country")[id_], *told("applied")[id_], *told("took_part")[id_]]
        around = {passage for fact in beside for passage in fact.passages}
        for fact in case["facts"]:
            if "went_wrong" in fact:
                own = {f"{id_}/{passage}" for passage in fact["passages"]}
                counted[id_, fact["went_wrong"]] = {
                    "countries": names("countries", where([id_])),
                    "strategies": names("strategies", {f.of for f in told("applied")[id_]}),
                    "actors": names("actors", bodies),
                    "voices": sorted({passages()[passage].voice for passage in own}),
                    "sources": len({passages()[passage].origin for passage in own | around}),
                    "passages": sorted(own | around),
                }
    given = {"country": country, "strategy": strategy, "actor": actor}
    found = answered(casebook, "what-went-wrong", "intervention_id", "went_wrong", **given)
    assert counted
    agree(found, counted)


@pytest.mark.parametrize(
    ("about", "kind", "voice"),
    [
        ("area-formalisation", "", ""),
        ("miners-formalised", "", ""),
        ("PER", "", "government"),
        ("area-asm-lsm", "opinion", ""),
    ],
)
def test_lessons_about(casebook: Store, about: str, kind: str, voice: str) -> None:
    nodes = {node.id: node for node in batch().nodes}
    within = {
        link.source for link in batch().links if link.type == "IN_AREA" and link.target == about
    }
    links = [link for link in batch().links if link.type == "ABOUT"]
    wanted = {link.source for link in links if link.target == about or link.target in within}
    counted: dict[tuple[str, ...], Row] = {}
    for id_ in wanted & {link.source for link in links}:
        mine = [link for link in links if link.source == id_]
        said = {p for link in mine for p in link.passages if voice in {"", *voices([p])}}
        if said and kind in {"", nodes[id_].properties["kind"]}:
            ends = [nodes[link.target].properties for link in mine]
            counted[id_,] = {
                "lesson": str(nodes[id_].properties["text"]),
                "about": sorted({str(of.get("name") or of["title"]) for of in ends}),
                "voices": voices(said),
                "source_titles": sorted(
                    {str(nodes[source_of()[p]].properties["title"]) for p in said}
                ),
                "sources": len(origins(said)),
                "passages": sorted(said),
            }
    given = {"about": about, "kind": kind, "voice": voice}
    assert counted
    agree(answered(casebook, "lessons-about", "lesson_id", **given), counted)


@pytest.mark.parametrize(
    ("country", "actor", "intervention", "relation"),
    [
        ("", "", "", ""),
        ("GHA", "", "", ""),
        ("", "arm", "", ""),
        ("", "", "per-col-bol-sbgi", ""),
        ("", "", "", "contradicts"),
    ],
)
def test_interviews_on(
    casebook: Store, country: str, actor: str, intervention: str, relation: str
) -> None:
    links = batch().links
    counted: dict[tuple[str, ...], Row] = {}
    for record in folder("interviews"):
        id_ = record["id"]
        of = {link.target for link in links if (link.source, link.type) == (id_, "TELLS_OF")}
        bodies = {link.target for link in links if (link.source, link.type) == (id_, "SPEAKS_FOR")}
        beside = bodies | {f.of for one in of for f in told("took_part")[one]}
        said = [f"{id_}/{passage['id']}" for passage in record["passages"]]
        if (
            (not country or country in record["countries"])
            and (not actor or actor in beside)
            and (not intervention or intervention in of)
            and relation in {"", record["relation_to_casebook"]}
        ):
            counted[id_,] = {
                "speaker": record["speaker"].get("name", ""),
                "voice": record["speaker"]["voice"],
                "relation": record["relation_to_casebook"],
                "speaks_for": names("actors", bodies),
                "told_of": sorted(titles(of)),
                "sources": 1,
                "passages": sorted(said),
            }
    given = {"country": country, "actor": actor, "intervention": intervention, "relation": relation}
    assert counted
    agree(answered(casebook, "interviews-on", "interview_id", **given), counted)


@pytest.mark.parametrize(
    ("place", "problem", "partners", "words"),
    [
        ("PER", "mercury-use", ("ngo",), ()),
        ("GHA", "conflict-level", ("government", "company"), ("exploration",)),
        ("Western Africa", "", (), ("gold", "illegal")),
        ("", "", ("cooperative",), ("coltan",)),
    ],
)
def test_cases_like_mine(
    casebook: Store, place: str, problem: str, partners: tuple[str, ...], words: tuple[str, ...]
) -> None:
    known = by_id("countries.yaml", "countries")
    country, region = (place, "") if place in known else ("", place)
    near = known[country]["region"] if country else region
    texts = _texts()
    counted: dict[str, Row] = {}
    scores: dict[str, int] = {}
    for id_ in cases():
        places = where([id_])
        regions = {known[one]["region"] for one in places}
        ended = [f for f in told("led_to")[id_] if problem and f.of == problem]
        kinds = {by_id("actors.yaml", "actors")[f.of]["type"] for f in told("took_part")[id_]}
        kinds &= set(partners)
        holding = {word: {p for p in texts[id_] if word in texts[id_][p].lower()} for word in words}
        points = {
            "country_points": 2 if country in places else int(near in regions),
            "problem_points": 2 if ended else 0,
            "partner_points": len(kinds),
            "word_points": len([word for word, found in holding.items() if found]),
        }
        types = by_id("actors.yaml", "actors")
        shown = [
            *told("in_country")[id_],
            *ended,
            *outcomes([id_], *ENDS),
            *(f for f in told("took_part")[id_] if types[f.of]["type"] in kinds),
        ]
        said = {p for f in shown for p in f.passages} | {p for of in holding.values() for p in of}
        counted[id_] = {
            **points,
            "score": scores.setdefault(id_, sum(points.values())),
            "badly": bool(going("worsened", [id_])),
            "countries": names("countries", places),
            "sources": len({passages()[p].origin for p in said}),
            "passages": sorted(said),
        }
    keys = ("mineral", "stage", "legal")
    given: dict[str, str | int] = {
        "country": country,
        "region": region,
        "problem": problem,
        "partners": ",".join(partners),
        **dict(zip(keys, words, strict=False)),
    }
    ranked = sorted((i for i in scores if scores[i]), key=lambda i: (-scores[i], i))
    for most in (1, 4, 12):
        ids, low = ranked[:most], scores[ranked[:most][-1]]
        rest = [i for i in ranked[most:] if counted[i]["badly"] and scores[i] >= low - 1]
        if rest and not any(counted[i]["badly"] for i in ids):
            ids = [*ids[:-1], rest[0]]
        found = answered(
            casebook, "cases-like-mine", "intervention_id", cases=most, among=ALL, **given
        )
        agree(found, {(id_,): counted[id_] for id_ in ids})


@cache
def _texts() -> dict[str, dict[str, str]]:
    """What the passages on the links of each intervention say."""
    text = {n.id: str(n.properties["text"]) for n in batch().nodes if n.label == "Passage"}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for link in batch().links:
        for end in (link.source, link.target):
            found[end] |= {passage: text[passage] for passage in link.passages}
    return found


def test_the_points_have_their_reasons(casebook: Store) -> None:
    given = {"partners": "ngo,cooperative", "mineral": "gold", "legal": "informal"}
    for row in question("cases-like-mine").run(casebook, given).records():
        points = [row[name] for name in row if name.endswith("_points")]
        reasons = row["reasons"]
        assert isinstance(reasons, list)
        assert row["score"] == sum(int(str(one)) for one in points)
        twice = len({"country", "problem"} & set(reasons))
        assert row["score"] == len(reasons) + twice
