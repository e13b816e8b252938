"""The part of the graph that analysis needs: actors, interventions, and what they did where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from graph.analysis.network import Network, network_of
from graph.batch import Batch, Link, Node, Properties, compact
from graph.model import MODEL
from graph.store import Cell, Store, texts

NODES: Final = {
    "Company": ("name",),
    "Partner": ("name",),
    "Intervention": ("title",),
    "Country": ("name",),
    "Strategy": ("name",),
    "Outcome": ("name", "group"),
}
LINKS: Final = (
    ("Actor", "TOOK_PART_IN", "Intervention"),
    ("Actor", "BECAME", "Actor"),
    ("Intervention", "IN_COUNTRY", "Country"),
    ("Intervention", "APPLIED", "Strategy"),
    ("Intervention", "LED_TO", "Outcome"),
)


def network(store: Store) -> Network:
    """Return the network of a store: the same on both engines, in whatever order they answer."""
    return network_of(Batch(tuple(_nodes(store)), tuple(_links(store))))


def _nodes(store: Store) -> Iterator[Node]:
    for label, names in NODES.items():
        columns = ", ".join(f"n.{name} AS p_{name}" for name in names)
        for id_, *values in store.read(f"MATCH (n:{label}) RETURN n.id AS id, {columns}").rows:
            yield Node(label, str(id_), _properties(names, values))


def _links(store: Store) -> Iterator[Link]:
    for source, type_, target in LINKS:
        names = [prop.name for prop in MODEL.link(type_).properties]
        columns = "".join(f", r.{name} AS p_{name}" for name in names)
        answer = store.read(
            f"MATCH (a:{source})-[r:{type_}]->(b:{target}) "
            f"RETURN a.id AS source, b.id AS target, r.passages AS passages{columns}"
        )
        for start, end, told, *values in answer.rows:
            yield Link(type_, str(start), str(end), _properties(names, values), texts(told))


def _properties(names: Iterable[str], values: Iterable[Cell]) -> Properties:
    held = zip(names, values, strict=True)
    return compact(**{name: value for name, value in held if not isinstance(value, list)})
