"""The words on the screen, by key; one file for each language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

import yaml

LANGUAGE: Final = "en"


@cache
def words(language: str = LANGUAGE) -> dict[str, str]:
    """Return all words of a language: `section.word` to text."""
    text = files("ui.i18n").joinpath(f"{language}.yaml").read_text("utf-8")
    sections: dict[str, dict[str, str]] = yaml.load(text, yaml.CSafeLoader)
    return {
        f"{name}.{word}": said for name, held in sections.items() for word, said in held.items()
    }


def say(key: str, /, **values: str | int) -> str:
    """Return the words of this key, with its values filled in."""
    return words()[key].format(**{name: _number(value) for name, value in values.items()})


def say_count(key: str, count: int, /) -> str:
    """Return a number with its noun: `1 intervention`, `4 interventions`."""
    return say(f"{key}_{'one' if count == 1 else 'other'}", n=count)


def term(kind: str, value: str, /) -> str:
    """Return a value of a closed list as people say it: `ngo` as `NGO`."""
    return words().get(f"{kind}.{value}", value.replace("-", " "))


def _number(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else value
