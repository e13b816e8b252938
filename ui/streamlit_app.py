"""The explorer: what every page has, and the one place where an engine's trouble is told."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from graph.errors import SeamError, StoreError
from ui import pages, session
from ui.i18n import say
from ui.parts import reading

STATIC = Path(__file__).parent / "static"


@st.fragment(run_every=1.0)
def watch(shown: str) -> None:
    """Show the graph anew when a load has changed it, or when it is there again."""
    try:
        present = reading.store().version()
    except SeamError:
        present = ""
    if present != shown:
        st.rerun()


def _tell(error: SeamError, what: str, then: str) -> None:
    st.error(what)
    st.text(str(error))
    st.caption(then)


def show() -> None:
    """Run the chosen page on the graph as it is now."""
    chosen = st.navigation([pages.page(name) for name in pages.names()], position="top")
    shown = ""
    try:
        shown = reading.store().version()
        session.begin(shown)
        chosen.run()
    except StoreError as error:
        _tell(error, say("app.trouble"), say("app.trouble_next"))
    except SeamError as error:
        _tell(error, say("app.wrong"), say("app.wrong_next"))
    watch(shown)


st.set_page_config(page_title="Seam", page_icon=str(STATIC / "favicon.png"), layout="wide")
st.logo(str(STATIC / "seam.svg"), size="large")
st.html(STATIC / "seam.css")
show()
