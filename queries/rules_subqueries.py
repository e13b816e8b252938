"""Rules about EXISTS { }, COUNT { } and COLLECT { }: where they give other rows on an engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from queries.finding import Finding, Rule
from queries.reading import Reading
from queries.rules_size import is_pinned
from queries.subqueries import SUBQUERIES
from queries.syntax import Syntax

SUBQUERY_NAME = Rule(
    "subquery-name",
    "{name} stands for something else outside this subquery, and the embedded engine mixes the two",
    "choose a name that the rest of the query does not use",
)
COUNT_IN_OPTIONAL = Rule(
    "count-in-optional",
    "{what} in the WHERE of an OPTIONAL MATCH loses rows on Neo4j",
    "name it in a WITH before, and compare the name",
)
COUNT_IN_LOGIC = Rule(
    "count-in-logic",
    "{what} within a value under AND, OR, XOR or NOT is taken for true or false by the embedded "
    "engine",
    "name it in a WITH before, and compare the name",
)
NESTED = Rule(
    "nested-subquery",
    "{what} within a subquery loses variables on the embedded engine",
    "name it in a WITH before, or write one MATCH with both patterns",
)
UNANCHORED = Rule(
    "unanchored-subquery",
    "this pattern shares no variable with what is before it, and is read for every row",
    "begin it with a variable that is bound before, or name a node by its id",
)
RULES = (
    SUBQUERY_NAME, COUNT_IN_OPTIONAL, COUNT_IN_LOGIC, NESTED, UNANCHORED,
)  # fmt: skip
LOGIC = ("and", "or", "xor", "negation")


def subquery_names(reading: Reading) -> Iterator[Finding]:
    """Find names that a subquery gives and the query outside it gives too."""
    outside: dict[int, set[str]] = {}
    for stage in reading.stages:
        if not stage.inner:
            outside.setdefault(stage.part, set()).update(stage.after)
    for stage in reading.stages:
        taken = outside[stage.part] - set(stage.before) if stage.inner else set()
        patterns = stage.clause.first("patterns") if taken else None
        for piece in patterns.walk() if patterns else ():
            if piece.kind in {"node", "out", "in", "both"} and piece.name in taken:
                yield SUBQUERY_NAME.at(piece, name=piece.name)
    numbers = {id(stage.clause): stage.part for stage in reading.stages}
    for piece, scope in reading.all("gather"):
        last = piece.parts[-1]
        named = last.all("item")[0].first("name")
        if named and named.text in outside[numbers[id(last)]] | scope.keys():
            yield SUBQUERY_NAME.at(named, name=named.text)


def counts_in_optional(reading: Reading) -> Iterator[Finding]:
    """Find COUNT and COLLECT in the WHERE of an OPTIONAL MATCH."""
    for stage in reading.stages:
        where = stage.clause.first("where") if stage.clause.has("optional") else None
        for piece in where.walk() if where else ():
            if piece.kind in {"count", "gather"}:
                yield COUNT_IN_OPTIONAL.at(piece, what=SUBQUERIES[piece.kind])


def counts_in_logic(reading: Reading) -> Iterator[Finding]:
    """Find what counts under AND, OR, XOR or NOT, but in the WHERE of a clause itself."""
    plain = {id(value) for where, _ in reading.all("where") for value in _logic(where.parts[0])}
    for value, _ in reading.all(*LOGIC):
        for part in value.parts if id(value) not in plain else ():
            yield from _counted(part)


def _logic(value: Syntax) -> Iterator[Syntax]:
    """Yield the logic that a condition is made of."""
    if value.kind in LOGIC:
        yield value
        for part in value.parts:
            yield from _logic(part)


def _counted(value: Syntax) -> Iterator[Finding]:
    """Yield the subqueries of an operand but those that are it, or in logic of their own."""
    for piece in value.walk() if value.kind not in {*LOGIC, "exists"} else ():
        if piece.kind in {"exists", "count"}:
            yield COUNT_IN_LOGIC.at(piece, what=SUBQUERIES[piece.kind])


def nested(reading: Reading) -> Iterator[Finding]:
    """Find subqueries within each other, but EXISTS and COUNT that return nothing."""
    for piece, _ in reading.all(*SUBQUERIES):
        inside = (one for part in piece.parts for one in part.walk() if one.kind in SUBQUERIES)
        for inner in inside:
            if piece.has("return") or inner.has("return"):
                yield NESTED.at(inner, what=SUBQUERIES[inner.kind])


def anchors(reading: Reading) -> Iterator[Finding]:
    """Find patterns that begin anew in a subquery which gathers rows or tells them apart."""
    for piece, scope in reading.all("gather", "count"):
        if piece.has("return"):
            patterns = (one for match in piece.all("match") for one in match.parts[0].parts)
            yield from _unanchored(patterns, set(scope))


def _unanchored(patterns: Iterable[Syntax], seen: set[str]) -> Iterator[Finding]:
    for pattern in patterns:
        names = pattern.names()
        if not names & seen and not is_pinned(pattern):
            yield UNANCHORED.at(pattern)
            return
        seen |= names


CHECKS = (
    subquery_names, counts_in_optional, counts_in_logic, nested, anchors,
)  # fmt: skip
