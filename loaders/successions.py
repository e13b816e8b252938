"""Successions: bodies that became others, and pairs that must not be taken for one."""

from __future__ import annotations

from graph.batch import Link, compact
from graph.model import MODEL
from loaders.records import Record
from loaders.sources import Documents, read_passages


def read(document: Record, documents: Documents) -> None:
    """Add every succession with its passages; one between a pair known to differ is a problem."""
    apart = [pair for record in document.records("not_successions") for pair in _apart(record)]
    for record in document.records("successions"):
        with record.reading():
            _succession(record, documents, apart)


def _apart(record: Record) -> list[frozenset[str]]:
    pair: frozenset[str] = frozenset()
    with record.reading():
        record.leave("says", "source", "note", "passages")
        pair = frozenset(record.texts("pair"))
        for actor in sorted(pair):
            record.draft.require(actor, "Actor", record.place_of("pair"))
    return [pair] if pair else []


def _succession(record: Record, documents: Documents, apart: list[frozenset[str]]) -> None:
    start, end = record.text("from"), record.text("to")
    if frozenset((start, end)) in apart:
        raise record.refuse(
            "from", f"{start} and {end} are known to be two bodies", "see not_successions"
        )
    year = record.maybe_integer("year")
    kind = record.text("kind")
    properties = compact(
        year=year,
        year_seen=record.flag("year_seen"),
        kind=kind,
        scope=record.choice("scope", MODEL.choices("BECAME", "scope")),
        from_name=record.maybe_text("from_name"),
        to_name=record.maybe_text("to_name"),
        note=record.maybe_text("note"),
    )
    owner = "-".join(("became", start, end, kind, *([str(year)] if year else [])))
    passages = tuple(read_passages(owner, record, documents).values())
    link = Link("BECAME", start, end, properties, passages)
    record.draft.link(link, record.place_of("from"))
