"""The pages that are made from the code are what the code makes now."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph import describe as model
from graph.model import MODEL
from graph.schema import LinkType, NodeType
from queries import describe as saved
from queries.saved import questions
from support_seam import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md"), ROOT / "data" / "README.md"])


def test_model_md_is_made_from_the_model() -> None:
    text = (DOCS / "model.md").read_text("utf-8")
    assert text == model.described(MODEL), "run: python -m graph.describe > docs/model.md"


def test_questions_md_is_made_from_the_questions() -> None:
    text = (DOCS / "questions.md").read_text("utf-8")
    made = saved.described(questions().values())
    assert text == made, "run: python -m queries.describe > docs/questions.md"


def test_every_type_property_and_choice_stands_in_model_md() -> None:
    text = (DOCS / "model.md").read_text("utf-8")
    owners: list[NodeType | LinkType] = [*MODEL.nodes, *MODEL.links]
    for owner in owners:
        assert owner.about in text
        for prop in owner.properties:
            assert f"| {prop.name} | {prop.kind} |" in text
            assert ", ".join(prop.choices) in text


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    assert list(model.table(("a",), [("x|y",)])) == ["| a |", "| --- |", r"| x\|y |"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_in_pages_are_commands(page: Path) -> None:
    known = (
        "load|check|questions|ask|cypher|lint|diff|paths|bridges|communities|similar|proof|dump|"
        "withdraw|store|explore"
    )
    for command in re.findall(r"(?:`|bin/)seam ([a-z]+)", page.read_text("utf-8")):
        assert re.fullmatch(known, command), command
