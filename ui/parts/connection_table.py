"""The table of a computed result: a chosen row is in the address by its id, not by its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from ui import session
from ui.i18n import say, words
from ui.parts.text import plain

Column = Sequence[str] | Sequence[int] | Sequence[float]
HIGH = 520


def show(look: str, ids: Sequence[str], columns: Mapping[str, Column], wide: int) -> None:
    """Show columns under their words; the first is `wide` pixels wide."""
    chosen = session.chosen("row")
    key = session.row_key("row", ids.index(chosen) if chosen in ids else None)
    first = next(iter(columns))
    st.dataframe(
        {say(f"connections.{name}"): values for name, values in columns.items()},
        column_config={
            say(f"connections.{name}"): (
                st.column_config.NumberColumn(help=_help(name), format="%.3f")
                if any(isinstance(value, float) for value in values)
                else st.column_config.Column(
                    help=_help(name), width=wide if name == first else None
                )
            )
            for name, values in columns.items()
        },
        hide_index=True,
        height=min(HIGH, 36 * (len(ids) + 1) + 3),
        key=key,
        on_select=lambda: session.row_clicked(key, "row", ids, ()),
        selection_mode="single-row",
        alt=say(f"connections.look_{look}"),
    )


def flag(*, yes: bool) -> str:
    """Return what a column shows of a yes or no."""
    return say("ask.true_flag") if yes else ""


def _help(name: str) -> str | None:
    said = words().get(f"connections.{name}_help")
    return plain(said) if said else None
