"""Lessons: what the founding reports say of more than one intervention, from lessons.yaml."""

from __future__ import annotations

from graph.batch import Link, Node, compact
from graph.ids import area_id
from graph.model import MODEL
from loaders.records import Record
from loaders.sources import Documents, read_passages

ABOUT = ("areas", "strategies", "outcomes", "factors", "countries", "actors", "interventions")


def read(document: Record, documents: Documents) -> None:
    """Add every lesson with its passages and what it is about; each passage says all of it."""
    for record in document.records("lessons"):
        with record.reading():
            _lesson(record, documents)


def _lesson(record: Record, documents: Documents) -> None:
    id_ = record.new_id()
    properties = compact(
        text=record.text("text"), kind=record.choice("kind", MODEL.choices("Lesson", "kind"))
    )
    passages = tuple(read_passages(id_, record, documents).values())
    record.draft.node(Node("Lesson", id_, properties), record.place_of("id"))
    with record.record("about").reading() as about:
        for group in ABOUT:
            for target in about.texts(group):
                known = area_id(target) if group == "areas" else target
                link = Link("ABOUT", id_, known, passages=passages)
                record.draft.link(link, about.place_of(group))
