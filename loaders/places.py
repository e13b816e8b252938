"""Places: countries.yaml and sites.yaml."""

from __future__ import annotations

from graph.batch import Link, Node, compact
from graph.model import MODEL
from loaders.records import Record


def read_countries(document: Record) -> None:
    """Add every country."""
    for record in document.records("countries"):
        with record.reading():
            properties = compact(name=record.text("name"), region=record.text("region"))
            node = Node("Country", record.new_id(), properties)
            record.draft.node(node, record.place_of("id"))


def read_sites(document: Record) -> None:
    """Add every site and the country it lies in."""
    for record in document.records("sites"):
        with record.reading():
            _site(record)


def _site(record: Record) -> None:
    id_, country = record.new_id(), record.text("country")
    record.leave("is_place")
    properties = compact(
        name=record.text("name"),
        place=record.maybe_text("place"),
        latitude=_degrees(record, "latitude", 90),
        longitude=_degrees(record, "longitude", 180),
        precision=record.choice("precision", MODEL.choices("Site", "precision")),
        coordinate_source=record.maybe_text("coordinate_source"),
        unverified_link=record.flag("unverified_link"),
        note=record.maybe_text("note"),
    )
    record.draft.node(Node("Site", id_, properties), record.place_of("id"))
    record.draft.link(Link("IN_COUNTRY", id_, country), record.place_of("country"))


def _degrees(record: Record, name: str, most: int) -> float | None:
    value = record.maybe_number(name)
    if value is not None and not -most <= value <= most:
        raise record.refuse(name, f"{name} is {value}", f"write degrees from -{most} to {most}")
    return value
