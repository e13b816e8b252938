"""Cypher: a query of one's own, for those who switched this page on."""

from __future__ import annotations

import streamlit as st

from ui.i18n import say
from ui.parts import free, marks


def show() -> None:
    """Let a query be written and asked, and show its answer or why it is refused."""
    st.title(say("cypher.title"))
    marks.show(marks.line(say("cypher.lead"), quiet=True))
    free.show(*free.write())


show()
