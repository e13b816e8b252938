"""The box to ask in one's own words: how the sentence was read, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import streamlit as st

from queries.labels import label
from queries.saved import question
from queries.words.lexicon import lexicon
from queries.words.reading import Match, Reading, Values, read
from queries.words.registry import Registry, registry
from queries.words.text import LongSentenceError
from ui import pages, session
from ui.i18n import say
from ui.parts import marks, reading
from ui.parts.text import html, short

NAME: Final = "words"
LONGEST: Final = 400


def show() -> None:
    """Let a sentence be asked, and show how it was read."""
    with st.form("ask in words", border=False):
        box, button = st.columns([88, 12], gap="small", vertical_alignment="bottom")
        box.text_input(
            say("words.ask"),
            key=session.follow(NAME, session.chosen(NAME)),
            max_chars=LONGEST,
            placeholder=say("words.placeholder"),
            help=say("words.help"),
        )
        button.form_submit_button(
            say("words.button"), on_click=session.took, args=(NAME, "", ()), width="stretch"
        )
    sentence = session.chosen(NAME).strip()
    if sentence:
        _read(sentence)


def _read(sentence: str) -> None:
    try:
        found = read(sentence, _registry(reading.store().url, session.version()))
    except LongSentenceError as error:
        marks.show(marks.line(str(error)))
        return
    if found.question:
        _understood(found)
    else:
        marks.show(marks.line(say("words.not_understood")))
    for line in _left(found):
        marks.show(marks.line(line, quiet=True))
    _others(found)


def _understood(found: Reading) -> None:
    title = question(found.question).header.titles[found.language]
    chips = "".join(f'<span class="seam-badge">{html(text)}</span> ' for text in _chips(found))
    marks.show(f'<p class="seam-line"><strong>{html(title)}</strong> {chips}</p>')
    _link(say("words.answer"), found.question, found.parameters)


def _chips(found: Reading) -> Iterator[str]:
    for match in found.matched:
        name = short(match.name, LONGEST // 8)
        yield say(f"words.{_how(match)}", label=label(match.parameter, found.language), name=name)
    for name in found.assumed:
        yield say("words.assumed", label=label(name, found.language))


def _how(match: Match) -> str:
    return "chip_slip" if match.mended else "chip_place" if match.how == "place" else "chip"


def _left(found: Reading) -> Iterator[str]:
    """Yield what is known but not used, and what was not read."""
    if found.unused:
        known = "words.unused" if found.question else "words.known"
        yield say(known, words=", ".join(match.words for match in found.unused))
    if found.unread:
        yield say("words.unread", words=", ".join(found.unread))


def _others(found: Reading) -> None:
    if found.runners_up:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            perhaps = say("words.or" if found.question else "words.perhaps")
            st.caption(perhaps, width="content")
            for option in found.runners_up:
                title = question(option.question).header.titles[found.language]
                _link(title, option.question, option.parameters)
    elif not found.question:
        marks.show(marks.line(say("words.examples"), quiet=True))
        marks.show(*(marks.line(example) for example in lexicon().examples[found.language]))


def _link(title: str, name: str, parameters: Values) -> None:
    given = {key: str(value) for key, value in parameters.items()}
    pages.link("ask", title, q=name, **given)


@st.cache_resource(max_entries=2, show_spinner=False)
def _registry(url: str, version: str) -> Registry:
    del url, version
    return registry(reading.store())
