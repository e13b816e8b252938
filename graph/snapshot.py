"""The whole content of a store as a batch, read with plain queries on either engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.batch import Batch, Link, Node, Properties, batch_of, compact
from graph.schema import LinkType, Model, NodeType
from graph.store import Cell, Store, texts


def snapshot(store: Store, model: Model) -> Batch:
    """Return every node and link of the store."""
    nodes = [node for type_ in model.concrete() for node in _nodes(store, model, type_)]
    links = [link for type_ in model.links for link in _links(store, type_)]
    return batch_of(nodes, links)


def _nodes(store: Store, model: Model, type_: NodeType) -> Iterator[Node]:
    names = [prop.name for prop in model.properties(type_.label)]
    answer = store.read(f"MATCH (n:{type_.label}) RETURN n.id AS id{_columns('n', names)}")
    for id_, *values in answer.rows:
        yield Node(type_.label, str(id_), _properties(names, values))


def _links(store: Store, type_: LinkType) -> Iterator[Link]:
    names = [prop.name for prop in type_.properties]
    for source in type_.sources:
        answer = store.read(
            f"MATCH (a:{source})-[r:{type_.type}]->(b) "
            f"RETURN a.id AS source, b.id AS target, r.passages AS passages{_columns('r', names)}"
        )
        for start, end, passages, *values in answer.rows:
            found = _properties(names, values)
            yield Link(type_.type, str(start), str(end), found, texts(passages))


def _columns(variable: str, names: Iterable[str]) -> str:
    return "".join(f", {variable}.{name} AS p_{name}" for name in names)


def _properties(names: Iterable[str], values: Iterable[Cell]) -> Properties:
    return compact(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in zip(names, values, strict=True)
        }
    )
