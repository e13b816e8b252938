"""Rules about lists that one engine takes for something else: reversed, added, with one member."""

from __future__ import annotations

from collections.abc import Iterator

from queries.finding import Finding, Rule
from queries.reading import Reading, column
from queries.subqueries import SUBQUERIES
from queries.syntax import Syntax

REVERSED_LIST = Rule(
    "reversed-list",
    "reverse() of a list that a node or a link holds is refused by Neo4j",
    "write reverse([x IN xs | x])",
)
MEMBER_OF_SUM = Rule(
    "member-of-sum",
    "Neo4j does not know what a sum of lists holds, and refuses {what} of its members",
    "work on the members of each list first, as [x IN xs | x + '!'] + [y IN ys | y + '!']",
)
LONE_MEMBER = Rule(
    "lone-member",
    "{what} alone in a list is taken for no list by the embedded engine where it is added, "
    "compared, searched or cut",
    "name it in a WITH before, and write [name]",
)
FROM_THE_END = Rule(
    "from-the-end",
    "Neo4j gives nothing for what is counted from the end of COLLECT {{ }}",
    "write last(...), or name the list in a WITH before",
)
RULES = (REVERSED_LIST, MEMBER_OF_SUM, LONE_MEMBER, FROM_THE_END)

MADE = {"list", "comprehension", "gather", "sum", "parameter", "null"}
MAKING = {"collect", "split", "labels", "range", "tail", "reverse"}
LOCAL = ("comprehension", "quantifier", "reduce")
KEEPING = {"tail", "reverse"}
STRICT = {
    "tolower", "toupper", "trim", "ltrim", "rtrim", "left", "right", "substring", "replace",
    "split", "size", "isempty", "reverse", "abs", "ceil", "floor", "round", "sign", "sqrt",
}  # fmt: skip
LONE = SUBQUERIES | {"case": "CASE"}


def reversed_lists(reading: Reading) -> Iterator[Finding]:
    """Find reverse() of what may be a list as a node or a link holds it."""
    made = _always_made(reading)
    for call, _ in reading.all("call"):
        if _is(call, "reverse") and len(call.parts) == 2:
            value = call.parts[1]
            if reading.kind(value).what != "text" and not _is_made(value, made):
                yield REVERSED_LIST.at(call)


def _always_made(reading: Reading) -> set[str]:
    """Return the names that stand for nothing but lists that the query makes."""
    made: set[str] = set()
    other: set[str] = set()
    for stage in reading.stages:
        for item in stage.clause.all("item"):
            (made if _is_made(item.parts[0], made) else other).add(column(item))
    return made - other


def _is_made(value: Syntax, made: set[str]) -> bool:
    if value.kind == "variable":
        return value.name in made
    if value.kind == "comprehension" and not value.first("where", "each"):
        return _is_made(_over(value), made)
    cut = value.kind == "held" and value.parts[-1].kind == "slice"
    return cut or value.kind in MADE or _is(value, *MAKING)


def members_of_sums(reading: Reading) -> Iterator[Finding]:
    """Find what a member of a sum of lists is refused for by Neo4j."""
    sums = _Sums(reading)
    for value, _ in reading.all(*LOCAL):
        if sums.has(_over(value)):
            yield from _worked_on(value, {value.all("name")[-1].text})
    for stage in reading.stages:
        if stage.clause.kind == "unwind" and sums.has(stage.clause.parts[0]):
            yield from _worked_on(reading.query, {stage.clause.name})
    for value, _ in reading.all("sum", "product", "sign", "call"):
        if any(sums.gives_member(part) for part in _operands(value)):
            yield MEMBER_OF_SUM.at(value, what=_work(value))


def _over(value: Syntax) -> Syntax:
    """Return the list of a comprehension, a quantifier or reduce."""
    own = [p for p in value.parts if p.kind not in {"name", "where", "each", "quantifier"}]
    return own[-1]


