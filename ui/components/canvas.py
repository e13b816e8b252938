"""The graph canvas: draws nodes and links, and says what a person did with them."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

import streamlit as st

from ui.components.canvas_words import WORDS

Direction = Literal["", "improved", "mixed", "unchanged", "worsened", "unknown"]

USUAL: Final = 150
MOST: Final = 300

_SCRIPT: Final = Path(__file__).parent.parent / "static" / "canvas.js"
_LOADER: Final = """
const script = (base, version) => `${location.origin}${base}/app/static/canvas.js?v=${version}`;
export default async function load(component) {
  const { base, version } = component.data;
  const canvas = await import(script(base, version));
  return canvas.default(component);
}
"""


@dataclass(frozen=True, slots=True)
class CanvasNode:
    """A node to draw; `links` is how many it has in the whole graph, drawn or not."""

    id: str
    type: str
    name: str
    links: int = 0


@dataclass(frozen=True, slots=True)
class CanvasLink:
    """A link to draw; `sources` is how many independent sources tell it (0: structure)."""

    id: str
    source: str
    target: str
    type: str
    caption: str
    direction: Direction = ""
    sources: int = 1


@dataclass(frozen=True, slots=True)
class CanvasEvent:
    """What a person did: `selected` stays until changed, the others hold for one run."""

    selected: str | None = None
    expand: str | None = None
    undo: bool = False


@dataclass(frozen=True, slots=True)
class _Choice:
    """A selection, the last that the page asked for, and the clicks counted until then."""

    selected: str | None
    asked: str | None
    turn: int


def draw(  # noqa: PLR0913 (what a canvas needs, all by name)
    nodes: Sequence[CanvasNode],
    links: Sequence[CanvasLink],
    *,
    key: str,
    selected: str | None = None,
    height: int = 600,
    words: Mapping[str, str] | None = None,
    total: int | None = None,
    can_undo: bool = False,
) -> CanvasEvent:
    """Draw the graph; nodes that were drawn under the same key stay where they are.

    A click beats `selected`; a changed `selected` beats older clicks. `height` is in pixels, and
    more where the window is taller; `total` is how many nodes there are to draw in all, `words`
    replaces entries of WORDS.
    """
    _check(nodes, links)
    choice = _choose(key, selected)
    result = _COMPONENT(
        key=key,
        data={
            "base": _base_path(),
            "version": _version(),
            "key": key,
            "nodes": [asdict(node) for node in nodes],
            "links": [asdict(link) for link in links],
            "selected": choice.selected,
            "turn": choice.turn,
            "height": height,
            "words": {**WORDS, **(words or {})},
            "total": total,
            "can_undo": can_undo,
        },
        on_selected_change=_heard,
        on_expand_change=_heard,
        on_undo_change=_heard,
    )
    return CanvasEvent(choice.selected, _text(result.get("expand")), bool(result.get("undo")))


def _check(nodes: Sequence[CanvasNode], links: Sequence[CanvasLink]) -> None:
    if len(nodes) > MOST:
        raise ValueError(f"{len(nodes)} nodes are too many to draw; choose at most {MOST}.")
    known = {node.id for node in nodes}
    for link in links:
        if not {link.source, link.target} <= known:
            raise ValueError(f"Link {link.id} needs both its ends among the nodes drawn.")
    ids = Counter([node.id for node in nodes] + [link.id for link in links])
    if twice := [one for one, count in ids.items() if count > 1]:
        raise ValueError(f"Each node and link needs an id of its own; twice: {', '.join(twice)}.")


def _choose(key: str, asked: str | None) -> _Choice:
    """Settle what is selected: a new click first, then a new wish of the page, then the old."""
    last = st.session_state.get(_memory(key), _Choice(asked, asked, 0))
    picked, turn = _picked(key)
    if turn > last.turn:
        choice = _Choice(picked, asked, turn)
    elif asked != last.asked:
        choice = _Choice(asked, asked, last.turn)
    else:
        choice = last
    st.session_state[_memory(key)] = choice
    return choice


def _memory(key: str) -> str:
    return f"{key} choice"


def _picked(key: str) -> tuple[str | None, int]:
    """Read the last click on the canvas and its number from the component's state."""
    state = st.session_state.get(key) or {}
    value = state.get("selected") or {}
    return _text(value.get("id")), int(value.get("turn") or 0)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _base_path() -> str:
    path = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{path}" if path else ""


@cache
def _version() -> str:
    return hashlib.sha256(_SCRIPT.read_bytes()).hexdigest()[:12]


def _heard() -> None:
    """Streamlit keeps a state only when somebody listens."""


_COMPONENT = st.components.v2.component("seam_canvas", js=_LOADER)
