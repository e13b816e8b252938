"""The page for queries of one's own: off unless switched on, and refusing in a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.pages import names
from ui.settings import FREE_CYPHER

APP = Path(__file__).parents[1] / "ui" / "streamlit_app.py"


@pytest.fixture
def page(casebook_store: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page, switched on, of the shipped casebook."""
    monkeypatch.setenv("SEAM_STORE", casebook_store)
    monkeypatch.setenv(FREE_CYPHER, "on")
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    return app.switch_page("views/cypher.py").run()


def test_the_page_is_off_unless_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "cypher" not in names()
    monkeypatch.setenv(FREE_CYPHER, "on")
    assert "cypher" in names()


def test_it_opens_with_a_query_that_answers(page: AppTest) -> None:
    assert not page.exception
    assert not page.error
    assert len(page.dataframe[0].value) > 1


def test_what_the_lint_refuses_is_told_with_its_place(page: AppTest) -> None:
    page.text_area(key="cypher query").set_value("MATCH (n) DETACH DELETE n")
    page.button[0].click().run()
    assert not page.exception
    assert "line 1, column 11" in page.error[0].value
    assert not page.dataframe


def test_a_parameter_that_is_missing_is_named(page: AppTest) -> None:
    page.text_area(key="cypher parameters").set_value("")
    page.button[0].click().run()
    assert "the query needs" in page.error[0].value
    assert "direction" in page.error[0].value


def test_no_row_is_said(page: AppTest) -> None:
    page.text_area(key="cypher parameters").set_value("direction=sideways")
    page.button[0].click().run()
    assert len(page.info) == 1
