"""Saved questions: the .cypher files of this package as values that can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.errors import SeamError, nearest
from graph.store import Answer, Cell, Store
from graph.store import Parameter as Given
from queries.header import USES, Column, Header, parse_header
from queries.values import fill

MOST = "most"
"""The parameter by which a question takes at most so many rows, the first of its order."""


class UnknownQuestionError(SeamError):
    """A question that no file asks."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no question is called {name}; {nearest(name, questions())}")


class BrokenPromiseError(SeamError):
    """A question whose query returns other columns than its header promises."""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question as people see it, with its Cypher; `name` is the file's stem."""

    name: str
    header: Header
    cypher: str

    def run(self, store: Store, given: Mapping[str, Given] | None = None) -> Answer:
        """Ask the question, with the defaults for what is not given.

        Rows come with the promised columns, lists in them as sorted sets; a question that takes
        `most` rows says by `cut` that there are more. Raises `WrongValueError` for a value that
        does not fit.
        """
        values = fill(store, self.header.parameters, given or {})
        answer = _first(values.get(MOST), store.read(self.cypher, _with_one_more(values)))
        promised = tuple(column.name for column in self.header.columns)
        if answer.rows and answer.columns != promised:
            raise BrokenPromiseError(
                f"queries/{self.name}.cypher returns {', '.join(answer.columns)}; "
                f"its header promises {', '.join(promised)}"
            )
        rows = tuple(_settled(self.header.columns, row) for row in answer.rows)
        return Answer(promised, rows, answer.cut)


def _with_one_more(values: Mapping[str, Given]) -> Mapping[str, Given]:
    """Return the values with one row more asked for: its coming tells that rows are cut."""
    most = values.get(MOST)
    return {**values, MOST: most + 1} if isinstance(most, int) else values


def _first(most: Given | None, answer: Answer) -> Answer:
    if not isinstance(most, int) or len(answer.rows) <= most:
        return answer
    return Answer(answer.columns, answer.rows[:most], cut=True)


@cache
def questions() -> Mapping[str, SavedQuery]:
    """Return all saved questions by name, in the order of their uses and titles."""
    found = [
        SavedQuery(name, parse_header(name, text), text)
        for path in files("queries").iterdir()
        if path.name.endswith(".cypher")
        for name, text in ((path.name.removesuffix(".cypher"), path.read_text("utf-8")),)
    ]
    ordered = sorted(found, key=lambda q: (USES.index(q.header.use), q.header.title))
    return {query.name: query for query in ordered}


def question(name: str) -> SavedQuery:
    """Return one saved question."""
    try:
        return questions()[name]
    except KeyError:
        raise UnknownQuestionError(name) from None


def _settled(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return the row with each list as the sorted set of what is in it, or as its size.

    Queries return the lists of many links as they are: to merge and count them in Cypher takes a
    row for every member, several times as long on both engines.
    """
    return tuple(_set(column, cell) for column, cell in zip(columns, row, strict=True))


def _set(column: Column, cell: Cell) -> Cell:
    if not isinstance(cell, list):
        return cell
    members = _members(cell)
    return len(members) if column.type == "integer" else sorted(members)


def _members(cell: list[str] | list[list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [cell]
    while waiting:
        for member in waiting.pop():
            if isinstance(member, list):
                waiting.append(member)
            elif member is not None:
                found.add(member)
    return found
