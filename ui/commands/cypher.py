"""`seam cypher`: a query of one's own."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from graph.errors import SeamError
from queries.free import ask_freely
from ui.answers import written
from ui.freely import given_of, in_texts
from ui.settings import settings


def cypher(options: argparse.Namespace) -> int:
    """Ask a query and print the answer; more rows than asked for are cut, and it is said."""
    if options.rows < 1:
        raise SeamError(f"--rows is {options.rows}; write a number from 1")
    text, values = _query(options)
    with closing(settings(options.store).open()) as store:
        answer = ask_freely(store, text, given_of(values), max_rows=options.rows)
    shown = answer if options.format == "json" else in_texts(answer)
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
