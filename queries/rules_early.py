"""The rule about tests that the embedded engine makes before all that they read is matched.

Where a pattern begins anew, the engine makes each test that AND joins as soon as it has the
variables that it sees in it. It sees none in a subquery, a CASE and some other values.
"""

from __future__ import annotations

from collections.abc import Iterator

from queries.finding import Finding, Rule
from queries.reading import Reading, Stage
from queries.subqueries import SUBQUERIES
from queries.syntax import Syntax

TESTED_EARLY = Rule(
    "tested-early",
    "the embedded engine tests this once it has {seen}, before the {name} in {what} is matched",
    "name the value in a WITH after the MATCH, and test the name",
)
RULES = (TESTED_EARLY,)
LOGIC = {"and", "or", "xor", "negation"}
TESTS = {"comparison", "is_null", "is_not_null", "in_list", "text_test", "has_label"}
HIDING = SUBQUERIES | {"case": "CASE", "reduce": "reduce"}


def tested_early(reading: Reading) -> Iterator[Finding]:
    """Find tests of a MATCH that read a variable which the engine has not matched yet."""
    for stage in reading.stages:
        where = stage.clause.first("where") if stage.clause.has("patterns") else None
        for test in _tests(where.parts[0]) if where else ():
            early = (finding for known in _starts(stage) for finding in _hidden(test, stage, known))
            yield from _first_at_each_place(early)


def names_seen(test: Syntax) -> set[str]:
    """Return the variables that the engine sees in a condition."""
    return {piece.name for piece, what in _pieces(test, test=True) if not what}


def is_step(value: Syntax) -> bool:
    """Tell whether a value is a member or slice of a list, or a property of what a call gives."""
    if value.kind != "held":
        return False
    return value.parts[0].kind != "variable" or value.first("index", "slice") is not None


def _tests(value: Syntax) -> Iterator[Syntax]:
    """Yield the parts of a condition that AND joins."""
    if value.kind == "and":
        for part in value.parts:
            yield from _tests(part)
    else:
        yield value


def _starts(stage: Stage) -> Iterator[set[str]]:
    """Yield the variables that are matched each time when a pattern begins anew.

    It begins at its first node, or at one that is named by its properties.
    """
    known = set(stage.before)
    for pattern in stage.clause.all("patterns")[0].parts:
        first, *others = pattern.all("node")
        if first.name not in known:
            yield known | {first.name}
        yield from (known | {node.name} for node in others if node.has("properties"))
        known |= pattern.names()


def _hidden(test: Syntax, stage: Stage, known: set[str]) -> Iterator[Finding]:
    seen = names_seen(test) & stage.after.keys()
    for piece, what in _pieces(test, test=True) if seen and seen <= known else ():
        late = piece.names() & stage.after.keys() - known if what else ()
        for name in sorted(late)[:1]:
            yield TESTED_EARLY.at(piece, seen=" and ".join(sorted(seen)), name=name, what=what)


def _pieces(value: Syntax, *, test: bool) -> Iterator[tuple[Syntax, str]]:
    """Yield the variables that the engine sees, and what hides others with its words."""
    what = _hiding(value, test=test)
    if what or value.kind in {"variable", "has_label"}:
        yield value, what
        return
    for part in value.parts:
        yield from _pieces(part, test=test and value.kind in LOGIC)


def _hiding(value: Syntax, *, test: bool) -> str:
    """Return what a value is that hides its variables, else nothing."""
    if value.kind in HIDING:
        return HIDING[value.kind]
    if is_step(value):
        return "a member or part of a list"
    if value.kind == "quantifier":
        return "any, all, none or single" if test else ""
    if value.kind in LOGIC:
        return "" if test else "AND, OR, XOR or NOT within a value"
    return "a bare flag" if test and value.kind not in TESTS else ""


def _first_at_each_place(findings: Iterator[Finding]) -> Iterator[Finding]:
    places = {(one.line, one.column): one for one in reversed(list(findings))}
    yield from places.values()


CHECKS = (tested_early,)
