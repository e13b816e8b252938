"""Dumps of the test casebook, whole and spoilt, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.batch import Batch
from graph.canonical import dump_lines
from graph.model import MODEL
from graph.restored import BadDumpError, restored
from loaders.everything import load
from support_records import BASE

Item = dict[str, object]
Change = Callable[[Item], object]


def dump(batch: Batch) -> bytes:
    return b"".join(line.encode() + b"\n" for line in dump_lines(MODEL, batch))


def read(folder: Path, content: bytes) -> Batch:
    path = folder / "graph.jsonl"
    path.write_bytes(content)
    return restored(MODEL, path)


BATCHES: list[Batch] = []


def load_base() -> Batch:
    """Return the test casebook, read once: hypothesis asks for it often."""
    if not BATCHES:
        BATCHES.append(load(BASE).batch)
    return BATCHES[0]


def complaint(folder: Path, content: bytes) -> tuple[int, str]:
    """Return the line number and the sentence by which a dump is refused."""
    with pytest.raises(BadDumpError) as caught:
        read(folder, content)
    where, _, said = str(caught.value).partition(": ")
    path, _, number = where.rpartition(":")
    assert path == str(folder / "graph.jsonl")
    assert "; " in said
    return int(number), said


def changed(wanted: dict[str, object], change: Change) -> tuple[bytes, int]:
    """Return the dump of the test casebook with one item changed, in order, and its line."""
    items = [json.loads(line) for line in dump_lines(MODEL, load_base())]
    (item,) = [item for item in items if wanted.items() <= item.items()]
    change(item)
    lines = sorted(written(item) for item in items)
    return b"".join(lines), lines.index(written(item)) + 1


def written(item: object) -> bytes:
    text = json.dumps(item, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


def holding(**values: object) -> Change:
    return lambda item: item.update({key.rstrip("_"): value for key, value in values.items()})


def knowing(**values: object) -> Change:
    """Change properties; None takes one away."""

    def change(item: Item) -> None:
        known = item["properties"]
        assert isinstance(known, dict)
        known.update(values)
        item["properties"] = {name: value for name, value in known.items() if value is not None}

    return change
