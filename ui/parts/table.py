"""An answer as a table that people read: names for ids, lists in words, signs for directions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from graph.store import Answer, Cell
from queries.header import Column
from ui.i18n import say, term
from ui.parts.directions import NAMES, direction
from ui.parts.parameters import label_of

SHOWN: Final = 500
Shown: TypeAlias = str | int | float | None


def columns(promised: Iterable[Column]) -> list[Column]:
    """Return the columns to show: no ids where the name stands beside them, and no passages."""
    held = list(promised)
    names = {column.name for column in held}
    return [
        column
        for column in held
        if column.name not in {"passages", "rank", "inward"}
        and column.name.removesuffix("_id") not in names - {column.name}
    ]


def heading(column: Column) -> str:
    """Return the heading of a column."""
    if column.name in NAMES:
        return direction(column.name).sign
    return say("ask.own") if column.name == "self_reported" else label_of(column.name)


def width(column: Column) -> int:
    """Return how many pixels wide a column is shown."""
    if column.name in NAMES:
        return 50
    return 175 if column.type in {"text", "texts"} else 85


def data(answer: Answer, shown: Iterable[Column]) -> dict[str, list[Shown]]:
    """Return the first rows as columns of plain values."""
    rows = answer.records()[:SHOWN]
    return {heading(c): [_value(c, row.get(c.name)) for row in rows] for c in shown}


def _value(column: Column, cell: Cell) -> Shown:
    if isinstance(cell, bool):
        return say("ask.true_flag") if cell else ""
    if isinstance(cell, list):
        return ", ".join(_word(column.name, text) for text in cell)
    return _word(column.name, cell) if isinstance(cell, str) else cell


def _word(name: str, text: str) -> str:
    kinds = {"roles": "role", "voices": "voice", "target_kind": "kind"}
    kind = kinds.get(name, name)
    closed = {"role", "voice", "direction", "link", "type", "relation"}
    return term(kind, text) if kind in closed else text
