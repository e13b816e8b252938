"""What EXISTS { }, COUNT { } and COLLECT { } may hold: less than the grammar reads in them."""

from __future__ import annotations

from collections.abc import Iterator

from queries.finding import Finding, Rule
from queries.syntax import Syntax

COLLECT_SHAPE = Rule(
    "collect-subquery",
    "COLLECT {{ }} holds MATCH, then at most one WITH of names, with ORDER BY and LIMIT, then "
    "RETURN of one value",
    "write COLLECT {{ MATCH ... WITH x ORDER BY x.id LIMIT 9 RETURN x.name }}, or MATCH ... WITH "
    "..., collect(x.name) AS names",
)
RETURNING = Rule(
    "returning-subquery",
    "EXISTS {{ }} holds MATCH and WHERE only, COUNT {{ }} besides RETURN DISTINCT of one name",
    "leave the clause out, or write MATCH ... WITH ..., count(DISTINCT x) AS n",
)
SHAPES = (COLLECT_SHAPE, RETURNING)
SUBQUERIES = {"exists": "EXISTS", "count": "COUNT", "gather": "COLLECT"}


def shallow(value: Syntax) -> Iterator[Syntax]:
    """Yield a piece and all within it, from left to right, but not what subqueries hold."""
    yield value
    for part in value.parts if value.kind not in SUBQUERIES else ():
        yield from shallow(part)


def misshapen(query: Syntax) -> Iterator[Finding]:
    """Yield the first clause of each subquery that has no place in it."""
    for piece in query.walk():
        if piece.kind == "gather":
            yield from (COLLECT_SHAPE.at(part) for part in _beyond_collect(piece))
        elif piece.kind in {"exists", "count"}:
            yield from (RETURNING.at(part) for part in _beyond_count(piece))


def _beyond_collect(piece: Syntax) -> Iterator[Syntax]:
    *clauses, last = piece.parts
    matches = clauses[:-1] if clauses and clauses[-1].kind == "with" else clauses
    yield from (part for part in matches if not _is_match(part))
    yield from (part for part in clauses[len(matches) :] if not _keeps(part))
    if not (matches and last.kind == "return" and _gives_one(last)):
        yield last


def _beyond_count(piece: Syntax) -> Iterator[Syntax]:
    may_return = piece.kind == "count" and not piece.has("patterns")
    counts = may_return and len(piece.parts) > 1 and _counts(piece.parts[-1])
    for part in piece.parts[:-1] if counts else piece.parts:
        if not _is_match(part) and part.kind not in {"patterns", "where"}:
            yield part


def _is_match(clause: Syntax) -> bool:
    return clause.kind == "match" and not clause.has("optional")


def _keeps(clause: Syntax) -> bool:
    """Tell whether a WITH hands on the first rows by an order, and nothing but names."""
    bare = all(_is_bare(item) for item in clause.all("item"))
    cut = clause.has("order") and clause.has("limit")
    return bare and cut and not any(map(clause.has, ("star", "skip", "where")))


def _gives_one(clause: Syntax) -> bool:
    """Tell whether a RETURN gives one value of each row, or of the first ones."""
    return len(clause.all("item")) == 1 and not clause.has("star") and not clause.has("skip")


def _counts(clause: Syntax) -> bool:
    """Tell whether a RETURN counts the different values of one name."""
    distinct, *rest = clause.parts if clause.kind == "return" else (clause,)
    return distinct.kind == "distinct" and len(rest) == 1 and _is_bare(rest[0])


def _is_bare(item: Syntax) -> bool:
    return item.kind == "item" and len(item.parts) == 1 and item.parts[0].kind == "variable"
