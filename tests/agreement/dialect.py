"""What the dialect allows: the one place where random queries are kept inside it."""

from __future__ import annotations

from queries.lint import lint


def refused_by(cypher: str) -> str:
    """Return the rule of the lint by which a query is refused, or nothing."""
    findings = lint(cypher)
    return findings[0].rule if findings else ""
