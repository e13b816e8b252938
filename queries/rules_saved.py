"""Rules about saved questions: the header against the query, and no person's words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import nearest
from queries.finding import Finding, Rule
from queries.header import Header
from queries.reading import Reading, column

UNDECLARED = Rule(
    "undeclared-parameter", "no param line declares ${name}", "add one to the header; {near}"
)
UNUSED = Rule("unused-parameter", "the query never uses ${name}", "use it or leave its line out")
COLUMNS = Rule(
    "promised-columns", "the query returns {found}, the header promises {wanted}", "make them equal"
)
WORDS = Rule(
    "persons-words",
    "{found} reads like words of a person",
    "give it as a parameter; a saved question holds ids, types and words of its column help only",
)
ROWS_PARAMETER = Rule(
    "whole-number-parameter",
    "${name} counts rows and is no whole number",
    "declare it as integer",
)
RULES = (UNDECLARED, UNUSED, COLUMNS, WORDS, ROWS_PARAMETER)
ID_LIKE = re.compile(r"[A-Za-z0-9_-]{0,40}|[ ,;:()/.+*-]{1,3}")


def check_header(reading: Reading, header: Header, text: str) -> Iterator[Finding]:
    """Find what the header says and the query does not do, or the other way round."""
    yield from _parameters(reading, header, text)
    yield from _columns(reading, header)
    yield from _literals(reading, header)


def _parameters(reading: Reading, header: Header, text: str) -> Iterator[Finding]:
    types = {parameter.name: parameter.type for parameter in header.parameters}
    used = set()
    for word in reading.query.walk():
        if word.kind == "parameter" and word.text:
            name = word.text[1:]
            used.add(name)
            if name not in types:
                yield UNDECLARED.at(word, name=name, near=nearest(name, types))
    for piece in reading.query.walk():
        count = piece.first("parameter") if piece.kind in {"skip", "limit"} else None
        if count and types.get(count.text[1:], "integer") != "integer":
            yield ROWS_PARAMETER.at(count, name=count.text[1:])
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.removeprefix("//").split()
        if line.startswith("//") and words[:1] == ["param"] and words[1] not in used:
            yield UNUSED.on(number, line.index(words[1]) + 1, name=words[1])


def _columns(reading: Reading, header: Header) -> Iterator[Finding]:
    wanted = [promised.name for promised in header.columns]
    returned = reading.query.all("part")[0].parts[-1]
    items = returned.all("item")
    found = [column(item) for item in items]
    if found != wanted:
        pairs = zip(found, wanted, strict=False)
        at = next(
            (n for n, (one, two) in enumerate(pairs) if one != two), min(len(found), len(wanted))
        )
        place = items[at] if at < len(items) else returned
        names = [
            (*words, "nothing more")[at] if at <= len(words) else "" for words in (found, wanted)
        ]
        yield COLUMNS.at(place, found=names[0], wanted=names[1])


def _literals(reading: Reading, header: Header) -> Iterator[Finding]:
    """Yield texts that are neither like an id nor words that a column's help announces."""
    helped = " ".join(promised.help for promised in header.columns).lower()
    for value, _ in reading.all("text"):
        said = value.parts[0].text[1:-1]
        if not ID_LIKE.fullmatch(said) and said.strip(" ()").lower() not in helped:
            yield WORDS.at(value, found=f"'{said}'")
