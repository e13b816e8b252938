"""A dump read back: the same bytes again, or one line that says what is wrong and where."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.batch import Batch, Link, Node, Properties, Value
from graph.errors import SeamError
from graph.model import MODEL
from graph.restored import BadDumpError, restored
from graph.schema import Property
from graph.standing import standing
from loaders.everything import load
from support_dumps import complaint, dump, load_base, read, written
from support_graphs import graphs
from support_records import BASE
from support_seam import ROOT

PLACEHOLDERS: dict[str, Value] = {
    "text": "said",
    "integer": 1,
    "number": 0.5,
    "flag": True,
    "texts": ("said",),
}


def completed(batch: Batch) -> Batch:
    """Return a random graph with a value for every property that the model requires."""
    nodes = {
        node.id: Node(node.label, node.id, filled(MODEL.properties(node.label), node.properties))
        for node in batch.nodes
    }
    links = [
        Link(
            link.type,
            link.source,
            link.target,
            filled(MODEL.link(link.type).properties, link.properties),
            link.passages,
        )
        for link in batch.links
    ]
    return standing(MODEL, nodes, links)


def filled(declared: Sequence[Property], known: Properties) -> Properties:
    required: dict[str, Value] = {
        prop.name: prop.choices[0] if prop.choices else PLACEHOLDERS[prop.kind]
        for prop in declared
        if prop.required
    }
    return {**required, **known}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dumps")


@pytest.mark.parametrize("data", [BASE, ROOT / "data"], ids=["test casebook", "casebook"])
def test_a_casebook_comes_back_whole(data: Path, folder: Path) -> None:
    batch = load(data).batch
    back = read(folder, dump(batch))
    assert back == batch
    assert dump(back) == dump(batch)


@settings(max_examples=100, deadline=None)
@given(graphs().map(completed))
def test_any_graph_comes_back_to_the_same_bytes(folder: Path, graph: Batch) -> None:
    assume(graph.nodes)
    assert dump(read(folder, dump(graph))) == dump(graph)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_dump_with_a_byte_changed_is_refused_or_gives_these_bytes(
    folder: Path, data: st.DataObject
) -> None:
    """Whatever is read is a graph whose dump is the file: nothing is half-read or mended."""
    content = bytearray(dump(load_base()))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255))
    with suppress(BadDumpError):
        assert dump(read(folder, bytes(content))) == bytes(content)


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 84))
def test_a_dump_cut_within_a_line_is_refused(folder: Path, line: int) -> None:
    lines = dump(load_base()).splitlines(keepends=True)
    cut = b"".join(lines[:line]) + lines[line][:-1]
    with pytest.raises(BadDumpError):
        read(folder, cut)


def test_a_file_that_is_empty_is_no_graph(folder: Path) -> None:
    assert complaint(folder, b"") == (
        1,
        "the file is empty; a dump has a line for every node and link",
    )


def test_a_line_twice_out_of_order_or_unfinished_is_named(folder: Path) -> None:
    one, two, *rest = dump(load_base()).splitlines(keepends=True)
    assert complaint(folder, one + one + two + b"".join(rest)) == (
        2,
        "line 1 states the same; put their passages together",
    )
    assert complaint(folder, two + one + b"".join(rest)) == (
        2,
        "the line is out of order; sort the lines by their bytes",
    )
    assert complaint(folder, one + two + rest[0][:-1]) == (
        3,
        "the file ends within a line; write the file again with `seam dump`",
    )


def test_an_id_or_a_statement_that_stands_twice_is_named(folder: Path) -> None:
    lines = dump(load_base()).splitlines(keepends=True)
    again = written(
        {"kind": "node", "id": "per-quilla", "labels": ["Setback"], "properties": {"text": "x"}}
    )
    both = sorted([*lines, again])
    (first, second) = (i + 1 for i, line in enumerate(both) if b'"id":"per-quilla"' in line)
    assert complaint(folder, b"".join(both)) == (
        second,
        f"line {first} has the id per-quilla too; give each its own",
    )
    began = next(line for line in lines if b'"type":"BEGAN"' in line)
    both = sorted([*lines, began.replace(b"plant/p1", b"plant/p2")])
    (first, second) = (i + 1 for i, line in enumerate(both) if b'"type":"BEGAN"' in line)
    assert complaint(folder, b"".join(both)) == (
        second,
        f"line {first} states the same; put their passages together",
    )


def test_a_file_that_is_not_there_is_said_so(folder: Path) -> None:
    with pytest.raises(SeamError, match=r"^cannot read \S+ \(No such file or directory\)$"):
        restored(MODEL, folder / "none.jsonl")
