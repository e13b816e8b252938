"""Connections: how actors are connected, who connects groups, and who did similar things."""

from __future__ import annotations

import streamlit as st

from ui.i18n import say
from ui.parts import (
    computed,
    connection_bridges,
    connection_communities,
    connection_paths,
    connection_similar,
    connections,
)

SHOWN = {
    "paths": connection_paths.show,
    "bridges": connection_bridges.show,
    "communities": connection_communities.show,
    "similar": connection_similar.show,
}


def show() -> None:
    """Let a way of looking be chosen, and show what it finds."""
    st.title(say("connections.title"))
    if len(computed.network().actors) < connections.FEWEST:
        st.info(say("connections.none"))
        return
    look = connections.look()
    connections.computed_mark()
    SHOWN[look]()


show()
