"""`seam questions` and `seam ask`: the saved questions and their answers."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import closing
from importlib import import_module

from graph.errors import nearest
from queries.header import Column, Parameter
from queries.saved import SavedQuery, question
from queries.saved import questions as saved
from queries.values import WrongValueError
from ui.answers import written
from ui.settings import settings


def questions(options: argparse.Namespace) -> int:
    """List the saved questions, in prose or as JSON."""
    found = saved().values()
    if options.json:
        print(json.dumps([_described(query) for query in found], ensure_ascii=False, indent=1))
        return 0
    width = max(len(query.name) for query in found)
    for use in dict.fromkeys(query.header.use for query in found):
        print(use)
        for query in found:
            if query.header.use == use:
                print(f"  {query.name:{width}}  {query.header.question}")
    return 0


def ask(options: argparse.Namespace) -> int:
    """Ask a question by its name or in words, and print the answer."""
    if options.words is not None and options.name is None:
        return int(import_module("ui.commands.words").ask(options))
    if options.name is None or options.words is not None:
        raise WrongValueError(
            'give the name of a question or --words "SENTENCE"; `seam questions` lists the names'
        )
    query = question(options.name)
    given = _given(query, options.values)
    with closing(settings(options.store).open()) as store:
        answer = query.run(store, given)
    sys.stdout.write(written(answer, options.format))
    if not answer.rows:
        print("nothing in the graph answers this; loosen a parameter", file=sys.stderr)
    return 0


def _given(query: SavedQuery, values: Iterable[str]) -> dict[str, str]:
    names = [parameter.name for parameter in query.header.parameters]
    given = {}
    for text in values:
        name, equals, value = text.partition("=")
        if not equals:
            raise WrongValueError(f"{text} is no KEY=VALUE; {nearest(name, names)}")
        given[name] = value
    return given


def _described(query: SavedQuery) -> dict[str, object]:
    return {
        "name": query.name,
        "use": query.header.use,
        "title": query.header.title,
        "question": query.header.question,
        "parameters": [{**_field(p), "default": p.default} for p in query.header.parameters],
        "columns": [_field(column) for column in query.header.columns],
    }


def _field(item: Parameter | Column) -> dict[str, object]:
    of = {"of": item.of} if item.of else {}
    return {"name": item.name, "type": item.type, "help": item.help, **of}
