"""Rules about form: what one engine refuses and the other lets pass."""

from __future__ import annotations

from collections.abc import Iterator

from queries.finding import Finding, Rule
from queries.kinds import Kind
from queries.reading import Reading, Scope, aggregates, column, is_aggregate
from queries.subqueries import SUBQUERIES
from queries.syntax import Syntax

UNNAMED = Rule("unnamed", "this {what} has no name", "write AS and a name after it")
STAR = Rule("return-star", "RETURN * gives columns in another order", "name each column")
THING = Rule(
    "returning-things",
    "{name} is or holds a node, link, path or map, which engines return in different ways",
    "return its properties, as n.id AS id",
)
DATE = Rule(
    "returning-dates",
    "{name} is or holds a date, which engines return in different ways",
    "return toString(...) of it",
)
PATH = Rule(
    "path-variable",
    "a path as a value differs between engines",
    "name the nodes and links of the pattern instead",
)
MAP = Rule(
    "map-value", "maps as values differ between engines", "use columns, or a list of a few values"
)
AGGREGATE_PLACE = Rule(
    "aggregate-place",
    "an aggregate cannot stand in {where}",
    "name it in WITH or RETURN and use the name",
)
MIXED = Rule(
    "implicit-grouping",
    "{name} stands beside an aggregate and is no column of its own",
    "make it a column of its own in a WITH before",
)
UNION_MIXED = Rule("union-mixed", "UNION and UNION ALL are mixed", "use one of the two throughout")
UNION_COLUMNS = Rule(
    "union-columns",
    "the parts of the UNION have different columns: {found}, not {wanted}",
    "name the same columns in the same order",
)
NOT_A_FLAG = Rule(
    "not-a-flag", "a {what} stands where true or false must", "compare it with something"
)
TYPES = Rule("types", "{what} cannot be added to a text", "write toString(...) or CASE around it")
RULES = (
    UNNAMED, STAR, THING, DATE, PATH, MAP, AGGREGATE_PLACE, MIXED, UNION_MIXED,
    UNION_COLUMNS, NOT_A_FLAG, TYPES,
)  # fmt: skip


def unnamed(reading: Reading) -> Iterator[Finding]:
    """Find columns without a name, and RETURN *."""
    for stage in reading.stages:
        if stage.clause.kind in {"with", "return"} and not stage.inner:
            for item in stage.clause.all("item"):
                if not column(item):
                    what = "column" if stage.clause.kind == "return" else "value of WITH"
                    yield UNNAMED.at(item, what=what)
            star = stage.clause.first("star")
            if star and stage.clause.kind == "return":
                yield STAR.at(star)


def things(reading: Reading) -> Iterator[Finding]:
    """Find nodes, links, paths and maps that are returned or made."""
    for stage in reading.stages:
        answers = stage.clause.kind == "return" and not stage.inner
        for item in stage.clause.all("item") if answers else ():
            if reading.kind(item.parts[0]).is_thing:
                yield THING.at(item, name=column(item) or "this column")
            elif reading.kind(item.parts[0]).holds("date"):
                yield DATE.at(item, name=column(item) or "this column")
    for pattern, _ in reading.all("pattern"):
        if pattern.name:
            yield PATH.at(pattern)
    for map_, _ in reading.all("map"):
        yield MAP.at(map_)


def aggregate_places(reading: Reading) -> Iterator[Finding]:
    """Find aggregates outside WITH and RETURN, in subqueries, and within each other."""
    wheres = {"where": "WHERE", "sort": "ORDER BY", "comprehension": "a list", "reduce": "reduce"}
    for kind, where in wheres.items():
        for piece, _ in reading.all(kind):
            parts = piece.all("each", "where") if kind in {"comprehension", "reduce"} else (piece,)
            for found in (one for part in parts for one in part.walk() if is_aggregate(one)):
                yield AGGREGATE_PLACE.at(found, where=where)
    for stage in reading.stages:
        if stage.clause.kind == "unwind" and aggregates(stage.clause):
            yield AGGREGATE_PLACE.at(stage.clause, where="UNWIND")
        for item in stage.clause.all("item") if stage.inner else ():
            yield from (
                AGGREGATE_PLACE.at(one, where="COLLECT { }")
                for one in item.walk()
                if is_aggregate(one)
            )
    for call, _ in reading.all("call"):
        for inner in (one for part in call.parts for one in part.walk() if is_aggregate(one)):
            if is_aggregate(call):
                yield AGGREGATE_PLACE.at(inner, where="another aggregate")


def implicit_grouping(reading: Reading) -> Iterator[Finding]:
    """Find values beside an aggregate that are no column of their own."""
    for stage in reading.stages:
        if stage.clause.kind in {"with", "return"}:
            items = stage.clause.all("item")
            keys = [item.parts[0] for item in items if not aggregates(item)]
            for item in items:
                if aggregates(item):
                    yield from _ungrouped(item.parts[0], keys, stage.before)


def _ungrouped(value: Syntax, keys: list[Syntax], scope: Scope) -> Iterator[Finding]:
    """Yield the variables outside aggregates that stand in no column alone."""
    if is_aggregate(value) or any(value.same(key) for key in keys):
        return
    if value.kind in {"variable", "has_label"} and value.name in scope:
        yield MIXED.at(value, name=value.name)
    elif value.kind in SUBQUERIES:
        yield MIXED.at(value, name=SUBQUERIES[value.kind])
    for part in value.parts:
        yield from _ungrouped(part, keys, scope)


def unions(reading: Reading) -> Iterator[Finding]:
    """Find parts of a UNION that do not go together."""
    joints = reading.query.all("union")
    for joint in joints[1:]:
        if joint.has("all_rows") != joints[0].has("all_rows"):
            yield UNION_MIXED.at(joint)
    returns = [part.parts[-1] for part in reading.query.all("part")]
    wanted = [column(item) for item in returns[0].all("item")]
    for one in returns[1:]:
        found = [column(item) for item in one.all("item")]
        if found != wanted:
            yield UNION_COLUMNS.at(one, found=", ".join(found), wanted=", ".join(wanted))


def not_flags(reading: Reading) -> Iterator[Finding]:
    """Find values that are no flag where a condition must stand."""
    for value in _conditions(reading):
        kind = reading.kind(value)
        if kind.is_plain or value.kind == "parameter":
            what = "bare parameter" if value.kind == "parameter" else kind.what
            yield NOT_A_FLAG.at(value, what=what)


def _conditions(reading: Reading) -> Iterator[Syntax]:
    for piece, _ in reading.all("where", "or", "xor", "and", "negation"):
        yield from (part for part in piece.parts if not part.text)
    for case, _ in reading.all("case"):
        if not case.has("subject"):
            yield from (when.parts[0] for when in case.all("when"))


def unlike(reading: Reading) -> Iterator[Finding]:
    """Find flags and dates that are added to a text."""
    for value, _ in reading.all("sum"):
        kinds = [reading.kind(part) for part in value.parts if not part.text]
        if any(kind.what == "text" for kind in kinds):
            yield from (TYPES.at(value, what=f"a {kind.what}") for kind in kinds if _odd(kind))


def _odd(kind: Kind) -> bool:
    return kind.what in {"flag", "date", "node", "link"}


CHECKS = (
    unnamed, things, aggregate_places, implicit_grouping, unions, not_flags, unlike,
)  # fmt: skip
