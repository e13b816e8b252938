"""Actors, interventions and the links that analysis follows, as plain values in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.batch import Batch, Link, Node, batch_of, grouped
from graph.errors import UnknownIdError
from graph.model import MODEL


@dataclass(frozen=True)
class Network:
    """The nodes by id, and the links between them, whatever order they came in."""

    nodes: Mapping[str, Node]
    links: tuple[Link, ...]

    def name(self, id_: str) -> str:
        """Return the caption of a node, its id if it has none."""
        node = self.nodes[id_]
        return str(node.properties.get(MODEL.node(node.label).caption, id_))

    def names(self, ids: Iterable[str]) -> list[str]:
        """Return the captions of nodes, in the order of the ids."""
        return [self.name(id_) for id_ in ids]

    def label(self, id_: str) -> str:
        """Return the most specific label of a node."""
        return self.nodes[id_].label

    def known_actor(self, id_: str) -> str:
        """Return the id if it is an actor's, or else raise `UnknownIdError`."""
        if id_ not in self.actors:
            raise UnknownIdError(id_, self.actors)
        return id_

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The ids of all actors, in order."""
        return tuple(id_ for id_, node in self.nodes.items() if MODEL.is_a(node.label, ["Actor"]))

    @cached_property
    def successions(self) -> tuple[Link, ...]:
        """The links that say which actor became which."""
        return tuple(link for link in self.links if link.type == "BECAME")

    @cached_property
    def parts_of(self) -> Mapping[str, list[Link]]:
        """The parts that each actor took, by actor."""
        return grouped(self._parts, lambda part: part.source)

    @cached_property
    def parts_in(self) -> Mapping[str, list[Link]]:
        """The parts that were taken in each intervention, by intervention."""
        return grouped(self._parts, lambda part: part.target)

    def interventions(self, actor: str) -> tuple[str, ...]:
        """Return the interventions that an actor took part in, in the order of their ids."""
        return tuple(sorted({part.target for part in self.parts_of.get(actor, ())}))

    def said(self, type_: str, intervention: str) -> list[Link]:
        """Return the links of this type that lead away from an intervention."""
        return self._said.get((type_, intervention), [])

    def reached(self, type_: str, interventions: Iterable[str]) -> set[str]:
        """Return what links of this type lead to from any of these interventions."""
        return {link.target for one in interventions for link in self.said(type_, one)}

    @cached_property
    def _parts(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.type == "TOOK_PART_IN")

    @cached_property
    def _said(self) -> Mapping[tuple[str, str], list[Link]]:
        return grouped(self.links, lambda link: (link.type, link.source))


def network_of(batch: Batch) -> Network:
    """Return the network of a graph, or of the part of it that analysis needs."""
    ordered = batch_of(batch.nodes, batch.links)
    return Network({node.id: node for node in ordered.nodes}, ordered.links)


def passages(facts: Iterable[Link]) -> list[str]:
    """Return the passages behind facts, each once, in order."""
    return sorted({passage for fact in facts for passage in fact.passages})
