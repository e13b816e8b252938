"""Words for declaring what a graph may contain.

Everything else (engine types, constraints, record checks, the legend, docs/model.md) is derived
from the declarations in `graph.model`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.errors import UnknownTypeError

Kind = Literal["text", "integer", "number", "flag", "texts"]
Presence = Literal["registered", "proven"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or a link; `choices` closes the set of its values."""

    name: str
    about: str
    kind: Kind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of node.

    `base` is the label that it shares with its siblings; an abstract type is only such a label.
    A `registered` node is there because a registry lists it, a `proven` one only while a link
    with passages touches it.
    """

    label: str
    about: str
    properties: tuple[Property, ...] = ()
    caption: str = "name"
    base: str = ""
    abstract: bool = False
    presence: Presence = "registered"


@dataclass(frozen=True, slots=True)
class LinkType:
    """A kind of link, from any of `sources` to any of `targets`.

    `structural` names the sources whose links state structure, not findings, and need no passage.
    A node does not stand without what its `essential` links lead to.
    """

    type: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    caption: str
    about: str
    properties: tuple[Property, ...] = ()
    structural: tuple[str, ...] = ()
    essential: bool = False


@dataclass(frozen=True)
class Model:
    """All node types and link types together."""

    nodes: tuple[NodeType, ...]
    links: tuple[LinkType, ...]

    @cached_property
    def _nodes(self) -> dict[str, NodeType]:
        return {node.label: node for node in self.nodes}

    @cached_property
    def _links(self) -> dict[str, LinkType]:
        return {link.type: link for link in self.links}

    def node(self, label: str) -> NodeType:
        """Return the node type with this label."""
        try:
            return self._nodes[label]
        except KeyError:
            raise UnknownTypeError("node type", label, self._nodes) from None

    def link(self, type_: str) -> LinkType:
        """Return the link type of this name."""
        try:
            return self._links[type_]
        except KeyError:
            raise UnknownTypeError("link type", type_, self._links) from None

    def concrete(self) -> Iterator[NodeType]:
        """Yield the types that a node can have as its most specific label."""
        return (node for node in self.nodes if not node.abstract)

    def labels(self, label: str) -> tuple[str, ...]:
        """Return all labels of a node whose most specific label is this one, sorted."""
        base = self.node(label).base
        return tuple(sorted((label, base) if base else (label,)))

    def root(self, label: str) -> str:
        """Return the label under which ids of this type are unique and looked up."""
        return self.node(label).base or label

    def is_a(self, label: str, wanted: Iterable[str]) -> bool:
        """Tell whether a node with this label counts as one of the wanted labels."""
        return not set(self.labels(label)).isdisjoint(wanted)

    def properties(self, label: str) -> tuple[Property, ...]:
        """Return the properties of this type, those of its base first."""
        node = self.node(label)
        return (*(self.node(node.base).properties if node.base else ()), *node.properties)

    def needs_passages(self, type_: str, source_label: str) -> bool:
        """Tell whether a link of this type from such a node says something that needs proof."""
        return not self.is_a(source_label, self.link(type_).structural)

    def choices(self, owner: str, name: str) -> tuple[str, ...]:
        """Return the closed set of values of a property of a node type or link type."""
        held = self._links[owner].properties if owner in self._links else self.properties(owner)
        return next(prop.choices for prop in held if prop.name == name)
