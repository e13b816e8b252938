"""The rule about conditions for which the embedded engine takes a quantifier that is in them."""

from __future__ import annotations

from collections.abc import Iterator

from queries.finding import Finding, Rule
from queries.reading import Reading
from queries.rules_early import LOGIC, TESTS
from queries.subqueries import SUBQUERIES
from queries.syntax import Syntax

HIDDEN_QUANTIFIER = Rule(
    "hidden-quantifier",
    "the embedded engine takes this any, all, none or single for the whole of the condition",
    "compare the whole, as CASE ... END = true",
)
RULES = (HIDDEN_QUANTIFIER,)
PLAIN = {*TESTS, *SUBQUERIES, "quantifier"}


def hidden_quantifiers(reading: Reading) -> Iterator[Finding]:
    """Find quantifiers in a bare CASE, call or member that stands as a condition of a clause."""
    for stage in reading.stages:
        where = stage.clause.first("where")
        yield from _hidden(where.parts[0]) if where else ()


def _hidden(test: Syntax) -> Iterator[Finding]:
    if test.kind in LOGIC:
        for part in test.parts:
            yield from _hidden(part)
    elif test.kind not in PLAIN:
        found = (piece for piece in test.walk() if piece.kind == "quantifier")
        yield from (HIDDEN_QUANTIFIER.at(piece) for piece in found)


CHECKS = (hidden_quantifiers,)
