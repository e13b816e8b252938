"""Who with whom or where, as a grid: what its cells hold, and which of them are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.store import Answer, Cell
from ui.parts.directions import NAMES

MOST_ROWS: Final = 12
MOST_COLUMNS: Final = 8
SEPARATOR: Final = "~"


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: interventions by direction, independent sources, and how much is self-reported."""

    row_id: str
    row: str
    column_id: str
    column: str
    interventions: int
    counts: Mapping[str, int]
    sources: int
    self_reported: int

    @property
    def key(self) -> str:
        """Both ids, as they stand in the URL."""
        return f"{self.row_id}{SEPARATOR}{self.column_id}"


@dataclass(frozen=True, slots=True)
class Grid:
    """The squares to draw, their rows and columns in order, and how many there are in all."""

    squares: tuple[Square, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    all_rows: int
    all_columns: int


def squares(answer: Answer, row: str, column: str) -> tuple[Square, ...]:
    """Return the cells of an answer whose rows pair `row` with `column`."""
    return tuple(
        Square(
            str(record[f"{row}_id"]),
            str(record[row]),
            str(record[f"{column}_id"]),
            str(record[column]),
            whole(record["interventions"]),
            {name: whole(record[name]) for name in NAMES},
            whole(record["sources"]),
            whole(record["self_reported"]),
        )
        for record in answer.records()
    )


def grid(
    found: Sequence[Square], most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS
) -> Grid:
    """Choose the rows with most interventions, and of these the columns with most."""
    rows = _most((square.row, square.interventions) for square in found)
    drawn = set(rows[:most_rows])
    columns = _most((s.column, s.interventions) for s in found if s.row in drawn)[:most_columns]
    kept = tuple(s for s in found if s.row in drawn and s.column in columns)
    every = len({square.column for square in found})
    filled = [row for row in rows[:most_rows] if any(square.row == row for square in kept)]
    return Grid(kept, tuple(filled), tuple(columns), len(rows), every)


def whole(cell: Cell) -> int:
    """Return a cell as a whole number, 0 if it holds none."""
    return int(cell) if isinstance(cell, int | float) else 0


def _most(counted: Iterable[tuple[str, int]]) -> list[str]:
    """Return the names by falling sum of their numbers, equal ones by name."""
    sums = Counter[str]()
    for name, number in counted:
        sums[name] += number
    return sorted(sums, key=lambda name: (-sums[name], name.casefold()))
