"""Random tests: true, false or null, often true of the witnesses."""

from __future__ import annotations

from collections.abc import Sequence

from agreement.patterns import chain
from agreement.pieces import Piece, Row, Tree, maybe, piece
from agreement.scope import DEEPEST, Draw, Maker, Sort, ValueVar
from agreement.values import any_constant, any_list, value

COMPARED = ("=", "<>", "<", "<=", ">", ">=")
TRUE_OF_SAME = ("=", "<=", ">=")
KINDS: tuple[Sort, ...] = ("text", "text", "text", "integer", "number", "texts")


def _of_property(draw: Draw, depth: int) -> Piece:
    """Test a property against what the witness holds."""
    held = draw.scope.properties(draw.random.choice(KINDS))
    if not held:
        return _compared(draw, depth)
    variable, prop, known = draw.random.choice(held)
    name = f"{variable}.{prop.name}"
    if known is None:
        return piece("test", name, draw.random.choice((" IS NULL", " IS NULL", " IS NOT NULL")))
    if isinstance(known, tuple):
        return _of_list(draw, name, known)
    if isinstance(known, str):
        return _of_text(draw, name, known)
    other = draw.constant(known, prop.kind)
    return piece("test", name, f" {draw.random.choice((*TRUE_OF_SAME, *COMPARED))} ", other)


def _of_text(draw: Draw, name: str, known: str) -> Piece:
    sign, text = draw.random.choice(
        (
            (" STARTS WITH ", known[:2]),
            (" ENDS WITH ", known[-2:]),
            (" CONTAINS ", known[1:3]),
            *((f" {sign} ", known) for sign in (*TRUE_OF_SAME * 2, *COMPARED)),
        )
    )
    shapes: tuple[tuple[Tree, ...], ...] = (
        (name, sign, draw.constant(text, "text")),
        (name, sign, draw.constant(text, "text")),
        (f"toLower({name}) CONTAINS toLower(", draw.constant(known[:3], "text"), ")"),
        (name, " IN ", draw.constant(["zz", known], "texts")),
        (_unless_empty(draw, name, known),),
        (name, " IS NOT NULL"),
    )
    return piece("test", *draw.random.choice(shapes))


def _unless_empty(draw: Draw, name: str, known: str) -> Piece:
    """Test as a saved question does: an empty parameter stands for all."""
    parameter = draw.name("p")
    draw.parameters[parameter] = draw.random.choice(("", known))
    return piece("test", f"(${parameter} = '' OR {name} = ${parameter})")


def _of_list(draw: Draw, name: str, known: Sequence[str]) -> Piece:
    one = draw.constant(draw.random.choice(known), "text") if known else "'a'"
    match draw.random.randrange(4):
        case 0:
            return piece("test", f"size({name}) >= ", str(draw.random.choice((0, 1, 2))))
        case 1 if draw.often(0.4):
            return piece("test", "NOT ", one, f" IN {name}")
    return piece("test", one, f" IN {name}")


def _compared(draw: Draw, depth: int) -> Piece:
    sort = draw.random.choice(KINDS)
    signs = ("=", "<>") if sort == "texts" else COMPARED
    one, other = value(draw, sort, depth), value(draw, sort, depth)
    return piece("test", one, f" {draw.random.choice(signs)} ", other)


def _between(draw: Draw, depth: int) -> Piece:
    middle = value(draw, "integer", depth)
    return piece("test", "0 < ", middle, " <= 2015")


def _null(draw: Draw, depth: int) -> Piece:
    some = value(draw, draw.random.choice(KINDS), depth)
    return piece("test", some, draw.random.choice((" IS NULL", " IS NOT NULL")))


def _among(draw: Draw, depth: int) -> Piece:
    return piece("test", value(draw, "text", depth), " IN ", any_list(draw, depth))


def _among_numbers(draw: Draw, depth: int) -> Piece:
    return piece("test", value(draw, "integer", depth), " IN ", value(draw, "integers", depth))


