"""Every page: it opens with an answer, reopens from its address, and says what emptiness means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.store import open_store
from loaders.everything import load
from queries.saved import questions
from support_explorer import serving
from ui.pages import NAMES

ROOT = Path(__file__).parents[1]
APP = ROOT / "ui" / "streamlit_app.py"

Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped casebook in a store of these tests."""
    url = f"embedded:{tmp_path_factory.mktemp('pages') / 'store'}"
    open_store(url).write(load(ROOT / "data").batch)
    return url


@pytest.fixture
def opened(casebook: str, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page of the casebook with these choices in its address."""
    monkeypatch.setenv("SEAM_STORE", casebook)
    return open_page


def open_page(name: str, **choices: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    app.switch_page(f"views/{name}.py")
    for choice, value in choices.items():
        app.query_params[choice] = value
    return app.run()


def value_of(element: object) -> str:
    return str(getattr(element, "value", ""))


def said(app: AppTest) -> str:
    """All text of a page."""
    kinds = ("title", "header", "markdown", "caption", "text", "info", "error", "html")
    return "\n".join(value_of(element) for kind in kinds for element in app.get(kind))


@pytest.mark.parametrize("name", NAMES)
def test_every_page_opens_on_an_answer(opened: Open, name: str) -> None:
    app = opened(name)
    assert not app.exception
    assert not app.error
    assert not app.info
    assert len(app.title) == 1


def test_start_answers_the_three_uses_from_the_graph(opened: Open) -> None:
    app = opened("start")
    assert len(app.get("page_link")) == 6
    assert "independent source" in said(app)
    assert "told only by those who ran" in said(app)
    assert "190" in said(app)


@pytest.mark.parametrize("view", ["country", "company"])
def test_the_matrix_says_how_much_of_it_is_drawn(opened: Open, view: str) -> None:
    app = opened("partnerships", view=view)
    assert " of " in said(app)
    assert "drawn" in said(app)
    assert len(app.dataframe[0].value) > 200


def test_a_cell_in_the_address_shows_its_interventions_beside_it(opened: Open) -> None:
    app = opened("partnerships", cell="arm~COL")
    assert "Alliance for Responsible Mining in Colombia" in said(app)
    assert sum("seam-way" in value_of(piece) for piece in app.get("html")) > 3


def test_two_clicks_lead_from_a_number_to_its_passages(opened: Open) -> None:
    app = opened("partnerships", cell="arm~COL")
    first = next(b for b in app.button if str(b.key).startswith("press col-"))
    first.click().run()
    assert app.query_params["show"] == str(first.key).removeprefix("press ")
    assert "seam-proof" in said(app)


def test_filters_that_nothing_passes_are_explained(opened: Open) -> None:
    app = opened("partnerships", country="AFG")
    assert not app.exception
    assert "Set one of them back" in app.info[0].value


def test_a_filter_is_written_into_the_address(opened: Open) -> None:
    app = opened("partnerships")
    app.selectbox(key="choice country").set_value("GHA").run()
    assert app.query_params["country"] == "GHA"
    assert set(app.dataframe[0].value["Country"]) == {"Ghana"}


@pytest.mark.parametrize("name", list(questions()))
def test_every_question_can_be_asked(opened: Open, name: str) -> None:
    app = opened("ask", q=name)
    assert not app.exception
    assert not app.error
    assert len(app.dataframe[0].value) > 0
    assert len(app.get("download_button")) == 3


@pytest.mark.parametrize("name", [q.name for q in questions().values() if q.header.chart])
def test_every_picture_is_drawn(opened: Open, name: str) -> None:
    app = opened("ask", q=name, look="picture")
    assert not app.exception
    assert app.get("vega_lite_chart")


def test_a_chosen_row_shows_its_passages(opened: Open) -> None:
    app = opened("ask", q="partnerships-that-worked", country="PER", row="0")
    assert "seam-proof" in said(app)
    assert set(app.dataframe[0].value["Country"]) == {"Peru"}
    assert "seam-proof" in said(opened("ask", q="who-works-where", look="picture", row="0"))


def test_an_empty_answer_says_what_to_loosen(opened: Open) -> None:
    app = opened("ask", q="partnerships-that-worked", country="AFG")
    assert "not that it did not happen" in app.info[0].value
    assert "Country" in said(app)


def test_a_value_that_fits_nothing_is_told_in_a_sentence(opened: Open) -> None:
    app = opened("ask", q="partnerships-that-worked", country="Perru")
    assert not app.exception
    assert app.error
    assert "PER" in said(app)


def test_a_card_shows_every_kind_of_line_and_the_proof_of_one(opened: Open) -> None:
    app = opened("intervention", id="gin-siguiri-mou", proof="LED_TO~intrusions~worsened")
    headings = {str(heading.value) for heading in app.header}
    assert {"What changed", "Who took part", "What was applied", "What shaped it"} <= headings
    assert {"What went wrong", "Where and when", "Sources", "1 passage"} <= headings
    assert "infomineguinee.com" in said(app)


def test_an_outcome_that_only_its_own_people_tell_is_marked(opened: Open) -> None:
    app = opened("intervention", id="gin-siguiri-mou")
    label = app.button(key="line LED_TO~intrusions~improved").label
    assert "told only by those who ran it" in label


def test_a_line_of_the_card_puts_its_proof_beside_it(opened: Open) -> None:
    app = opened("intervention", id="gin-siguiri-mou")
    app.button(key="line WENT_WRONG~gin-siguiri-mou/went-wrong-f969b5de").click().run()
    assert "seam-proof" in said(app)


def test_interviews_of_an_intervention_say_what_they_do_to_it(opened: Open) -> None:
    app = opened("intervention", id="bfa-aneemas")
    assert "Interviews that tell of it" in {str(heading.value) for heading in app.header}
    assert "what the casebook says" in said(app)


def test_an_unknown_intervention_is_told_with_the_nearest_one(opened: Open) -> None:
    app = opened("intervention", id="gin-siguiri-mouu")
    assert not app.exception
    assert "no intervention with the id gin" in app.info[0].value
    app.button(key="press gin-siguiri-mou").click().run()
    assert "Siguiri memorandum" in app.title[0].value


@pytest.mark.parametrize(
    ("name", "choices", "told"),
    [
        ("intervention", {"id": "nope"}, "Choose one above"),
        ("graph", {"node": "nope"}, "Choose above what to start from"),
        ("ask", {"q": "nope"}, "Choose one of these"),
        ("partnerships", {"cell": "a~b"}, "Choose a cell"),
        ("partnerships", {"country": "nope"}, "Shown is: All countries"),
        ("partnerships", {"view": "nope"}, "Shown is: Partner"),
        ("partnerships", {"country": "NOR"}, "Set one of them back"),
    ],
)
def test_an_address_that_leads_nowhere_says_what_to_do(
    opened: Open, name: str, choices: dict[str, str], told: str
) -> None:
    app = opened(name, **choices)
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    assert told in said(app).replace("\\", "").replace("\N{WORD JOINER}", "")


def test_the_graph_says_the_same_as_a_list(opened: Open) -> None:
    app = opened("graph", node="gin-siguiri-mou", open="anglogold-ashanti")
    assert "AngloGold Ashanti" in set(app.dataframe[0].value["Neighbour"])
    assert "nodes" in said(app)


def test_a_picked_node_shows_its_proof(opened: Open) -> None:
    app = opened("graph", node="gin-siguiri-mou", pick="anglogold-ashanti")
    assert "seam-proof" in said(app)
    app.button(key="press open").click().run()
    assert app.query_params["open"] == "anglogold-ashanti"


def test_the_first_start_on_a_machine_asks_nothing(casebook_store: str, tmp_path: Path) -> None:
    """Nobody has run Streamlit here, and there is no browser to open."""
    nothing = {"HOME": str(tmp_path), "PATH": str(tmp_path), "BROWSER": "none"}
    with serving(casebook_store, tmp_path, nothing, browser=True):
        assert "mail" not in (tmp_path / "explorer.log").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_store_that_is_missing_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("SEAM_STORE", f"embedded:{tmp_path / 'nothing'}")
    app = open_page(name)
    assert not app.exception
    assert "seam load" in said(app)
    assert "tries again every second" in said(app)


def test_pages_of_the_small_test_casebook_open(
    registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"embedded:{tmp_path / 'small'}"
    open_store(url).write(load(registry).batch)
    monkeypatch.setenv("SEAM_STORE", url)
    for name in NAMES:
        app = open_page(name)
        assert not app.exception, name
        assert not app.error, name


def test_words_that_people_typed_are_shown_as_typed(
    registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A title with Markdown and HTML in it stays text."""
    path = registry / "case_studies" / "per-quilla-plant.yaml"
    hostile = "'*Bold* <b>tag</b> $x$ :red[no] [link](http://example.com)'"
    text = path.read_text("utf-8").splitlines()
    changed = [f"title: {hostile}" if line.startswith("title:") else line for line in text]
    path.write_text("\n".join(changed), "utf-8")
    url = f"embedded:{tmp_path / 'hostile'}"
    open_store(url).write(load(registry).batch)
    monkeypatch.setenv("SEAM_STORE", url)
    title = open_page("intervention", id="per-quilla-plant").title[0].value
    assert r"\*Bold\*" in title
    assert r"\<b\>" in title
    assert "](http" not in title
