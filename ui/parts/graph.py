"""The graph page: where it starts, the canvas, and beside it the proof and the same as a list."""

from __future__ import annotations

from typing import Final, get_args

import streamlit as st

from graph.errors import UnknownIdError
from graph.model import MODEL, ROLES
from queries import overview
from queries.lookups import Fact, Thing
from ui import pages, session
from ui.components.canvas import CanvasLink, CanvasNode, Direction, draw
from ui.i18n import say, say_count, term
from ui.parts import choices, glance, marks, proof, reading
from ui.parts.surroundings import Surroundings, link_id, surroundings
from ui.parts.text import html, plain, short

KINDS: Final = (
    "Actor",
    "Intervention",
    "Strategy",
    "Country",
    "Outcome",
    "Factor",
    "StrategyArea",
    "Site",
)
USUAL: Final = "arm"
DROPS: Final = ("open", "pick")
HEIGHT: Final = 560
SEPARATOR: Final = ","
PROVEN: Final = 8


def choose() -> Thing | None:
    """Let the node be chosen that the picture starts from."""
    known = {id_: (kind, name) for kind in KINDS for id_, name in reading.names(kind).items()}
    if not known:
        st.info(say("graph.none"))
        return None
    usual = USUAL if USUAL in known else next(iter(known))
    asked = session.chosen("node", usual)
    start = _thing(asked)
    options = {id_: f"{name} · {term('kind', kind)}" for id_, (kind, name) in known.items()}
    if start:
        options.setdefault(asked, start.caption)
    title, choice = st.columns([64, 36], gap="medium")
    name = say("graph.title", name=short(start.caption, 44)) if start else say("pages.graph")
    title.title(plain(name))
    with choice:
        label = say("graph.choose")
        choices.one_of("node", label, options, default=usual, drops=DROPS, strict=True)
    if start is None:
        said = say("graph.unknown", id=short(asked, choices.LONG))
        choices.offer("node", said, options, DROPS)
    return start


def _thing(id_: str) -> Thing | None:
    try:
        return reading.thing(id_)
    except UnknownIdError:
        return None


def show(start: Thing) -> None:
    """Draw the surroundings, and beside them the proof of what is chosen."""
    opened = [id_ for id_ in session.chosen("open").split(SEPARATOR) if id_]
    shown = surroundings(start, opened, reading.facts, told)
    left, right = st.columns([66, 34], gap="medium")
    with left:
        _canvas(start, shown)
    with right, st.container(key="beside-graph"):
        _beside(start, shown)


def told(fact: Fact) -> int:
    """Return how many independent sources tell a fact."""
    return glance.independent(fact.passages, reading.casebook().tellers)


def _canvas(start: Thing, shown: Surroundings) -> None:
    degrees = overview.degrees(reading.store(), shown.nodes)
    event = draw(
        [CanvasNode(n.id, n.label, n.caption, degrees.get(n.id, 0)) for n in shown.nodes],
        [_link(fact) for fact in shown.links],
        key=f"canvas {start.id}",
        selected=session.chosen("pick") or None,
        height=HEIGHT,
        total=shown.total,
        can_undo=bool(shown.opened),
    )
    key = "graph.some" if shown.total > len(shown.nodes) else "graph.all"
    st.caption(say(key, drawn=len(shown.nodes), total=shown.total))
    session.choose(pick=event.selected or "")
    if event.undo:
        session.choose(open=SEPARATOR.join(shown.opened[:-1]))
        st.rerun()
    if event.expand and event.expand not in (start.id, *shown.opened):
        session.choose(open=SEPARATOR.join((*shown.opened, event.expand)))
        st.rerun()


def _link(fact: Fact) -> CanvasLink:
    way: Direction = next((d for d in get_args(Direction) if d == fact.direction), "")
    caption = MODEL.link(fact.type).caption
    ends = fact.source.id, fact.target.id
    return CanvasLink(link_id(fact), *ends, fact.type, caption, way, told(fact))


