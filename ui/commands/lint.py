"""`seam lint`: whether queries in files keep to the dialect."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from queries.finding import Finding
from queries.header import QuestionFileError, parse_header
from queries.lint import lint as lint_free
from queries.lint import lint_saved

FOUND, CANNOT_READ = 1, 2
HEADER = ("// title", "// use:", "// question")


def lint(options: argparse.Namespace) -> int:
    """Print what is found in each file; end with 1 if something is, 2 if a file is unreadable."""
    status = 0
    for path in map(Path, options.files):
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is not UTF-8"
            print(f"seam: cannot read {path} ({why}); name a text file", file=sys.stderr)
            status = CANNOT_READ
            continue
        for line in _lines(path, text):
            print(line)
            status = max(status, FOUND)
    return status


def _lines(path: Path, text: str) -> Iterator[str]:
    """Yield `path:line:column: reason; instead` for each finding."""
    try:
        for one in _findings(path, text):
            yield f"{path}:{one.line}:{one.column}: {one.reason}; {one.instead}"
    except QuestionFileError as error:
        line, _, said = str(error).removeprefix(f"queries/{path.stem}.cypher:").partition(": ")
        yield f"{path}:{line}:1: {said}"


def _findings(path: Path, text: str) -> tuple[Finding, ...]:
    if any(line.startswith(HEADER) for line in text.splitlines()):
        return lint_saved(text, parse_header(path.stem, text))
    return lint_free(text)
