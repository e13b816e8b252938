"""What stands behind one cell of the matrix: interventions, their outcomes, the passages."""

from __future__ import annotations

import streamlit as st

from graph.store import Cell, texts
from ui import pages, session
from ui.i18n import say, say_count, term
from ui.parts import card, choices, marks, proof, reading
from ui.parts.card import Line
from ui.parts.directions import NAMES
from ui.parts.matrix import SEPARATOR, Square, whole
from ui.parts.matrix_views import Asked
from ui.parts.text import html, plain, years

Record = dict[str, Cell]


def interventions(asked: Asked, key: str) -> list[Record]:
    """Return the interventions of a cell, as the records of its actors tell them."""
    row, _, column = key.partition(SEPARATOR)
    if asked.view == "country":
        country = reading.names("Country").get(column, "")
        return [r for r in _record(row, asked.role) if country in texts(r["countries"])]
    shared = {r["intervention_id"] for r in _record(column, asked.role)}
    return [r for r in _record(row, "") if r["intervention_id"] in shared]


def _record(actor: str, role: str) -> list[Record]:
    found = reading.ask("actor-record", {"actor": actor}).records()
    return [r for r in found if not role or role in texts(r["roles"])]


def show(square: Square, asked: Asked) -> None:
    """Show the interventions of a cell, or the one that is chosen among them."""
    found = interventions(asked, square.key)
    chosen = session.chosen("show") or (str(found[0]["intervention_id"]) if len(found) == 1 else "")
    st.header(plain(say(f"cell.{asked.view}", row=square.row, column=square.column)))
    one = next((r for r in found if r["intervention_id"] == chosen), None)
    if one is None:
        _list(square, found)
        return
    if len(found) > 1:
        choices.press(say("cell.back", n=len(found)), "back", show="")
    _one(one, square)


def _list(square: Square, found: list[Record]) -> None:
    told = marks.told_by(square.sources, own=False)
    counted = say_count("count.interventions", square.interventions)
    marks.show(marks.ways(square.counts), marks.line(f"{counted}, {told}", quiet=True))
    for record in found:
        id_ = str(record["intervention_id"])
        with st.container(border=True, gap="xsmall"):
            choices.press(str(record["intervention"]), id_, show=id_)
            _brief(record)


def _brief(record: Record) -> None:
    counts = {name: whole(record[name]) for name in NAMES}
    when = years(_year(record["began"]), _year(record["last_described"]))
    told = say_count("marks.sources", whole(record["sources"]))
    said = marks.ways(counts) or marks.line(say("cell.no_outcome"), quiet=True)
    marks.show(said, marks.line(f"{when} · {told}", quiet=True))


def _year(cell: Cell) -> int | None:
    return int(cell) if isinstance(cell, int | float) else None


def _one(record: Record, square: Square) -> None:
    """Show outcomes and parts with the passages that say them."""
    id_ = str(record["intervention_id"])
    title = html(str(record["intervention"]))
    marks.show(f'<p class="seam-line seam-strong">{title}</p>')
    pages.link("intervention", say("cell.card"), id=id_)
    found = card.lines(reading.ask("intervention-card", {"intervention": id_}))
    told = card.outcomes(found)
    if not told:
        marks.show(marks.line(say("cell.no_outcome"), quiet=True))
    for line in told:
        _proven(marks.way(line.direction, own=line.own), line.target, line)
    for line in card.of(found, "TOOK_PART_IN"):
        if line.target_id in {square.row_id, square.column_id}:
            _proven("", f"{line.target}: {term('role', line.role)}", line)


def _proven(sign: str, words: str, line: Line) -> None:
    detail = f"{words}: {line.detail}" if line.detail else words
    told = marks.told_by(line.sources, own=line.own)
    text = html(detail)
    marks.show(
        f'<p class="seam-line">{sign}<strong>{text}</strong></p>', marks.line(told, quiet=True)
    )
    proof.show_passages(line.passages)
