"""Who works together as a group: a table of groups, and beside it what one of them shares."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.analysis.communities import Community, Share
from ui import computed_words, session
from ui.i18n import say, say_count
from ui.parts import computed, connection_table, connections, marks
from ui.parts.text import plain

FIRST = 3


def show() -> None:
    """Show the groups, and what the chosen one rests on."""
    found = computed.communities()
    by_id = {one.members[0]: one for one in found.communities}
    left, right = st.columns([62, 38], gap="medium")
    with left:
        said = computed_words.communities(found)
        if not by_id:
            st.info(said[0])
            return
        connections.told(said)
        connection_table.show("communities", list(by_id), _columns(found.communities), 300)
    with right, st.container(key="beside-connections"):
        chosen = by_id.get(session.chosen("row"))
        if chosen is None:
            connections.begin("communities")
        else:
            _beside(chosen)


def _columns(found: Sequence[Community]) -> dict[str, connection_table.Column]:
    return {
        "members": [_first(one) for one in found],
        "size": [len(one.members) for one in found],
        "interventions": [len(one.interventions) for one in found],
        "countries": [_counted(one.countries) for one in found],
        "strategies": [_counted(one.strategies) for one in found],
    }


def _first(one: Community) -> str:
    return ", ".join(computed.network().names(one.members[:FIRST]))


def _counted(shares: Sequence[Share]) -> str:
    network = computed.network()
    return ", ".join(say("connections.counted", name=network.name(id_), n=n) for id_, n in shares)


def _beside(one: Community) -> None:
    st.header(plain(_first(one)))
    size = say_count("connections.actors", len(one.members))
    stories = say_count("count.interventions", len(one.interventions))
    marks.show(marks.line(f"{size} · {stories}", quiet=True))
    connections.named("connections.members_all", one.members)
    for key, shares in (("group_countries", one.countries), ("group_strategies", one.strategies)):
        if shares:
            marks.show(marks.line(say(f"connections.{key}", names=_counted(shares))))
    connections.around(one.members[:FIRST])
    connections.stories(one.facts)
