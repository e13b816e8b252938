"""Withdrawing a source of the shipped casebook equals never having loaded it."""

from __future__ import annotations

import gc
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.batch import Batch
from graph.canonical import dump_lines
from graph.model import MODEL
from graph.standing import without
from loaders.everything import load
from support_records import write_records
from support_seam import ROOT

DATA = ROOT / "data"
SOURCES = (DATA / "sources.yaml").read_text("utf-8")
IDS = re.findall(r"^- id: (\S+)$", SOURCES, re.MULTILINE)
REPORTS = re.findall(r"^- id: (\S+)\n(?:  .*\n)*?  kind: report$", SOURCES, re.MULTILINE)
PAGES = sorted({*random.Random(7).sample(IDS, 38), *REPORTS})  # noqa: S311  a sample, no secret
INTERVIEWS = sorted(path.stem for path in (DATA / "interviews").iterdir())[::4]


def dump(batch: Batch) -> str:
    return "\n".join(dump_lines(MODEL, batch))


def same(one: Batch, other: Batch) -> bool:
    """Tell whether the dumps are the same bytes; equal graphs need no dump for that."""
    return one == other or dump(one) == dump(other)


@pytest.fixture(scope="module")
def casebook() -> Iterator[Batch]:
    batch = load(DATA).batch
    gc.freeze()
    gc.disable()
    yield batch
    gc.enable()
    gc.unfreeze()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("copy") / "data"))


@pytest.mark.parametrize("source", PAGES)
def test_a_page_or_report(casebook: Batch, copy: Path, source: str) -> None:
    record = re.compile(rf"^- id: {re.escape(source)}\n(?:  .*\n)*", re.MULTILINE)
    fewer, gone = record.subn("", SOURCES)
    assert gone == 1
    (copy / "sources.yaml").write_text(fewer, "utf-8")
    never = load(copy).batch
    (copy / "sources.yaml").write_text(SOURCES, "utf-8")
    assert same(never, without(MODEL, casebook, source))
    assert source not in {node.id for node in never.nodes}


@pytest.mark.parametrize("source", INTERVIEWS)
def test_an_interview(casebook: Batch, copy: Path, source: str) -> None:
    file = copy / "interviews" / f"{source}.yaml"
    text = file.read_text("utf-8")
    file.unlink()
    never = load(copy).batch
    file.write_text(text, "utf-8")
    assert same(never, without(MODEL, casebook, source))


def test_one_that_is_no_source_of_the_casebook_takes_nothing(casebook: Batch) -> None:
    assert without(MODEL, casebook, "no-such-source") == casebook


def test_a_case_told_by_two_interviews_loses_its_summary_with_either(registry: Path) -> None:
    interview = (registry / "interviews/int-rojas-quilla.yaml").read_text("utf-8")
    write_records(
        registry,
        "# file: case_studies/per-told.yaml\n"
        "id: per-told\n"
        "title: Told by two\n"
        "summary: Both say so.\n"
        "told_by: [int-rojas-quilla, int-second]\n"
        "# file: interviews/int-second.yaml\n"
        + interview.replace("id: int-rojas-quilla", "id: int-second").replace(
            "in: per-quilla-plant", "in: per-told"
        ),
    )
    loaded = load(registry)
    assert loaded.problems == ()
    (registry / "interviews/int-rojas-quilla.yaml").unlink()
    never = load(registry).batch
    assert dump(never) == dump(without(MODEL, loaded.batch, "int-rojas-quilla"))
    assert "Both say so" not in dump(never)


def test_a_record_that_says_withdrawn_is_as_if_it_were_not_there(registry: Path) -> None:
    batch = load(registry).batch
    file = registry / "sources.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: Who drinks", "withdrawn: 2026-11-24, title: Who drinks"))
    loaded = load(registry)
    assert loaded.problems == ()
    assert dump(loaded.batch) == dump(without(MODEL, batch, "watch-2021-water"))


def test_an_interview_goes_when_its_record_says_withdrawn(registry: Path) -> None:
    batch = load(registry).batch
    with (registry / "interviews/int-rojas-quilla.yaml").open("a") as file:
        file.write("withdrawn: 2026-11-24\n")
    loaded = load(registry)
    assert loaded.problems == ()
    assert dump(loaded.batch) == dump(without(MODEL, batch, "int-rojas-quilla"))


def test_with_a_page_goes_the_interview_that_derives_from_it(registry: Path) -> None:
    left = without(MODEL, load(registry).batch, "diario-2021-cierre")
    ids = {node.id for node in left.nodes}
    assert not ids & {"int-rojas-quilla", "int-rojas-quilla/p1", "per-quilla-plant/p4"}
    assert "per-quilla-plant" in ids
    assert not [link for link in left.links if link.type in {"WENT_WRONG", "SHAPED_BY"}]


def test_a_chain_of_sources_falls_with_its_first_in_whatever_order_they_are(
    registry: Path,
) -> None:
    file = registry / "sources.yaml"
    text = file.read_text("utf-8")
    chain = (
        "- {id: third, title: Third, voice: news, reports_on: second}\n"
        "- {id: second, title: Second, voice: news, reports_on: first}\n"
    )
    first = "- {id: first, title: First, voice: news}\n"
    file.write_text(text + chain + first, "utf-8")
    batch = load(registry).batch
    file.write_text(text + chain, "utf-8")
    loaded = load(registry)
    assert dump(loaded.batch) == dump(without(MODEL, batch, "first"))
    assert [problem.found for problem in loaded.problems] == ["first is no known source"]
