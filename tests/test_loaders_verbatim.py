"""Passages in a source's own words are compared with its text, character by character."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.everything import load
from support_records import write_records

TEXT = "The plant uses no mercury.\nIt runs since 2017, says Ana Rojas; “it stays”.\n"
SOURCE = (
    "- {id: own-report, title: Our report, voice: ngo, kind: case-study, file: own/report.txt}\n"
)


@pytest.fixture
def own(registry: Path) -> Path:
    """The test casebook with a source whose text is in the data folder."""
    (registry / "own").mkdir()
    (registry / "own/report.txt").write_text(TEXT, "utf-8")
    with (registry / "sources.yaml").open("a") as file:
        file.write(SOURCE)
    return registry


def quoting(folder: Path, words: str, source: str = "own-report") -> list[str]:
    """Return the problems of a case that quotes these words."""
    write_records(
        folder,
        f"""
id: tza-ndogo-test
title: A test at Ndogo
passages:
- id: p1
  source: {source}
  at: opening
  quotes: {words}
facts:
- {{in_country: TZA, passages: [p1]}}
""",
    )
    return [str(problem) for problem in load(folder).problems]


def test_words_that_stand_in_the_text_are_a_verbatim_passage(own: Path) -> None:
    assert quoting(own, "'runs since 2017, says Ana Rojas; “it stays”.'") == []
    passage = next(n for n in load(own).batch.nodes if n.id == "tza-ndogo-test/p1")
    assert passage.properties["kind"] == "verbatim"
    source = next(n for n in load(own).batch.nodes if n.id == "own-report")
    assert source.label == "CaseStudy"


@pytest.mark.parametrize(
    "words",
    [
        "The plant uses no Mercury.",
        "The  plant uses no mercury.",
        "The plant uses no mercury!",
        "The plant uses no mercury. It runs since 2017",
        "'runs since 2017, says Ana Rojas; \"it stays\".'",
    ],
)
def test_one_character_that_differs_is_a_problem(own: Path, words: str) -> None:
    (problem,) = quoting(own, words)
    assert problem == (
        "case_studies/record.yaml:7: these words are not in own/report.txt; "
        "copy them exactly (1 fact left out until then)"
    )
    assert not [k for k in load(own).batch.links if k.source == "tza-ndogo-test"]


def test_quotes_of_a_source_without_a_file_are_a_problem(registry: Path) -> None:
    (problem,) = quoting(registry, "So it is.", source="uni-2022-study")
    assert problem == (
        "case_studies/record.yaml:7: the source uni-2022-study has no file; "
        "name its text under file:, or use says: (1 fact left out until then)"
    )


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("../secret.txt", "../secret.txt lies outside the data folder; move it inside"),
        ("own/none.txt", "own/none.txt cannot be read; save it as UTF-8 text"),
    ],
)
def test_a_text_that_cannot_be_had_is_a_problem(registry: Path, file: str, found: str) -> None:
    (registry.parent / "secret.txt").write_text("Secret.", "utf-8")
    with (registry / "sources.yaml").open("a") as sources:
        sources.write(SOURCE.replace("own/report.txt", file))
    assert [str(p) for p in load(registry).problems] == [f"sources.yaml:8: {found}"]


def test_a_text_in_another_encoding_is_a_problem(own: Path) -> None:
    (own / "own/report.txt").write_bytes("é".encode("latin-1"))
    (problem,) = load(own).problems
    assert problem.found == "own/report.txt cannot be read"
