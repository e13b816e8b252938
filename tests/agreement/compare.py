"""Two answers to one query: the same or not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from agreement.random_queries import Query
from graph.errors import QuestionFailedError, QuestionTooSlowError
from graph.store import Store

Member: TypeAlias = "str | int | float | bool | Sequence[Member] | None"
Rows: TypeAlias = list[list[Member]]
TOLERANCE = 1e-9
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Told:
    """What an engine answered: columns and rows, or why it refused, or that it took too long."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Member, ...], ...] = ()
    refused: str = ""
    too_slow: bool = False


def ask(store: Store, query: Query) -> Told:
    """Ask one engine."""
    try:
        answer = store.read(query.cypher, query.parameters)
    except QuestionFailedError as error:
        return Told(refused=str(error), too_slow=isinstance(error, QuestionTooSlowError))
    return Told(answer.columns, answer.rows)


def agree(query: Query, one: Told, other: Told) -> bool:
    """Tell whether both refused, or gave the same rows.

    Rows are a multiset unless their order is fixed, and so are lists that were collected. Numbers
    may differ by a billionth, but a whole number is no other number.
    """
    if one.refused or other.refused:
        return bool(one.refused and other.refused)
    if one.rows and other.rows and one.columns != other.columns:
        return False
    return alike(_settled(query, one), _settled(query, other))


def _settled(query: Query, told: Told) -> Rows:
    bags = [name in query.bags for name in told.columns]
    rows = [
        [_sorted(cell) if bag and isinstance(cell, list) else cell for cell, bag in pairs]
        for pairs in (zip(row, bags, strict=True) for row in told.rows)
    ]
    return rows if query.ordered else sorted(rows, key=_key)


def _sorted(cells: Sequence[Member]) -> list[Member]:
    return sorted(cells, key=_key)


def _key(cell: Member | Sequence[Member]) -> str:
    if isinstance(cell, list):
        return f"[{', '.join(map(_key, cell))}]"
    return f"{cell:.{DIGITS}g}" if isinstance(cell, float) else repr(cell)


def alike(one: object, other: object) -> bool:
    """Tell whether two values or lists of values are the same, numbers but for a billionth."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        close = math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
        return close or (math.isnan(one) and math.isnan(other))
    return one == other
