"""Short labels in four languages for what questions return: columns, parameters, values, uses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from graph.errors import SeamError, nearest
from queries.header import SPOKEN

NAME: Final = "name"
ID: Final = "_id"

Labels = Mapping[str, Mapping[str, Mapping[str, str]]]


class NoLabelError(SeamError):
    """A name, a value or a language that no label is written for."""


def label(name: str, language: str = "en") -> str:
    """Return the label of a column or a parameter; an id column has that of its name."""
    return value_label(NAME, name.removesuffix(ID), language)


def value_label(of: str, value: str, language: str = "en") -> str:
    """Return the label of a value: of `direction`, `voice`, `role`, `use` and so on."""
    held = labels()
    if of not in held:
        raise NoLabelError(f"nothing of {of} has labels; {nearest(of, held)}")
    if value not in held[of]:
        raise NoLabelError(
            f"no label is written for {value} of {of}; {nearest(value, held[of])}; "
            "add it to queries/labels.yaml"
        )
    if language not in SPOKEN:
        raise NoLabelError(f"labels are not written in {language}; {nearest(language, SPOKEN)}")
    return held[of][value][language]


@cache
def labels() -> Labels:
    """Return all labels: by what they are of, then by name or value, then by language."""
    text = files("queries").joinpath("labels.yaml").read_text("utf-8")
    held: Labels = yaml.load(text, yaml.CBaseLoader)  # noqa: S506  it makes texts only
    return held
