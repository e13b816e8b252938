"""Widgets whose choice is in the URL, by ids that no language changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from ui import session
from ui.parts.text import plain


def one_of(  # noqa: PLR0913  what a choice needs, by name
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    default: str = "",
    drops: Sequence[str] = (),
    help_: str | None = None,
) -> str:
    """Let one be chosen from a list that can be searched; return its id."""
    value = session.chosen(name, default)
    value = value if value in options else default
    picked = st.selectbox(
        label,
        list(options),
        format_func=lambda id_: options.get(id_, id_),
        key=session.follow(name, value if value in options else next(iter(options), None)),
        on_change=session.took,
        args=(name, default, drops),
        help=help_,
    )
    return str(picked or "")


def one_of_few(
    name: str, label: str, options: Mapping[str, str], *, wide: bool, drops: Sequence[str] = ()
) -> str:
    """Let one be chosen from a few that are all in sight; the first is the default."""
    default = next(iter(options))
    value = session.chosen(name, default)
    picked = st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=session.follow(name, value if value in options else default),
        on_change=session.took,
        args=(name, default, drops),
        required=True,
        label_visibility="visible" if wide else "collapsed",
        width="stretch" if wide else "content",
    )
    return str(picked or default)


def whole_number(  # noqa: PLR0913  what a choice needs, by name
    name: str,
    label: str,
    *,
    default: int,
    least: int | None = None,
    drops: Sequence[str] = (),
    help_: str | None = None,
) -> int:
    """Let a whole number be chosen."""
    said = session.chosen(name, str(default))
    value = int(said) if said.lstrip("-").isdecimal() else default
    value = value if least is None else max(value, least)
    picked = st.number_input(
        label,
        min_value=least,
        step=1,
        key=session.follow(name, value),
        on_change=session.took,
        args=(name, str(default), drops),
        help=help_,
    )
    return int(picked)


def yes_or_no(
    name: str, label: str, *, default: bool, drops: Sequence[str] = (), help_: str | None = None
) -> bool:
    """Let something be switched on or off."""
    value = session.chosen(name, str(default).lower()) == "true"
    return st.toggle(
        label,
        key=session.follow(name, value),
        on_change=session.took,
        args=(name, str(default).lower(), drops),
        help=help_,
    )


def words(
    name: str, label: str, *, default: str, drops: Sequence[str] = (), help_: str | None = None
) -> str:
    """Let words be typed."""
    return str(
        st.text_input(
            label,
            key=session.follow(name, session.chosen(name, default)),
            on_change=session.took,
            args=(name, default, drops),
            help=help_,
        )
    )


def press(label: str, key: str, **made: str) -> None:
    """Draw a button that makes these choices and shows its label as it is."""
    st.button(
        f"**{plain(label)}**",
        key=f"press {key}",
        on_click=session.choose,
        kwargs=made,
        type="tertiary",
        wrap=True,
    )
