"""Where records and graph are, who signs in, and what a long load shows."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from graph.errors import SeamError
from graph.store import SignIn
from support_seam import ROOT
from ui.patience import AFTER_SECONDS, patience
from ui.settings import DEFAULT_STORE, settings, sign_in


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_what_is_given_wins_over_the_environment_and_that_over_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert settings().store_url == DEFAULT_STORE
    monkeypatch.setenv("SEAM_STORE", "embedded:there")
    monkeypatch.setenv("SEAM_DATA", "records")
    assert settings() == settings("embedded:there", "records")
    assert settings("embedded:here", "other").store_url == "embedded:here"
    assert settings("embedded:here", "other").data == Path("other")


def test_records_are_here_or_else_those_of_the_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert settings().data == ROOT / "data"
    (tmp_path / "data" / "case_studies").mkdir(parents=True)
    assert settings().data == Path("data")


def test_an_empty_user_means_no_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEAM_NEO4J_USER", "")
    assert sign_in("bolt://localhost") is None


def test_a_password_alone_is_that_of_neo4j(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEAM_NEO4J_USER", raising=False)
    monkeypatch.setenv("SEAM_NEO4J_PASSWORD", "gold")
    assert sign_in("bolt://localhost") == SignIn("neo4j", "gold")


def test_a_password_shows_in_no_message() -> None:
    assert "gold" not in repr(SignIn("neo4j", "gold"))
    with pytest.raises(SeamError) as error:
        settings("neo4j://neo4j:gold@localhost")
    assert "gold" not in str(error.value)


def test_no_bar_where_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with patience("Reading") as tick:
        tick(1, 2)
    assert capsys.readouterr().err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with patience("Reading") as tick:
        tick(1, 2)
    assert terminal.getvalue() == ""


def test_a_bar_for_what_takes_longer_than_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with patience("Reading the records") as tick:
        tick(1, 2)
        time.sleep(AFTER_SECONDS + 0.5)
    assert "Reading the records" in terminal.getvalue()
