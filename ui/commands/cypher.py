"""`seam cypher`: a query of one's own."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from graph.errors import SeamError
from graph.store import Answer, Cell, Parameter
from queries.free import ask_freely
from ui.answers import written
from ui.settings import settings


def cypher(options: argparse.Namespace) -> int:
    """Ask a query and print the answer; more rows than asked for are cut, and it is said."""
    if options.rows < 1:
        raise SeamError(f"--rows is {options.rows}; write a number from 1")
    text, values = _query(options)
    with closing(settings(options.store).open()) as store:
        answer = ask_freely(store, text, _given(values), max_rows=options.rows)
    shown = answer if options.format == "json" else _texts(answer)
    sys.stdout.write(written(shown, options.format))
    if answer.cut:
        print(f"first {options.rows} rows; more exist", file=sys.stderr)
    elif not answer.rows:
        print("nothing in the graph answers this", file=sys.stderr)
    return 0


def _query(options: argparse.Namespace) -> tuple[str, list[str]]:
    """Return the query and what is left of the arguments: its parameters."""
    if options.file:
        try:
            return Path(options.file).read_text("utf-8"), options.words
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is not UTF-8"
            raise SeamError(f"cannot read {options.file} ({why}); name a text file") from None
    if not options.words:
        raise SeamError("no query; write it in quotes, - to read it from stdin, or --file FILE")
    first, *rest = options.words
    return (sys.stdin.read() if first == "-" else first), rest


def _given(values: Iterable[str]) -> dict[str, Parameter]:
    given = {}
    for text in values:
        name, equals, value = text.partition("=")
        if not equals:
            raise SeamError(f"{text} is no KEY=VALUE; write the whole query in one pair of quotes")
        given[name] = _value(value)
    return given


def _value(text: str) -> Parameter:
    """Return a value as JSON tells it: 5, true, ["a", "b"], "5"; anything else is a text."""
    try:
        value: object = json.loads(text)
    except ValueError:
        return text
    if isinstance(value, list):
        return [str(member) for member in value]
    return value if isinstance(value, str | int | float) else text


def _texts(answer: Answer) -> Answer:
    """Return the answer with the members of its lists as texts."""
    rows = tuple(tuple(map(_members, row)) for row in answer.rows)
    return Answer(answer.columns, rows, answer.cut)


def _members(cell: Cell) -> Cell:
    return list(map(_member, cell)) if isinstance(cell, list) else cell


def _member(member: object) -> str:
    return member if isinstance(member, str) else json.dumps(member, ensure_ascii=False)