def _contains(draw: Draw, depth: int) -> Piece:
    word = draw.random.choice((" CONTAINS ", " STARTS WITH ", " ENDS WITH "))
    return piece("test", value(draw, "text", depth), word, value(draw, "text", depth))


def _bare(draw: Draw, depth: int) -> Piece:
    return piece("test", value(draw, "flag", depth))


def _joined(draw: Draw, depth: int) -> Piece:
    if depth > DEEPEST:
        return _of_property(draw, depth)
    sign = draw.random.choice((" AND ", " AND ", " OR ", " OR ", " OR ", " XOR "))
    parts = tuple(draw.made("test", depth) for _ in range(draw.random.choice((2, 2, 3))))
    return piece("test", Row(parts, sign, "(", least=1), ")")


def _negated(draw: Draw, depth: int) -> Piece:
    inner = _of_property(draw, depth) if depth > DEEPEST else draw.made("test", depth)
    return piece("test", "NOT (", inner, ")")


def _quantified(draw: Draw, depth: int) -> Piece:
    outer, name = draw.scope, draw.name("x")
    over = any_list(draw, depth)
    draw.scope = outer.copy()
    draw.scope.values[name] = ValueVar("text")
    inner = draw.made("test", DEEPEST) if draw.often(0.3) else _about(draw, name)
    draw.scope = outer
    word = draw.random.choice(("any", "all", "none", "single"))
    return piece("test", f"{word}({name} IN ", over, " WHERE ", inner, ")")


def _about(draw: Draw, name: str) -> Piece:
    sign = draw.random.choice((" = ", " <> ", " CONTAINS ", " > "))
    return piece("test", name, sign, any_constant(draw, "text"))


def _label(draw: Draw, depth: int) -> Piece:
    if not draw.scope.nodes:
        return _compared(draw, depth)
    name, node = draw.random.choice(list(draw.scope.nodes.items()))
    known = node.witness.label if node.witness else "Company"
    return piece("test", f"{name}:{draw.random.choice((known, known, 'Actor', 'Partner'))}")


def _same_node(draw: Draw, depth: int) -> Piece:
    names = list(draw.scope.nodes)
    if len(names) < 2:
        return _compared(draw, depth)
    one, other = draw.random.sample(names, 2)
    sign = draw.random.choice(COMPARED)
    return piece("test", draw.random.choice((f"{one} <> {other}", f"{one}.id {sign} {other}.id")))


def _subquery(draw: Draw, depth: int) -> Piece:
    if not draw.scope.nodes:
        return _compared(draw, depth)
    body = inner(draw, depth)
    sign = draw.random.choice((" > 0", " > 0", " = 0", " >= 2", " < 2"))
    shapes: tuple[tuple[Tree, ...], ...] = (
        *(("EXISTS ", body),) * 2,
        ("NOT EXISTS ", body),
        ("COUNT ", body, sign),
    )
    return piece("test", *draw.random.choice(shapes))


def inner(draw: Draw, depth: int) -> Piece:
    """Draw what stands in the braces of EXISTS or COUNT."""
    outer = draw.scope
    draw.scope = outer.copy()
    start = draw.random.choice(list(outer.nodes))
    pattern = chain(draw, start, longest=2)
    where = maybe(" WHERE ", draw.made("test", max(depth, DEEPEST - 1))) if draw.often(0.4) else ""
    draw.scope = outer
    return piece("braces", "{ ", "MATCH " if draw.often(0.8) else "", pattern, where, " }")


TESTS: Sequence[Maker] = (
    *(_of_property,) * 24,
    *(_compared,) * 3,
    *(_joined,) * 8,
    *(_subquery,) * 5,
    *(_negated, _quantified, _among) * 2,
    _between,
    _null,
    _among_numbers,
    _contains,
    _bare,
    _label,
    _same_node,
)
