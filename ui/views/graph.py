"""Graph: what surrounds an actor, an intervention, a strategy or a country."""

from __future__ import annotations

import streamlit as st

from ui.i18n import say
from ui.parts import graph


def show() -> None:
    """Let the node be chosen that the picture starts from, and draw what surrounds it."""
    start = graph.choose()
    if start is None:
        st.info(say("graph.none"))
    else:
        graph.show(start)


show()
