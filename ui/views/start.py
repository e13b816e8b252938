"""Start: a box to ask in, the uses as questions, the casebook at a glance, how to read it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui.i18n import say
from ui.parts import marks, opening, reading, words
from ui.parts.glance import Glance, share
from ui.parts.text import html


def show() -> None:
    """Show the questions with their answers, then the numbers, then what to take care of."""
    st.title(say("start.title"))
    marks.show(marks.line(say("start.lead")))
    words.show()
    held = reading.casebook()
    uses = (opening.partnerships, opening.strategies, opening.evidence)
    for place, use in zip(st.columns(3, gap="small"), uses, strict=True):
        with place, st.container(border=True, height="stretch", gap="small"):
            use()
    _glance(held)
    _voices(held)
    st.header(say("start.care"))
    marks.show(*(marks.line(say(f"start.care_{number}")) for number in range(1, 5)))


def _glance(held: Glance) -> None:
    st.header(say("start.glance"))
    names = ("interventions", "countries", "actors", "sources", "passages")
    marks.show(marks.numbers((say(f"start.{name}"), getattr(held, name)) for name in names))


def _voices(held: Glance) -> None:
    st.header(say("start.voices"))
    told = held.voices
    _bar("all_outcomes", told.all)
    _bar("own_outcomes", told.own)
    _bar("watchdog_outcomes", told.watchdog)
    marks.show(marks.legend())
    own, watchdog = sum(told.own.values()), sum(told.watchdog.values())
    if own and watchdog:
        improved = share(told.own.get("improved", 0), own)
        worsened = share(told.watchdog.get("worsened", 0), watchdog)
        said = say("start.voices_say", improved=improved, worsened=worsened)
        marks.show(f'<p class="seam-answer">{html(said)}</p>')


def _bar(key: str, counts: Mapping[str, int]) -> None:
    whole = sum(counts.values())
    if whole:
        marks.show(marks.line(say(f"start.{key}", n=whole)), marks.bar(counts, percent=True))


show()
