"""Partnerships: who worked with artisanal miners where, or with whom, and what changed."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from graph.model import ACTOR_TYPES, ROLES
from ui import session
from ui.i18n import say, term
from ui.parts import cell, choices, marks, matrix_views, reading
from ui.parts.matrix import Square
from ui.parts.matrix_views import Asked

DROPS = ("cell", "show")


def show() -> None:
    """Show the matrix and the same as a list, and beside them what is behind the chosen cell."""
    st.title(say("partnerships.title"))
    asked = _asked()
    found = matrix_views.found(asked)
    left, right = st.columns([65, 35], gap="medium")
    with left:
        _told(asked, found)
    with right, st.container(key="beside-partnerships"):
        _beside(asked, found)


def _asked() -> Asked:
    """Let the view be chosen and the filters be set."""
    views = {name: say(f"partnerships.view_{name}") for name in ("country", "company")}
    kinds = {name: term("type", name) for name in ACTOR_TYPES if name != "company"}
    roles = {name: term("role", name) for name in ROLES}
    look, country, type_, role, least = st.columns([33, 19, 18, 18, 12])
    with look:
        view = choices.one_of_few("view", say("partnerships.view"), views, wide=True, drops=DROPS)
    with country:
        places = _all(reading.names("Country"), "countries")
        place = choices.one_of("country", say("filter.country"), places, drops=DROPS)
    with type_:
        kind = choices.one_of("type", say("filter.type"), _all(kinds, "types"), drops=DROPS)
    with role:
        part = choices.one_of("role", say("filter.role"), _all(roles, "roles"), drops=DROPS)
    with least:
        few = choices.whole_number("least", say("filter.least"), default=1, least=1, drops=DROPS)
    return Asked(view, place, part, few, kind)


def _all(options: Mapping[str, str], kind: str) -> dict[str, str]:
    return {"": say(f"filter.all_{kind}"), **options}


def _told(asked: Asked, found: tuple[Square, ...]) -> None:
    if not found:
        st.info(say("partnerships.empty"))
        return
    marks.show(marks.legend(matrix_views.hollow_legend()))
    matrix_views.drawn(asked, found)
    matrix_views.listed(asked, found)


def _beside(asked: Asked, found: tuple[Square, ...]) -> None:
    chosen = next((square for square in found if square.key == session.chosen("cell")), None)
    if chosen is not None:
        cell.show(chosen, asked)
    elif found:
        matrix_views.beginnings(asked, found)


show()
