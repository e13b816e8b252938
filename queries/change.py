"""What differs between the answers that two graphs give to one question, row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from graph.batch import grouped
from graph.store import Answer, Cell, Store
from graph.store import Parameter as Given
from queries.header import Column, Kind
from queries.saved import SavedQuery
from queries.values import WrongValueError, identify

Row: TypeAlias = tuple[Cell, ...]
Side: TypeAlias = Literal["old", "new"]
TELL_APART: tuple[tuple[Kind, ...], ...] = (("text", "flag"), ("integer", "number"))
"""Kinds of columns that may tell rows with equal ids apart, and which are tried first."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of a row that is in both answers."""

    column: Column
    before: Cell
    after: Cell

    @property
    def added(self) -> tuple[str, ...]:
        """Return the members that only the new list has."""
        return _only(self.after, self.before)

    @property
    def removed(self) -> tuple[str, ...]:
        """Return the members that only the old list has."""
        return _only(self.before, self.after)


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is in both answers, with other cells."""

    before: Row
    after: Row

    def cells(self, columns: Sequence[Column]) -> list[CellChange]:
        """Return the cells that differ."""
        pairs = zip(columns, self.before, self.after, strict=True)
        return [CellChange(column, old, new) for column, old, new in pairs if old != new]


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """What differs between two answers; `key` holds the places of the columns that tell rows apart.

    Rows are in the order of their answers, a changed row at the earlier of its two places.
    """

    key: tuple[int, ...]
    new: tuple[Row, ...] = ()
    gone: tuple[Row, ...] = ()
    changed: tuple[RowChange, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether any row differs."""
        return bool(self.new or self.gone or self.changed)


@dataclass(frozen=True, slots=True)
class Unasked:
    """Why a graph cannot be asked: it lacks a node that a parameter names."""

    side: Side
    why: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A saved question with the values given for its parameters."""

    query: SavedQuery
    given: Mapping[str, Given] = field(default_factory=dict)


def asked_of_both(asking: Asking, old: Store, new: Store) -> AnswerChange | tuple[Unasked, ...]:
    """Return what differs between the two answers, or which of the graphs cannot be asked.

    Raises `WrongValueError` for a given value that neither of them can take.
    """
    query, given = asking.query, asking.given
    sides: tuple[tuple[Side, Store], ...] = (("old", old), ("new", new))
    unasked = tuple(
        Unasked(side, why) for side, store in sides if (why := _lacks(query, given, store))
    )
    if not unasked:
        return compared(query.header.columns, query.run(old, given), query.run(new, given))
    if given and len(unasked) == len(sides):
        raise WrongValueError(unasked[-1].why)
    return unasked


def compared(columns: Sequence[Column], old: Answer, new: Answer) -> AnswerChange:
    """Return what differs between two answers to one question.

    Rows with equal keys that the key cannot tell apart are matched as they are, and what remains
    of them in the order of their cells.
    """
    key = key_columns(columns, old, new)
    before, after = _by_key(key, old), _by_key(key, new)
    changed: list[tuple[int, RowChange]] = []
    added: list[tuple[int, Row]] = []
    gone: list[tuple[int, Row]] = []
    for one in before.keys() | after.keys():
        olds, news = _unmatched(before.get(one, []), after.get(one, []))
        both = min(len(olds), len(news))
        for (i, was), (j, is_) in zip(olds[:both], news[:both], strict=True):
            changed.append((min(i, j), RowChange(was, is_)))
        gone += olds[both:]
        added += news[both:]
    changed.sort(key=lambda found: (found[0], repr(_cells(key, found[1].before))))
    return AnswerChange(
        key,
        tuple(row for _, row in sorted(added, key=_place)),
        tuple(row for _, row in sorted(gone, key=_place)),
        tuple(change for _, change in changed),
    )


def key_columns(columns: Sequence[Column], *answers: Answer) -> tuple[int, ...]:
    """Return the places of the columns that tell the rows of each answer apart.

    These are the columns of ids; if rows share them all, also those texts and flags, and then
    numbers, in the order of the header, that tell some of these rows apart.
    """
    key = [i for i, column in enumerate(columns) if is_id(columns, column)]
    for kinds in TELL_APART:
        for i, column in enumerate(columns):
            if (
                i not in key
                and column.type in kinds
                and _apart([*key, i], answers) > _apart(key, answers)
            ):
                key.append(i)
    return tuple(sorted(key))


def is_id(columns: Sequence[Column], column: Column) -> bool:
    """Tell whether a column holds ids: by its type, its name, or the kind of node beside it."""
    names = {other.name for other in columns}
    bare = f"{column.name}_kind" in names and f"{column.name}_id" not in names
    return bool(column.of) or (column.type == "text" and (column.name.endswith("_id") or bare))


def name_column(columns: Sequence[Column], place: int) -> int | None:
    """Return the place of the column with the names for this column of ids, if there is one.

    That is `partner` for `partner_id`, or else the text beside it.
    """
    column = columns[place]
    if not column.name.endswith("_id"):
        return None
    for other, found in enumerate(columns):
        if found.name == column.name.removesuffix("_id"):
            return other
    beside = place + 1
    if beside < len(columns) and columns[beside].type == "text" and not columns[beside].of:
        return beside
    return None


def _lacks(query: SavedQuery, given: Mapping[str, Given], store: Store) -> str:
    """Return why a parameter names no node of this graph, empty if each does."""
    for parameter in query.header.parameters:
        value = given.get(parameter.name, parameter.default)
        if parameter.of and isinstance(value, str) and value:
            try:
                identify(store, parameter.of, value, parameter.name)
            except WrongValueError as error:
                return str(error)
    return ""


def _apart(key: Sequence[int], answers: Sequence[Answer]) -> int:
    return sum(len({_cells(key, row) for row in answer.rows}) for answer in answers)


def _cells(key: Sequence[int], row: Row) -> tuple[str, ...]:
    return tuple(repr(row[i]) for i in key)


def _by_key(key: Sequence[int], answer: Answer) -> dict[tuple[str, ...], list[tuple[int, Row]]]:
    return grouped(enumerate(answer.rows), lambda placed: _cells(key, placed[1]))


def _unmatched(
    olds: Sequence[tuple[int, Row]], news: Sequence[tuple[int, Row]]
) -> tuple[list[tuple[int, Row]], list[tuple[int, Row]]]:
    """Return the rows that have no equal on the other side, in the order of their cells."""
    left = list(news)
    unmatched = []
    for placed in sorted(olds, key=_content):
        equal = next((other for other in left if other[1] == placed[1]), None)
        if equal is None:
            unmatched.append(placed)
        else:
            left.remove(equal)
    return unmatched, sorted(left, key=_content)


def _content(placed: tuple[int, Row]) -> str:
    return repr(placed[1])


def _place(placed: tuple[int, Row]) -> int:
    return placed[0]


def _only(these: Cell, those: Cell) -> tuple[str, ...]:
    if not isinstance(these, list) or not isinstance(those, list):
        return ()
    known = set(those)
    return tuple(member for member in these if member not in known)
