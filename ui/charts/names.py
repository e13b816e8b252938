"""Names at the axes of a picture, cut to fit."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping


def fitted(name: str, wide: int, lines: int) -> list[str]:
    """Return a name in at most so many lines of at most so many letters."""
    broken = textwrap.wrap(name, wide) or [name]
    if len(broken) <= lines:
        return broken
    return [*broken[: lines - 1], f"{broken[lines - 1]} …"]


def labels(names: Mapping[str, str], wide: int, lines: int) -> str:
    """Return the Vega expression that names what stands at an axis.

    JSON is such an expression, whatever the names hold.
    """
    held = {value: fitted(name, wide, lines) for value, name in names.items()}
    return f"({json.dumps(held)})[datum.value]"
