"""Stores of both engines, empty and of a test's own, for whatever must be the same on both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store, open_store
from ui.settings import sign_in


@pytest.fixture(params=["embedded", "neo4j"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty store: the test runs once on each engine."""
    if request.param == "embedded":
        return f"embedded:{tmp_path / 'store'}"
    return str(request.getfixturevalue("neo4j_url"))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store of each engine, open."""
    opened = opened_at(store_url)
    yield opened
    opened.close()


def opened_at(url: str) -> Store:
    """Open a store as the command line does."""
    return open_store(url, None if url.startswith("embedded:") else sign_in(url))
