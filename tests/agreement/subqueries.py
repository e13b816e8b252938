"""Random COLLECT { } and COUNT { }: what is gathered or counted beside a row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from agreement.patterns import chain
from agreement.pieces import Piece, Tree, maybe, piece
from agreement.scope import DEEPEST, Draw, Scope
from agreement.truths import inner
from agreement.values import value

FEW = (0, 1, 2, 5)


def counted(draw: Draw, depth: int) -> Piece:
    """Draw a number of rows beside this one, or of the different things in them."""
    if not draw.scope.nodes:
        return value(draw, "integer", depth)
    if draw.often(0.6):
        return piece("integer", "COUNT ", inner(draw, depth))
    with _inside(draw):
        matched = _matched(draw)
        one = draw.random.choice([*draw.scope.nodes, *draw.scope.links])
    return piece("integer", "COUNT { ", matched, f" RETURN DISTINCT {one} }}")


def gathered(draw: Draw, depth: int) -> Piece:
    """Draw a list of what is found beside a row, in no order."""
    if not draw.scope.nodes:
        return value(draw, "texts", depth)
    with _inside(draw):
        matched, distinct = _matched(draw), maybe("DISTINCT ") if draw.often(0.5) else ""
        each = value(draw, "text", DEEPEST - 1)
    return piece("texts", "COLLECT { ", matched, " RETURN ", distinct, each, " }")


def gathered_in_order(draw: Draw, depth: int) -> Piece:
    """Draw such a list in an order: of its members, or of the nodes that they are of."""
    if not draw.scope.nodes:
        return value(draw, "texts", depth)
    known, way = list(draw.scope.nodes), draw.random.choice(("", " DESC"))
    with _inside(draw):
        matched = _matched(draw)
        found = [name for name in draw.scope.nodes if name not in known]
        if found and draw.often(0.4):
            last = _of_the_first(draw, draw.random.choice(found), way)
        else:
            last = _of_the_least(draw, way)
    return piece("texts", "COLLECT { ", matched, last, " }")


def _of_the_first(draw: Draw, node: str, way: str) -> Piece:
    cut = f" WITH DISTINCT {node} ORDER BY {node}.id{way} LIMIT {draw.random.choice(FEW)}"
    draw.scope = Scope(nodes={node: draw.scope.nodes[node]})
    return Piece((cut, " RETURN ", value(draw, "text", DEEPEST - 1)))


def _of_the_least(draw: Draw, way: str) -> Piece:
    name, distinct = draw.name("x"), maybe("DISTINCT ") if draw.often(0.5) else ""
    each = value(draw, "text", DEEPEST - 1)
    limit = maybe(f" LIMIT {draw.random.choice(FEW)}") if draw.often(0.4) else ""
    return Piece((" RETURN ", distinct, each, f" AS {name} ORDER BY {name}{way}", limit))


@contextmanager
def _inside(draw: Draw) -> Iterator[None]:
    """Draw with a scope of its own, which is forgotten at the closing brace."""
    outer = draw.scope
    draw.scope = outer.copy()
    yield
    draw.scope = outer


def _matched(draw: Draw) -> Piece:
    start = draw.random.choice(list(draw.scope.nodes))
    parts: list[Tree] = ["MATCH ", chain(draw, start, longest=2)]
    if draw.often(0.4):
        parts.append(maybe(" WHERE ", draw.made("test", DEEPEST)))
    return Piece(tuple(parts))
