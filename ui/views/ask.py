"""Ask: every saved question, its answer as a table and a picture, and the proof of each row."""

from __future__ import annotations

import streamlit as st

from ui.parts import parameters, question, reading
from ui.parts.text import plain


def show() -> None:
    """Let a question be chosen and asked, and show its answer."""
    query = question.choose()
    st.header(plain(query.header.question))
    given = parameters.asked(query.header.parameters)
    question.show(query, reading.ask(query.name, given), given)


show()
