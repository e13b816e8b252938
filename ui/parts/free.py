"""A query of one's own on the page: written in a form, answered as a table with its passages."""

from __future__ import annotations

from typing import Final

import streamlit as st

from graph.errors import SeamError
from graph.store import Answer, texts
from queries.free import MAX_ROWS, ask_freely
from ui.freely import given_of, in_texts
from ui.i18n import say, say_count
from ui.parts import marks, proof, reading
from ui.parts.text import plain

EXAMPLE: Final = """MATCH (i:Intervention)-[l:LED_TO]->(o:Outcome)
WHERE l.direction = $direction
RETURN o.id AS outcome_id, o.name AS outcome, count(DISTINCT i) AS interventions,
  collect(DISTINCT l.passages[0]) AS passages
ORDER BY interventions DESC, outcome_id LIMIT 20"""


def write() -> tuple[str, str]:
    """Return the query and its parameters as they stand in the form when it was last sent."""
    with st.form("cypher", border=False):
        query = st.text_area(say("cypher.query"), EXAMPLE, height=170, key="cypher query")
        given = st.text_area(
            say("cypher.parameters"), "direction=worsened", height=68, key="cypher parameters"
        )
        st.form_submit_button(say("cypher.ask"), type="primary")
    return query, given


def show(query: str, given: str) -> None:
    """Show the answer, or in a line why the query is refused."""
    try:
        answer = in_texts(ask_freely(reading.store(), query, given_of(given.splitlines())))
    except SeamError as error:
        st.error(plain(str(error)))
        return
    if not answer.rows:
        st.info(say("cypher.empty"))
        return
    st.caption(say("cypher.cut", n=MAX_ROWS) if answer.cut else _counted(answer))
    _rows(answer)


def _counted(answer: Answer) -> str:
    return say_count("ask.rows", len(answer.rows))


def _rows(answer: Answer) -> None:
    names = [name for name in answer.columns if name != "passages"]
    held = answer.records()
    shown = {name: [_cell(row[name]) for row in held] for name in names}
    chosen = st.dataframe(
        shown,
        hide_index=True,
        height=min(460, 38 * (len(held) + 1) + 3),
        on_select="rerun",
        selection_mode="single-row",
        key="cypher rows",
    )
    rows = chosen["selection"]["rows"]
    if rows and rows[0] < len(held):
        proof.show_passages(texts(held[rows[0]].get("passages")))
    else:
        marks.show(marks.line(say("cypher.row"), quiet=True))


def _cell(cell: object) -> str | int | float | None:
    if isinstance(cell, list):
        return "; ".join(map(str, cell))
    return cell if isinstance(cell, str | int | float) else None
