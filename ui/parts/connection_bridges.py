"""Who connects groups: a table of actors, and beside it whom one of them connects."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.analysis.bridges import Bridge
from ui import computed_words, session
from ui.i18n import say, say_count, term
from ui.parts import computed, connection_table, connections, marks
from ui.parts.text import plain


def show() -> None:
    """Show the actors that connect groups, and what the chosen one rests on."""
    found = computed.bridges()
    by_id = {one.actor: one for one in found.bridges}
    left, right = st.columns([62, 38], gap="medium")
    with left:
        said = computed_words.bridges(found, len(by_id))
        if not by_id:
            st.info(said[0])
            return
        connections.told(said)
        connection_table.show("bridges", list(by_id), _columns(found.bridges), 240)
    with right, st.container(key="beside-connections"):
        chosen = by_id.get(session.chosen("row"))
        if chosen is None:
            connections.begin("bridges")
        else:
            _beside(chosen)


def _columns(found: Sequence[Bridge]) -> dict[str, connection_table.Column]:
    network = computed.network()
    return {
        "partner": [network.name(one.actor) for one in found],
        "groups": [one.communities for one in found],
        "betweenness": [one.betweenness for one in found],
        "participation": [one.participation for one in found],
        "separates": [connection_table.flag(yes=one.separates) for one in found],
        "interventions": [one.interventions for one in found],
        "kind": [term("kind", network.label(one.actor)) for one in found],
        "closest": [", ".join(network.names(one.examples)) for one in found],
    }


def _beside(one: Bridge) -> None:
    st.header(plain(computed.network().name(one.actor)))
    groups = say_count("connections.communities", one.communities)
    took_part = say_count("count.interventions", one.interventions)
    marks.show(marks.line(f"{took_part} · {groups}", quiet=True))
    connections.named("connections.closest_are", one.examples)
    if one.separates:
        marks.show(marks.line(say("connections.is_only")))
    connections.around([one.actor])
    connections.stories(one.facts)