def _worked_on(whole: Syntax, names: set[str]) -> Iterator[Finding]:
    for value in whole.walk():
        if any(_is_bare(part, names) for part in _operands(value)):
            yield MEMBER_OF_SUM.at(value, what=_work(value))


def _operands(value: Syntax) -> tuple[Syntax, ...]:
    """Return what is reckoned with here, or given to a function that wants one kind of value."""
    if value.kind in {"sum", "product", "sign"}:
        return value.parts
    return value.parts[1:] if _is(value, *STRICT) else ()


def _work(value: Syntax) -> str:
    return f"{value.parts[0].text}()" if value.kind == "call" else "reckoning"


def _is_bare(value: Syntax, names: set[str]) -> bool:
    """Tell whether a value is one of these members, or a choice of it."""
    if value.kind == "case":
        made = [part.parts[-1] for part in value.all("when", "else")]
        return any(_is_bare(part, names) for part in made)
    return value.kind == "variable" and value.name in names


class _Sums:
    """The sums of lists in a query, and the names that stand for them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._names: set[str] = set()
        for stage in reading.stages:
            for item in stage.clause.all("item"):
                if self.has(item.parts[0]):
                    self._names.add(column(item))

    def has(self, value: Syntax) -> bool:
        """Tell whether a value is a sum of lists whose members Neo4j knows nothing of."""
        if value.kind == "variable":
            return value.name in self._names
        if value.kind == "sum" and value.has("plus"):
            lists = [part for part in value.parts if self._is_untold(part)]
            return len(lists) > 1 or any(map(self.has, value.parts))
        if value.kind == "comprehension":
            each = value.first("each")
            same = each is None or each.parts[0].name == value.all("name")[-1].text
            return same and self.has(_over(value))
        return _is(value, *KEEPING) and self.has(value.parts[-1])

    def gives_member(self, value: Syntax) -> bool:
        """Tell whether a value is one member of such a sum, as `(xs + ys)[0]`."""
        if value.kind == "held":
            return value.parts[-1].kind == "index" and self.has(value.parts[0])
        return _is(value, "head", "last") and self.has(value.parts[-1])

    def _is_untold(self, value: Syntax) -> bool:
        """Tell whether a value is a list, and Neo4j knows no type of its members."""
        if value.kind == "list":
            return any(part.kind not in {"text", "integer", "decimal"} for part in value.parts)
        if value.kind == "comprehension":
            each = value.first("each")
            return each is None or each.parts[0].kind in {"variable", "held", "case"}
        kept = value.kind in {"variable", "case"} or _is(value, "collect", *KEEPING)
        cut = value.kind == "held" and value.parts[-1].kind == "slice"
        return (kept or cut) and self._reading.kind(value).what in {"list", "any"}


def lone_members(reading: Reading) -> Iterator[Finding]:
    """Find lists with nothing but a CASE or a subquery in them, where they are worked on."""
    for value, _ in reading.all("sum", "comparison", "in_list", "held"):
        cut = value.kind != "held" or value.first("index", "slice")
        for part in value.parts if cut else ():
            if part.kind == "list" and len(part.parts) == 1 and part.parts[0].kind in LONE:
                yield LONE_MEMBER.at(part, what=LONE[part.parts[0].kind])


def from_the_end(reading: Reading) -> Iterator[Finding]:
    """Find steps into COLLECT { } that may count from its end."""
    for value, _ in reading.all("held"):
        step = value.parts[1] if value.parts[0].kind == "gather" else None
        if step and step.kind in {"index", "slice"}:
            places = [part.parts[0] if step.kind == "slice" else part for part in step.parts]
            if any(place.kind not in {"integer", "parameter"} for place in places):
                yield FROM_THE_END.at(step)


def _is(value: Syntax, *names: str) -> bool:
    return value.kind == "call" and value.parts[0].text.lower() in names


CHECKS = (reversed_lists, members_of_sums, lone_members, from_the_end)
