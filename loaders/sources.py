"""Sources and the passages in them: sources.yaml, and the passages that every record lists."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.batch import Link, Node, compact
from graph.ids import passage_id
from graph.model import VOICES
from loaders.records import Record

KINDS = {"page": "Page", "report": "Report", "case-study": "CaseStudy"}


@dataclass
class Documents:
    """The texts of a user's own sources, to compare verbatim passages with."""

    folder: Path
    _texts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, record: Record, source: str) -> None:
        """Read the text file that a source names under `file`, relative to the data folder."""
        name = record.maybe_text("file")
        if name is None:
            return
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise record.refuse("file", f"{name} lies outside the data folder", "move it inside")
        try:
            self._texts[source] = (name, path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            raise record.refuse("file", f"{name} cannot be read", "save it as UTF-8 text") from None

    def check(self, record: Record, source: str, words: str) -> None:
        """Refuse a verbatim passage whose words are not in its source, character by character."""
        if source not in self._texts:
            raise record.refuse(
                "quotes",
                f"the source {source} has no file",
                "name its text under file:, or use says:",
            )
        name, text = self._texts[source]
        if words not in text:
            raise record.refuse("quotes", f"these words are not in {name}", "copy them exactly")


def read_sources(document: Record, documents: Documents) -> None:
    """Add every source; one with a `withdrawn` day stays out, with all that only it says."""
    for record in document.records("sources"):
        with record.reading():
            _source(record, documents)


def _source(record: Record, documents: Documents) -> None:
    id_ = record.new_id()
    label = KINDS[record.maybe_choice("kind", tuple(KINDS)) or "page"]
    properties = compact(
        title=record.text("title"),
        voice=record.choice("voice", VOICES),
        url=record.maybe_text("url"),
        language=record.maybe_text("language"),
        published=record.maybe_text("published"),
        publisher=record.maybe_text("publisher"),
        seen=record.flag("seen"),
        read_how=record.maybe_text("read"),
    )
    parent, withdrawn = record.maybe_text("reports_on"), record.maybe_text("withdrawn")
    documents.add(record, id_)
    record.draft.node(Node(label, id_, properties), record.place_of("id"))
    if parent is not None:
        record.draft.link(Link("DERIVED_FROM", id_, parent), record.place_of("reports_on"))
    if withdrawn is not None:
        record.draft.withdraw(id_)


def read_passages(owner: str, record: Record, documents: Documents) -> dict[str, str]:
    """Add the passages that a record lists; return their ids in the graph by their ids there.

    A passage that is refused is among them: what rests on it waits.
    """
    ids: dict[str, str] = {}
    for passage in record.records("passages"):
        with passage.reading():
            local = passage.text("id")
            ids[local] = passage.claim(passage_id(owner, local))
            add_passage(ids[local], passage.text("source"), passage, documents)
    return ids


def add_passage(id_: str, source: str, passage: Record, documents: Documents) -> str:
    """Add one passage of a source and return its words."""
    verbatim = passage.has("quotes")
    words = passage.text("quotes" if verbatim else "says")
    if verbatim:
        documents.check(passage, source, words)
    properties = compact(
        kind="verbatim" if verbatim else "paraphrase",
        text=words,
        at=passage.text("at"),
        basis=passage.maybe_choice("basis", ("notes",)),
        sha256=hashlib.sha256(words.encode()).hexdigest(),
    )
    passage.draft.node(Node("Passage", id_, properties), passage.place_of("id"))
    passage.draft.link(Link("FROM", id_, source), passage.place_of("source"))
    return words


def said_by(fact: Record, owner: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the graph's ids of the passages that a fact names, unknown ones among them."""
    return tuple(known.get(p, passage_id(owner, p)) for p in fact.texts("passages"))
