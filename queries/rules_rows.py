"""Rules about rows: what runs on both engines and gives different rows, or runs for ever."""

from __future__ import annotations

from collections.abc import Iterator

from queries.finding import Finding, Rule
from queries.reading import Reading, column
from queries.syntax import Syntax

TWICE_AMONG_TYPES = Rule(
    "twice-among-types",
    "{name} stands twice among the types of this link, and its links are counted twice",
    "name each type once",
)
UNLABELLED_ALONE = Rule(
    "unlabelled-alone",
    "a node without a label and a link may be the mark of Seam's own that Neo4j holds",
    "write its label, or a WHERE that no empty node passes, as n.id IS NOT NULL",
)
NULL_IN_PATTERN = Rule(
    "null-in-pattern",
    "{name} may be null since an OPTIONAL MATCH, and the embedded engine then matches anything",
    "put both patterns into one OPTIONAL MATCH, or collect(...) it and UNWIND the list",
)
DISTINCT_PATH = Rule(
    "distinct-path",
    "DISTINCT values of {name} at the end of a path of several lengths stay double on Neo4j",
    "name the value in a WITH before and write DISTINCT with the name, or collect(DISTINCT ...)",
)
WHERE_AFTER_LIMIT = Rule(
    "where-after-limit",
    "WHERE beside LIMIT or SKIP is tried before them on the embedded engine",
    "write the WHERE in a WITH of its own",
)
COMPARED_THINGS = Rule(
    "compared-things",
    "nodes and links have no order that both engines know",
    "compare their ids, as a.id < b.id",
)
LABELS_ORDER = Rule(
    "labels-order",
    "the order of labels() differs between engines",
    "write n:Company, or 'Company' IN labels(n)",
)
LIST_ORDER = Rule(
    "list-order",
    "a collected list has another order on each engine",
    "order the rows in a WITH ... ORDER BY just before collect, or in COLLECT {{ }}, or use min or "
    "max",
)
ROUNDED_MEAN = Rule(
    "rounded-mean",
    "avg differs in the last digit between engines, and rounding shows it",
    "return the mean bare, or write toFloat(sum(x)) / count(x)",
)
ORDERED_MEAN = Rule(
    "ordered-mean",
    "avg differs in the last digit between engines, and so does its order",
    "order by sum or count, or by toFloat(sum(x)) / count(x)",
)
NEGATIVE_ROUND = Rule(
    "negative-digits", "round() to {found} digits differs between engines", "divide, then round"
)
NOT_A_LIST = Rule(
    "not-a-list",
    "a {what} is no list on both engines",
    "write substring, left or right of a text, and .name of a node",
)
UNTRIMMED = Rule(
    "untrimmed-number",
    "{name}() of a text with spaces around it differs between engines",
    "write {name}(trim(...))",
)
SPLIT = Rule(
    "split-by", "split() by an empty text or a list differs between engines", "split by one text"
)
RULES = (
    TWICE_AMONG_TYPES, UNLABELLED_ALONE, NULL_IN_PATTERN, DISTINCT_PATH, WHERE_AFTER_LIMIT,
    COMPARED_THINGS, LABELS_ORDER, LIST_ORDER, ROUNDED_MEAN, ORDERED_MEAN, NEGATIVE_ROUND,
    NOT_A_LIST, UNTRIMMED, SPLIT,
)  # fmt: skip

STRICT = {"comparison", "in_list", "text_test", "is_not_null"}


def named_alike(reading: Reading) -> Iterator[Finding]:
    """Find link types that stand twice among alternatives."""
    for piece, _ in reading.all("types"):
        seen: set[str] = set()
        for word in piece.parts:
            if word.text in seen:
                yield TWICE_AMONG_TYPES.at(word, name=word.text)
            seen.add(word.text)


def lone_nodes(reading: Reading) -> Iterator[Finding]:
    """Find patterns that a node without links, labels and properties fits."""
    for stage in reading.stages:
        patterns = stage.clause.first("patterns")
        where = stage.clause.first("where")
        told = set(stage.before) | (_not_empty(where.parts[0]) if where else set())
        for pattern in patterns.parts if patterns else ():
            free = not any(_is_told(node, told) for node in pattern.all("node"))
            if free and all(map(_may_be_none, pattern.all("out", "in", "both"))):
                yield UNLABELLED_ALONE.at(pattern)


def _is_told(node: Syntax, told: set[str]) -> bool:
    return node.name in told or node.first("labels", "any_label", "properties") is not None


def _may_be_none(link: Syntax) -> bool:
    length = link.first("length")
    lowest = length.first("lowest", "exactly") if length else None
    return lowest is not None and lowest.parts[0].text == "0"


def _not_empty(test: Syntax) -> set[str]:
    """Return the nodes that have a label or a property where a condition is true."""
    if test.kind == "and":
        return {name for part in test.parts for name in _not_empty(part)}
    if test.kind == "has_label":
        return {test.name}
    held = test.parts if test.kind in STRICT else ()
    return {one.parts[0].name for one in held if one.kind == "held"} | {
        one.parts[1].name for one in held if _is(one, "labels") and test.kind == "in_list"
    }


