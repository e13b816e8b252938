"""docs/questions.md, as the headers of the questions give it: `python -m queries.describe`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from graph.describe import table
from graph.model import LANGUAGES
from queries.header import Column, Parameter
from queries.saved import SavedQuery, questions

OPENING = """# The saved questions

Made from the headers of `queries/*.cypher` by `python -m queries.describe`; a test compares
the two.
"""


def described(saved: Iterable[SavedQuery]) -> str:
    """Return the questions as Markdown, by use: what is asked, with what, and what is answered."""
    return "\n".join(_lines(tuple(saved))).rstrip() + "\n"


def _lines(saved: tuple[SavedQuery, ...]) -> Iterator[str]:
    yield OPENING
    for use in dict.fromkeys(query.header.use for query in saved):
        yield f"## {use.capitalize()}\n"
        for query in saved:
            if query.header.use == use:
                yield from _question(query)


def _question(query: SavedQuery) -> Iterator[str]:
    header = query.header
    yield f"### {header.title}\n"
    yield f"{header.question} `seam ask {query.name}`\n"
    said = (f"{code}: {header.questions[code]}" for code in LANGUAGES)
    yield "<br>".join(f"*{line}*" for line in said) + "\n"
    if header.parameters:
        rows = ((p.name, _kind(p), repr(p.default), p.help) for p in header.parameters)
        yield from table(("parameter", "takes", "unless said", "means"), rows)
        yield ""
    yield from table(
        ("column", "holds", "means"), ((c.name, _kind(c), c.help) for c in header.columns)
    )
    yield ""


def _kind(item: Parameter | Column) -> str:
    return f"id of {item.of}" if item.of else item.type


if __name__ == "__main__":
    sys.stdout.write(described(questions().values()))
