"""What differs between two graphs: nodes and links by type, and the sources by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from graph.batch import Batch, Node
from graph.schema import Model

Key = TypeVar("Key", bound=tuple[object, ...])
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Moved:
    """How many nodes or links of a type are new, gone or changed."""

    type: str
    new: int
    gone: int
    changed: int


@dataclass(frozen=True, slots=True)
class GraphChange:
    """What differs; types in the order of the model, sources in the order of their titles.

    A node is changed if its properties are, a link if other passages say the same.
    """

    nodes: tuple[Moved, ...]
    links: tuple[Moved, ...]
    added: tuple[Node, ...]
    withdrawn: tuple[Node, ...]

    @property
    def differs(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.nodes or self.links)


def graph_change(model: Model, old: Batch, new: Batch) -> GraphChange:
    """Return what is new in the second graph, gone from the first, or changed."""
    return GraphChange(
        _moved([type_.label for type_ in model.concrete()], _nodes(old), _nodes(new)),
        _moved([type_.type for type_ in model.links], _links(old), _links(new)),
        _only(_sources(model, new), _sources(model, old)),
        _only(_sources(model, old), _sources(model, new)),
    )


def _nodes(batch: Batch) -> dict[tuple[object, ...], Mapping[str, object]]:
    return {(node.label, node.id): node.properties for node in batch.nodes}


def _links(batch: Batch) -> dict[tuple[object, ...], tuple[str, ...]]:
    return {link.statement: tuple(sorted(link.passages)) for link in batch.links}


def _moved(
    types: Iterable[str], old: Mapping[Key, Value], new: Mapping[Key, Value]
) -> tuple[Moved, ...]:
    added = Counter(key[0] for key in new.keys() - old.keys())
    gone = Counter(key[0] for key in old.keys() - new.keys())
    changed = Counter(key[0] for key in old.keys() & new.keys() if old[key] != new[key])
    moved = (Moved(type_, added[type_], gone[type_], changed[type_]) for type_ in types)
    return tuple(one for one in moved if one.new or one.gone or one.changed)


def _sources(model: Model, batch: Batch) -> dict[str, Node]:
    return {node.id: node for node in batch.nodes if model.root(node.label) == "Source"}


def _only(these: Mapping[str, Node], those: Mapping[str, Node]) -> tuple[Node, ...]:
    found = (node for id_, node in these.items() if id_ not in those)
    return tuple(sorted(found, key=lambda node: (str(node.properties.get("title", "")), node.id)))
