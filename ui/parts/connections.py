"""What the four looks of the connections page share: actors to choose, and what results rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from graph.analysis.network import passages
from graph.batch import Link, grouped
from ui import pages, session
from ui.i18n import say, say_count, term
from ui.parts import choices, computed, glance, marks, proof, reading
from ui.parts.text import html, short

LOOKS: Final = ("paths", "bridges", "communities", "similar")
DROPS: Final = ("hop", "row")
STORIES: Final = 8
NAMED: Final = 12
FEWEST: Final = 2


def look() -> str:
    """Let one of the four be chosen."""
    looks = {name: say(f"connections.look_{name}") for name in LOOKS}
    return choices.one_of_few("look", say("connections.look"), looks, wide=False, drops=DROPS)


def computed_mark() -> None:
    """Say that what follows is computed."""
    badge = f'<span class="seam-badge">{html(say("connections.computed"))}</span>'
    marks.show(f'<p class="seam-line">{badge} {html(say("connections.computed_how"))}</p>')


def actor(name: str, label: str, default: str) -> str:
    """Let an actor be chosen; return its id, empty if the address names none there is."""
    known = reading.names("Actor")
    return choices.one_of(name, label, known, default=default, drops=DROPS, strict=True)


def offer(*names: str) -> None:
    """Offer actors for the choices of these names that the address leaves open."""
    known = reading.names("Actor")
    for name in names:
        if (asked := session.chosen(name)) and asked not in known:
            said = say("connections.unknown", id=short(asked, choices.LONG))
            choices.offer(name, said, known, DROPS)


def usual(*wanted: str) -> list[str]:
    """Return the wanted actors that are there, then the others."""
    known = reading.names("Actor")
    return [*(id_ for id_ in wanted if id_ in known), *(id_ for id_ in known if id_ not in wanted)]


def told(sentences: Iterable[str]) -> None:
    """Show what must be said beside a result, if anything must."""
    lines = [marks.line(sentence, quiet=True) for sentence in sentences]
    if lines:
        marks.show(*lines)


def begin(look_: str) -> None:
    """Say how a result is read, and where its proof will stand."""
    kind = "hop" if look_ == "paths" else "row"
    st.header(say(f"connections.begin_{kind}"))
    marks.show(marks.line(say(f"connections.begin_{'hop_how' if kind == 'hop' else look_}")))


def named(key: str, ids: Sequence[str], most: int = NAMED) -> None:
    """Show a sentence with the names of nodes, and how many are left out."""
    names = ", ".join(computed.network().names(ids[:most]))
    left = len(ids) - most
    said = say("connections.more_members", names=names, n=left) if left > 0 else names
    if ids:
        marks.show(marks.line(say(key, names=said)))


def around(ids: Iterable[str]) -> None:
    """Show the ways to what surrounds these actors."""
    for id_ in ids:
        pages.link("graph", say("ask.graph", name=computed.network().name(id_)), node=id_)


def sources(facts: Iterable[Link]) -> str:
    """Return how many independent sources tell these facts, in words."""
    tellers = reading.casebook().tellers
    return say_count("marks.sources", glance.independent(passages(facts), tellers))


def stories(facts: Sequence[Link]) -> None:
    """Show facts by the intervention that they are about, each with its passages."""
    by_story = grouped(
        facts, lambda link: link.target if link.type == "TOOK_PART_IN" else link.source
    )
    st.header(say("connections.stories"))
    if len(by_story) > STORIES:
        shown = say("connections.some_stories", shown=STORIES, all=len(by_story))
        marks.show(marks.line(shown, quiet=True))
    for story, some in list(by_story.items())[:STORIES]:
        _story(story, some)


def _story(story: str, facts: Sequence[Link]) -> None:
    network = computed.network()
    parts = [fact for fact in facts if fact.type == "TOOK_PART_IN"]
    said = [
        say("connections.part", actor=network.name(part.source), role=role(part)) for part in parts
    ]
    applied = [network.name(fact.target) for fact in facts if fact.type == "APPLIED"]
    if applied:
        said.append(say("connections.applied", names=", ".join(applied)))
    title = f'<p class="seam-line seam-strong">{html(network.name(story))}</p>'
    marks.show(title, *map(marks.line, said), marks.line(sources(facts), quiet=True))
    pages.link("intervention", say("cell.card"), id=story)
    proof.show_passages(passages(facts))


def role(part: Link) -> str:
    """Return the role of a part as people say it."""
    return term("role", str(part.properties["role"]))
