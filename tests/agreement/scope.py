"""What is known while a query is drawn: the graph, the variables, and what each could stand for.

Every variable of a pattern has a witness: the node or link that it stands for in one answer. By
following witnesses a pattern fits the graph, and by comparing with what they hold a test is often
true: most queries give rows.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from agreement.pieces import Piece, piece
from graph.batch import Batch, Link, Node, Value
from graph.model import MODEL
from graph.schema import Property
from graph.store import Parameter

Sort = Literal[
    "text", "integer", "number", "flag", "texts", "integers", "nodes", "test", "gathered"
]  # fmt: skip
TOLD = (
    Property("passages", "", "texts"),
    Property("origins", "", "texts"),
    Property("voices", "", "texts"),
)
ID = Property("id", "")
Held: TypeAlias = tuple[str, Property, Value | None]
"""A variable, one of its properties, and what the witness holds there."""

DEEPEST = 3
"""How deep values and tests are put into each other."""


@dataclass(frozen=True, slots=True)
class NodeVar:
    """A variable for nodes: the labels its pattern wrote (any of them), and its witness."""

    labels: tuple[str, ...]
    witness: Node | None


@dataclass(frozen=True, slots=True)
class LinkVar:
    """A variable for links: the types its pattern wrote (any of them), and its witness."""

    types: tuple[str, ...]
    witness: Link | None


@dataclass(frozen=True, slots=True)
class ValueVar:
    """A variable for values; a `bag` is a list in no order."""

    sort: Sort
    bag: bool = False
    exact: bool = True
    of: NodeVar | None = None


@dataclass
class Scope:
    """The variables that may be used at this place of the query."""

    nodes: dict[str, NodeVar] = field(default_factory=dict)
    links: dict[str, LinkVar] = field(default_factory=dict)
    values: dict[str, ValueVar] = field(default_factory=dict)

    def copy(self) -> Scope:
        """Return a scope with the same variables, for what is inside braces or brackets."""
        return Scope(dict(self.nodes), dict(self.links), dict(self.values))

    def properties(self, sort: Sort) -> list[Held]:
        """Return the properties of this sort; those that the witness has come four times."""
        found = [held for held in self._properties() if held[1].kind == sort]
        return [*found, *[held for held in found if held[2] is not None] * 3]

    def _properties(self) -> Iterator[Held]:
        for name, node in self.nodes.items():
            for prop in (ID, *_declared(node.labels)):
                yield name, prop, _held(node.witness, prop.name)
        for name, link in self.links.items():
            for prop in (*TOLD, *_of_links(link.types)):
                yield name, prop, _held(link.witness, prop.name)


def _declared(labels: Sequence[str]) -> list[Property]:
    """Return the properties of these labels that are of one kind in all of them."""
    known = [prop for label in labels for prop in MODEL.properties(label)]
    kinds = {prop.name: {one.kind for one in known if one.name == prop.name} for prop in known}
    return [p for p in {p.name: p for p in known}.values() if len(kinds[p.name]) == 1]


def _of_links(types: Sequence[str]) -> list[Property]:
    known = [prop for type_ in types for prop in MODEL.link(type_).properties]
    return list({prop.name: prop for prop in known}.values())


def _held(witness: Node | Link | None, name: str) -> Value | None:
    if witness is None:
        return None
    if isinstance(witness, Node) and name == "id":
        return witness.id
    if isinstance(witness, Link) and name == "passages":
        return witness.passages
    return witness.properties.get(name)


class Graph:
    """A batch with its links by their ends."""

    def __init__(self, batch: Batch) -> None:
        self.nodes = {node.id: node for node in batch.nodes}
        self.links = batch.links
        self.at: dict[str, list[Link]] = {id_: [] for id_ in self.nodes}
        for link in batch.links:
            self.at[link.source].append(link)
            if link.target != link.source:
                self.at[link.target].append(link)

    def ids(self, label: str) -> list[str]:
        """Return the ids of the nodes that count as this label."""
        return [n.id for n in self.nodes.values() if MODEL.is_a(n.label, (label,))]


class Draw:
    """One query in the making."""

    def __init__(self, graph: Graph, seed: int, makers: Mapping[Sort, Sequence[Maker]]) -> None:
        self.graph = graph
        self._makers = makers
        self.random = random.Random(seed)  # noqa: S311  a query to ask, no secret
        self.scope = Scope()
        self.parameters: dict[str, Parameter] = {}
        self._names = 0

    def name(self, letter: str) -> str:
        """Return a name that the query does not use yet."""
        self._names += 1
        return f"{letter}{self._names}"

    def often(self, chance: float) -> bool:
        """Tell whether something that happens with this chance happens now."""
        return self.random.random() < chance

    def made(self, sort: Sort, depth: int) -> Piece:
        """Draw something composed of this sort."""
        return self.random.choice(self._makers[sort])(self, depth + 1)

    def constant(self, value: Parameter, sort: Sort) -> Piece:
        """Write a constant: as a parameter, or as a literal."""
        if self.often(0.4):
            name = self.name("p")
            self.parameters[name] = value
            return piece(sort, f"${name}")
        return piece(sort, literal(value))


Maker: TypeAlias = Callable[[Draw, int], Piece]


def literal(value: Parameter) -> str:
    """Write a value as Cypher does."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"
    if isinstance(value, int | float):
        return str(value)
    return f"[{', '.join(map(literal, value))}]"
