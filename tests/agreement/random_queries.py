"""Random queries of the dialect: clauses as a question has them, over one random graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from agreement.aggregates import aggregate
from agreement.patterns import chain, linked, node
from agreement.pieces import Piece, Row, Tree, maybe, piece
from agreement.scope import Draw, Graph, Maker, NodeVar, Scope, Sort, ValueVar
from agreement.subqueries import counted, gathered, gathered_in_order
from agreement.truths import TESTS
from agreement.values import VALUES, any_list, listed, value
from graph.store import Parameter

RETURNED: tuple[Sort, ...] = ("text", "text", "text", "integer", "number", "flag", "texts")
UNITED: tuple[Sort, ...] = ("text", "integer", "flag")
LABELS = ("Intervention", "Actor", "Company", "Country", "Strategy", "Outcome", "Passage")


@dataclass(frozen=True)
class Query:
    """A query with its parameters; the lists in the columns `bags` are in no order."""

    tree: Tree
    given: Mapping[str, Parameter]
    bags: frozenset[str]

    @cached_property
    def cypher(self) -> str:
        """The text."""
        return str(self.tree)

    @property
    def parameters(self) -> dict[str, Parameter]:
        """The parameters that the text uses."""
        return {name: v for name, v in self.given.items() if f"${name}" in self.cypher}

    @property
    def ordered(self) -> bool:
        """Whether the order of the rows is fixed."""
        return "\nORDER BY " in self.cypher.rpartition("\nRETURN ")[2]


def random_query(graph: Graph, seed: int) -> Query:
    """Return the query of this seed."""
    draw = Draw(graph, seed, MAKERS)
    if draw.often(0.06):
        return _union(draw)
    bags: set[str] = set()
    return Query(_single(draw, bags), draw.parameters, frozenset(bags))


def _single(draw: Draw, bags: set[str]) -> Tree:
    clauses: list[Tree] = [draw.random.choice(OPENINGS)(draw)]
    more = draw.random.choice((0, 0, 1, 1, 2, 3))
    clauses += (draw.random.choice(MIDDLES)(draw) for _ in range(more))
    return Piece((Row((*clauses,), "\n"), "\n", _return(draw, bags)))


def _union(draw: Draw) -> Query:
    parts: list[Tree] = []
    sorts: list[Sort] = draw.random.choices(UNITED, k=draw.random.choice((1, 2)))
    for _ in range(2):
        draw.scope = Scope()
        opening = draw.random.choice(OPENINGS)(draw)
        items = [Piece((value(draw, sort), f" AS k{at}")) for at, sort in enumerate(sorts)]
        parts.append(Piece((opening, "\nRETURN ", Row(tuple(items), ", ", least=1))))
    between = draw.random.choice(("\nUNION\n", "\nUNION ALL\n"))
    return Query(Row(tuple(parts), between, least=1), draw.parameters, frozenset())


def _where(draw: Draw, chance: float) -> Tree:
    return maybe(" WHERE ", draw.made("test", 0)) if draw.often(chance) else ""


def _match(draw: Draw) -> Piece:
    starts = linked(draw)
    start = draw.random.choice(starts) if starts and draw.often(0.9) else ""
    parts: list[Tree] = [chain(draw, start)]
    if draw.often(0.12):
        parts.append(chain(draw, draw.random.choice(linked(draw) or [""]), longest=2))
    patterns = Row(tuple(parts), ", ", least=1)
    return Piece(("MATCH ", patterns, _where(draw, 0.4)))


def _match_one(draw: Draw) -> Piece:
    label = "" if draw.often(0.1) else draw.random.choice(LABELS)
    return Piece(("MATCH ", node(draw, label), _where(draw, 0.5)))


def _match_given(draw: Draw) -> Piece:
    """Draw what begins with ids that are given."""
    label, name = draw.random.choice(LABELS), draw.name("v")
    ids = draw.graph.ids(label) or ["zz"]
    given = draw.constant([*draw.random.choices(ids, k=3), "zz"], "texts")
    found = draw.name("n")
    witness = draw.graph.nodes.get(ids[0])
    draw.scope.values[name] = ValueVar("text")
    draw.scope.nodes[found] = NodeVar((label,), witness)
    return Piece(("UNWIND ", given, f" AS {name}\nMATCH ({found}:{label} {{id: {name}}})"))


def _optional(draw: Draw) -> Piece:
    if not draw.scope.nodes:
        return _match_one(draw)
    start = draw.random.choice(list(draw.scope.nodes))
    return Piece(("OPTIONAL MATCH ", chain(draw, start, longest=2), _where(draw, 0.4)))


def _unwind(draw: Draw) -> Piece:
    """Draw one row for every member of a list: collected nodes, or texts."""
    lists = [(n, var) for n, var in draw.scope.values.items() if var.sort == "nodes"]
    if lists:
        (held, var), name = draw.random.choice(lists), draw.name("n")
        draw.scope.nodes[name] = var.of or NodeVar(("Intervention",), None)
        return Piece((f"UNWIND {held} AS {name}",))
    name, over = draw.name("v"), any_list(draw, 1)
    draw.scope.values[name] = ValueVar("text")
    return Piece(("UNWIND ", over, f" AS {name}"))


def _with(draw: Draw) -> Piece:
    """Draw a step that keeps some nodes and works out some values."""
    distinct = "DISTINCT " if draw.often(0.5) else ""
    kept = _kept(draw, most=3)
    made, scope = _worked_out(draw, draw.random.choice((0, 1, 1, 2)))
    return _step(draw, distinct, kept, made, scope)


def _with_groups(draw: Draw) -> Piece:
    """Draw a step that puts rows together."""
    kept, scope, made = _kept(draw, most=2), Scope(), list[Tree]()
    for _ in range(draw.random.choice((1, 1, 2, 3))):
        name = draw.name("v")
        written, scope.values[name] = aggregate(draw)
        made.append(Piece((written, f" AS {name}")))
    return _step(draw, "", kept, made, scope)


def _with_counts(draw: Draw) -> Piece:
    """Draw steps that hold nodes and a count, and nothing else."""
    steps = []
    for _ in range(draw.random.choice((1, 2))):
        names = list(draw.scope.nodes)
        if not names:
            break
        kept = sorted(draw.random.sample(names, draw.random.randint(1, min(2, len(names)))))
        counted, name = draw.random.choice(["*", *names]), draw.name("v")
        nodes = {one: draw.scope.nodes[one] for one in kept}
        draw.scope = Scope(nodes=nodes, values={name: ValueVar("integer")})
        steps.append(Piece((f"WITH {', '.join(kept)}, count({counted}) AS {name}",)))
    return Piece((Row(tuple(steps), "\n", least=1),)) if steps else _match_one(draw)


def _step(
    draw: Draw, distinct: str, kept: Sequence[str], made: Sequence[Tree], scope: Scope
) -> Piece:
    before = draw.scope
    for name in kept:
        if name in before.nodes:
            scope.nodes[name] = before.nodes[name]
        elif name in before.links:
            scope.links[name] = before.links[name]
        else:
            scope.values[name] = before.values[name]
    draw.scope = scope
    items = Row((*kept, *made), ", ", least=1)
    first = _first_rows(draw, kept) if not made and distinct else ""
    return Piece(("WITH ", maybe(distinct) if distinct else "", items, first, _where(draw, 0.2)))


def _first_rows(draw: Draw, kept: Sequence[str]) -> Tree:
    """Draw an order with a limit, which only nodes can fix wholly."""
    if not draw.often(0.3) or any(name not in draw.scope.nodes for name in kept):
        return ""
    keys = ", ".join(f"{name}.id{draw.random.choice(('', ' DESC'))}" for name in kept)
    return maybe(f" ORDER BY {keys} LIMIT {draw.random.choice((1, 2, 4, 8))}")


def _kept(draw: Draw, most: int) -> list[str]:
    nodes, rest = list(draw.scope.nodes), [*draw.scope.links, *draw.scope.values]
    kept = draw.random.sample(nodes, draw.random.randint(1, min(most, len(nodes)))) if nodes else []
    if rest and (not kept or draw.often(0.3)):
        kept.append(draw.random.choice(rest))
    return kept


def _worked_out(draw: Draw, count: int) -> tuple[list[Tree], Scope]:
    made, scope = list[Tree](), Scope()
    for _ in range(count):
        name = draw.name("v")
        written, scope.values[name] = _value_or_bag(draw)
        made.append(Piece((written, f" AS {name}")))
    return made, scope


def _sorted_list(draw: Draw) -> Piece:
    """Draw a list in an order: rows are sorted first, then collected."""
    if not draw.scope.nodes:
        return _match_one(draw)
    kept, name = draw.random.choice(list(draw.scope.nodes)), draw.name("v")
    sorted_by = draw.random.choice(("", " DESC"))
    draw.scope = Scope(values={name: ValueVar("texts")})
    return Piece((f"WITH {kept} ORDER BY {kept}.id{sorted_by}\nWITH collect({kept}.id) AS {name}",))


def _return(draw: Draw, bags: set[str]) -> Tree:
    mode = draw.random.choice(("rows", "rows", "distinct", "groups", "groups"))
    columns = [_column(draw) for _ in range(draw.random.choice((1, 2, 2, 3)))]
    if mode == "groups":
        keys = draw.random.choice((0, 1, 1, 2))
        wanted = draw.random.choice((1, 1, 2, 3))
        columns = [*columns[:keys], *(aggregate(draw) for _ in range(wanted))]
    columns = [(w, v) for w, v in columns if v.sort != "nodes"] or [_column(draw)]
    bags |= {f"k{at}" for at, (_, var) in enumerate(columns) if var.bag}
    items = tuple(Piece((written, f" AS k{at}")) for at, (written, _) in enumerate(columns))
    distinct = maybe("DISTINCT ") if mode == "distinct" else ""
    order = _order(draw, [var for _, var in columns])
    return Piece(("RETURN ", distinct, Row(items, ", ", least=1), order))


def _column(draw: Draw) -> tuple[Piece, ValueVar]:
    held = [(n, v) for n, v in draw.scope.values.items() if v.sort != "nodes"]
    if held and draw.often(0.5):
        name, var = draw.random.choice(held)
        return piece(var.sort, name), var
    bags = [name for name, var in held if var.bag and var.sort == "texts"]
    if bags and draw.often(0.3):
        return listed(draw, piece("texts", draw.random.choice(bags)), 1), ValueVar(
            "texts", bag=True
        )
    if draw.scope.nodes and draw.often(0.4):
        return piece("text", f"{draw.random.choice(list(draw.scope.nodes))}.id"), ValueVar("text")
    return _value_or_bag(draw)


def _value_or_bag(draw: Draw) -> tuple[Piece, ValueVar]:
    if draw.scope.nodes and draw.often(0.12):
        return draw.made("gathered", 0), ValueVar("texts", bag=True)
    sort = draw.random.choice(RETURNED)
    return value(draw, sort), ValueVar(sort)


def _order(draw: Draw, columns: Sequence[ValueVar]) -> Tree:
    """Draw an order that all columns fix, if all of them can, and perhaps a limit."""
    if any(var.bag or not var.exact for var in columns) or not draw.often(0.45):
        return ""
    keys = [f"k{at}{draw.random.choice(('', ' DESC'))}" for at in range(len(columns))]
    draw.random.shuffle(keys)
    skip = maybe(f" SKIP {draw.random.choice((0, 1, 1, 2))}") if draw.often(0.1) else ""
    limit = maybe(f" LIMIT {draw.random.choice((1, 3, 10))}") if draw.often(0.4) else ""
    return maybe("\nORDER BY ", ", ".join(keys), skip, limit)


MAKERS: Mapping[Sort, Sequence[Maker]] = {
    **VALUES,
    "integer": (*VALUES["integer"], *(counted,) * 4),
    "texts": (*VALUES["texts"], *(gathered_in_order,) * 2),
    "gathered": (gathered,),
    "test": TESTS,
}
Clause = Callable[[Draw], Piece]
OPENINGS: Sequence[Clause] = (*(_match,) * 8, _match_one, _match_given)
MIDDLES: Sequence[Clause] = (
    *(_match, _optional) * 3,
    *(_with, _with_groups) * 3,
    _unwind,
    _sorted_list,
    _with_counts,
)
