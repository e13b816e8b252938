"""A query of one's own: its parameters as they are typed, and its answer as it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable

from graph.errors import SeamError
from graph.store import Answer, Cell, Parameter


def given_of(values: Iterable[str]) -> dict[str, Parameter]:
    """Return the parameters that these KEY=VALUE texts give; a value is read as JSON if it is."""
    given = {}
    for text in values:
        name, equals, value = text.partition("=")
        if not equals:
            raise SeamError(f"{text} is no KEY=VALUE; write the whole query in one pair of quotes")
        given[name] = _value(value)
    return given


def _value(text: str) -> Parameter:
    try:
        value: object = json.loads(text)
    except ValueError:
        return text
    if isinstance(value, list):
        return [str(member) for member in value]
    return value if isinstance(value, str | int | float) else text


def in_texts(answer: Answer) -> Answer:
    """Return the answer with the members of its lists as texts."""
    rows = tuple(tuple(map(_members, row)) for row in answer.rows)
    return Answer(answer.columns, rows, answer.cut)


def _members(cell: Cell) -> Cell:
    return list(map(_member, cell)) if isinstance(cell, list) else cell


def _member(member: object) -> str:
    return member if isinstance(member, str) else json.dumps(member, ensure_ascii=False)
