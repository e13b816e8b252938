"""Actors: companies and partners, from actors.yaml."""

from __future__ import annotations

from graph.batch import Node, compact
from graph.model import ACTOR_TYPES
from loaders.names import Names
from loaders.records import Record

LABELS = {"company": "Company", "partner": "Partner"}


def read(document: Record, names: Names) -> None:
    """Add every actor, and its names to the names."""
    for record in document.records("actors"):
        with record.reading():
            _actor(record, names)


def _actor(record: Record, names: Names) -> None:
    id_, name, aliases = record.new_id(), record.text("name"), record.texts("aliases")
    names.learn(record, id_, name, aliases)
    country = record.maybe_text("country")
    properties = compact(
        name=name,
        type=record.choice("type", ACTOR_TYPES),
        aliases=aliases,
        country=country,
        country_source=record.maybe_text("country_source"),
        same_as=record.texts("same_as"),
        group=record.flag("group"),
        unnamed=record.flag("unnamed"),
        note=record.maybe_text("note"),
    )
    label = LABELS[record.choice("kind", tuple(LABELS))]
    if country is not None:
        record.draft.require(country, "Country", record.place_of("country"))
    record.draft.node(Node(label, id_, properties), record.place_of("id"))
