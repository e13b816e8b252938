"""The order in which records are written, in a file or among files, changes nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.canonical import dump_lines
from graph.model import MODEL
from loaders.everything import load
from support_records import BASE

Yaml = dict[str, "Yaml"] | list["Yaml"] | str | int | float | bool | None
ORDERED = {"aliases", "about", "countries", "wgc_chapters", "icmm_sections", "cue_phrases"}


def shuffled(value: Yaml, order: random.Random, name: str = "") -> Yaml:
    """Return the value with its fields and its lists of records in another order."""
    if isinstance(value, dict):
        fields = [(key, shuffled(held, order, key)) for key, held in value.items()]
        order.shuffle(fields)
        return dict(fields)
    if isinstance(value, list) and name not in ORDERED:
        items = [shuffled(item, order) for item in value]
        order.shuffle(items)
        return items
    return value


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shuffled")


@settings(max_examples=15, deadline=None)
@given(order=st.randoms(use_true_random=True))
def test_shuffled_records_give_the_same_dump(folder: Path, order: random.Random) -> None:
    for path in BASE.rglob("*.yaml"):
        file = folder / path.relative_to(BASE)
        file.parent.mkdir(exist_ok=True)
        value = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        file.write_text(yaml.safe_dump(shuffled(value, order), sort_keys=False), "utf-8")
    loaded = load(folder)
    assert loaded.problems == ()
    assert dump_lines(MODEL, loaded.batch) == dump_lines(MODEL, load(BASE).batch)
