"""Free Cypher: a query that nobody saved, asked of either engine once the lint lets it pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.errors import SeamError, nearest
from graph.store import Answer, Parameter, Store
from queries.finding import RefusedError
from queries.lint import lint
from queries.parsing import parse
from queries.reading import column
from queries.syntax import Syntax

MAX_ROWS, SHOWN, LARGEST = 1_000, 5, 2**63


class WrongParameterError(SeamError):
    """A parameter that the query does not use, or needs, or cannot take."""


def ask_freely(
    store: Store,
    cypher: str,
    parameters: Mapping[str, Parameter] | None = None,
    *,
    max_rows: int = MAX_ROWS,
) -> Answer:
    """Return the first rows of a reading query, in the store's order and within its time limit.

    Raises `RefusedError` for what the dialect leaves out, before any engine sees it, and
    `WrongParameterError` for parameters that do not go with the query.
    """
    findings = lint(cypher)
    if findings:
        raise RefusedError(*findings[:SHOWN])
    query, given = parse(cypher), dict(parameters or {})
    _check_names(query, given)
    _check_values(query, given)
    answer = store.read(cypher, given, max_rows=max_rows)
    columns = tuple(map(column, query.all("part")[0].parts[-1].all("item")))
    return Answer(columns, answer.rows, answer.cut)


def _check_names(query: Syntax, given: Mapping[str, Parameter]) -> None:
    used = dict.fromkeys(_names(query))
    for name in used:
        if name not in given:
            raise WrongParameterError(f"the query needs ${name}; give it as {name}=VALUE")
    for name in given:
        if name not in used:
            raise WrongParameterError(f"the query has no ${name}; {nearest(name, used)}")


def _check_values(query: Syntax, given: Mapping[str, Parameter]) -> None:
    for name, value in given.items():
        if isinstance(value, int) and not -LARGEST <= value < LARGEST:
            raise WrongParameterError(f"${name} is {value}; write a number of at most 64 bits")
        if isinstance(value, str) and "\0" in value:
            raise WrongParameterError(f"${name} holds a NUL character; leave it out")
    for piece in query.walk():
        if piece.kind in {"skip", "limit"}:
            for name in _names(piece):
                value = given[name]
                if isinstance(value, bool) or not isinstance(value, int) or value < 0:
                    word = piece.kind.upper()
                    raise WrongParameterError(
                        f"${name} is {value!r}; {word} takes a whole number from 0"
                    )


def _names(piece: Syntax) -> Iterator[str]:
    """Yield the parameters that stand in a piece, without their sign."""
    return (one.text[1:] for one in piece.walk() if one.kind == "parameter" and one.text)
