"""The words that sentences are read with: the data files of this package as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

import yaml

FILES: Final = ("cues", "questions", "names", "countries", "values", "common")
LOADER: Final = yaml.CBaseLoader
"""It makes every scalar a text: `no` and `on` are words here."""

Phrases: TypeAlias = Mapping[str, Sequence[str]]
"""Phrases by language."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What tells questions apart, what things are called, and what carries no meaning.

    `cues` are the phrases of each cue, `points` how much each cue tells for a question, `fitting`
    how much a value of a parameter does. `takes` lists the kinds that a text parameter takes,
    `widens` the parameters whose default goes once anything else narrows the answer. `ideas` and
    `actors` are by id, `values` by parameter and value; the rest is by language.
    """

    cues: Mapping[str, Phrases]
    points: Mapping[str, Mapping[str, float]]
    fitting: Mapping[str, Mapping[str, float]]
    takes: Mapping[str, Mapping[str, Sequence[str]]]
    widens: Mapping[str, Sequence[str]]
    ideas: Mapping[str, Phrases]
    actors: Mapping[str, Phrases]
    countries: Mapping[str, Phrases]
    values: Mapping[str, Mapping[str, Phrases]]
    small: Phrases
    common: Phrases
    numbers: Mapping[str, Mapping[str, str]]
    least: Phrases
    most: Phrases
    examples: Phrases

    def phrases(self) -> Iterator[tuple[str, str]]:
        """Yield the phrases of cues, ideas and values, each with its language."""
        held = (*self.cues.values(), *self.ideas.values())
        values = (said for known in self.values.values() for said in known.values())
        for said in (*held, *values):
            for language, phrases in said.items():
                yield from ((language, phrase) for phrase in phrases)


@cache
def lexicon() -> Lexicon:
    """Return the words of all data files."""
    read = {name: yaml.load(_text(name), LOADER) for name in FILES}  # noqa: S506  it makes texts
    asked, names = read["questions"], read["names"]
    return Lexicon(
        cues=read["cues"],
        points=_numbers(asked["cues"]),
        fitting=_numbers(asked["values"]),
        takes=asked["takes"],
        widens=asked["widens"],
        actors=names.pop("actors"),
        ideas={id_: said for group in names.values() for id_, said in group.items()},
        countries=read["countries"],
        values=read["values"],
        **read["common"],
    )


def _text(name: str) -> str:
    return files("queries.words").joinpath(f"{name}.yaml").read_text("utf-8")


def _numbers(held: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, float]]:
    return {name: {key: float(text) for key, text in row.items()} for name, row in held.items()}
