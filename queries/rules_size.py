"""Rules about size: what no engine could answer in time or hold in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod
from typing import TypeAlias

from queries.finding import Finding, Rule
from queries.reading import Reading, aggregates, column
from queries.syntax import Syntax

FARTHEST, MOST, LARGEST, STARTS = 6, 10_000, 1_000_000, 2

UNBOUNDED = Rule(
    "unbounded-path",
    f"the path has no bound, or one above {FARTHEST}",
    "write the number of steps, as *1..3",
)
RANGE = Rule(
    "range",
    f"range() takes two whole numbers of at most {MOST:,}, or size(...)",
    "write them out, as range(0, size(xs) - 1)",
)
TOO_LARGE = Rule(
    "too-large",
    f"this can grow beyond {LARGEST:,} rows, members or characters",
    "join no text or list to itself, and count instead of collecting",
)
UNCONNECTED = Rule(
    "unconnected",
    f"more than {STARTS} patterns share no variable, so that all their rows meet",
    "connect them by links, or name a node by its id",
)
RULES = (UNBOUNDED, RANGE, TOO_LARGE, UNCONNECTED)
SCALARS = {"count", "size", "sum", "avg", "isempty", "tointeger", "tofloat", "type"}
_Sizes: TypeAlias = Mapping[str, int]


def paths(reading: Reading) -> Iterator[Finding]:
    """Find paths of any length, and too long ones."""
    for length, _ in reading.all("length"):
        bound = length.first("highest", "exactly")
        if bound is None or int(bound.parts[0].text) > FARTHEST:
            yield UNBOUNDED.at(length)


def ranges(reading: Reading) -> Iterator[Finding]:
    """Find ranges whose length nobody can tell."""
    for call, _ in reading.all("call"):
        if call.parts[0].text.lower() == "range" and not all(map(_bounded, call.parts[1:])):
            yield RANGE.at(call)


def _bounded(value: Syntax) -> bool:
    """Tell whether a bound is written out, or counts a list."""
    if value.kind in {"sum", "sign"}:
        return all(_bounded(part) for part in value.parts if not part.text)
    if value.kind == "integer":
        return int(value.parts[0].text) <= MOST
    return value.kind == "call" and value.parts[0].text.lower() == "size"


def unconnected(reading: Reading) -> Iterator[Finding]:
    """Find patterns that multiply each other's rows; where all came to one row, none does."""
    for part in reading.query.all("part"):
        pattern = next(_multiplied(part), None)
        if pattern:
            yield UNCONNECTED.at(pattern)


def _multiplied(part: Syntax) -> Iterator[Syntax]:
    """Yield the patterns of a part of a UNION that start anew once too often."""
    seen: set[str] = set()
    same: set[str] = set()
    starts = 0
    for clause in part.parts:
        if clause.kind == "match":
            for pattern in clause.all("patterns")[0].parts:
                names = pattern.names()
                starts += not names & seen and not is_pinned(pattern)
                seen |= names
                if starts > STARTS:
                    yield pattern
        elif clause.kind == "with":
            items = clause.all("item")
            kept = {i.parts[0].name for i in items if i.parts[0].kind == "variable"} & same
            plain = [item for item in items if not aggregates(item)]
            one = len(plain) < len(items) and all(i.parts[0].name in kept for i in plain)
            same = {column(i) for i in items} if one else kept & {column(i) for i in plain}
            starts = 0 if one else starts


def is_pinned(pattern: Syntax) -> bool:
    """Tell whether a pattern names a node by its id."""
    words = (word for word in pattern.walk() if word.kind == "property")
    return any(word.parts[0].text == "id" for word in words)


def sizes(reading: Reading) -> Iterator[Finding]:
    """Find texts, lists and rows that grow beyond what an engine can hold.

    What the graph holds counts as one; what the query makes of it is reckoned.
    """
    for part in reading.query.all("part"):
        grown = next(_grown(part), None)
        if grown:
            yield TOO_LARGE.at(grown)


def _grown(part: Syntax) -> Iterator[Syntax]:
    """Yield what is too large in a part of a UNION."""
    known: dict[str, int] = {}
    rows = 1
    for clause in part.parts:
        if clause.kind == "unwind":
            made = _size(clause.parts[0], known, rows)
            ranged = (one for one in clause.parts[0].walk() if one.kind == "call")
            rows *= prod(_size(one, known, 1) for one in ranged)
            if max(rows, made) > LARGEST:
                yield clause
        elif clause.kind != "match":
            items = clause.all("item")
            known = {column(item): _size(item.parts[0], known, rows) for item in items}
            yield from (item for item in items if known[column(item)] > LARGEST)
            rows = 1 if all(map(aggregates, items)) else rows
        for piece in clause.all("patterns", "where", "order"):
            if _size(piece, known, rows) > LARGEST:
                yield piece


def _size(value: Syntax, known: _Sizes, rows: int) -> int:
    """Return how many members or characters a value may have."""
    special = SPECIAL.get(value.kind)
    if special:
        return special(value, known, rows)
    if value.kind == "text":
        return max(1, len(value.parts[0].text) - 2)
    if value.kind == "variable":
        return known.get(value.name, 1)
    parts = [_size(part, known, rows) for part in value.parts if not part.text]
    return sum(parts) if value.kind in {"sum", "list"} else max(parts, default=1)


def _inner(value: Syntax, known: _Sizes, rows: int) -> int:
    """Return the size of what a subquery gives: a value of a row, unless more is made within."""
    made = max(_size(part, known, rows) for part in value.parts)
    if made > LARGEST or value.kind != "gather":
        return made if made > LARGEST else 1
    return _size(value.parts[-1].all("item")[0].parts[0], known, rows)


def _listed(value: Syntax, known: _Sizes, rows: int) -> int:
    each = value.first("each")
    over = _size(value.parts[1], known, rows)
    return over * (_size(each.parts[0], known, rows) if each else 1)


def _called(value: Syntax, known: _Sizes, rows: int) -> int:
    name = value.parts[0].text.lower()
    given = [_size(part, known, rows) for part in value.parts[1:] if not part.text]
    if name == "range":
        numbers = (word.text for word in value.walk() if word.kind == "integer" and word.text)
        return min(MOST, max(map(int, numbers), default=1))
    if name in SCALARS or not given:
        return max((size for size in given if size > LARGEST), default=1)
    if name == "replace" and len(given) == 3:
        return given[0] * given[2]
    return max(given) * (rows if name == "collect" else 1)


def _reduced(value: Syntax, known: _Sizes, rows: int) -> int:
    """Return the size of a reduce: what each step adds, or too much if a step doubles."""
    start, over, each = (part for part in value.parts if part.kind != "name")
    name = value.all("name")[0].text
    step = each.parts[0]
    uses = sum(word.kind == "name" and word.text == name for word in step.walk())
    multiplies = any(
        word.kind == "function" and word.text.lower() == "replace" for word in step.walk()
    )
    if uses > 1 or (uses and multiplies):
        return LARGEST * 2
    added = _size(step, {**known, name: 0}, rows)
    return _size(start, known, rows) + _size(over, known, rows) * added


SPECIAL = {
    "call": _called, "comprehension": _listed, "reduce": _reduced,
    "exists": _inner, "count": _inner, "gather": _inner,
}  # fmt: skip
CHECKS = (paths, ranges, unconnected, sizes)
