"""The card of an intervention on the page: each line is the way to its own proof."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from ui import session
from ui.i18n import say, say_count, term
from ui.parts import card, marks
from ui.parts.card import Line
from ui.parts.text import html, plain

SUMMARY = "summary"
HARD_SPACE = "\N{NO-BREAK SPACE}"


def outcomes(found: Iterable[Line]) -> None:
    """Show the outcomes under the sign of their direction."""
    st.header(say("intervention.outcomes"))
    told = card.outcomes(found)
    if not told:
        marks.show(marks.line(say("intervention.no_outcome"), quiet=True))
    for direction, some in groupby(told, key=lambda line: line.direction):
        group = list(some)
        words = html(term("direction", direction))
        marks.show(f'<p class="seam-line">{marks.way(direction, len(group))}{words}</p>')
        for line in group:
            _line(line, line.target)


def section(heading: str, found: Iterable[Line], note: str = "") -> None:
    """Show lines under a heading, nothing if there are none."""
    held = list(found)
    if not held:
        return
    st.header(heading)
    if note:
        st.caption(note)
    for line in held:
        _line(line, _words(line))


def _words(line: Line) -> str:
    if line.link == "TOOK_PART_IN":
        return f"{line.target}, {term('role', line.role)}"
    keys = {"BEGAN": "began", "LAST_DESCRIBED": "last"}
    keys["FOLLOWED"] = "follows" if line.inward else "followed_by"
    key = keys.get(line.link)
    return say(f"intervention.{key}", name=line.target) if key else line.target


def _line(line: Line, words: str) -> None:
    said = f"{plain(words)}: {plain(line.detail)}" if line.detail else plain(words)
    told = say_count("marks.sources", line.sources)
    own = f" · ◌ {say('marks.own')}" if line.own else ""
    _button(f"{said} · :small[{plain(told.replace(' ', HARD_SPACE) + own)}]", line.key, wide=True)


def summary() -> None:
    """Show the way to the proof of the summary."""
    _button(f":small[{plain(say('intervention.summary_proof'))}]", SUMMARY, wide=False)


def _button(label: str, key: str, *, wide: bool) -> None:
    chosen = session.chosen("proof") == key
    st.button(
        label,
        key=f"line {key}",
        on_click=session.choose,
        kwargs={"proof": key},
        type="secondary" if chosen else "tertiary",
        width="stretch" if wide else "content",
        wrap=True,
    )
