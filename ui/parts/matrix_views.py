"""The matrix of partnerships on the page: as a picture, as a list, and where to begin."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from graph.store import Parameter
from ui import session
from ui.charts.matrix import FEW, Spec
from ui.charts.matrix import matrix as picture
from ui.i18n import say, say_count, term
from ui.parts import choices, marks, reading
from ui.parts.directions import DIRECTIONS
from ui.parts.matrix import Grid, Square, grid, squares
from ui.parts.text import html, plain, short

MOST_PAIRS = 1_000
QUESTIONS = {
    "country": ("partnerships-that-worked", "partner", "country"),
    "company": ("company-partner-matrix", "company", "partner"),
}
BEGINNINGS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What the matrix is asked: by country or by company, and the filters."""

    view: str
    country: str = ""
    role: str = ""
    least: int = 1
    type: str = ""


def found(asked: Asked) -> tuple[Square, ...]:
    """Return the cells that pass the filters."""
    return _found(reading.store().url, session.version(), asked)


@st.cache_resource(max_entries=200, show_spinner=False)
def _found(url: str, version: str, asked: Asked) -> tuple[Square, ...]:
    del url, version
    name, row, column = QUESTIONS[asked.view]
    given: dict[str, Parameter] = {
        "country": asked.country,
        "role": asked.role,
        "least": asked.least,
        "most": MOST_PAIRS,
    }
    every = squares(reading.ask(name, given), row, column)
    kinds = reading.values("Actor", "type")
    partner = "row_id" if asked.view == "country" else "column_id"
    return tuple(s for s in every if asked.type in {"", kinds.get(getattr(s, partner))})


def drawn(asked: Asked, cells: tuple[Square, ...]) -> None:
    """Draw the picture; a click chooses a cell."""
    shown = grid(cells)
    marks.show(marks.line(_how_many(asked.view, shown), quiet=True))
    key = f"{session.picture_key('cell', session.chosen('cell'))} {asked}"
    first = session.first_shown(key, session.chosen("cell"))
    st.vega_lite_chart(
        _spec(reading.store().url, session.version(), asked, first),
        key=key,
        width="content" if len(shown.columns) < FEW else "stretch",
        on_select=lambda: session.clicked(key, "cell", ("show",)),
        alt=say(f"partnerships.alt_{asked.view}"),
    )


@st.cache_resource(max_entries=200, show_spinner=False)
def _spec(url: str, version: str, asked: Asked, first: str) -> Spec:
    del url, version
    return picture(grid(found(asked)), first, asked.view)


def _how_many(view: str, shown: Grid) -> str:
    counts = {
        "rows": len(shown.rows),
        "all_rows": shown.all_rows,
        "columns": len(shown.columns),
        "all_columns": shown.all_columns,
    }
    whole = counts["rows"] == counts["all_rows"] and counts["columns"] == counts["all_columns"]
    return say(f"partnerships.{'all' if whole else 'some'}_{view}", **counts)


def listed(asked: Asked, cells: tuple[Square, ...]) -> None:
    """Show all cells as a list; a row that is chosen chooses its cell."""
    st.header(say("partnerships.list"))
    st.caption(say_count(f"partnerships.pairs_{asked.view}", len(cells)))
    column = st.column_config.Column
    keys = [square.key for square in cells]
    chosen = session.chosen("cell")
    key = session.row_key("cell", keys.index(chosen) if chosen in keys else None)
    st.dataframe(
        _columns(asked.view, cells),
        hide_index=True,
        key=key,
        column_config={
            say(f"matrix.head_{QUESTIONS[asked.view][1]}"): column(width=190),
            say("matrix.interventions"): column(width=75),
            **{d.sign: column(help=term("direction", d.name), width=46) for d in DIRECTIONS},
            say("matrix.own_short"): column(help=say("matrix.own"), width=70),
        },
        on_select=lambda: session.row_clicked(key, "cell", keys, ("show",)),
        selection_mode="single-row",
        alt=say(f"partnerships.alt_{asked.view}"),
    )


def _columns(view: str, cells: tuple[Square, ...]) -> dict[str, list[str] | list[int]]:
    _, row, column = QUESTIONS[view]
    signs: dict[str, list[str] | list[int]] = {
        look.sign: [s.counts[look.name] for s in cells] for look in DIRECTIONS
    }
    return {
        say(f"matrix.head_{row}"): [square.row for square in cells],
        say(f"matrix.head_{column}"): [square.column for square in cells],
        say("matrix.interventions"): [square.interventions for square in cells],
        **signs,
        say("matrix.sources"): [square.sources for square in cells],
        say("matrix.own_short"): [square.self_reported for square in cells],
    }


def beginnings(asked: Asked, cells: tuple[Square, ...]) -> None:
    """Say how the matrix is read, and offer the cells that most is told of."""
    if pair := session.chosen("cell"):
        st.info(plain(say("partnerships.unknown", pair=short(pair, choices.LONG))))
    st.header(say("partnerships.begin"))
    marks.show(marks.line(say("partnerships.begin_how")))
    most = sorted(cells, key=lambda s: (-s.interventions, -s.sources, s.key))[:BEGINNINGS]
    for square in most:
        with st.container(border=True, gap="xsmall"):
            label = say(f"cell.{asked.view}", row=square.row, column=square.column)
            choices.press(label, square.key, cell=square.key, show="")
            told = say_count("marks.sources", square.sources)
            counted = say_count("count.interventions", square.interventions)
            marks.show(marks.ways(square.counts), marks.line(f"{counted} · {told}", quiet=True))


def hollow_legend() -> str:
    """Return what a hollow sign, a star and the letter s mean."""
    hollow = marks.way("improved", 2, own=True)
    words = html(say("matrix.hollow"))
    star = html(say("matrix.star"))
    letters = html(say("matrix.sources_legend"))
    return f"<span>{hollow}{words}</span><span>{star}</span><span>{letters}</span>"
