"""The parameters of a question as widgets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from graph.model import ACTOR_TYPES, DIRECTIONS, MODEL, ROLES, VOICES
from graph.store import Parameter as Given
from queries.header import Parameter
from ui import session
from ui.i18n import say, term
from ui.parts import choices, reading

CLOSED: Final[Mapping[str, tuple[str, ...]]] = {
    "role": ROLES,
    "voice": VOICES,
    "direction": DIRECTIONS,
    "type": ACTOR_TYPES,
    "link": tuple(link.type for link in MODEL.links),
}
ACROSS: Final = 5


def asked(parameters: tuple[Parameter, ...]) -> dict[str, Given]:
    """Let each parameter be set, and return what is asked."""
    given: dict[str, Given] = {}
    for start in range(0, len(parameters), ACROSS):
        row = parameters[start : start + ACROSS]
        for parameter, column in zip(row, st.columns(max(len(row), 3)), strict=False):
            with column:
                given[parameter.name] = _widget(parameter)
    return given


def _widget(parameter: Parameter) -> Given:
    name, default, help_ = parameter.name, parameter.default, parameter.help
    label = label_of(name)
    if parameter.of or name in CLOSED:
        options = _options(parameter)
        said = session.chosen(name, str(default))
        if said in options:
            return choices.one_of(
                name, label, options, default=str(default), drops=("row",), help_=help_
            )
    match default:
        case bool():
            return choices.yes_or_no(name, label, default=default, drops=("row",), help_=help_)
        case int():
            return choices.whole_number(name, label, default=default, drops=("row",), help_=help_)
        case _:
            return choices.words(name, label, default=str(default), drops=("row",), help_=help_)


def _options(parameter: Parameter) -> dict[str, str]:
    if parameter.of:
        known = dict(reading.names(parameter.of))
    else:
        known = {value: term(parameter.name, value) for value in CLOSED[parameter.name]}
    return known if parameter.default else {"": say("ask.all"), **known}


def label_of(name: str) -> str:
    """Return the name of a parameter or column as people say it."""
    words = term("label", name.removesuffix("_id")).replace("_", " ")
    return words[:1].upper() + words[1:]


def loosened(parameters: tuple[Parameter, ...], given: Mapping[str, Given]) -> list[str]:
    """Return the labels of the parameters that narrow the answer more than their defaults do."""
    return [label_of(p.name) for p in parameters if given.get(p.name) != p.default]
