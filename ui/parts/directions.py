"""How each direction of change looks: always a sign beside the colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction with its sign and its colour, dark enough for white letters on it."""

    name: str
    sign: str
    colour: str


DIRECTIONS: Final = (
    Direction("improved", "+", "#0a7d62"),
    Direction("mixed", "±", "#7a4fc0"),
    Direction("unchanged", "=", "#5c6875"),
    Direction("worsened", "\N{MINUS SIGN}", "#c0391b"),
    Direction("unknown", "?", "#6b7580"),
)
NAMES: Final = tuple(direction.name for direction in DIRECTIONS)


def direction(name: str) -> Direction:
    """Return the direction of this name."""
    return DIRECTIONS[NAMES.index(name)]
