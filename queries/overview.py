"""Small queries over the whole graph: who tells what, and what a node or many nodes hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.model import MODEL
from graph.store import Cell, Store, texts
from queries.lookups import Thing


@dataclass(frozen=True, slots=True)
class Teller:
    """Who says a passage: the source it derives from in the end, and whose voice it is."""

    origin: str
    voice: str


@dataclass(frozen=True, slots=True)
class Telling:
    """An interview that tells of an intervention, and what it does to what else is known."""

    interview: str
    title: str
    relation: str
    why: str
    speaker: str
    role: str
    voice: str
    url: str


def tellers(store: Store) -> dict[str, Teller]:
    """Return who says each passage."""
    rows = store.read(
        "MATCH (p:Passage)-[:FROM]->(s:Source) "
        "RETURN p.id AS id, s.origin AS origin, s.voice AS voice"
    ).rows
    return {str(id_): Teller(str(origin), str(voice)) for id_, origin, voice in rows}


def outcomes(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    """Return direction and passages of every outcome of an intervention."""
    rows = store.read(
        "MATCH (:Intervention)-[r:LED_TO]->(:Outcome) "
        "RETURN r.direction AS direction, r.passages AS passages"
    ).rows
    return [(str(way), texts(told)) for way, told in rows]


def countries_with_interventions(store: Store) -> int:
    """Return how many countries an intervention happened in."""
    rows = store.read(
        "MATCH (:Intervention)-[:IN_COUNTRY]->(c:Country) RETURN DISTINCT c.id AS id"
    ).rows
    return len(rows)


def values(store: Store, label: str, name: str) -> dict[str, Cell]:
    """Return one declared property of every node with this label, by id."""
    rows = store.read(f"MATCH (n:{label}) RETURN n.id AS id, n.{name} AS value").rows
    return {str(id_): value for id_, value in rows}


def properties(store: Store, node: Thing) -> dict[str, Cell]:
    """Return the declared properties that a node has."""
    names = [prop.name for prop in MODEL.properties(node.label)]
    columns = ", ".join(f"n.{name} AS {name}" for name in names)
    rows = store.read(f"MATCH (n:{node.label} {{id: $id}}) RETURN {columns}", {"id": node.id}).rows
    held = zip(names, rows[0] if rows else (), strict=False)
    return {name: value for name, value in held if value is not None}


def degrees(store: Store, nodes: Sequence[Thing]) -> dict[str, int]:
    """Return how many links with passages each node has."""
    proven = "|".join(
        link.type
        for link in MODEL.links
        if any(MODEL.needs_passages(link.type, source) for source in link.sources)
    )
    found: dict[str, int] = {}
    by_label = sorted(nodes, key=lambda node: node.label)
    for label, some in groupby(by_label, key=lambda node: node.label):
        rows = store.read(
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})-[r:{proven}]-() "
            "WHERE size(coalesce(r.passages, [])) > 0 RETURN n.id AS id, count(r) AS links",
            {"ids": [node.id for node in some]},
        ).rows
        found |= {str(id_): links for id_, links in rows if isinstance(links, int)}
    return found


def tellings(store: Store, intervention: str) -> list[Telling]:
    """Return the interviews that tell of an intervention, by relation and title."""
    rows = store.read(
        "MATCH (s:Interview)-[r:TELLS_OF]->(:Intervention {id: $id}) "
        "MATCH (o:Source {id: s.origin}) "
        "RETURN s.id AS id, s.title AS title, r.relation AS relation, s.relation_why AS why, "
        "s.speaker AS speaker, s.role AS role, s.voice AS voice, coalesce(s.url, o.url) AS url "
        "ORDER BY relation, title, id",
        {"id": intervention},
    ).rows
    return [Telling(*(str(cell or "") for cell in row)) for row in rows]
