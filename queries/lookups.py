"""Small queries that every way in needs: what there is, what is around, what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import UnknownIdError
from graph.model import MODEL
from graph.store import Cell, Store, texts


@dataclass(frozen=True, slots=True)
class Thing:
    """A node as people see it."""

    id: str
    label: str
    caption: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A link with the captions of its ends and the passages that say it."""

    source: Thing
    type: str
    target: Thing
    direction: str
    detail: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage with the source that it stands in."""

    id: str
    kind: str
    text: str
    at: str
    source: str
    title: str
    voice: str
    speaker: str
    published: str
    url: str


def count(store: Store, label: str) -> int:
    """Return how many nodes have this label."""
    return _number(store.read(f"MATCH (n:{label}) RETURN count(n) AS n").rows[0][0])


def count_links(store: Store, type_: str) -> int:
    """Return how many links have this type."""
    return _number(store.read(f"MATCH ()-[r:{type_}]->() RETURN count(r) AS n").rows[0][0])


def unproven_links(store: Store) -> int:
    """Return how many links lack the passages that their type needs: always 0."""
    found = 0
    for link in MODEL.links:
        for source in link.sources:
            if MODEL.needs_passages(link.type, source):
                answer = store.read(
                    f"MATCH (a:{source})-[r:{link.type}]->() "
                    "WHERE r.passages IS NULL OR size(r.passages) = 0 RETURN count(r) AS n"
                )
                found += _number(answer.rows[0][0])
    return found


def things(store: Store, label: str) -> list[Thing]:
    """Return the nodes with this label, by caption."""
    found = []
    for kind in _concrete((label,)):
        rows = store.read(f"MATCH (n:{kind}) RETURN n.id AS id, n.{_caption(kind)} AS caption").rows
        found += [Thing(str(id_), kind, str(caption or id_)) for id_, caption in rows]
    return sorted(found, key=lambda thing: (thing.caption.casefold(), thing.id))


def thing(store: Store, id_: str) -> Thing:
    """Return the node with this id."""
    for node in MODEL.concrete():
        caption = f"MATCH (n:{node.label} {{id: $id}}) RETURN n.{_caption(node.label)} AS caption"
        rows = store.read(caption, {"id": id_}).rows
        if rows:
            return Thing(id_, node.label, str(rows[0][0] or id_))
    known = (t.id for node in MODEL.concrete() for t in things(store, node.label))
    raise UnknownIdError(id_, known)


def facts_of(store: Store, id_: str, *, structure: bool = False) -> list[Fact]:
    """Return the links of a node that passages prove, and with `structure` the others too."""
    centre = thing(store, id_)
    facts = []
    for link in MODEL.links:
        for outgoing in (True, False):
            ends = link.sources if outgoing else link.targets
            if MODEL.is_a(centre.label, ends):
                facts += _links(store, centre, link.type, outgoing=outgoing)
    proven = [fact for fact in facts if structure or fact.passages]
    return sorted(proven, key=lambda f: (f.type, f.source.caption, f.target.caption, f.detail))


def _links(store: Store, centre: Thing, type_: str, *, outgoing: bool) -> list[Fact]:
    names = {prop.name for prop in MODEL.link(type_).properties}
    other_types = MODEL.link(type_).targets if outgoing else MODEL.link(type_).sources
    extra = [f"r.{n} AS {n}" if n in names else f"'' AS {n}" for n in ("direction", "detail")]
    role = ", r.role AS role" if "role" in names else ", '' AS role"
    found = []
    for other in _concrete(other_types):
        ends = f"(a)-[r:{type_}]->(b:{other})" if outgoing else f"(b:{other})-[r:{type_}]->(a)"
        rows = store.read(
            f"MATCH (a:{centre.label} {{id: $id}}) MATCH {ends} RETURN b.id AS id, "
            f"b.{_caption(other)} AS caption, r.passages AS passages, {', '.join(extra)}{role}",
            {"id": centre.id},
        ).rows
        for other_id, caption, passages, direction, detail, part in rows:
            end = Thing(str(other_id), other, str(caption or other_id))
            source, target = (centre, end) if outgoing else (end, centre)
            said = ": ".join(str(text) for text in (part, detail) if text)
            found.append(Fact(source, type_, target, str(direction or ""), said, texts(passages)))
    return found


def facts_between(store: Store, source: str, type_: str, target: str) -> list[Fact]:
    """Return the links of this type from one node to the other."""
    MODEL.link(type_)
    thing(store, target)
    return [
        fact
        for fact in facts_of(store, source, structure=True)
        if fact.type == type_ and fact.source.id == source and fact.target.id == target
    ]


def proofs(store: Store, passages: Sequence[str]) -> list[Proof]:
    """Return the passages with these ids and their sources, in the order of the ids."""
    answer = store.read(
        "UNWIND $ids AS id MATCH (p:Passage {id: id})-[:FROM]->(s:Source) "
        "MATCH (o:Source {id: s.origin}) "
        "RETURN p.id AS id, p.kind AS kind, p.text AS text, p.at AS at, s.id AS source, "
        "s.title AS title, s.voice AS voice, s.speaker AS speaker, "
        "coalesce(s.published, o.published) AS published, coalesce(s.url, o.url) AS url",
        {"ids": list(dict.fromkeys(passages))},
    )
    found = {str(row[0]): Proof(*(str(cell or "") for cell in row)) for row in answer.rows}
    return [found[id_] for id_ in dict.fromkeys(passages) if id_ in found]


def passages_in(store: Store, source: str) -> list[str]:
    """Return the ids of the passages that stand in a source or in what derives from it."""
    rows = store.read(
        "MATCH (p:Passage)-[:FROM]->(s:Source) WHERE s.id = $id OR s.origin = $id "
        "RETURN p.id AS id ORDER BY id",
        {"id": source},
    ).rows
    return [str(row[0]) for row in rows]


def _concrete(labels: Sequence[str]) -> list[str]:
    return [node.label for node in MODEL.concrete() if MODEL.is_a(node.label, labels)]


def _caption(label: str) -> str:
    return MODEL.node(label).caption


def _number(cell: Cell) -> int:
    return int(cell) if isinstance(cell, int | float) else 0
