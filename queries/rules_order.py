"""Rules about the order of rows: whether ORDER BY leaves nothing to chance.

A row is fixed when all its columns are. A column is fixed when ORDER BY names it, or when it is
made of what is fixed. A node is fixed by its id, a link by its ends and its properties, and what an
aggregate gives by the columns beside it. Rows that tie are then equal, and their order shows not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from graph.model import MODEL
from queries.finding import Finding, Rule
from queries.reading import Reading, aggregates, column
from queries.subqueries import shallow
from queries.syntax import Syntax

NO_ORDER = Rule(
    "no-order",
    "the rows come in another order on each engine",
    "write ORDER BY with the ids or columns that tell the rows apart",
)
LIMIT_WITHOUT_ORDER = Rule(
    "limit-without-order",
    "LIMIT or SKIP without ORDER BY takes other rows on each engine",
    "write ORDER BY before it",
)
NOT_TOTAL = Rule(
    "order-not-total",
    "rows that differ in {name} may tie, and tied rows come in another order on each engine",
    "add {remedy} to ORDER BY",
)
UNION_ORDER = Rule(
    "union-order",
    "ORDER BY orders one part of the UNION, and the whole has no order",
    "leave it out, or write one MATCH with a CASE instead of the UNION",
)
SAVED_UNION = Rule(
    "saved-union",
    "the rows of a UNION have no order",
    "write one MATCH with a CASE or a list instead of the UNION",
)
RULES = (LIMIT_WITHOUT_ORDER, NOT_TOTAL, UNION_ORDER)
SAVED_RULES = (NO_ORDER, SAVED_UNION)
TYPE = "type()"


@dataclass(eq=False, slots=True)
class _Value:
    """A value of a row: what it is made of, or nothing if it stands for itself.

    `of` and `part` say that it is a property of another value, `ends` are those of a link.
    """

    name: str
    made_of: tuple[_Value, ...] | None = None
    of: _Value | None = None
    part: str = ""
    ends: tuple[_Value, ...] = ()
    types: tuple[str, ...] | None = None
    is_thing: bool = False


_Row: TypeAlias = Mapping[str, _Value]


@dataclass(frozen=True, slots=True)
class _Shown:
    """WITH or RETURN with the values before it and after it; `many` tells that rows may be many."""

    clause: Syntax
    before: _Row
    after: _Row
    many: bool
    seen: _Row = field(default_factory=dict)


def cut_rows(reading: Reading) -> Iterator[Finding]:
    """Find LIMIT and SKIP that take rows by chance, and ORDER BY in COLLECT { } that ties."""
    for part in reading.query.all("part"):
        for shown in _follow(part, {}):
            if shown.clause.first("limit", "skip"):
                yield from _chance(shown)
    for piece, scope in reading.all("gather"):
        for shown in _follow(piece, {name: _Value(name, ()) for name in scope}):
            if shown.clause.first("limit", "order"):
                yield from _chance(shown)


def _chance(shown: _Shown) -> Iterator[Finding]:
    """Yield what leaves the rows that are taken, or their order, to chance."""
    if shown.clause.has("order"):
        yield from _loose(shown)
    elif shown.many:
        yield LIMIT_WITHOUT_ORDER.at(shown.clause.all("limit", "skip")[0])


def gathered_rows(reading: Reading) -> Iterator[Finding]:
    """Find ORDER BY just before collect() that leaves the order of the list to chance."""
    for part in reading.query.all("part"):
        follow = {id(one.clause): one for one in _follow(part, {})}
        for clause, then in pairwise(part.parts):
            if clause.has("order") and not clause.first("limit", "skip") and id(then) in follow:
                yield from _ties(follow[id(clause)], then)


def _ties(shown: _Shown, then: Syntax) -> Iterator[Finding]:
    """Yield the ORDER BY that ties where collect() gathers of several links or nodes after it.

    What UNWIND gives is let pass: whether its rows tie cannot be told.
    """
    order = shown.clause.all("order")[0]
    fixed = [_shown(sort.parts[0], shown.seen) for sort in order.parts]
    items = [item.parts[0] for item in then.all("item")]
    beside = [_shown(value, shown.after) for value in items if not aggregates(value)]
    for call in (piece for value in items for piece in shallow(value) if _is_collect(piece)):
        for value in _sources(call.parts[-1], shown.after):
            cause = _cause(value, fixed + beside)
            if cause and cause.is_thing and shown.many:
                remedy = _remedy(cause, cause.name, shown, fixed)
                yield NOT_TOTAL.at(order, name=cause.name, remedy=remedy)
                return


def _is_collect(value: Syntax) -> bool:
    return value.kind == "call" and value.parts[0].text.lower() == "collect"


def union_orders(reading: Reading) -> Iterator[Finding]:
    """Find ORDER BY in the parts of a UNION."""
    parts = reading.query.all("part")
    for part in parts if len(parts) > 1 else ():
        order = part.parts[-1].first("order")
        if order:
            yield UNION_ORDER.at(order)


def whole_order(reading: Reading) -> Iterator[Finding]:
    """Find saved questions whose rows may come in another order."""
    parts = reading.query.all("part")
    if len(parts) > 1:
        yield SAVED_UNION.at(reading.query.all("union")[0])
        return
    *_, shown = _follow(parts[0], {})
    if shown.clause.has("order"):
        yield from _loose(shown)
    elif shown.many:
        yield NO_ORDER.at(shown.clause)


def _follow(part: Syntax, row: dict[str, _Value]) -> Iterator[_Shown]:
    """Yield each WITH and RETURN of a part or subquery with the values of its rows."""
    many = False
    for clause in part.parts:
        if clause.kind == "match":
            many = True
            for pattern in clause.all("patterns")[0].parts:
                _match(pattern, row)
        elif clause.kind == "unwind":
            many = True
            row = {**row, clause.name: _Value(clause.name)}
        else:
            after = _project(clause, row)
            many = many and not _one_row(clause)
            seen = after if clause.has("distinct") or aggregates(clause) else {**row, **after}
            yield _Shown(clause, row, after, many, seen)
            row = after


def _one_row(clause: Syntax) -> bool:
    items = clause.all("item")
    return not clause.has("star") and bool(items) and all(map(aggregates, items))


def _match(pattern: Syntax, row: dict[str, _Value]) -> None:
    known = dict(row)
    ends = []
    for piece in pattern.all("node"):
        value = row.get(piece.name)
        if value is None:
            value = _Value(piece.name, _named_by(piece, known), is_thing=True)
        ends.append(value)
        if piece.name:
            row.setdefault(piece.name, value)
    for number, piece in enumerate(pattern.all("out", "in", "both")):
        if piece.name and piece.name not in row:
            types = piece.first("types")
            words = tuple(word.text for word in types.parts) if types else ()
            kinds = None if piece.has("length") else words
            row[piece.name] = _Value(
                piece.name, ends=(*ends[number : number + 2],), types=kinds, is_thing=True
            )


def _named_by(piece: Syntax, row: _Row) -> tuple[_Value, ...] | None:
    """Return what the id in a node's braces is made of: it names the node."""
    properties = piece.first("properties")
    for property_ in properties.parts if properties else ():
        if property_.parts[0].text == "id":
            return _sources(property_.parts[1], row)
    return None


