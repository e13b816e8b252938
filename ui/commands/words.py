"""`seam ask --words`: a sentence read as a saved question, how it was read, and the answer."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing

from graph.store import Parameter
from queries.labels import label
from queries.saved import question
from queries.words.lexicon import lexicon
from queries.words.reading import Match, Option, Reading, read
from queries.words.registry import registry
from ui.answers import written
from ui.settings import settings

CANNOT_RUN = 2


def ask(options: argparse.Namespace) -> int:
    """Say how the sentence was read, and print the answer; ask back if it was not understood."""
    with closing(settings(options.store).open()) as store:
        reading = read(options.words, registry(store))
        print("\n".join(told(reading)), file=sys.stderr)
        if not reading.question:
            return CANNOT_RUN
        answer = question(reading.question).run(store, reading.parameters)
    sys.stdout.write(written(answer, options.format))
    if not answer.rows:
        print("nothing in the graph answers this; loosen a parameter", file=sys.stderr)
    return 0


def told(reading: Reading) -> Iterator[str]:
    """Yield how a sentence was read, line by line, and what else could be asked."""
    if reading.question:
        title = question(reading.question).header.titles[reading.language]
        yield f"read as: {title}"
        yield from (f"  {line}" for line in _parameters(reading))
        yield f"  {command(reading.question, reading.parameters)}"
    else:
        yield f"seam: not understood: {reading.sentence.strip() or 'no words'}"
    if reading.unused:
        known = "not used" if reading.question else "known, but not enough by itself"
        yield f"{known}: {', '.join(match.words for match in reading.unused)}"
    if reading.unread:
        yield f"not read: {', '.join(reading.unread)}"
    if reading.runners_up:
        yield "or ask:"
        yield from (f"  {_option(option)}" for option in reading.runners_up)
    elif not reading.question:
        yield "ask for instance:"
        yield from (f"  {example}" for example in lexicon().examples[reading.language])


def _parameters(reading: Reading) -> Iterator[str]:
    for match in reading.matched:
        yield f"{label(match.parameter, reading.language)}: {match.name} ({_how(match)})"
    for name in reading.assumed:
        usual = next(
            p.default for p in question(reading.question).header.parameters if p.name == name
        )
        yield f"{label(name, reading.language)}: not named, so {usual}"


def _how(match: Match) -> str:
    """Return the words that were read so, and how where their meaning is not plain."""
    hints = {
        "place": f"{match.words} lies there",
        "title": f"{match.words}, in its title",
    }
    said = hints.get(match.how, match.words)
    return f"{said}, taken for a slip" if match.mended else said


def _option(option: Option) -> str:
    return command(option.question, option.parameters)


def command(name: str, parameters: Mapping[str, Parameter]) -> str:
    """Return the command that asks a question with these parameters."""
    given = [f"{key}={value}" for key, value in parameters.items()]
    return shlex.join(["seam", "ask", name, *given])