def _beside(start: Thing, shown: Surroundings) -> None:
    pick = session.chosen("pick")
    node = next((node for node in shown.nodes if node.id == pick), None)
    fact = next((fact for fact in shown.links if link_id(fact) == pick), None)
    if fact is not None:
        _fact(fact)
    elif node is not None:
        _node(node, start, shown)
    else:
        st.header(say("graph.begin"))
        marks.show(marks.line(say("graph.begin_how")))
    _list(shown)


def _fact(fact: Fact) -> None:
    sign = marks.way(fact.direction) if fact.direction else ""
    caption = MODEL.link(fact.type).caption
    words = f"{fact.source.caption} {caption} {fact.target.caption}"
    marks.show(f'<p class="seam-line seam-strong">{sign}{html(words)}</p>')
    if fact.detail:
        marks.show(marks.line(_detail(fact.detail)))
    marks.show(marks.line(say_count("marks.sources", told(fact)), quiet=True))
    proof.show_passages(fact.passages)


def _detail(text: str) -> str:
    """Return a detail with the role that it may begin with as people say it."""
    role, colon, rest = text.partition(":")
    return f"{term('role', role)}{colon}{rest}" if role in ROLES else text


def _node(node: Thing, start: Thing, shown: Surroundings) -> None:
    st.header(plain(node.caption))
    facts = sorted(reading.facts(node.id), key=lambda fact: -told(fact))
    counted = say("graph.node", kind=term("kind", node.label), links=len(facts))
    marks.show(marks.line(counted, quiet=True))
    with st.container(horizontal=True, vertical_alignment="center"):
        if node.label == "Intervention":
            pages.link("intervention", say("cell.card"), id=node.id)
        if node.id in shown.opened:
            rest = (id_ for id_ in shown.opened if id_ != node.id)
            choices.press(say("graph.close"), "close", open=SEPARATOR.join(rest))
        elif node.id != start.id:
            opened = SEPARATOR.join((*shown.opened, node.id))
            choices.press(say("graph.open"), "open", open=opened)
            choices.press(say("graph.from_here"), "from", node=node.id, open="", pick="")
    for fact in facts[:PROVEN]:
        _fact(fact)
    if len(facts) > PROVEN:
        marks.show(marks.line(say("graph.more", shown=PROVEN, all=len(facts)), quiet=True))


def _list(shown: Surroundings) -> None:
    st.header(say("graph.list"))
    ids = [link_id(fact) for fact in shown.links]
    pick = session.chosen("pick")
    key = session.row_key("pick", ids.index(pick) if pick in ids else None)
    ends = [_ends(fact, shown) for fact in shown.links]
    st.dataframe(
        {
            say("graph.to"): [short(far.caption, 60) for far, _ in ends],
            say("graph.link"): [_says(fact) for fact in shown.links],
            say("graph.from"): [short(near.caption, 60) for _, near in ends],
            say("graph.sources"): [told(fact) for fact in shown.links],
        },
        hide_index=True,
        height=330,
        column_config={say("graph.to"): st.column_config.Column(width=185)},
        key=key,
        on_select=lambda: session.row_clicked(key, "pick", ids, ()),
        selection_mode="single-row",
        alt=say("graph.list"),
    )


def _ends(fact: Fact, shown: Surroundings) -> tuple[Thing, Thing]:
    """Return the ends of a link: first the one that was drawn because of the other."""
    centres = (shown.nodes[0].id, *shown.opened)
    near, far = sorted(
        (fact.source, fact.target),
        key=lambda end: centres.index(end.id) if end.id in centres else len(centres),
    )
    return far, near


def _says(fact: Fact) -> str:
    caption = MODEL.link(fact.type).caption
    way = term("direction", fact.direction) if fact.direction else ""
    return f"{caption}: {way}" if way else caption
