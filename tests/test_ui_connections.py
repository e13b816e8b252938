"""The page Connections: four looks, each computed, each leading to passages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from generated import casebook_like
from graph.batch import Batch, Link, Node
from graph.store import open_store
from support_seam import ROOT

APP = ROOT / "ui" / "streamlit_app.py"
LOOKS = ("paths", "bridges", "communities", "similar")
COMPUTED = "Computed by Seam, not stated by a source."

Open = Callable[..., AppTest]


@pytest.fixture
def opened(casebook_store: str, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page on the shipped casebook with these choices in its address."""
    monkeypatch.setenv("SEAM_STORE", casebook_store)
    return open_page


def open_page(**choices: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    app.switch_page("views/connections.py")
    for choice, value in choices.items():
        app.query_params[choice] = value
    return app.run()


def said(app: AppTest) -> str:
    """All text of the page, as it is read."""
    kinds = ("title", "header", "markdown", "caption", "text", "info", "error", "html")
    pieces = [str(getattr(piece, "value", "")) for kind in kinds for piece in app.get(kind)]
    return "\n".join(pieces).replace("\\", "").replace("\N{WORD JOINER}", "")


def steps(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("line ")]


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_opens_on_an_answer_that_is_marked_as_computed(opened: Open, look: str) -> None:
    app = opened(look=look)
    assert not app.exception
    assert not app.error
    assert not app.info
    assert COMPUTED in said(app)
    assert steps(app) if look == "paths" else len(app.dataframe[0].value) > 10


def test_a_way_reads_as_sentences_from_one_actor_to_the_other(opened: Open) -> None:
    told = steps(opened(**{"from": "arm", "to": "barrick"}))
    assert len(told) == 4
    assert told[0].startswith("Alliance for Responsible Mining took part in Gramalote")
    assert told[1].startswith("AngloGold Ashanti took part in it too")
    assert told[3].startswith("Barrick took part in it too")


def test_every_step_is_one_click_from_its_passages(opened: Open) -> None:
    app = opened(**{"from": "arm", "to": "barrick", "all": "true"})
    keys = [str(button.key) for button in app.button if str(button.key).startswith("line ")]
    assert len(keys) > 10
    for key in keys[:6]:
        app.button(key=key).click().run()
        assert app.query_params["hop"] == key.split(" ", 2)[2]
        assert "seam-proof" in said(app)
        assert not app.exception


def test_a_step_through_a_succession_says_how_and_of_what(opened: Open) -> None:
    choices = {"from": "allied-gold", "to": "st-barbara", "hop": "allied-gold~st-barbara"}
    app = opened(**choices)
    assert "A mine of Allied Gold (Gold Ridge) went to St Barbara Limited" in said(app)
    assert "acquired 2012" in said(app)
    assert "seam-proof" in said(app)


def test_chosen_actors_are_written_into_the_address(opened: Open) -> None:
    app = opened()
    app.selectbox(key="choice to").set_value("newmont").run()
    assert app.query_params["to"] == "newmont"
    assert any("Newmont took part" in step for step in steps(app))


def test_the_default_ends_can_be_swapped_for_each_other(opened: Open) -> None:
    told = steps(opened(**{"from": "barrick", "to": "arm"}))
    assert told[-1].startswith("Alliance for Responsible Mining took part in it too")


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"from": "arm", "to": "st-barbara"}, "is in a part of 340 actors"),
        ({"from": "arm", "to": "arm"}, "Choose two different actors."),
        ({"from": "arm", "to": "barrickk"}, "No actor has the id barrickk."),
        ({"look": "similar", "actor": "barrickk"}, "No actor has the id barrickk."),
        ({"look": "nope"}, "No such choice: nope."),
    ],
)
def test_an_address_without_an_answer_says_why(
    opened: Open, choices: dict[str, str], told: str
) -> None:
    app = opened(**choices)
    assert not app.exception
    assert not app.error
    assert told in said(app)


