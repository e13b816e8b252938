"""The sentences of tests/sentences.yaml, and how they were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph.store import Parameter
from queries.saved import questions
from queries.words.reading import Reading, read
from queries.words.registry import Registry


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as somebody might type it, and how it should be read."""

    say: str
    language: str
    question: str
    parameters: Mapping[str, Parameter]
    held_out: bool = False

    def asked(self, reading: Reading) -> bool:
        """Tell whether the question is the right one."""
        return reading.question == self.question

    def right(self, reading: Reading) -> bool:
        """Tell whether the question and all its parameters are, defaults among them."""
        given = {name: value for name, value in reading.parameters.items() if value != ""}
        return self.asked(reading) and self._whole(given) == self._whole(self.parameters)

    def _whole(self, given: Mapping[str, Parameter]) -> dict[str, Parameter]:
        header = questions()[self.question].header
        return {p.name: p.default for p in header.parameters} | dict(given)


def sentences(*, held_out: bool) -> list[Sentence]:
    """Return the sentences whose question is saved: those kept apart from tuning, or the others."""
    path = Path(__file__).with_name("sentences.yaml")
    written = yaml.safe_load(path.read_text("utf-8"))["sentences"]
    made = [Sentence(**row) for row in written]
    return [one for one in made if one.held_out == held_out and one.question in questions()]


def missed(asked: Iterable[Sentence], known: Registry, *, whole: bool) -> list[str]:
    """Return what was not read rightly, and how it was: the question, or with `whole` all."""
    told = []
    for sentence in asked:
        reading = read(sentence.say, known)
        if not (sentence.right(reading) if whole else sentence.asked(reading)):
            told.append(
                f"{sentence.say}: {reading.question or 'asks back'} {dict(reading.parameters)}, "
                f"not {sentence.question} {dict(sentence.parameters)}"
            )
    return told
