"""Asking in words on the command line and on Start: how it was read, the answer, what is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from support_seam import Ran, run_seam
from test_ui_pages import open_page, said


@pytest.fixture
def start(casebook_store: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Start, opened on the shipped casebook."""
    monkeypatch.setenv("SEAM_STORE", casebook_store)
    return open_page("start")


def ask(store: str, *arguments: str | Path) -> Ran:
    return run_seam("ask", *arguments, "--store", store, env={})


def plain(app: AppTest) -> str:
    """The text of a page as people read it, without what keeps Markdown from reading it."""
    return said(app).replace("\\", "").replace("\N{WORD JOINER}", "")


def links(app: AppTest) -> dict[str, str]:
    """The links of a page: their labels and the addresses they lead to."""
    found = [element.proto for element in app.get("page_link")]
    return {link.label.replace("\\", ""): f"{link.page}?{link.query_string}" for link in found}


def test_a_sentence_is_answered_and_how_it_was_read_is_told(casebook_store: str) -> None:
    words = "qui a travaillé avec l'ARM au Pérou sur les revenus ?"
    ran = ask(casebook_store, "--words", words, "--format", "json")
    assert ran.code == 0, ran.stderr
    assert "read as: Qui travaille avec qui" in ran.stderr
    assert "Acteur: Alliance for Responsible Mining (ARM)" in ran.stderr
    assert "Pays: Pérou (Pérou)" in ran.stderr
    assert "seam ask who-works-with-whom actor=arm country=PER" in ran.stderr
    assert "not used: revenus" in ran.stderr
    named = ask(
        casebook_store, "who-works-with-whom", "actor=arm", "country=PER", "--format", "json"
    )
    assert json.loads(ran.stdout) == json.loads(named.stdout)


def test_a_sentence_that_names_much_finds_what_happened_once(casebook_store: str) -> None:
    words = "qui a travaillé avec l'ARM au Pérou sur le mercure ?"
    ran = ask(casebook_store, "--words", words, "--format", "json")
    assert {row["interventions"] for row in json.loads(ran.stdout)} == {1}


def test_runners_up_come_as_commands_that_run(casebook_store: str) -> None:
    ran = ask(casebook_store, "--words", "Solidaridad")
    assert ran.code == 2
    assert ran.stdout == ""
    option = ran.stderr.split("or ask:\n")[1].splitlines()[0].split()
    assert option[:2] == ["seam", "ask"]
    assert ask(casebook_store, *option[2:]).code == 0


def test_what_is_not_understood_is_told_with_what_can_be_asked(casebook_store: str) -> None:
    ran = ask(casebook_store, "--words", "moonbeams over the valley")
    assert ran.code == 2
    assert "not understood: moonbeams over the valley" in ran.stderr
    assert "not read: moonbeams, valley" in ran.stderr
    assert "Which partnerships worked in Peru?" in ran.stderr


def test_a_mended_slip_and_a_missing_name_are_told(casebook_store: str) -> None:
    ran = ask(casebook_store, "--words", "alianzas que funcionaron en Colmbia")
    assert "País: Colombia (Colmbia, taken for a slip)" in ran.stderr
    ran = ask(casebook_store, "--words", "Where was it first used and who took it up?")
    assert "Strategy: not named, so HG-TECH" in ran.stderr
    ran = ask(casebook_store, "--words", "Which partnerships worked in Kolwezi?")
    assert "Country: DR Congo (Kolwezi lies there)" in ran.stderr


def test_a_sentence_without_an_answer_says_so(casebook_store: str) -> None:
    ran = ask(casebook_store, "--words", "Which partnerships worked in Norway?")
    assert ran.code == 0
    assert "loosen a parameter" in ran.stderr


@pytest.mark.parametrize("arguments", [(), ("who-works-where", "--words", "who works in Peru")])
def test_a_name_and_words_are_not_given_together(
    casebook_store: str, arguments: tuple[str, ...]
) -> None:
    ran = ask(casebook_store, *arguments)
    assert ran.code == 2
    assert "give the name of a question or --words" in ran.stderr


def test_a_page_of_text_is_refused_in_a_sentence(casebook_store: str) -> None:
    ran = ask(casebook_store, "--words", "word " * 80)
    assert ran.code == 2
    assert "ask in 60 at most" in ran.stderr


def test_start_takes_a_sentence_and_leads_to_its_answer(start: AppTest) -> None:
    start.text_input(key="choice words").set_value("¿Qué alianzas funcionaron en Colombia?")
    app = start.button[0].click().run()
    assert not app.exception
    assert app.query_params["words"] == "¿Qué alianzas funcionaron en Colombia?"
    assert "Alianzas que funcionaron" in plain(app)
    assert "País: Colombia" in plain(app)
    assert links(app)["Look at the answer →"] == "ask?q=partnerships-that-worked&country=COL"


def test_a_sentence_in_the_address_is_read_again(
    casebook_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEAM_STORE", casebook_store)
    app = open_page("start", words="qui a travaillé avec l'ARM au Pérou sur les revenus ?")
    assert "Qui travaille avec qui" in plain(app)
    assert "it is not used: revenus" in plain(app)
    assert str(app.text_input(key="choice words").value).startswith("qui a travaillé")


def test_start_offers_other_questions_where_it_did_not_understand(
    casebook_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEAM_STORE", casebook_store)
    app = open_page("start", words="Solidaridad")
    assert "did not understand" in plain(app)
    assert links(app)["The record of one actor"] == "ask?q=actor-record&actor=solidaridad"
    app = open_page("start", words="moonbeams")
    assert "Which partnerships worked in Peru?" in plain(app)
    assert "Not read: moonbeams" in plain(app)


def test_hostile_words_stay_text_on_start(
    casebook_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEAM_STORE", casebook_store)
    app = open_page("start", words="<img src=x onerror=alert(1)> **bold** Peru")
    assert not app.exception
    assert "<img" not in said(app)
    app = open_page("start", words="word " * 80)
    assert not app.exception
    assert "ask in 60 at most" in plain(app)