def null_in_pattern(reading: Reading) -> Iterator[Finding]:
    """Find variables that may be null in a pattern that comes after."""
    for stage in reading.stages:
        patterns = stage.clause.first("patterns")
        for pattern in patterns.parts if patterns else ():
            for piece in pattern.all("node", "out", "in", "both"):
                known = stage.before.get(piece.name)
                if piece.name and known and known.may_lack:
                    yield NULL_IN_PATTERN.at(piece, name=piece.name)


def distinct_paths(reading: Reading) -> Iterator[Finding]:
    """Find DISTINCT over what a node holds that a path of several lengths leads to."""
    ends: set[str] = set()
    for stage in reading.stages:
        clause, items = stage.clause, stage.clause.all("item")
        made = [item for item in items if not _tells_apart(item.parts[0])]
        for item in [item for item in made if item.names() & ends and clause.has("distinct")][:1]:
            yield DISTINCT_PATH.at(item, name=min(item.names() & ends))
        handed = {column(item) for item in items if item.parts[0].name in ends}
        ends = ends - handed if clause.has("limit") else ends | handed
        ends |= _path_ends(clause)


def _tells_apart(value: Syntax) -> bool:
    """Tell whether a value is another one for every node: the node itself, or its id."""
    is_id = value.kind == "held" and len(value.parts) == 2 and value.parts[1].name == "id"
    return value.kind == "variable" or (is_id and value.parts[1].kind == "get")


def _path_ends(clause: Syntax) -> set[str]:
    """Return the nodes beside a link of several lengths."""
    patterns = clause.first("patterns")
    found: set[str] = set()
    for pattern in patterns.parts if patterns else ():
        nodes = pattern.all("node")
        for number, link in enumerate(pattern.all("out", "in", "both")):
            if link.has("length"):
                found |= {node.name for node in nodes[number : number + 2]}
    return found - {""}


def limits(reading: Reading) -> Iterator[Finding]:
    """Find WHERE beside LIMIT."""
    for stage in reading.stages:
        where = stage.clause.first("where")
        if where and stage.clause.first("limit", "skip"):
            yield WHERE_AFTER_LIMIT.at(where)


def compared(reading: Reading) -> Iterator[Finding]:
    """Find nodes and links compared by more than = and <>."""
    for value, _ in reading.all("comparison"):
        things = any(reading.kind(part).is_thing for part in value.parts if not part.text)
        signs = {part.text for part in value.parts if part.text}
        if things and signs - {"=", "<>"}:
            yield COMPARED_THINGS.at(value)
    for sort, _ in reading.all("sort"):
        if reading.kind(sort.parts[0]).is_thing:
            yield COMPARED_THINGS.at(sort)


def orders(reading: Reading) -> Iterator[Finding]:
    """Find uses of an order that a list does not have."""
    allowed = {id(value.parts[-1]) for value, _ in reading.all("in_list")}
    allowed |= {id(call.parts[-1]) for call, _ in reading.all("call") if _is(call, "size")}
    for call, _ in reading.all("call"):
        if _is(call, "labels") and id(call) not in allowed:
            yield LABELS_ORDER.at(call)
        elif _is(call, "head", "last", "tail") and not reading.kind(call.parts[-1]).settled:
            yield LIST_ORDER.at(call)
    for step, _ in reading.all("index", "slice"):
        if not reading.kind(step).settled:
            yield LIST_ORDER.at(step)
        elif reading.kind(step).what not in {"list", "any", "null"}:
            yield NOT_A_LIST.at(step, what=reading.kind(step).what)
    for value, _ in reading.all("comparison", "sort"):
        if not all(reading.kind(part).settled for part in value.parts):
            yield LIST_ORDER.at(value)


def _is(value: Syntax, *names: str) -> bool:
    return value.kind == "call" and value.parts[0].text.lower() in names


def means(reading: Reading) -> Iterator[Finding]:
    """Find averages that are rounded or ordered by."""
    for call, _ in reading.all("call"):
        rounds = _is(call, "round", "floor", "ceil", "tointeger", "tostring")
        if rounds and any(reading.kind(part).mean for part in call.parts[1:]):
            yield ROUNDED_MEAN.at(call)
    for sort, _ in reading.all("sort"):
        if reading.kind(sort.parts[0]).mean:
            yield ORDERED_MEAN.at(sort)


def values(reading: Reading) -> Iterator[Finding]:
    """Find values for which a function differs between engines."""
    for call, _ in reading.all("call"):
        given = [part for part in call.parts[1:] if part.kind != "distinct"]
        if _is(call, "round") and len(given) == 2 and given[1].kind != "integer":
            yield NEGATIVE_ROUND.at(call, found="negative or unknown")
        elif _is(call, "split") and len(given) == 2:
            if given[1].kind == "list" or (given[1].kind == "text" and len(_text(given[1])) == 0):
                yield SPLIT.at(call)
        elif _is(call, "tointeger", "tofloat") and given:
            plain = reading.kind(given[0]).what in {"integer", "number", "null"}
            if not plain and not _is(given[0], "trim"):
                yield UNTRIMMED.at(call, name=call.parts[0].text)


def _text(value: Syntax) -> str:
    return value.parts[0].text[1:-1]


CHECKS = (
    named_alike, lone_nodes, null_in_pattern, distinct_paths, limits, compared, orders, means,
    values,
)  # fmt: skip
