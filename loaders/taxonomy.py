"""The taxonomy: strategies.yaml, outcomes.yaml, factors.yaml, and their names in labels.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.batch import Link, Node, compact
from graph.draft import Draft
from graph.ids import area_id
from graph.model import DIRECTIONS, LANGUAGES
from graph.problem import Place
from loaders.records import Record


@dataclass(frozen=True, slots=True)
class Label:
    """The names of one thing in other languages, and where they stand."""

    names: Mapping[str, str]
    place: Place


Labels = Mapping[str, Label]
GROUPS = {"areas": "StrategyArea", "strategies": "Strategy", "outcomes": "Outcome"}
GROUPS |= {"context_factors": "Factor"}


def read_labels(document: Record) -> dict[str, Labels]:
    """Return the names in other languages by group and id; the glossary is the screen's."""
    document.leave("glossary")
    return {group: dict(_labels(document.record(group))) for group in GROUPS if document.has(group)}


def _labels(group: Record) -> Iterator[tuple[str, Label]]:
    for id_ in group.names():
        with group.record(id_).reading() as record:
            names = {f"name_{code}": record.text(code) for code in LANGUAGES}
            yield id_, Label(names, group.place_of(id_))


def _names(labels: Labels, id_: str) -> Mapping[str, str]:
    return labels[id_].names if id_ in labels else {}


def check_labels(draft: Draft, labels: Mapping[str, Labels]) -> None:
    """Note the labels of things that the taxonomy does not have."""
    for group, named in labels.items():
        for id_, label in named.items():
            known = area_id(id_) if group == "areas" else id_
            draft.require(known, GROUPS[group], label.place)


def read_strategies(document: Record, labels: Mapping[str, Labels]) -> None:
    """Add the areas, the strategies, and which belongs to which."""
    chapters = _titles(document, "world_gold_council_chapters", "chapter")
    sections = _titles(document, "icmm_sections", "section")
    for record in document.records("areas"):
        with record.reading():
            area = record.new_id(area_id)
            properties = compact(
                name=record.text("name"),
                number=record.maybe_integer("n"),
                wgc_chapters=_titled(record, "wgc_chapters", chapters),
                icmm_sections=_titled(record, "icmm_sections", sections),
                **_names(labels.get("areas", {}), area),
            )
            node = Node("StrategyArea", area_id(area), properties)
            record.draft.node(node, record.place_of("id"))
    for record in document.records("strategies"):
        with record.reading():
            _strategy(record, chapters, sections, labels.get("strategies", {}))


def _strategy(
    record: Record, chapters: Mapping[str, str], sections: Mapping[str, str], labels: Labels
) -> None:
    id_, area = record.new_id(), record.maybe_text("area")
    properties = compact(
        name=record.text("name"),
        definition=record.maybe_text("definition"),
        aliases=record.texts("aliases"),
        wgc_chapters=_titled(record, "wgc_chapters", chapters),
        icmm_sections=_titled(record, "icmm_sections", sections),
        **_names(labels, id_),
    )
    record.draft.node(Node("Strategy", id_, properties), record.place_of("id"))
    if area is not None:
        record.draft.link(Link("IN_AREA", id_, area_id(area)), record.place_of("area"))


def read_outcomes(document: Record, labels: Mapping[str, Labels]) -> None:
    """Add the outcomes; the directions are the model's, and only these."""
    for direction in document.texts("directions"):
        if direction not in DIRECTIONS:
            document.draft.problem(
                document.place_of("directions"),
                f"direction {direction} is unknown",
                f"the directions are {', '.join(DIRECTIONS)}",
            )
    for record in document.records("outcomes"):
        with record.reading():
            id_ = record.new_id()
            properties = compact(
                name=record.text("label"),
                group=record.text("group"),
                desired_change=record.text("desired_change"),
                definition=record.maybe_text("definition"),
                measured_by=record.maybe_text("measured_by"),
                cue_phrases=record.texts("cue_phrases"),
                **_names(labels.get("outcomes", {}), id_),
            )
            record.draft.node(Node("Outcome", id_, properties), record.place_of("id"))


def read_factors(document: Record, labels: Mapping[str, Labels]) -> None:
    """Add the context factors."""
    for record in document.records("factors"):
        with record.reading():
            id_ = record.new_id()
            properties = compact(
                name=record.text("label"),
                group=record.text("group"),
                note=record.maybe_text("note"),
                named_in_summary=record.flag("named_in_report_a_summary"),
                **_names(labels.get("context_factors", {}), id_),
            )
            record.draft.node(Node("Factor", id_, properties), record.place_of("id"))


def _titles(document: Record, name: str, number: str) -> dict[str, str]:
    titles = {}
    for record in document.records(name):
        with record.reading():
            titles[record.text(number)] = record.text("title")
    return titles


def _titled(record: Record, name: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return numbers with their titles: `5 Understanding the local context`."""
    return tuple(f"{n} {titles[n]}" if n in titles else n for n in record.texts(name))
