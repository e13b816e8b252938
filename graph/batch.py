"""What a loader hands to a store: nodes and links as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

Value: TypeAlias = str | int | float | bool | tuple[str, ...]
Properties: TypeAlias = Mapping[str, Value]
Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its most specific label, its id and what is known of it."""

    label: str
    id: str
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A link between the nodes with the ids `source` and `target`, and the passages that say it."""

    type: str
    source: str
    target: str
    properties: Properties = field(default_factory=dict)
    passages: tuple[str, ...] = ()

    @property
    def statement(self) -> tuple[object, ...]:
        """Return what is stated, without who says it: equal statements are one link."""
        return (self.type, self.source, self.target, *sorted(self.properties.items()))

    def __str__(self) -> str:
        return f"{self.source} {self.type} {self.target}"


@dataclass(frozen=True, slots=True)
class Batch:
    """A whole graph: nodes with different ids, links with different statements, both in order."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()


def batch_of(nodes: Iterable[Node], links: Iterable[Link]) -> Batch:
    """Return the batch of these: in order, equal statements merged into one link."""
    merged: dict[tuple[object, ...], Link] = {}
    for link in links:
        key = link.statement
        said = merged[key].passages if key in merged else ()
        merged[key] = Link(
            link.type,
            link.source,
            link.target,
            link.properties,
            tuple(sorted({*said, *link.passages})),
        )
    return Batch(
        tuple(sorted(nodes, key=lambda node: node.id)),
        tuple(merged[key] for key in sorted(merged, key=repr)),
    )


def compact(**values: Value | None) -> Properties:
    """Return the values that say something: no None, no empty text, no empty list."""
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def plain(item: Node | Link) -> dict[str, str | int | float | bool | list[str]]:
    """Return the properties as an engine takes them: lists, not tuples."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in item.properties.items()}


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return the items by key, each group in the order of the items."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def chunked(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """Yield the items in parts of at most this size."""
    return (items[start : start + size] for start in range(0, len(items), size))
