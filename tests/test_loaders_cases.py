"""Case studies: each verb of a fact becomes its link, with the passages that say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.batch import Batch, Link, Node
from loaders.everything import load
from support_records import write_records

CASE = """
id: tza-ndogo-test
title: A test at Ndogo
passages:
- {id: p1, source: uni-2022-study, at: opening, says: It says so.}
- {id: p2, source: watch-2021-water, at: page 2, says: So does this one.}
facts:
"""
P1 = ("tza-ndogo-test/p1",)


def good(folder: Path) -> Batch:
    loaded = load(folder)
    assert loaded.problems == ()
    return loaded.batch


def node(batch: Batch, id_: str) -> Node:
    return next(node for node in batch.nodes if node.id == id_)


@pytest.mark.parametrize(
    ("fact", "link"),
    [
        (
            "took_part: lago-refiners, as: buyer, detail: buys all of it",
            Link(
                "TOOK_PART_IN",
                "lago-refiners",
                "tza-ndogo-test",
                {"role": "buyer", "detail": "buys all of it"},
                P1,
            ),
        ),
        (
            "took_part: lago-refiners, as: buyer, as_described: the buyer",
            Link(
                "TOOK_PART_IN",
                "lago-refiners",
                "tza-ndogo-test",
                {"role": "buyer", "detail": "the buyer"},
                P1,
            ),
        ),
        ("in_country: TZA", Link("IN_COUNTRY", "tza-ndogo-test", "TZA", {}, P1)),
        ("at_site: tza-ndogo", Link("AT_SITE", "tza-ndogo-test", "tza-ndogo", {}, P1)),
        ("began: 2019", Link("BEGAN", "tza-ndogo-test", "2019", {}, P1)),
        ("last_described: 2024", Link("LAST_DESCRIBED", "tza-ndogo-test", "2024", {}, P1)),
        ("applied: HG-TECH", Link("APPLIED", "tza-ndogo-test", "HG-TECH", {}, P1)),
        (
            "led_to: income, direction: mixed, detail: rose and fell",
            Link(
                "LED_TO",
                "tza-ndogo-test",
                "income",
                {"direction": "mixed", "detail": "rose and fell"},
                P1,
            ),
        ),
        (
            "shaped_by: gold-price, note: rising",
            Link("SHAPED_BY", "tza-ndogo-test", "gold-price", {"detail": "rising"}, P1),
        ),
        (
            "followed: per-quilla-plant",
            Link("FOLLOWED", "tza-ndogo-test", "per-quilla-plant", {}, P1),
        ),
    ],
)
def test_a_fact_becomes_its_link(registry: Path, fact: str, link: Link) -> None:
    write_records(registry, f"{CASE}- {{{fact}, passages: [p1]}}\n")
    assert link in good(registry).links


def test_what_went_wrong_is_a_setback_with_its_words(registry: Path) -> None:
    write_records(registry, f"{CASE}- {{went_wrong: The pump broke., passages: [p2]}}\n")
    batch = good(registry)
    link = next(k for k in batch.links if k.type == "WENT_WRONG" and k.source == "tza-ndogo-test")
    assert link.passages == ("tza-ndogo-test/p2",)
    assert node(batch, link.target).properties == {"text": "The pump broke."}


def test_the_first_and_the_last_year_stand_on_the_card(registry: Path) -> None:
    facts = [f"- {{{verb}, passages: [p1]}}" for verb in ("began: 2012", "began: 2010")]
    last = "- {last_described: 2015, passages: [p2]}"
    write_records(registry, CASE + "\n".join([*facts, last]) + "\n")
    card = node(good(registry), "tza-ndogo-test").properties
    assert (card["began"], card["last_described"]) == (2010, 2015)


def test_a_fact_said_twice_is_one_link_with_both_passages(records: Path) -> None:
    """
    id: tza-ndogo-test
    title: A test at Ndogo
    passages:
    - {id: p1, source: uni-2022-study, at: opening, says: It says so.}
    - {id: p2, source: watch-2021-water, at: page 2, says: So does this one.}
    facts:
    - {applied: HG-TECH, passages: [p2]}
    - {applied: HG-TECH, passages: [p1]}
    """
    said = [k.passages for k in good(records).links if k.source == "tza-ndogo-test"]
    assert said == [("tza-ndogo-test/p1", "tza-ndogo-test/p2")]


def test_a_summary_rests_on_the_passages_of_its_record(records: Path) -> None:
    """
    id: tza-ndogo-test
    title: A test at Ndogo
    summary: >-
      The whole story,
      in two lines.
    passages:
    - {id: p1, source: uni-2022-study, at: opening, says: It says so.}
    facts:
    - {in_country: TZA, passages: [p1]}
    """
    card = node(good(records), "tza-ndogo-test").properties
    assert card["summary"] == "The whole story, in two lines."
    assert card["summary_passages"] == P1


def test_a_passage_keeps_its_words_place_and_checksum(records: Path) -> None:
    """
    id: tza-ndogo-test
    title: A test at Ndogo
    passages:
    - {id: p1, source: uni-2022-study, at: page 12, says: "It says: \\"so\\", é.", basis: notes}
    facts:
    - {in_country: TZA, passages: [p1]}
    """
    assert node(good(records), "tza-ndogo-test/p1").properties == {
        "kind": "paraphrase",
        "text": 'It says: "so", é.',
        "at": "page 12",
        "basis": "notes",
        "sha256": "55a2224c1f2169658b0d9362b59c91826a83ebedc17ac8c1b81edf1316ed9c8d",
    }


def test_numbers_and_days_in_text_stay_as_they_are_written(records: Path) -> None:
    """
    id: tza-ndogo-test
    title: 1.10
    passages:
    - {id: p1, source: uni-2022-study, at: 12:30, says: 0o17 and more}
    - {id: 007, source: uni-2022-study, at: 1_000, says: 2020-09-14}
    facts:
    - {in_country: TZA, passages: [p1, 007]}
    """
    batch = good(records)
    assert node(batch, "tza-ndogo-test").properties["title"] == "1.10"
    assert node(batch, "tza-ndogo-test/p1").properties["at"] == "12:30"
    assert node(batch, "tza-ndogo-test/007").properties["at"] == "1_000"
    assert node(batch, "tza-ndogo-test/007").properties["text"] == "2020-09-14"
