"""Making a difference small: of the query and of the graph goes what the difference can spare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import neo4j

from agreement.compare import Told, agree, ask
from agreement.dialect import refused_by
from agreement.loading import load_quickly
from agreement.pieces import smaller
from agreement.random_queries import Query
from graph.batch import Batch, Link
from graph.model import MODEL
from graph.standing import standing
from neo4j_server import Neo4jServer
from support_stores import opened_at

Kind = tuple[str, str]
MEMORY = "/dev/shm"  # noqa: S108  a folder of its own is made in it
"""Where Linux keeps files in memory: hundreds of small databases are built there much faster."""


@dataclass(frozen=True)
class Difference:
    """A query on a graph that the engines answer differently."""

    query: Query
    graph: Batch
    reference: Told
    found: Told

    def __str__(self) -> str:
        return "\n".join(
            [
                *(f"{n.label} {n.id} {dict(n.properties)}" for n in self.graph.nodes),
                *(f"{k} {dict(k.properties)} {list(k.passages)}" for k in self.graph.links),
                self.query.cypher,
                f"parameters: {self.query.parameters}",
                f"Neo4j:      {self.reference.refused or [list(r) for r in self.reference.rows]}",
                f"embedded:   {self.found.refused or [list(r) for r in self.found.rows]}",
            ]
        )


class Pair:
    """Both engines with the same graph; `refused_by` tells what is not of the dialect."""

    def __init__(self, server: Neo4jServer, refused_by: Callable[[str], str] = refused_by) -> None:
        self._refused_by = refused_by
        self._folder = TemporaryDirectory(dir=MEMORY if Path(MEMORY).is_dir() else None)
        self._driver = neo4j.GraphDatabase.driver(server.uri, auth=server.auth)
        self.reference = opened_at(server.uri)
        self.found = opened_at(f"embedded:{self._folder.name}/store")

    def load(self, graph: Batch) -> None:
        """Put a graph into both."""
        load_quickly(self._driver, graph)
        self.found.write(graph)

    def close(self) -> None:
        """Close both."""
        self._driver.close()
        self.reference.close()
        self.found.close()
        self._folder.cleanup()

    def write(self, graph: Batch) -> None:
        """Put a graph into both as loading does."""
        self.reference.write(graph)
        self.found.write(graph)

    def told(self, query: Query) -> tuple[Told, Told]:
        """Ask both."""
        return ask(self.reference, query), ask(self.found, query)

    def minimised(self, query: Query, graph: Batch) -> Difference:
        """Return the smallest difference that is left of this one, and leave its graph loaded."""
        kind = self._kind(query)
        if kind is None:
            raise ValueError(f"both engines give the same:\n{query.cypher}")
        query = self._smaller_query(query, kind)
        graph = self._smaller_graph(query, graph, kind)
        query = self._smaller_query(query, kind)
        return Difference(query, graph, *self.told(query))

    def _kind(self, query: Query) -> Kind | None:
        """Return who refused why, or None where they agree or the query is not of the dialect."""
        if self._refused_by(query.cypher):
            return None
        reference, found = self.told(query)
        if agree(query, reference, found):
            return None
        return _reason(reference), _reason(found)

    def _smaller_query(self, query: Query, kind: Kind) -> Query:
        while True:
            for tree in smaller(query.tree):
                less = replace(query, tree=tree)
                if len(less.cypher) < len(query.cypher) and self._kind(less) == kind:
                    query = less
                    break
            else:
                return query

    def _smaller_graph(self, query: Query, graph: Batch, kind: Kind | None) -> Batch:
        size = max(1, (len(graph.nodes) + len(graph.links)) // 2)
        while True:
            for less in _without_some(graph, size):
                self.load(less)
                if self._kind(query) == kind:
                    graph = less
                    break
            else:
                if size == 1:
                    self.load(graph)
                    return graph
                size //= 2


def _reason(told: Told) -> str:
    """Return why an engine refused, without the names in it."""
    return re.split("[`'(]", told.refused)[0]


def _without_some(graph: Batch, size: int) -> Iterator[Batch]:
    """Yield the graphs without so many neighbouring nodes, links or properties."""
    for gone in _chunks([node.id for node in graph.nodes], size):
        nodes = {node.id: node for node in graph.nodes if node.id not in gone}
        yield standing(MODEL, nodes, graph.links)
    for some in _chunks([link for link in graph.links if link.type != "FROM"], size):
        kept = [link for link in graph.links if link not in some]
        yield standing(MODEL, {node.id: node for node in graph.nodes}, kept)
    if size == 1:
        yield from _with_less_known(graph)


def _with_less_known(graph: Batch) -> Iterator[Batch]:
    for at, node in enumerate(graph.nodes):
        for name in node.properties.keys() - {"voice"}:
            known = {key: value for key, value in node.properties.items() if key != name}
            fewer = (*graph.nodes[:at], replace(node, properties=known), *graph.nodes[at + 1 :])
            less = standing(MODEL, {node.id: node for node in fewer}, graph.links)
            if less != graph:
                yield less
    for at, link in enumerate(graph.links):
        for less_link in _less_said(link):
            yield Batch(graph.nodes, (*graph.links[:at], less_link, *graph.links[at + 1 :]))


def _less_said(link: Link) -> Iterator[Link]:
    needed = {prop.name for prop in MODEL.link(link.type).properties if prop.required}
    for name in link.properties.keys() - needed:
        yield replace(link, properties={k: v for k, v in link.properties.items() if k != name})
    if len(link.passages) > 1:
        yield replace(link, passages=link.passages[:1])


def _chunks(items: Sequence[str] | Sequence[Link], size: int) -> Iterator[Sequence[str | Link]]:
    return (items[at : at + size] for at in range(0, len(items), size))
