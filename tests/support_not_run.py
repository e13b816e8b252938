"""Tests that this machine cannot run: said in the last lines, and a failure under CI."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import dataclass
from typing import NoReturn

import pytest


@dataclass(frozen=True, slots=True)
class NotRun:
    """What could not be had, why, and how to get it."""

    what: str
    why: str
    remedy: str


FOUND = pytest.StashKey[list[NotRun]]()


def give_up(request: pytest.FixtureRequest, lacking: NotRun) -> NoReturn:
    """Skip the test and have it told at the end; under CI=true fail it."""
    found = request.config.stash.setdefault(FOUND, [])
    if lacking not in found:
        found.append(lacking)
    said = f"{lacking.what} could not be had: see the last lines"
    if in_ci():
        raise pytest.fail.Exception(said, pytrace=False) from None
    raise pytest.skip.Exception(said) from None


def in_ci() -> bool:
    """Tell whether a skipped test must fail the run."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> Generator[None]:
    """Tell after all else what was not run."""
    yield
    for lacking in config.stash.get(FOUND, []):
        terminalreporter.section(f"not run: tests that need {lacking.what}", yellow=True)
        terminalreporter.line(f"Why: {lacking.why}")
        terminalreporter.line(f"To run them: {lacking.remedy}")
