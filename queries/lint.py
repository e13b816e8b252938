"""The lint: whether a query keeps to the dialect, by every rule there is."""

from __future__ import annotations

from collections.abc import Iterable

from queries import (
    parsing,
    rules_chains,
    rules_early,
    rules_form,
    rules_lists,
    rules_names,
    rules_order,
    rules_quantifiers,
    rules_rows,
    rules_saved,
    rules_size,
    rules_subqueries,
)
from queries.finding import Finding, RefusedError, Rule
from queries.header import Header
from queries.parsing import parse
from queries.reading import Reading, read

EVERY: tuple[Rule, ...] = (
    *parsing.RULES,
    *rules_names.RULES,
    *rules_form.RULES,
    *rules_lists.RULES,
    *rules_rows.RULES,
    *rules_early.RULES,
    *rules_quantifiers.RULES,
    *rules_chains.RULES,
    *rules_subqueries.RULES,
    *rules_size.RULES,
    *rules_order.RULES,
)
SAVED: tuple[Rule, ...] = (*rules_order.SAVED_RULES, *rules_saved.RULES)
RULES = {rule.name: rule for rule in (*EVERY, *SAVED)}
"""All rules by name: first those of every query, then those of saved questions only."""

CHECKS = (
    *rules_names.CHECKS,
    *rules_form.CHECKS,
    *rules_lists.CHECKS,
    *rules_rows.CHECKS,
    *rules_early.CHECKS,
    *rules_quantifiers.CHECKS,
    *rules_chains.CHECKS,
    *rules_subqueries.CHECKS,
    *rules_size.CHECKS,
    *rules_order.CHECKS,
)


def lint(text: str, *, saved: bool = False) -> tuple[Finding, ...]:
    """Return what leaves the dialect in a query, in the order of the text.

    A saved question needs a total order of its rows too.
    """
    try:
        reading = read(parse(text))
    except RefusedError as refused:
        return refused.findings
    return _sorted(_found(reading, saved=saved))


def lint_saved(text: str, header: Header) -> tuple[Finding, ...]:
    """Return what leaves the dialect in a saved question, or differs from what its header says."""
    try:
        reading = read(parse(text))
    except RefusedError as refused:
        return refused.findings
    of_header = rules_saved.check_header(reading, header, text)
    return _sorted([*_found(reading, saved=True), *of_header])


def _found(reading: Reading, *, saved: bool) -> list[Finding]:
    checks = (*CHECKS, rules_order.whole_order) if saved else CHECKS
    return [finding for check in checks for finding in check(reading)]


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(set(found), key=lambda one: (one.line, one.column, one.rule)))
