"""Random values of every sort, made of what is in scope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agreement.pieces import Piece, Tree, maybe, piece
from agreement.random_graphs import NUMBERS, TEXTS, WHOLE
from agreement.scope import DEEPEST, Draw, Maker, Sort, ValueVar
from graph.store import Parameter


def value(draw: Draw, sort: Sort, depth: int = 0) -> Piece:
    """Draw a value of this sort; a list has an order."""
    held = draw.scope.properties(sort)
    named = [n for n, v in draw.scope.values.items() if v.sort == sort and not v.bag and v.exact]
    if named and draw.often(0.4):
        return piece(sort, draw.random.choice(named))
    if held and draw.often(0.75 if depth else 0.5):
        variable, prop, _ = draw.random.choice(held)
        return piece(sort, f"{variable}.{prop.name}")
    if depth >= DEEPEST or draw.often(0.25):
        return any_constant(draw, sort)
    return draw.made(sort, depth)


def any_constant(draw: Draw, sort: Sort) -> Piece:
    """Draw a constant of this sort."""
    if sort == "integers":
        return piece(sort, draw.random.choice(("[]", "[3, 1, 2]", "[7]")))
    return draw.constant(_any(draw, sort), sort)


def _any(draw: Draw, sort: Sort) -> Parameter:
    pick = draw.random.choice
    match sort:
        case "integer":
            return pick(WHOLE)
        case "number":
            return pick(NUMBERS)
        case "flag":
            return pick((True, False))
        case "texts":
            return draw.random.choices(TEXTS, k=draw.random.randint(0, 3))
    return pick(TEXTS)


SORTS: tuple[Sort, ...] = ("text", "integer", "number", "flag", "texts", "integers")


def _made(sort: Sort, *parts: str) -> Maker:
    """Return what writes these parts; a word that names a sort is a value of it."""

    def make(draw: Draw, depth: int) -> Piece:
        return Piece(tuple(_part(draw, part, depth) for part in parts), sort)

    return make


def _part(draw: Draw, part: str, depth: int) -> Tree:
    for sort in SORTS:
        if part == sort:
            return value(draw, sort, depth)
    return str(draw.random.choice((0, 1, 2, 3))) if part == "#" else part


def _case(sort: Sort) -> Maker:
    def make(draw: Draw, depth: int) -> Piece:
        when = Piece((" WHEN ", draw.made("test", depth), " THEN ", value(draw, sort, depth)))
        other = maybe(" ELSE ", value(draw, sort, depth))
        return piece(sort, "CASE", when, other if draw.often(0.7) else "", " END")

    return make


def _simple_case(draw: Draw, depth: int) -> Piece:
    subject = value(draw, "text", depth)
    when = Piece((" WHEN ", any_constant(draw, "text"), " THEN ", value(draw, "integer", depth)))
    return piece("integer", "CASE ", subject, when, maybe(" ELSE 0"), " END")


def _coalesce(sort: Sort) -> Maker:
    def make(draw: Draw, depth: int) -> Piece:
        first = value(draw, sort, depth)
        return piece(sort, "coalesce(", first, ", ", any_constant(draw, sort), ")")

    return make


def _comprehension(draw: Draw, depth: int) -> Piece:
    return listed(draw, value(draw, "texts", depth), depth)


def listed(draw: Draw, over: Piece, depth: int) -> Piece:
    """Draw a comprehension over a list of texts."""
    outer, name = draw.scope, draw.name("x")
    draw.scope = outer.copy()
    draw.scope.values[name] = ValueVar("text")
    kept = maybe(" WHERE ", draw.made("test", depth + 1)) if draw.often(0.6) else ""
    each = maybe(" | ", value(draw, "text", depth + 1)) if draw.often(0.5) else ""
    draw.scope = outer
    return piece("texts", f"[{name} IN ", over, kept, each, "]")


def _joined(draw: Draw, depth: int) -> Piece:
    over = value(draw, "texts", depth)
    return piece("text", "reduce(s = '', x IN ", over, " | s + x)")


def _summed(draw: Draw, depth: int) -> Piece:
    over = value(draw, "texts", depth)
    return piece("integer", "reduce(s = 0, x IN ", over, " | s + size(x))")


def _type(draw: Draw, depth: int) -> Piece:
    links = list(draw.scope.links)
    if not links:
        return value(draw, "text", depth)
    name = draw.random.choice(links)
    return piece(
        "text",
        draw.random.choice((f"type({name})", f"endNode({name}).id", f"startNode({name}).id")),
    )


def _size_of_any(draw: Draw, depth: int) -> Piece:
    return piece("integer", "size(", any_list(draw, depth), ")")


def any_list(draw: Draw, depth: int) -> Piece:
    """Draw a list of texts for where its order says nothing."""
    bags = [n for n, var in draw.scope.values.items() if var.sort == "texts"]
    if bags and draw.often(0.5):
        return piece("texts", draw.random.choice(bags))
    if draw.scope.nodes and draw.often(0.15):
        return draw.made("gathered", depth)
    return value(draw, "texts", depth)


def _as_flag(draw: Draw, depth: int) -> Piece:
    return piece("flag", "(", draw.made("test", depth), ")")


VALUES: Mapping[Sort, Sequence[Maker]] = {
    "text": (
        _coalesce("text"),
        _case("text"),
        _type,
        _joined,
        _made("text", "toLower(", "text", ")"),
        _made("text", "toUpper(", "text", ")"),
        _made("text", "trim(", "text", ")"),
        _made("text", "ltrim(rtrim(", "text", "))"),
        _made("text", "reverse(", "text", ")"),
        _made("text", "replace(", "text", ", 'o', '0')"),
        _made("text", "substring(", "text", ", ", "#", ")"),
        _made("text", "substring(", "text", ", ", "#", ", ", "#", ")"),
        _made("text", "left(", "text", ", ", "#", ")"),
        _made("text", "right(", "text", ", ", "#", ")"),
        _made("text", "(", "text", " + ", "text", ")"),
        _made("text", "toString(", "integer", ")"),
        _made("text", "toString(", "flag", ")"),
        _made("text", "split(", "text", ", ' ')[0]"),
        _made("text", "head(", "texts", ")"),
        _made("text", "last(", "texts", ")"),
        _made("text", "texts", "[", "#", "]"),
        _made("text", "texts", "[-1]"),
    ),
    "integer": (
        _coalesce("integer"),
        _case("integer"),
        _simple_case,
        _size_of_any,
        _summed,
        _made("integer", "size(", "text", ")"),
        _made("integer", "(", "integer", " + ", "integer", ")"),
        _made("integer", "(", "integer", " - ", "integer", ")"),
        _made("integer", "(", "integer", " * 3)"),
        _made("integer", "(", "integer", " / 10)"),
        _made("integer", "(", "integer", " % 4)"),
        _made("integer", "(-", "integer", ")"),
        _made("integer", "abs(", "integer", ")"),
        _made("integer", "sign(", "number", ")"),
        _made("integer", "toInteger(", "number", ")"),
        _made("integer", "toInteger(trim(", "text", "))"),
        _made("integer", "head(", "integers", ")"),
        _made("integer", "integers", "[", "#", "]"),
    ),
    "number": (
        _coalesce("number"),
        _case("number"),
        _made("number", "(", "number", " + ", "number", ")"),
        _made("number", "(", "number", " * 3)"),
        _made("number", "(", "number", " / 4)"),
        _made("number", "(", "integer", " / 4.0)"),
        _made("number", "toFloat(", "integer", ")"),
        _made("number", "toFloat(trim(", "text", "))"),
        _made("number", "round(", "number", ")"),
        _made("number", "round(", "number", ", 1)"),
        _made("number", "floor(", "number", ")"),
        _made("number", "ceil(", "number", ")"),
        _made("number", "abs(", "number", ")"),
        _made("number", "sqrt(abs(", "number", "))"),
    ),
    "flag": (
        _coalesce("flag"),
        _as_flag,
        _as_flag,
        _case("flag"),
        _made("flag", "toBoolean(", "text", ")"),
        _made("flag", "isEmpty(", "texts", ")"),
    ),
    "texts": (
        _coalesce("texts"),
        _case("texts"),
        _comprehension,
        _comprehension,
        _made("texts", "[", "text", ", ", "text", "]"),
        _made("texts", "(", "texts", " + ", "texts", ")"),
        _made("texts", "(", "texts", " + [", "text", "])"),
        _made("texts", "texts", "[..", "#", "]"),
        _made("texts", "texts", "[", "#", "..]"),
        _made("texts", "texts", "[-2..]"),
        _made("texts", "tail(", "texts", ")"),
        _made("texts", "reverse(", "texts", ")"),
        _made("texts", "split(", "text", ", ' ')"),
    ),
    "integers": (
        _made("integers", "range(1, ", "#", ")"),
        _made("integers", "[", "integer", ", ", "integer", "]"),
        _made("integers", "[x IN ", "texts", " | size(x)]"),
        _made("integers", "[x IN ", "integers", " WHERE x > 1]"),
    ),
}
