"""How two actors are connected: each way as steps, and each step leads to its passages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import streamlit as st

from graph.analysis.paths import LONGEST, Hop, Path, Paths
from graph.batch import Link
from ui import computed_rows, computed_words, pages, session
from ui.i18n import say, say_count
from ui.parts import choices, computed, connections, marks, proof
from ui.parts.text import html, plain

USUAL: Final = ("arm", "barrick")
SEPARATOR: Final = "~"
HARD_SPACE: Final = "\N{NO-BREAK SPACE}"


def show() -> None:
    """Let two actors be chosen, show the ways between them, and the proof of a step."""
    first, second = connections.usual(*USUAL)[:2]
    left, right = st.columns([62, 38], gap="medium")
    with left:
        one, other, longer = st.columns([38, 38, 24], vertical_alignment="bottom")
        with one:
            start = connections.actor("from", say("connections.from"), first)
        with other:
            end = connections.actor("to", say("connections.to"), second)
        with longer:
            help_ = say("connections.all_help", n=LONGEST)
            label = say("connections.all")
            every = choices.yes_or_no(
                "all", label, default=False, drops=connections.DROPS, help_=help_
            )
        connections.offer("from", "to")
        found = _found(start, end, every=every)
    with right, st.container(key="beside-connections"):
        _beside(found)


def _found(start: str, end: str, *, every: bool) -> Paths | None:
    if not (start and end):
        return None
    if start == end:
        st.info(say("connections.same"))
        return None
    found = computed.paths(start, end, every=every)
    said = computed_words.paths(computed.network(), found, LONGEST)
    if found.paths:
        connections.told(said)
    else:
        st.info(plain(" ".join(said)))
        connections.around((start, end))
    for number, path in enumerate(found.paths, 1):
        _path(number, path)
    return found


def _path(number: int, path: Path) -> None:
    with st.container(border=True, gap="xsmall"):
        links = say_count("connections.links", len(path))
        marks.show(marks.line(say("connections.way", n=number, links=links), quiet=True))
        for before, hop in pairwise((None, *path)):
            if hop:
                _step(number, hop, after=before)


def _step(number: int, hop: Hop, after: Hop | None) -> None:
    id_ = _id(hop)
    words = f"{plain(_says(hop, after))} · :small[{plain(_beneath(hop.facts))}]"
    st.button(
        words,
        key=f"line {number} {id_}",
        on_click=session.choose,
        kwargs={"hop": id_},
        type="secondary" if session.chosen("hop") == id_ else "tertiary",
        width="stretch",
        wrap=True,
    )


def _id(hop: Hop) -> str:
    return f"{hop.source}{SEPARATOR}{hop.target}"


def _says(hop: Hop, after: Hop | None = None) -> str:
    """Return a step in words; what the step before has said of the intervention is not repeated."""
    network, fact = computed.network(), hop.facts[0]
    source, target = network.name(fact.source), network.name(fact.target)
    if fact.type == "BECAME":
        mine = "_mine" if fact.properties.get("scope") == "mine" else ""
        return say(f"connections.became{mine}", before=source, after=target)
    if after is not None and after.target == fact.target:
        return say("connections.too", actor=source)
    return say("connections.took_part", actor=source, intervention=target)


def _beneath(facts: Sequence[Link]) -> str:
    held = dict.fromkeys(_how(fact) for fact in facts)
    return f"{', '.join(held)} · {connections.sources(facts).replace(' ', HARD_SPACE)}"


def _how(fact: Link) -> str:
    return computed_rows.detail(fact) if fact.type == "BECAME" else connections.role(fact)


def _told(fact: Link) -> str:
    """Return how an end took part, with the detail, which may say the role again."""
    how, said = _how(fact), str(fact.properties.get("detail", ""))
    return said if said.startswith(how) else ": ".join(filter(None, (how, said)))


def _beside(found: Paths | None) -> None:
    hops = [hop for path in found.paths for hop in path] if found else []
    hop = next((hop for hop in hops if _id(hop) == session.chosen("hop")), None)
    if hop is None:
        connections.begin("paths")
        return
    marks.show(f'<p class="seam-line seam-strong">{html(_says(hop))}</p>')
    _ways_on(hop)
    for fact in hop.facts:
        told = marks.line(connections.sources([fact]), quiet=True)
        marks.show(marks.line(_told(fact)), told)
        proof.show_passages(fact.passages)


def _ways_on(hop: Hop) -> None:
    network = computed.network()
    stories = [id_ for id_ in (hop.source, hop.target) if id_ in network.parts_in]
    connections.around(id_ for id_ in (hop.source, hop.target) if id_ not in stories)
    for id_ in stories:
        pages.link("intervention", say("ask.card", name=network.name(id_)), id=id_)
