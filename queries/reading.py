"""A query read in order: which variables each piece sees, and what each value is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from queries.functions import AGGREGATES, FUNCTIONS
from queries.kinds import (
    ANY,
    FLAG,
    INTEGER,
    MAP,
    NULL,
    NUMBER,
    TEXT,
    Kind,
    declared,
    listed,
    merged,
    reckoned,
    written,
)
from queries.subqueries import shallow
from queries.syntax import Syntax

Scope: TypeAlias = Mapping[str, Kind]

PLAIN = {
    "text": TEXT, "integer": INTEGER, "decimal": NUMBER, "flag": FLAG, "null": NULL,
    "or": FLAG, "xor": FLAG, "and": FLAG, "negation": FLAG, "comparison": FLAG, "is_null": FLAG,
    "is_not_null": FLAG, "in_list": FLAG, "text_test": FLAG, "has_label": FLAG,
}  # fmt: skip
RECKONED = {"sum", "product", "sign"}


@dataclass(frozen=True, slots=True)
class Stage:
    """A clause with the variables before and after it; `part` counts the parts of a UNION.

    `inner` tells that it stands in EXISTS { }, COUNT { } or COLLECT { }.
    """

    clause: Syntax
    part: int
    before: Scope
    after: Scope
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A query with what is known of its pieces."""

    query: Syntax
    stages: list[Stage] = field(default_factory=list)
    places: dict[str, list[tuple[Syntax, Scope]]] = field(default_factory=dict)
    kinds: dict[int, Kind] = field(default_factory=dict)

    def kind(self, value: Syntax) -> Kind:
        """Return what a value of this query is."""
        return self.kinds.get(id(value), ANY)

    def all(self, *kinds: str) -> list[tuple[Syntax, Scope]]:
        """Return the pieces of these kinds, each with the variables it sees."""
        return [place for kind in kinds for place in self.places.get(kind, ())]


def read(query: Syntax) -> Reading:
    """Return the query with what is known of its pieces."""
    reading = Reading(query)
    for number, part in enumerate(query.all("part")):
        _Reader(reading, number).part(part)
    return reading


def column(item: Syntax) -> str:
    """Return the name of an item of WITH or RETURN, empty if it has none."""
    value = item.parts[0]
    return item.name or (value.name if value.kind == "variable" else "")


def is_aggregate(value: Syntax) -> bool:
    """Tell whether a piece is the call of an aggregate."""
    return value.kind == "call" and value.parts[0].text.lower() in AGGREGATES


def aggregates(value: Syntax) -> bool:
    """Tell whether an aggregate stands anywhere in a piece, subqueries left out."""
    return any(is_aggregate(piece) for piece in shallow(value))


