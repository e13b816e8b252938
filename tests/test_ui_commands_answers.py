"""Answers as text: every cell stays in its cell, whatever stands in it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from graph.store import Answer, Cell
from ui.answers import written

ODD: list[Cell] = [
    "plain",
    "a | b",
    "a \\| b",
    "two\nlines",
    "two\r\nlines",
    'he said "so", twice',
    "é 金 🪨",
    None,
    True,
    7,
    0.5,
    ["a", "b; c"],
    [],
]


def answer(*cells: Cell) -> Answer:
    return Answer(("first", "cell"), tuple(("x", cell) for cell in cells))


def test_json_is_a_list_of_objects_with_the_values_as_they_are() -> None:
    rows = json.loads(written(answer(*ODD), "json"))
    assert [row["cell"] for row in rows] == ODD
    assert written(answer("é"), "json").count("é") == 1


def test_csv_can_be_read_back() -> None:
    rows = list(csv.DictReader(io.StringIO(written(answer(*ODD), "csv"), newline="")))
    assert len(rows) == len(ODD)
    assert rows[3]["cell"] == "two\nlines"
    assert rows[5]["cell"] == 'he said "so", twice'
    assert [row["cell"] for row in rows[7:]] == ["", "true", "7", "0.5", "a; b; c", ""]


@pytest.mark.parametrize("cell", ODD)
def test_a_row_of_markdown_is_one_line_with_its_cells(cell: Cell) -> None:
    head, rule, row = written(answer(cell), "markdown").splitlines()
    assert (head, rule) == ("| first | cell |", "| --- | --- |")
    inside = row.replace("\\\\", "").replace("\\|", "")
    assert inside.count("|") == 3


def test_a_table_has_one_line_a_row_and_says_how_many() -> None:
    lines = written(answer("a", ["p", "q", "r", "s"]), "table").splitlines()
    assert lines[0].split() == ["first", "cell"]
    assert lines[2].split() == ["x", "a"]
    assert lines[3].split(maxsplit=1) == ["x", "p; q; and 2 more"]
    assert lines[4] == "2 rows"


def test_one_row_is_one_row() -> None:
    assert written(answer("a"), "table").endswith("\n1 row\n")


def test_markup_in_a_cell_is_shown_not_obeyed() -> None:
    assert "[red]gold[/red]" in written(answer("[red]gold[/red]"), "table")


def test_an_answer_without_rows_keeps_its_columns() -> None:
    none = Answer(("first", "cell"), ())
    assert written(none, "json") == "[]\n"
    assert written(none, "csv") == "first,cell\n"
    assert written(none, "markdown") == "| first | cell |\n| --- | --- |\n"
    assert written(none, "table").endswith("0 rows\n")
