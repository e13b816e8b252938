"""Widgets whose choice is in the URL, by ids that no language changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

import streamlit as st

from ui import session
from ui.i18n import say
from ui.parts.text import plain, short

LONG: Final = 60
NEAR: Final = 3


def one_of(  # noqa: PLR0913  what a choice needs, by name
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    default: str = "",
    drops: Sequence[str] = (),
    help_: str | None = None,
    strict: bool = False,
) -> str:
    """Let one be chosen from a list that can be searched; return its id.

    An unknown id in the URL is said to be none, and the default is chosen, or nothing if `strict`.
    """
    asked = session.chosen(name, default)
    usual = default if default in options else next(iter(options), None)
    value = asked if asked in options else None if strict else usual
    picked = st.selectbox(
        label,
        list(options),
        index=None if value is None else 0,
        format_func=lambda id_: options.get(id_, id_),
        key=session.follow(name, value),
        on_change=session.took,
        args=(name, default, drops),
        help=help_,
        placeholder=say("choice.choose"),
    )
    if value is not None:
        _none_such(asked, options, value)
    return str(picked or "")


def _none_such(asked: str, options: Mapping[str, str], value: str) -> None:
    if asked and asked not in options:
        st.caption(plain(say("choice.unknown", value=short(asked, LONG), shown=options[value])))


def offer(name: str, said: str, options: Mapping[str, str], drops: Sequence[str] = ()) -> None:
    """Say that what the URL asks for is not there, and offer what is called nearly so."""
    asked = session.chosen(name)
    st.info(plain(said))
    found = get_close_matches(asked, options, n=NEAR)
    if found:
        st.text(say("choice.near"))
    for near in found:
        press(options[near], near, **{name: near}, **dict.fromkeys(drops, ""))


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
    _none_such(value, options, default)
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
