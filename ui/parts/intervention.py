"""One intervention: which one, what stands on its card, and the proof beside it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.store import Cell, texts
from queries.lookups import Thing
from queries.saved import question
from ui import pages, session
from ui.i18n import say, say_count, term
from ui.parts import card, choices, lines, marks, proof, reading
from ui.parts.card import Line
from ui.parts.text import html, plain, short, years

CARD = "intervention-card"
DROPS = ("proof",)
PLACED = ("IN_COUNTRY", "AT_SITE", "BEGAN", "LAST_DESCRIBED")


def choose() -> str:
    """Let an intervention be chosen by its title; return its id, empty if there is none."""
    known = reading.names("Intervention")
    usual = str(question(CARD).header.parameters[0].default)
    default = usual if usual in known else next(iter(known), "")
    if not known:
        st.info(say("intervention.none"))
        return ""
    label = say("intervention.choose")
    chosen = choices.one_of("id", label, known, default=default, drops=DROPS, strict=True)
    if not chosen:
        st.title(say("pages.intervention"))
        said = say("intervention.unknown", id=short(session.chosen("id"), choices.LONG))
        choices.offer("id", said, known, DROPS)
    return chosen


def show(id_: str) -> None:
    """Show the card, and beside it the proof of the chosen line."""
    node = Thing(id_, "Intervention", reading.names("Intervention")[id_])
    held = reading.properties(node)
    found = card.lines(reading.ask(CARD, {"intervention": id_}))
    left, right = st.columns([60, 40], gap="medium")
    with left:
        _head(node, held, found)
        who, what = st.columns(2)
        with who:
            lines.section(say("intervention.who"), card.of(found, "TOOK_PART_IN"))
            lines.section(say("intervention.where"), card.of(found, *PLACED))
        with what:
            lines.section(say("intervention.applied"), card.of(found, "APPLIED"))
        lines.outcomes(found)
        lines.section(say("intervention.wrong"), card.of(found, "WENT_WRONG"))
        lines.section(say("intervention.shaped"), card.of(found, "SHAPED_BY"))
        lines.section(say("intervention.followed"), card.of(found, "FOLLOWED"))
        note = say("intervention.about_note")
        lines.section(say("intervention.about"), card.of(found, "ABOUT"), note)
        _interviews(id_)
        _sources(found)
    with right, st.container(key="beside-intervention"):
        _beside(held, found)


def _head(node: Thing, held: dict[str, Cell], found: Sequence[Line]) -> None:
    st.title(plain(node.caption))
    where = [line.target for line in card.of(found, "IN_COUNTRY", "AT_SITE")]
    when = years(_year(held.get("began")), _year(held.get("last_described")))
    span = say("intervention.years", years=when) if held.get("last_described") else when
    marks.show(marks.ways(card.by_direction(found)))
    marks.show(marks.line(", ".join(where)), marks.line(span, quiet=True))
    if held.get("summary"):
        marks.show(f'<p class="seam-answer">{html(str(held["summary"]))}</p>')
    with st.container(horizontal=True, vertical_alignment="center"):
        if held.get("summary"):
            lines.summary()
        pages.link("graph", say("intervention.graph"), node=node.id)


def _beside(held: dict[str, Cell], found: Sequence[Line]) -> None:
    key = session.chosen("proof")
    if key == lines.SUMMARY:
        _proof(say("intervention.summary_proof"), texts(held.get("summary_passages")))
        return
    line = next((line for line in found if line.key == key), None)
    if line is None:
        st.header(say("intervention.begin"))
        marks.show(marks.line(say("intervention.begin_how")))
        marks.show(marks.legend())
        return
    sign = marks.way(line.direction, own=line.own) if line.direction else ""
    text = f"{line.target}: {line.detail}" if line.detail else line.target
    marks.show(f'<p class="seam-line seam-strong">{sign}{html(text)}</p>')
    marks.show(marks.line(marks.told_by(line.sources, own=line.own), quiet=True))
    _proof(proof.heading(line.passages), line.passages)


def _proof(heading: str, passages: tuple[str, ...]) -> None:
    st.header(heading)
    proof.show_passages(passages)


def _interviews(id_: str) -> None:
    told = reading.tellings(id_)
    if not told:
        return
    st.header(say("intervention.interviews"))
    rows = []
    for one in told:
        who = ", ".join(part for part in (one.speaker, one.role) if part)
        head = f"{marks.voice(one.voice)} <strong>{html(who or one.title)}</strong>"
        why = f": {html(one.why)}" if one.why else ""
        relation = html(term("relation", one.relation))
        rows.append(f"<li>{head}: {relation}{why}{proof.way_out(one.url)}</li>")
    marks.show(f'<ul class="seam-list">{"".join(rows)}</ul>')


def _sources(found: Sequence[Line]) -> None:
    passages = dict.fromkeys(p for line in found for p in line.passages)
    by_source = {one.source: one for one in reading.proofs(tuple(passages))}
    if not by_source:
        return
    st.header(say("intervention.sources"))
    told = dict.fromkeys(by_source, 0)
    for one in reading.proofs(tuple(passages)):
        told[one.source] += 1
    rows = [
        f"<li>{marks.voice(one.voice)} {html(one.title)} "
        f'<span class="seam-quiet">{html(one.published)} · '
        f"{html(say_count('proof.passages', told[one.source]))}</span>{proof.way_out(one.url)}</li>"
        for one in by_source.values()
    ]
    marks.show(f'<ul class="seam-list">{"".join(rows)}</ul>')


def _year(cell: Cell) -> int | None:
    return int(cell) if isinstance(cell, int | float) else None
