"""The three uses as three questions, each with an answer that the graph gives now."""

from __future__ import annotations

import streamlit as st

from graph.store import Cell
from queries.saved import questions
from ui import pages
from ui.i18n import say, say_count
from ui.parts import marks, matrix_views, reading
from ui.parts.glance import share
from ui.parts.matrix import whole
from ui.parts.matrix_views import Asked
from ui.parts.text import html

REUSED = "reused-strategies"
ENDINGS = "same-strategy-different-endings"
OWN = "told-only-by-those-who-ran-it"
AGAINST = "contradictions"


def partnerships() -> None:
    """Answer the first use with the pair that most is told of."""
    cells = matrix_views.found(Asked("country"))
    st.header(say("start.partnerships"))
    if not cells:
        _nothing()
        return
    most = max(cells, key=lambda s: (s.interventions, s.sources, s.key))
    counted = say_count("count.interventions", most.interventions)
    told = say_count("marks.sources", most.sources)
    names = {"row": most.row, "column": most.column}
    _answer(say("start.partnerships_answer", **names, interventions=counted, sources=told))
    marks.show(marks.ways(most.counts))
    pages.link("partnerships", say("start.partnerships_this"), cell=most.key)
    pages.link("partnerships", say("start.partnerships_more"))


def strategies() -> None:
    """Answer the second use with the strategy that came back in most interventions."""
    st.header(say("start.strategies"))
    rows = reading.ask(REUSED).records() if REUSED in questions() else []
    if not rows:
        _nothing()
        return
    most: dict[str, Cell] = max(
        rows, key=lambda r: (whole(r["interventions"]), str(r["strategy_id"]))
    )
    counted = say_count("count.interventions", whole(most["interventions"]))
    countries = whole(most["countries"])
    name = str(most["strategy"])
    _answer(
        say("start.strategies_answer", strategy=name, interventions=counted, countries=countries)
    )
    marks.show(marks.ways({way: whole(most[way]) for way in ("improved", "worsened")}))
    _ask("start.strategies_this", ENDINGS, strategy=str(most["strategy_id"]))
    _ask("start.strategies_more", REUSED)


def evidence() -> None:
    """Answer the third use with who tells the outcomes."""
    st.header(say("start.evidence"))
    held = reading.casebook().voices
    own = sum(held.own.values())
    if not own:
        _nothing()
        return
    shares = {way: share(held.own.get(way, 0), own) for way in ("improved", "worsened")}
    _answer(say("start.evidence_answer", own=own, all=sum(held.all.values()), **shares))
    marks.show(marks.ways(held.own))
    _ask("start.evidence_this", OWN)
    _ask("start.evidence_more", AGAINST)


def _ask(key: str, name: str, **given: str) -> None:
    if name in questions():
        pages.link("ask", say(key), q=name, **given)


def _answer(text: str) -> None:
    marks.show(f'<p class="seam-answer">{html(text)}</p>')


def _nothing() -> None:
    marks.show(marks.line(say("start.none"), quiet=True))
