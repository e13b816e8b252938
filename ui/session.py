"""What a session remembers: every choice in the URL, and what widgets need to follow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

VERSION = "seam version"


def chosen(name: str, default: str = "") -> str:
    """Return what the URL says of this choice."""
    return st.query_params.get(name, default)


def choose(**values: str) -> None:
    """Write choices into the URL; an empty one is taken out."""
    for name, value in values.items():
        if value:
            if st.query_params.get(name) != value:
                st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def follow(name: str, value: object) -> str:
    """Make a widget show what the URL says, and return the widget's key."""
    key = f"choice {name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def took(name: str, default: str, drops: Sequence[str]) -> None:
    """Write what a widget now shows into the URL; `drops` are choices that no longer hold."""
    value = st.session_state.get(f"choice {name}")
    said = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    if said != chosen(name, default):
        choose(**{name: "" if said == default else said}, **dict.fromkeys(drops, ""))


def took_as(name: str, target: str, meant: Mapping[str, str], drops: Sequence[str]) -> None:
    """Write what a widget's value means for another choice into the URL."""
    choose(**dict.fromkeys(drops, ""))
    choose(**{target: meant[st.session_state[f"choice {name}"]]})


def picture_key(name: str, value: str) -> str:
    """Return a key for a chart that stays while clicks on it are what changes the choice.

    When the URL changes it otherwise, the key changes too, and the chart is drawn anew.
    """
    told, turn = st.session_state.get(f"told {name}", (value, 0))
    if told != value:
        turn += 1
    st.session_state[f"told {name}"] = (value, turn)
    return f"picture {name} {turn}"


def first_shown(key: str, value: str) -> str:
    """Return the value that a chart of this key was first drawn with."""
    return str(st.session_state.setdefault(f"first {key}", value))


def clicked(key: str, name: str, drops: Sequence[str]) -> None:
    """Write the point that was clicked on a chart into the URL."""
    found = st.session_state[key].selection.get(name) or [{}]
    value = str(found[0].get(name, ""))
    _, turn = st.session_state.get(f"told {name}", ("", 0))
    st.session_state[f"told {name}"] = (value, turn)
    choose(**{name: value}, **dict.fromkeys(drops, ""))


def row_key(name: str, row: int | None) -> str:
    """Make a table show the chosen row, and return the table's key."""
    key = f"rows {name}"
    rows = [] if row is None else [row]
    held = st.session_state.get(key)
    if held is None or list(held["selection"]["rows"]) != rows:
        st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    return key


def row_clicked(key: str, name: str, values: Sequence[str], drops: Sequence[str]) -> None:
    """Write the row that was clicked in a table into the URL."""
    rows = st.session_state[key].selection.rows
    choose(**{name: values[rows[0]] if rows else ""}, **dict.fromkeys(drops, ""))


def begin(version: str) -> None:
    """Remember which version of the graph this run shows."""
    st.session_state[VERSION] = version


def version() -> str:
    """Return the version of the graph that this run shows."""
    return str(st.session_state[VERSION])
