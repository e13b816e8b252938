"""Random aggregates: counts, sums, lists of what a group holds."""

from __future__ import annotations

from agreement.pieces import Piece, piece
from agreement.scope import Draw, Sort, ValueVar
from agreement.values import value

Aggregate = tuple[Piece, ValueVar]
ORDERED: tuple[Sort, ...] = ("text", "integer", "number")


def aggregate(draw: Draw) -> Aggregate:
    """Draw an aggregate, and what a variable that holds it is."""
    return draw.random.choice(AGGREGATES)(draw)


def _rows(_draw: Draw) -> Aggregate:
    return piece("integer", "count(*)"), ValueVar("integer")


def _things(draw: Draw) -> Aggregate:
    names = [*draw.scope.nodes, *draw.scope.links]
    if not names:
        return _rows(draw)
    distinct = draw.random.choice(("", "DISTINCT "))
    return piece("integer", f"count({distinct}{draw.random.choice(names)})"), ValueVar("integer")


def _values(draw: Draw) -> Aggregate:
    distinct = draw.random.choice(("", "DISTINCT "))
    return piece("integer", f"count({distinct}", value(draw, "text"), ")"), ValueVar("integer")


def _collected(draw: Draw) -> Aggregate:
    distinct = draw.random.choice(("", "DISTINCT "))
    return piece("texts", f"collect({distinct}", value(draw, "text"), ")"), ValueVar(
        "texts", bag=True
    )


def _collected_nodes(draw: Draw) -> Aggregate:
    if not draw.scope.nodes:
        return _collected(draw)
    name, node = draw.random.choice(list(draw.scope.nodes.items()))
    distinct = draw.random.choice(("", "DISTINCT "))
    return piece("nodes", f"collect({distinct}{name})"), ValueVar("nodes", bag=True, of=node)


def _collected_numbers(draw: Draw) -> Aggregate:
    return piece("", "collect(", value(draw, "integer"), ")"), ValueVar("integers", bag=True)


def _size(draw: Draw) -> Aggregate:
    distinct = draw.random.choice(("", "DISTINCT "))
    inner = value(draw, "text")
    return piece("integer", f"size(collect({distinct}", inner, "))"), ValueVar("integer")


def _joined(draw: Draw) -> Aggregate:
    one, other = value(draw, "text"), value(draw, "text")
    return (
        piece("texts", "collect(", one, ") + collect(DISTINCT ", other, ")"),
        ValueVar("texts", bag=True),
    )


def _sum(draw: Draw) -> Aggregate:
    return piece("integer", "sum(", value(draw, "integer"), ")"), ValueVar("integer")


def _sum_of_numbers(draw: Draw) -> Aggregate:
    name = draw.random.choice(("sum", "avg"))
    inner = value(draw, "number")
    return piece("number", f"{name}(", inner, ")"), ValueVar("number", exact=False)


def _average(draw: Draw) -> Aggregate:
    return piece("number", "avg(", value(draw, "integer"), ")"), ValueVar("number", exact=False)


def _least_or_most(draw: Draw) -> Aggregate:
    sort: Sort = draw.random.choice(ORDERED)
    name = draw.random.choice(("min", "max"))
    return piece(sort, f"{name}(", value(draw, sort), ")"), ValueVar(sort)


def _times(draw: Draw) -> Aggregate:
    """Count as saved questions do: how often a test is true."""
    test = draw.made("test", 1)
    name = draw.random.choice(("sum", "max"))
    return (
        piece("integer", f"{name}(CASE WHEN ", test, " THEN 1 ELSE 0 END)"),
        ValueVar("integer"),
    )


def _which(draw: Draw) -> Aggregate:
    test, inner = draw.made("test", 1), value(draw, "text")
    written = piece("integer", "count(DISTINCT CASE WHEN ", test, " THEN ", inner, " END)")
    return written, ValueVar("integer")


AGGREGATES = (
    _rows,
    *(_things,) * 3,
    *(_values, _collected, _times) * 2,
    _collected_nodes,
    _collected_numbers,
    _size,
    _joined,
    _sum,
    _sum_of_numbers,
    _average,
    *(_least_or_most,) * 2,
    _which,
)
