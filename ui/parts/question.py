"""A question on the page: its choices, its answer, and the proof of the row that is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from graph.model import MODEL
from graph.store import Answer, Parameter, texts
from queries.header import Chart
from queries.saved import SavedQuery, questions
from ui import pages, session
from ui.answers import Format, written
from ui.charts import answers
from ui.i18n import say, say_count
from ui.parts import choices, marks, parameters, proof, table
from ui.parts.text import html, plain, short

FORMATS: Final[Mapping[Format, tuple[str, str]]] = {
    "csv": ("csv", "text/csv"),
    "json": ("json", "application/json"),
    "markdown": ("md", "text/markdown"),
}
AROUND: Final = ("Actor", "Country", "Strategy", "Outcome", "StrategyArea", "Factor")


def choose() -> SavedQuery:
    """Let a question be chosen, by use."""
    known = questions()
    query = known.get(session.chosen("q")) or next(iter(known.values()))
    drops = (*{p.name for q in known.values() for p in q.header.parameters}, "row", "look")
    title, use = st.columns([55, 45], vertical_alignment="center")
    title.title(say("ask.title"))
    with use:
        _use(query, drops)
    same = [q.name for q in known.values() if q.header.use == query.header.use]
    st.pills(
        say("ask.question"),
        same,
        format_func=lambda name: plain(known[name].header.title),
        key=session.follow("q", query.name),
        on_change=session.took,
        args=("q", "", drops),
        required=True,
        label_visibility="collapsed",
    )
    if (asked := session.chosen("q")) and asked not in known:
        st.info(plain(say("ask.unknown", name=short(asked, choices.LONG))))
    return query


def _use(chosen: SavedQuery, drops: tuple[str, ...]) -> None:
    first: dict[str, str] = {}
    for query in questions().values():
        first.setdefault(query.header.use, query.name)
    st.segmented_control(
        say("ask.use"),
        list(dict.fromkeys(q.header.use for q in questions().values())),
        format_func=lambda use: say(f"use.{use}"),
        key=session.follow("use", chosen.header.use),
        on_change=session.took_as,
        args=("use", "q", first, drops),
        required=True,
        label_visibility="collapsed",
    )


def show(query: SavedQuery, answer: Answer, given: Mapping[str, Parameter]) -> None:
    """Show the answer, or what its emptiness means."""
    if not answer.rows:
        _empty(query, given)
        return
    chart = query.header.chart if _look(query, answer) == "picture" else None
    left, right = st.columns([65, 35], gap="medium")
    with left:
        if chart:
            _picture(query, chart, answer, given)
        else:
            _table(query, answer)
        _downloads(query, answer)
    with right, st.container(key="beside-ask"):
        _beside(query, answer, chart.kind if chart else "table")


def _empty(query: SavedQuery, given: Mapping[str, Parameter]) -> None:
    st.info(say("ask.empty"))
    loosen = parameters.loosened(query.header.parameters, given)
    hint = say("ask.loosen", names=", ".join(loosen)) if loosen else say("ask.no_loosen")
    st.markdown(plain(hint))


def _look(query: SavedQuery, answer: Answer) -> str:
    """Say how many rows there are, and let table or picture be chosen where there is one."""
    looks = {"table": say("ask.table"), "picture": say("ask.picture")}
    count = len(answer.rows)
    rows = say_count("ask.rows", count)
    cut = say("ask.cut", shown=table.SHOWN, all=count) if count > table.SHOWN else rows
    if answer.cut:
        cut = say("ask.more_rows", rows=cut)
    with st.container(horizontal=True, vertical_alignment="center"):
        look = "table"
        if query.header.chart:
            look = choices.one_of_few("look", say("ask.look"), looks, wide=False)
        st.caption(cut, width="content")
    return look


def _picture(
    query: SavedQuery, chart: Chart, answer: Answer, given: Mapping[str, Parameter]
) -> None:
    shown = answers.marks(chart, answer)
    if len(shown) < len(answer.rows):
        drawn = say("ask.drawn", shown=len(shown), all=len(answer.rows))
        marks.show(marks.line(drawn, quiet=True))
    chosen = session.chosen("row")
    asked = sorted(given.items())
    key = f"{session.picture_key('row', chosen)} {session.version()} {query.name} {asked}"
    st.vega_lite_chart(
        answers.draw(chart, shown, session.first_shown(key, chosen)),
        key=key,
        on_select=lambda: session.clicked(key, "row", ()),
        alt=query.header.question,
    )


def _table(query: SavedQuery, answer: Answer) -> None:
    shown = table.columns(query.header.columns)
    rows = [str(number) for number in range(min(len(answer.rows), table.SHOWN))]
    chosen = session.chosen("row")
    key = session.row_key("row", int(chosen) if chosen in rows else None)
    st.dataframe(
        table.data(answer, shown),
        column_config={
            table.heading(c): st.column_config.Column(help=plain(c.help), width=table.width(c))
            for c in shown
        },
        hide_index=True,
        height=min(460, 38 * (len(rows) + 1) + 3),
        key=key,
        on_select=lambda: session.row_clicked(key, "row", rows, ()),
        selection_mode="single-row",
        alt=query.header.question,
    )


def _downloads(query: SavedQuery, answer: Answer) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(say("ask.download"), width="content")
        for format_, (ending, mime) in FORMATS.items():
            st.download_button(
                ending.upper(),
                written(answer, format_),
                f"{query.name}.{ending}",
                mime,
                on_click="ignore",
                key=f"download {ending}",
            )


def _beside(query: SavedQuery, answer: Answer, look: str) -> None:
    records = answer.records()
    said = session.chosen("row")
    number = int(said) if said.isdecimal() else -1
    if not 0 <= number < len(records):
        st.header(say(f"ask.begin_{look}"))
        marks.show(marks.line(say("ask.begin_how")))
        for column in table.columns(query.header.columns):
            heading = html(table.heading(column))
            marks.show(f'<p class="seam-line"><strong>{heading}</strong>: {html(column.help)}</p>')
        return
    record = records[number]
    passages = texts(record.get("passages"))
    st.header(proof.heading(passages))
    for column in query.header.columns:
        id_ = record.get(column.name)
        if column.of and isinstance(id_, str) and id_:
            name = str(record.get(column.name.removesuffix("_id")) or id_)
            _way_on(column.of, id_, name)
    proof.show_passages(passages)


def _way_on(label: str, id_: str, name: str) -> None:
    if label == "Intervention":
        pages.link("intervention", say("ask.card", name=name), id=id_)
    elif MODEL.is_a(label, AROUND):
        pages.link("graph", say("ask.graph", name=name), node=id_)