class _Reader:
    """Reads one part of a UNION from its first clause to RETURN."""

    def __init__(self, reading: Reading, number: int) -> None:
        self._reading, self._number = reading, number
        self._sorted = False
        self._special = {
            "held": self._held,
            "comprehension": self._local,
            "quantifier": self._local,
            "reduce": self._local,
            "exists": self._inner,
            "count": self._inner,
            "gather": self._inner,
            "case": self._case,
            "call": self._call,
            "list": self._list,
            "map": self._map,
        }

    def part(self, part: Syntax) -> None:
        scope: Scope = {}
        for clause in part.parts:
            if clause.kind == "match":
                scope = self._match(clause, scope)
                self._sorted = False
            elif clause.kind == "unwind":
                scope = self._unwind(clause, scope)
                self._sorted = False
            else:
                scope = self._project(clause, scope)
                self._sorted = clause.has("order")

    def _match(self, clause: Syntax, before: Scope, *, inner: bool = False) -> Scope:
        lacks = clause.has("optional")
        after = dict(before)
        patterns = clause.first("patterns")
        for pattern in patterns.parts if patterns else ():
            self._note(pattern, before)
            if pattern.name:
                after.setdefault(pattern.name, Kind("path", may_lack=lacks))
            for piece in pattern.all("node", "out", "in", "both"):
                self._note(piece, before)
                if piece.name:
                    after.setdefault(piece.name, replace(_matched(piece), may_lack=lacks))
        self._reading.stages.append(Stage(clause, self._number, before, after, inner))
        for pattern in patterns.parts if patterns else ():
            for piece in pattern.all("node", "out", "in", "both"):
                self._piece(piece, after)
        self._where(clause, after)
        return after

    def _piece(self, piece: Syntax, scope: Scope) -> None:
        for part in piece.all("labels", "any_label", "types", "length"):
            self._note(part, scope)
        properties = piece.first("properties")
        for property_ in properties.parts if properties else ():
            self._value(property_.parts[1], scope)

    def _where(self, clause: Syntax, scope: Scope) -> None:
        where = clause.first("where")
        if where:
            self._note(where, scope)
            self._value(where.parts[0], scope)

    def _unwind(self, clause: Syntax, before: Scope) -> Scope:
        value = self._value(clause.parts[0], before)
        member = merged(value.items) if value.items else value.member
        after = {**before, clause.name: member}
        self._reading.stages.append(Stage(clause, self._number, before, after))
        return after

    def _project(self, clause: Syntax, before: Scope, *, inner: bool = False) -> Scope:
        items = clause.all("item")
        made = {column(item): self._value(item.parts[0], before) for item in items}
        after = {**before, **made} if clause.has("star") else made
        after.pop("", None)
        self._reading.stages.append(Stage(clause, self._number, before, after, inner))
        only_made = clause.has("distinct") or any(aggregates(item) for item in items)
        order = clause.first("order")
        seen = after if only_made else {**before, **after}
        for sort in order.parts if order else ():
            self._note(sort, seen)
            self._value(sort.parts[0], seen)
        self._where(clause, after)
        return after

    def _value(self, value: Syntax, scope: Scope) -> Kind:
        self._note(value, scope)
        kind = self._kind(value, scope)
        self._reading.kinds[id(value)] = kind
        return kind

    def _kind(self, value: Syntax, scope: Scope) -> Kind:
        if value.kind == "variable":
            return scope.get(value.name, ANY)
        special = self._special.get(value.kind)
        if special:
            return special(value, scope)
        parts = self._parts(value, scope)
        return reckoned(parts) if value.kind in RECKONED else PLAIN.get(value.kind, ANY)

    def _list(self, value: Syntax, scope: Scope) -> Kind:
        return written(tuple(self._parts(value, scope)))

    def _map(self, value: Syntax, scope: Scope) -> Kind:
        for property_ in value.parts:
            self._value(property_.parts[1], scope)
        return MAP

    def _parts(self, value: Syntax, scope: Scope) -> list[Kind]:
        return [self._value(part, scope) for part in value.parts if not part.text]

    def _held(self, value: Syntax, scope: Scope) -> Kind:
        kind = self._value(value.parts[0], scope)
        for step in value.parts[1:]:
            self._reading.kinds[id(step)] = kind
            self._note(step, scope)
            kind = self._inside(kind, step, scope)
        return kind

    def _inside(self, kind: Kind, step: Syntax, scope: Scope) -> Kind:
        if step.kind == "get":
            if kind.what in {"node", "link"}:
                return declared(kind.what, kind.types).get(step.name, ANY)
            return INTEGER if kind.what == "date" else ANY
        for part in step.parts:
            self._value(part.parts[0] if part.kind in {"from", "to"} else part, scope)
        if step.kind == "slice":
            return replace(kind, items=())
        at = step.parts[0]
        if kind.items and at.kind == "integer" and int(at.parts[0].text) < len(kind.items):
            return kind.items[int(at.parts[0].text)]
        return replace(kind.member, may_lack=True)

    def _local(self, value: Syntax, scope: Scope) -> Kind:
        """Read a value with a variable of its own: `[x IN xs | ...]`, `any(...)`, `reduce(...)`."""
        names = value.all("name")
        values = [
            part for part in value.parts if part.kind not in {"name", "where", "each", "quantifier"}
        ]
        given = [self._value(part, scope) for part in values]
        listed_ = given[-1]
        inside = {
            **scope,
            names[-1].text: merged(listed_.items) if listed_.items else listed_.member,
        }
        if value.kind == "reduce":
            inside[names[0].text] = ANY
        self._where(value, inside)
        each = value.first("each")
        made = self._value(each.parts[0], inside) if each else inside[names[-1].text]
        if value.kind == "comprehension":
            return listed(made, settled=listed_.settled)
        return FLAG if value.kind == "quantifier" else ANY

    def _inner(self, value: Syntax, scope: Scope) -> Kind:
        """Read a subquery; the list of COLLECT { } has an order if its last clause gives one."""
        for clause in value.parts if value.has("match") else (value,):
            if clause.kind in {"with", "return"}:
                scope = self._project(clause, scope, inner=True)
            else:
                scope = self._match(clause, scope, inner=True)
        if value.kind != "gather":
            return FLAG if value.kind == "exists" else INTEGER
        *before, last = value.parts
        settled = last.has("order") or (before[-1].has("order") and not last.has("distinct"))
        return listed(self._reading.kind(last.all("item")[0].parts[0]), settled=settled)

    def _case(self, value: Syntax, scope: Scope) -> Kind:
        made = []
        for part in value.parts:
            kinds = [self._value(piece, scope) for piece in part.parts]
            if part.kind != "subject":
                made.append(kinds[-1])
        return merged(made if value.has("else") else [*made, NULL])

    def _call(self, value: Syntax, scope: Scope) -> Kind:
        given = [self._value(part, scope) for part in value.parts[1:] if not part.text]
        name = value.parts[0].text.lower()
        first = given[0] if given else ANY
        match name:
            case "collect":
                return listed(replace(first, may_lack=False), settled=self._sorted)
            case "coalesce":
                return replace(merged(given), may_lack=all(kind.may_lack for kind in given))
            case "head" | "last":
                return replace(first.member, may_lack=True)
            case "tail" | "reverse" | "min" | "max":
                return replace(first, items=())
        return FUNCTIONS[name].gives if name in FUNCTIONS else ANY

    def _note(self, piece: Syntax, scope: Scope) -> None:
        self._reading.places.setdefault(piece.kind, []).append((piece, scope))


def _matched(piece: Syntax) -> Kind:
    """Return what a node or link of a pattern is."""
    named = piece.first("labels", "any_label", "types")
    types = tuple(word.text for word in named.parts) if named else ()
    if piece.kind == "node":
        return Kind("node", types)
    link = Kind("link", types)
    return listed(link) if piece.has("length") else link
