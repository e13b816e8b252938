"""A row that is new, gone or changed, in words: called by the names that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model import DIRECTIONS, MODEL
from graph.store import Cell
from queries.change import CellChange, Row, RowChange, is_id, name_column
from queries.header import Column
from ui.parts.text import short

LETTERS = 80
LINKS = {link.type: link.caption for link in MODEL.links}


@dataclass(frozen=True, slots=True)
class RowWords:
    """Says rows of one answer; `captions` are the names of nodes by id, for ids without a name.

    Lists are cut after `most` members; with `passages` their ids are said, else their number.
    """

    columns: Sequence[Column]
    key: Sequence[int]
    captions: Mapping[str, str]
    most: int
    passages: bool

    def called(self, row: Row) -> str:
        """Return what tells this row from the others: `Solidaridad in Ghana`."""
        said: list[str] = []
        before = ""
        for place in self.key:
            column = self.columns[place]
            word = self._word(place, row)
            if word and word not in said:
                said += [_joint(column, before), word] if said else [word]
                before = column.of
        return "".join(said) or "the only row"

    def counted(self, row: Row) -> str:
        """Return the row with its counts: `Solidaridad in Ghana (2 interventions, 1 improved)`."""
        pairs = [(c, cell) for i, (c, cell) in enumerate(self._cells(row)) if i not in self.key]
        counts = [_count(c.name, cell) for c, cell in pairs if c.type == "integer" and cell]
        named = f"{self.called(row)} ({', '.join(counts)})" if counts else self.called(row)
        ids = next((cell for c, cell in pairs if c.name == "passages"), None)
        if self.passages and isinstance(ids, list) and ids:
            return f"{named}; passages {self._some(ids)}"
        return named

    def moved(self, change: RowChange) -> str:
        """Return what changed: `Swiss Better Gold in Peru: improved 4 -> 5, sources 20 -> 22`."""
        cells = change.cells(self.columns)
        single = [_from_to(cell) for cell in cells if not _is_list(cell)]
        lists = [self._list(cell) for cell in cells if _is_list(cell)]
        return (
            f"{self.called(change.after)}: {'; '.join(filter(None, (', '.join(single), *lists)))}"
        )

    def _cells(self, row: Row) -> Iterator[tuple[Column, Cell]]:
        return zip(self.columns, row, strict=True)

    def _word(self, place: int, row: Row) -> str:
        column, cell = self.columns[place], row[place]
        if not is_id(self.columns, column):
            return _said(column, cell)
        beside = name_column(self.columns, place)
        name = None if beside is None else row[beside]
        return short(str(name or self.captions.get(str(cell), cell) or ""), LETTERS)

    def _list(self, cell: CellChange) -> str:
        name = _words(cell.column.name)
        signs = (("added", cell.added), ("removed", cell.removed))
        if cell.column.name != "passages":
            told = (f"{sign} {self._some(ids)}" for sign, ids in signs if ids)
            return f"{name}: {', '.join(told)}"
        numbers = f"{name} {_size(cell.before)} -> {_size(cell.after)}"
        if not self.passages and not (cell.added and cell.removed):
            return numbers
        shown = (
            f"{self._some(ids) if self.passages else len(ids)} {sign}" for sign, ids in signs if ids
        )
        return f"{numbers} ({'; '.join(shown)})"

    def _some(self, members: Sequence[str]) -> str:
        shown = [short(member, LETTERS) for member in members[: self.most]]
        left = len(members) - len(shown)
        return ", ".join([*shown, *([f"{left} more"] if left else [])])


def _joint(column: Column, before: str) -> str:
    if column.of == "Country":
        return " in "
    return " with " if column.of and column.of == before else ", "


def _is_list(cell: CellChange) -> bool:
    return isinstance(cell.before, list) and isinstance(cell.after, list)


def _size(cell: Cell) -> int:
    return len(cell) if isinstance(cell, list) else 0


def _from_to(cell: CellChange) -> str:
    before, after = _value(cell.before), _value(cell.after)
    return f"{_words(cell.column.name)} {before} -> {after}"


def _value(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, list):
        return ", ".join(cell) or "none"
    if isinstance(cell, str) and " " in cell:
        return f'"{short(cell, LETTERS)}"'
    return "none" if cell in (None, "") else str(cell)


def _said(column: Column, cell: Cell) -> str:
    """Return a cell that tells rows apart, so that it can stand without the column's name."""
    if isinstance(cell, bool):
        return _words(column.name) if cell else f"not {_words(column.name)}"
    if isinstance(cell, str):
        return short(LINKS.get(cell, cell), LETTERS)
    return "" if cell is None else f"{_words(column.name)} {cell}"


def _count(name: str, cell: Cell) -> str:
    """Return a number with its noun where the column's name is one: names in -s count things."""
    if name in DIRECTIONS or name.endswith("s"):
        return f"{cell} {_words(_singular(name) if cell == 1 else name)}"
    return f"{_words(name)} {cell}"


def _singular(name: str) -> str:
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name.removesuffix("s")


def _words(name: str) -> str:
    return name.replace("_", " ")