def _sources(value: Syntax, row: _Row) -> tuple[_Value, ...]:
    """Return the values of the row that stand in a piece."""
    names = (one.text for one in value.walk() if one.kind == "name")
    return tuple(dict.fromkeys(row[name] for name in names if name in row))


def _project(clause: Syntax, row: _Row) -> dict[str, _Value]:
    items = clause.all("item")
    made = {column(item): _shown(item.parts[0], row) for item in items if not aggregates(item)}
    keys = tuple(made.values())
    made |= {column(item): _Value(column(item), keys) for item in items if aggregates(item)}
    return {**row, **made} if clause.has("star") else made


def _shown(value: Syntax, row: _Row) -> _Value:
    """Return what an item without an aggregate is: the same value, a property, or a made one."""
    if value.kind == "variable" and value.name in row:
        return row[value.name]
    owner, part = _property(value)
    if owner in row:
        return _Value(part, (row[owner],), of=row[owner], part=part)
    return _Value("", _sources(value, row))


def _property(value: Syntax) -> tuple[str, str]:
    """Return variable and property of `r.role`, `coalesce(r.role, '')` and `type(r)`."""
    if value.kind == "held" and len(value.parts) == 2 and value.parts[1].kind == "get":
        return value.parts[0].name, value.parts[1].name
    if value.kind == "call" and len(value.parts) > 1:
        name, given = value.parts[0].text.lower(), value.parts[1:]
        if name == "type" and given[0].kind == "variable":
            return given[0].name, TYPE
        if name == "coalesce" and all(part.kind in {"text", "integer"} for part in given[1:]):
            return _property(given[0])
    return "", ""


def _loose(shown: _Shown) -> Iterator[Finding]:
    """Yield the first column that ORDER BY leaves to chance."""
    order = shown.clause.all("order")[0]
    fixed = [_shown(sort.parts[0], shown.seen) for sort in order.parts]
    for name, value in shown.after.items():
        cause = _cause(value, fixed)
        if cause and shown.many:
            yield NOT_TOTAL.at(
                order, name=cause.name or name, remedy=_remedy(cause, name, shown, fixed)
            )
            return


def _cause(value: _Value, fixed: list[_Value]) -> _Value | None:
    """Return what keeps a value from being fixed, or nothing."""
    waiting, seen = [value], {value}
    while waiting:
        one = waiting.pop()
        if one in fixed or _is_named(one, "id", fixed):
            continue
        if one.of and _is_named(one.of, one.part, fixed):
            continue
        if one.types is not None and not _untold(one, fixed):
            rests_on = tuple(end for end in one.ends if end.name)
        elif one.made_of is None:
            return one
        else:
            rests_on = one.made_of
        waiting += [other for other in reversed(rests_on) if other not in seen]
        seen.update(rests_on)
    return None


def _is_named(value: _Value, part: str, fixed: list[_Value]) -> bool:
    return any(one.of is value and one.part == part for one in fixed)


def _untold(value: _Value, fixed: list[_Value]) -> list[str]:
    """Return what a link states that ORDER BY does not name."""
    links = [link for link in MODEL.links if not value.types or link.type in value.types]
    stated = [prop.name for link in links for prop in link.properties]
    wanted = [*([TYPE] if len(links) > 1 else []), *dict.fromkeys(stated)]
    return [part for part in wanted if not _is_named(value, part, fixed)]


def _remedy(cause: _Value, column_: str, shown: _Shown, fixed: list[_Value]) -> str:
    """Return what to add to ORDER BY: what is in sight of it, or else the column."""
    if cause not in shown.seen.values() or not cause.is_thing:
        return column_
    untold = _untold(cause, fixed) if cause.types is not None else ["id"]
    if untold:
        return ", ".join(
            f"type({cause.name})" if part == TYPE else f"{cause.name}.{part}" for part in untold
        )
    return " and ".join(f"{end.name}.id" for end in cause.ends if end.name)


CHECKS = (cut_rows, gathered_rows, union_orders)
