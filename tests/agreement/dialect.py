"""What the dialect allows: the one place where random queries are kept inside it.

The lint says so. A rule that a difference has shown to be needed, and that the lint does not have
yet, waits in `AWAITED`; once it is in `queries.lint` it is taken out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from queries.finding import RefusedError
from queries.lint import RULES, lint
from queries.parsing import parse
from queries.reading import Reading, Stage, read
from queries.syntax import Syntax


def refused_by(cypher: str) -> str:
    """Return the rule by which a query is refused, or nothing."""
    try:
        findings = lint(cypher)
        return findings[0].rule if findings else _awaited(read(parse(cypher)))
    except RefusedError as refused:
        return refused.findings[0].rule


def _awaited(reading: Reading) -> str:
    broken = (name for name, check in AWAITED.items() if name not in RULES and any(check(reading)))
    return next(broken, "")


def _named_alike(reading: Reading) -> Iterator[Syntax]:
    """Find a link type that stands twice among alternatives: each of its links comes twice."""
    for piece, _ in reading.all("types"):
        names = [word.text for word in piece.parts]
        if len(set(names)) < len(names):
            yield piece


def _lone_nodes(reading: Reading) -> Iterator[Syntax]:
    """Find nodes without a label that no link leads to: Neo4j holds one that Seam marks."""
    for stage in reading.stages:
        patterns = stage.clause.first("patterns")
        for pattern in patterns.parts if patterns else ():
            nodes = pattern.all("node")
            free = not any(n.name in stage.before or n.first("labels", "any_label") for n in nodes)
            if free and all(map(_may_be_none, pattern.all(*ARROWS))):
                yield pattern


def _may_be_none(link: Syntax) -> bool:
    length = link.first("length")
    lowest = length.first("lowest", "exactly") if length else None
    return lowest is not None and lowest.parts[0].text == "0"


def _reversed_lists(reading: Reading) -> Iterator[Syntax]:
    """Find a list that is reversed: Neo4j refuses one that a node or a link holds."""
    for call, _ in reading.all("call"):
        if call.parts[0].text.lower() == "reverse" and reading.kind(call.parts[1]).what != "text":
            yield call


def _members_of_sums(reading: Reading) -> Iterator[Syntax]:
    """Find members of a sum of lists: Neo4j does not know what they are."""
    for value, _ in reading.all(*LISTS):
        yield from (part for part in value.parts if part.kind == "sum")


def _case_in_sums(reading: Reading) -> Iterator[Syntax]:
    """Find a list with a CASE in it that is added to a list: all is null where the CASE is."""
    for value, _ in reading.all("sum"):
        yield from (part for part in value.parts if part.kind == "list" and part.has("case"))


def _counts_in_optional(reading: Reading) -> Iterator[Syntax]:
    """Find COUNT { } in the WHERE of an OPTIONAL MATCH: Neo4j itself loses rows there."""
    for stage in reading.stages:
        where = stage.clause.first("where") if stage.clause.has("optional") else None
        yield from (part for part in where.walk() if part.kind == "count") if where else ()


def _counts_in_logic(reading: Reading) -> Iterator[Syntax]:
    """Find COUNT { } under AND, OR, XOR or NOT in a value: the embedded engine takes it for 0."""
    plain = {id(part) for s in reading.stages for part in _conditions(s)}
    for value, _ in reading.all("and", "or", "xor", "negation"):
        if id(value) not in plain:
            yield from (part for part in value.walk() if part.kind == "count")


def _conditions(stage: Stage) -> Iterator[Syntax]:
    """Yield the logic that a clause's own WHERE is made of."""
    where = stage.clause.first("where")
    waiting = list(where.parts) if where else []
    while waiting:
        value = waiting.pop()
        if value.kind in LOGIC:
            yield value
            waiting += value.parts


def _hidden_variables(reading: Reading) -> Iterator[Syntax]:
    """Find tests of several variables in the WHERE of a MATCH that hold one where it is not seen.

    The embedded engine tests a condition as soon as the variables are matched that it sees in it.
    """
    for stage in reading.stages:
        if stage.clause.kind == "match":
            for test in _conjuncts(stage):
                if len(_read(test, stage)) > 1:
                    yield from _hiding(test)


def _conjuncts(stage: Stage) -> Iterator[Syntax]:
    where = stage.clause.first("where")
    waiting = list(where.parts) if where else []
    while waiting:
        test = waiting.pop()
        if test.kind == "and":
            waiting += test.parts
        else:
            yield test


def _read(value: Syntax, stage: Stage) -> set[str]:
    """Return the variables of the clauses so far that a value reads, in subqueries too."""
    return {one.name for one in value.walk() if one.name in stage.after}


def _hiding(value: Syntax, *, under_or: bool = False) -> Iterator[Syntax]:
    """Yield what hides variables: some always, subqueries and bare flags under OR and XOR."""
    if value.kind in HIDING or _is_step(value) or (under_or and value.kind in SUBQUERIES):
        yield value
    under_or = under_or or value.kind in {"or", "xor"}
    for part in value.parts:
        if under_or and value.kind in LOGIC and part.kind == "held":
            yield part
        yield from _hiding(part, under_or=under_or)


def _is_step(value: Syntax) -> bool:
    """Tell whether a value is a member or slice of a list, or a property of what a call gives."""
    if value.kind != "held":
        return False
    return value.parts[0].kind != "variable" or value.first("index", "slice") is not None


def _beside_chains(reading: Reading) -> Iterator[Syntax]:
    """Find what is lost beside two links that nobody asks for what they hold.

    The embedded engine follows the two as one chain in its table of links. It then loses the links
    that are asked, and nodes that are asked only inside lists, subqueries or UNWIND.
    """
    asked = {value.name for value, _ in reading.all("variable")}
    for run in _runs(reading):
        patterns = [p for s in run for group in s.clause.all("patterns") for p in group.parts]
        links = [part for pattern in patterns for part in pattern.parts if part.kind in ARROWS]
        if sum(link.name not in asked for link in links) > 1:
            yield from (link for link in links if link.name in asked)
            names = {n.name for p in patterns for n in p.all("node") if n.name}
            lists = [value for value, _ in reading.all(*LISTS, *SUBQUERIES)]
            lists += (s.clause.parts[0] for s in reading.stages if s.clause.kind == "unwind")
            for value in lists:
                yield from (one for one in value.walk() if one.name in names)


def _runs(reading: Reading) -> Iterator[list[Stage]]:
    """Yield the MATCH clauses that follow each other."""
    run: list[Stage] = []
    for stage in reading.stages:
        if stage.inner:
            continue
        if stage.clause.kind == "match" and not stage.clause.has("optional"):
            run.append(stage)
        else:
            yield run
            run = []
    yield run


LOGIC = {"and", "or", "xor", "negation"}
ARROWS = {"out", "in", "both"}
LISTS = ("quantifier", "comprehension", "reduce")
SUBQUERIES = ("exists", "count")
HIDING = {"case", "reduce", "quantifier", "comprehension"}
AWAITED: Mapping[str, Callable[[Reading], Iterator[Syntax]]] = {
    "twice-among-types": _named_alike,
    "unlabelled-alone": _lone_nodes,
    "reversed-list": _reversed_lists,
    "member-of-sum": _members_of_sums,
    "case-in-sum": _case_in_sums,
    "count-in-optional": _counts_in_optional,
    "count-in-logic": _counts_in_logic,
    "hidden-variable": _hidden_variables,
    "beside-chain": _beside_chains,
}
