"""What differs between two snapshots, for scripts: every row, none cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from graph.batch import Node
from graph.store import Cell
from queries.change import AnswerChange, Asking, CellChange, Row, RowChange
from queries.header import Column
from ui.snapshots import Difference


def as_json(found: Difference, *, passages: bool) -> dict[str, object]:
    """Return what `json.dumps` takes; with `passages` their ids stand there, else their number."""
    answers = [(asking, one) for asking, one in found.answers if isinstance(one, AnswerChange)]
    return {
        "old": found.old,
        "new": found.new,
        "differs": found.differs,
        "graph": {
            "nodes": [asdict(moved) for moved in found.graph.nodes],
            "links": [asdict(moved) for moved in found.graph.links],
            "sources_added": _sources(found.graph.added),
            "sources_withdrawn": _sources(found.graph.withdrawn),
        },
        "questions": [
            {**_asking(asking), **_change(asking.query.header.columns, one, passages=passages)}
            for asking, one in answers
            if one.differs
        ],
        "not_compared": [
            {**_asking(asking), "why": [asdict(unasked) for unasked in one]}
            for asking, one in found.answers
            if not isinstance(one, AnswerChange)
        ],
        "unchanged": [_asking(asking) for asking, one in answers if not one.differs],
    }


def _sources(sources: Iterable[Node]) -> list[dict[str, object]]:
    told = ("title", "voice")
    return [
        {"id": node.id, **{name: node.properties.get(name) for name in told}} for node in sources
    ]


def _asking(asking: Asking) -> dict[str, object]:
    return {
        "name": asking.query.name,
        "title": asking.query.header.title,
        "parameters": dict(asking.given),
    }


def _change(
    columns: Sequence[Column], change: AnswerChange, *, passages: bool
) -> dict[str, object]:
    def row(cells: Row) -> dict[str, object]:
        pairs = zip(columns, cells, strict=True)
        return {column.name: _cell(column, cell, passages=passages) for column, cell in pairs}

    def moved(both: RowChange) -> dict[str, object]:
        cells = {cell.column.name: _moved(cell, passages=passages) for cell in both.cells(columns)}
        return {"row": row(both.after), "cells": cells}

    return {
        "key": [columns[place].name for place in change.key],
        "new": [row(cells) for cells in change.new],
        "gone": [row(cells) for cells in change.gone],
        "changed": [moved(both) for both in change.changed],
    }


def _moved(cell: CellChange, *, passages: bool) -> dict[str, object]:
    before, after = (
        _cell(cell.column, one, passages=passages) for one in (cell.before, cell.after)
    )
    if isinstance(before, list) and isinstance(after, list):
        return {"added": list(cell.added), "removed": list(cell.removed)}
    return {"before": before, "after": after}


def _cell(column: Column, cell: Cell, *, passages: bool) -> Cell:
    counted = column.name == "passages" and not passages and isinstance(cell, list)
    return len(cell) if counted and isinstance(cell, list) else cell