def test_an_unknown_actor_is_told_with_the_nearest_one(opened: Open) -> None:
    app = opened(look="similar", actor="barrickk")
    app.button(key="press barrick").click().run()
    assert app.query_params["actor"] == "barrick"
    assert not app.info


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ({"look": "bridges", "row": "arm"}, "Closest partner in each group: "),
        ({"look": "communities", "row": "arm"}, "Members, the best connected first: "),
        ({"look": "similar", "actor": "newmont", "row": "banro"}, "They never took part in the"),
        ({"look": "similar", "actor": "arm", "row": "sbgi"}, "Interventions that both took part"),
    ],
)
def test_a_row_in_the_address_shows_what_it_rests_on_with_its_passages(
    opened: Open, choices: dict[str, str], told: str
) -> None:
    app = opened(**choices)
    assert not app.exception
    assert told in said(app)
    assert "What it rests on" in said(app)
    assert "seam-proof" in said(app)
    assert len(app.get("page_link")) > 1


def test_actors_it_worked_with_can_be_left_out(opened: Open) -> None:
    app = opened(look="similar", actor="newmont")
    assert set(app.dataframe[0].value["Together"]) > {0}
    app.toggle(key="choice apart").set_value(v=True).run()
    assert app.query_params["apart"] == "true"
    assert set(app.dataframe[0].value["Together"]) == {0}


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ("paths", "are not connected"),
        ("bridges", "No actor has partners in two groups."),
        ("communities", "No two actors took part in the same intervention"),
        ("similar", "Nobody did what A did"),
    ],
)
def test_a_graph_where_nobody_met_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: str, told: str
) -> None:
    actors = tuple(Node("Partner", id_, {"name": id_.upper(), "type": "ngo"}) for id_ in "ab")
    monkeypatch.setenv("SEAM_STORE", f"embedded:{tmp_path / 'store'}")
    open_store(f"embedded:{tmp_path / 'store'}").write(Batch(actors))
    app = open_page(look=look)
    assert not app.exception
    assert told in said(app)


def test_a_graph_without_actors_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEAM_STORE", f"embedded:{tmp_path / 'store'}")
    open_store(f"embedded:{tmp_path / 'store'}").write(Batch((Node("Year", "2000", {}),)))
    app = open_page()
    assert not app.exception
    assert "Add cases under data/case_studies" in said(app)


def test_results_follow_the_graph_when_a_load_changes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"embedded:{tmp_path / 'store'}"
    monkeypatch.setenv("SEAM_STORE", url)
    store = open_store(url)
    store.write(casebook_like(30, seed=1))
    app = open_page(look="communities")
    before = list(app.dataframe[0].value["Actors"])
    store.write(casebook_like(60, seed=2))
    assert list(app.run().dataframe[0].value["Actors"]) != before


HOSTILE = "*Bold* <b>tag</b> $x$ :red[no] [link](http://example.com)"


@pytest.mark.parametrize(
    "choices",
    [
        {"from": "a", "to": "b", "hop": "a~x"},
        {"look": "communities", "row": "a"},
        {"look": "similar", "actor": "a", "row": "b"},
    ],
)
def test_words_that_people_typed_are_shown_as_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choices: dict[str, str]
) -> None:
    url = f"embedded:{tmp_path / 'store'}"
    monkeypatch.setenv("SEAM_STORE", url)
    open_store(url).write(hostile())
    app = open_page(**choices)
    assert not app.exception
    shown = [str(getattr(piece, "value", "")) for piece in (*app.header, *app.get("html")[2:])]
    words = "\n".join([*steps(app), *shown])
    assert r"\*Bold\*" in words or "&lt;b&gt;tag" in words
    assert "<b>" not in words.replace(r"\<b\>", "")
    assert "](http" not in "\n".join([*steps(app), *(str(head.value) for head in app.header)])


def hostile() -> Batch:
    """Two actors of one intervention with Markdown and HTML in all names, and a third apart."""
    told = ("p",)
    nodes = (
        *(Node("Partner", id_, {"name": f"{HOSTILE} {id_}", "type": "ngo"}) for id_ in "abc"),
        *(Node("Intervention", id_, {"title": HOSTILE}) for id_ in "xy"),
        *(Node("Strategy", id_, {"name": HOSTILE}) for id_ in "S"),
        Node("Page", "page", {"title": HOSTILE, "voice": "news", "origin": "page"}),
        Node("Passage", "p", {"kind": "paraphrase", "text": HOSTILE, "at": "1", "sha256": "0"}),
    )
    parts = [("a", "x"), ("b", "x"), ("c", "y")]
    links = [
        Link("TOOK_PART_IN", a, i, {"role": "funder", "detail": HOSTILE}, told) for a, i in parts
    ]
    return Batch(nodes, (*links, Link("APPLIED", "x", "S", {}, told), Link("FROM", "p", "page")))
