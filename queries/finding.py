"""What a rule of the dialect is, and what it finds in a query."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import SeamError
from queries.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a query, where, by which rule, and what to write instead."""

    line: int
    column: int
    rule: str
    reason: str
    instead: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.reason}; {self.instead}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, why it is one, and its remedy; words in braces are filled in where it is broken."""

    name: str
    reason: str
    instead: str

    def at(self, place: Syntax, **words: str) -> Finding:
        """Return the finding that this rule is broken at a place."""
        return self.on(place.line, place.column, **words)

    def on(self, line: int, column: int, **words: str) -> Finding:
        """Return the finding that this rule is broken on a line and column."""
        reason, instead = self.reason.format(**words), self.instead.format(**words)
        return Finding(line, column, self.name, reason, instead)


class RefusedError(SeamError):
    """A query that the dialect leaves out, with all that was found in it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings
