"""Who did similar things: a table of actors like the chosen one, and beside it the reasons."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.analysis.similarity import Similar
from ui import computed_words, session
from ui.i18n import say
from ui.parts import choices, computed, connection_table, connections, marks
from ui.parts.text import plain

USUAL = "arm"
MOST = 20


def show() -> None:
    """Let an actor be chosen, show those like it, and why the chosen one of them is."""
    left, right = st.columns([62, 38], gap="medium")
    with left:
        who, which = st.columns([55, 45], vertical_alignment="bottom")
        with who:
            usual = connections.usual(USUAL)[0]
            actor = connections.actor("actor", say("connections.actor"), usual)
        with which:
            label = say("connections.apart")
            apart = choices.yes_or_no("apart", label, default=False, drops=connections.DROPS)
        connections.offer("actor")
        found = _found(actor, apart=apart) if actor else ()
    with right, st.container(key="beside-connections"):
        chosen = next((one for one in found if one.actor == session.chosen("row")), None)
        if chosen is None:
            connections.begin("similar")
        else:
            _beside(actor, chosen)


def _found(actor: str, *, apart: bool) -> tuple[Similar, ...]:
    found = computed.similar(actor, apart=apart, most=MOST)
    said = computed_words.similar(computed.network(), actor, found, apart=apart)
    if found:
        connections.told(said)
        connection_table.show("similar", [one.actor for one in found], _columns(found), 240)
    else:
        st.info(plain(" ".join(said)))
    return found


def _columns(found: Sequence[Similar]) -> dict[str, connection_table.Column]:
    network = computed.network()
    return {
        "partner": [network.name(one.actor) for one in found],
        "similarity": [one.similarity for one in found],
        "together": [one.together for one in found],
        "interventions": [one.interventions for one in found],
        "few_short": [connection_table.flag(yes=one.few) for one in found],
        "strategies": [", ".join(network.names(one.strategies)) for one in found],
        "countries": [", ".join(network.names(one.countries)) for one in found],
    }


def _beside(actor: str, one: Similar) -> None:
    network = computed.network()
    names = {"one": network.name(actor), "other": network.name(one.actor)}
    st.header(plain(say("connections.both", **names)))
    connections.named("connections.shared_strategies", one.strategies)
    connections.named("connections.shared_countries", one.countries)
    key = "were_together" if one.together else "never_together"
    marks.show(marks.line(say(f"connections.{key}", n=one.together)))
    if one.few:
        marks.show(marks.line(say("connections.few_row")))
    connections.around((actor, one.actor))
    connections.stories(one.facts)
