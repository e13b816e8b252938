"""Rules about what the embedded engine makes of links that it follows as one chain.

It plans the first MATCH clauses of a query as one pattern. Where the last links of it lie in a row
and nobody reads what they hold, it follows them in its table of links. It then keeps the nodes of
this chain that it sees asked, and nothing else. It keeps its rows if it sees another node asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from queries.finding import Finding, Rule
from queries.reading import Reading, column
from queries.rules_early import names_seen
from queries.syntax import NAMING, Syntax

BESIDE_CHAIN = Rule(
    "beside-chain",
    "the embedded engine follows links here that nobody reads, and loses {name} beside them",
    "hand it on by name in a WITH right after the MATCH, a link with the nodes at both its ends",
)
COUNTED_COUNTS = Rule(
    "counted-counts",
    "the embedded engine counts the rows of the MATCH here, not the groups of the {clause} before",
    "write sum(1), or count(DISTINCT ...) of a node",
)
RULES = (BESIDE_CHAIN, COUNTED_COUNTS)
LINKS = ("out", "in", "both")
GLUED = {"quantifier", "comprehension", "reduce"}
WORDED = {"case", "negation", "and", "or", "xor", "in_list", "text_test", "distinct", *GLUED}
"""In the text of a list the engine glues these to the names that follow."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A link with the names of its ends; `free` tells that nobody reads it and it is one step."""

    link: Syntax
    ends: tuple[str, str]
    free: bool


def beside_chains(reading: Reading) -> Iterator[Finding]:
    """Find links and nodes that are lost beside a chain of links."""
    asked = {value.name for value, _ in reading.all("variable")}
    for part in reading.query.all("part"):
        patterns = [one for match in part.all("match") for one in match.all("patterns")[0].parts]
        if _is_planned(part, patterns):
            yield from _lost(part, _steps(patterns, asked), asked)


def counted_counts(reading: Reading) -> Iterator[Finding]:
    """Find counts of groups that were counted in the clause before, after a chain of links."""
    asked = {value.name for value, _ in reading.all("variable")}
    for part in reading.query.all("part"):
        matches = list(takewhile(lambda one: one.kind == "match", part.parts))
        patterns = [one for match in matches for one in match.all("patterns")[0].parts]
        nodes = {node.name for one in patterns for node in one.all("node")}
        first, *then = part.parts[len(matches) :][:2]
        chain = [step for step in _steps(patterns, asked) if step.free]
        if then and len(chain) > 1 and _is_planned(part, patterns):
            names = {column(item) for item in first.all("item") if item.parts[0].name in nodes}
            counts = (_only_count(first, nodes), _only_count(then[0], names))
            if all(counts) and not first.first("where", "order", "skip", "limit"):
                yield COUNTED_COUNTS.at(counts[1] or first, clause=first.kind.upper())


def _only_count(clause: Syntax, nodes: set[str]) -> Syntax | None:
    """Return the count of a clause that holds it and nodes, and nothing else."""
    values = [item.parts[0] for item in clause.all("item")]
    calls = [value for value in values if value.kind == "call"]
    plain = all(
        value.kind == "variable" and value.name in nodes for value in values if value not in calls
    )
    if clause.kind not in {"with", "return"} or len(calls) != 1 or not plain:
        return None
    (call,) = calls
    whole = call.has("star") or call.parts[-1].name in nodes
    counts = call.parts[0].text.lower() == "count" and not call.has("distinct")
    return call if counts and whole else None


def _is_planned(part: Syntax, patterns: list[Syntax]) -> bool:
    """Tell whether the engine plans all MATCH clauses of a part together."""
    matches = [at for at, clause in enumerate(part.parts) if clause.kind == "match"]
    if not matches or matches[0] or any(one.kind == "with" for one in part.parts[: matches[-1]]):
        return False
    labelled = {node.name for one in patterns for node in one.all("node") if _labels(node)} - {""}
    return not any(match.has("optional") for match in part.all("match")) and all(
        _fits(pattern, labelled) for pattern in patterns
    )


def _fits(pattern: Syntax, labelled: set[str]) -> bool:
    """Tell whether every node of a pattern has one label, or a choice, and no link properties."""
    return all(
        (_labels(node) or node.name in labelled) and _labels(node) < 2
        for node in pattern.all("node")
    ) and not any(link.has("properties") and not link.has("length") for link in pattern.all(*LINKS))


def _labels(node: Syntax) -> int:
    if node.has("any_label"):
        return 1
    labels = node.first("labels")
    return len(labels.parts) if labels else 0


def _steps(patterns: list[Syntax], asked: set[str]) -> list[_Step]:
    steps: list[_Step] = []
    for pattern in patterns:
        ends = [node.name or f"{node.line}:{node.column}" for node in pattern.all("node")]
        for link, one, other in zip(pattern.all(*LINKS), ends, ends[1:], strict=False):
            free = link.name not in asked and not link.has("length")
            steps.append(_Step(link, (one, other), free))
    return steps


def _chains(steps: list[_Step]) -> Iterator[set[str]]:
    """Yield the nodes of each row of free links that ends at a node which has no other link."""
    at: dict[str, list[_Step]] = {}
    for step in steps:
        for end in step.ends:
            at.setdefault(end, []).append(step)
    for leaf in [end for end, beside in at.items() if len(beside) == 1]:
        chain, here, beside = {leaf}, leaf, at[leaf]
        while len(beside) == 1 and beside[0].free:
            step = beside[0]
            here = step.ends[1] if step.ends[0] == here else step.ends[0]
            chain.add(here)
            beside = [other for other in at[here] if other is not step]
        if len(chain) > 2:
            yield chain


def _lost(part: Syntax, steps: list[_Step], asked: set[str]) -> Iterator[Finding]:
    """Yield the links and nodes of a part that the engine does not keep."""
    nodes = {node.name for match in part.all("match") for node in _nodes(match)} - {""}
    told = _told(part)
    if any(told & nodes <= chain for chain in _chains(steps)):
        links = [step.link for step in steps if step.link.name in asked]
        uses = [piece for piece in _uses(part) if piece.name in nodes - told]
        yield from (BESIDE_CHAIN.at(piece, name=piece.name) for piece in (*links, *uses))


def _uses(part: Syntax) -> Iterator[Syntax]:
    """Yield what names a variable in a part, but in the patterns of its MATCH clauses."""
    for clause in part.parts:
        for piece in clause.parts:
            if piece.kind != "patterns":
                yield from (one for one in piece.walk() if one.kind in NAMING)


def _nodes(match: Syntax) -> Iterator[Syntax]:
    for pattern in match.all("patterns")[0].parts:
        yield from pattern.all("node")


def _told(part: Syntax) -> set[str]:
    """Return the names that the engine sees asked in a part."""
    found: set[str] = set()
    for clause in part.parts:
        where = clause.first("where") if clause.kind == "match" else None
        found |= names_seen(where.parts[0]) if where else set()
        for item in clause.all("item"):
            found |= {piece.name for piece in _shown(item) if piece.kind in NAMING}
    return found


def _shown(value: Syntax) -> Iterator[Syntax]:
    """Yield a piece of WITH or RETURN and all within it whose names the engine sees."""
    if value.kind in GLUED or (value.kind == "list" and _is_worded(value)):
        return
    yield value
    for part in value.parts:
        yield from _shown(part)


def _is_worded(value: Syntax) -> bool:
    return any(piece.kind in WORDED for piece in value.walk())


CHECKS = (beside_chains, counted_counts)
