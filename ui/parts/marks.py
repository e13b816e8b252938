"""Small pieces of HTML that say the same thing on every page; all text in them is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from graph.model import SELF_REPORTING
from ui.i18n import say, say_count, term
from ui.parts.directions import DIRECTIONS, direction
from ui.parts.text import html


def way(name: str, count: int | None = None, *, own: bool = False) -> str:
    """Return the sign of a direction, with a count; hollow if only those who ran it say so."""
    look = direction(name)
    words = " ".join(filter(None, (_digits(count), term("direction", name))))
    title = html(f"{words}; {say('marks.own')}" if own else words)
    look_of = f"seam-way seam-{name}{' seam-hollow' if own else ''}"
    said = " ".join(filter(None, (look.sign, _digits(count))))
    named = f'role="img" title="{title}" aria-label="{title}"'
    return f'<span class="{look_of}" {named}>{said}</span>'


def _digits(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def ways(counts: Mapping[str, int]) -> str:
    """Return the signs of all directions that occur, with their counts."""
    return "".join(way(d.name, counts[d.name]) for d in DIRECTIONS if counts.get(d.name))


def bar(counts: Mapping[str, int], *, percent: bool = False) -> str:
    """Return one bar of all directions; its parts are as long as their counts."""
    whole = sum(counts.values()) or 1
    parts = []
    for look in DIRECTIONS:
        count = counts.get(look.name, 0)
        shown = f"{round(100 * count / whole)} %" if percent else str(count)
        label = f"{look.sign} {shown}" if count * 16 >= whole else look.sign if count else ""
        title = f"{shown} {term('direction', look.name)}"
        parts.append(
            f'<span class="seam-{look.name}" style="flex:{count} 0 0" role="img" '
            f'title="{title}" aria-label="{title}">{label}</span>'
        )
    return f'<div class="seam-bar">{"".join(parts)}</div>'


def legend(*extra: str) -> str:
    """Return what the signs of direction mean."""
    said = [f"<span>{way(d.name)}{term('direction', d.name)}</span>" for d in DIRECTIONS]
    return f'<p class="seam-legend">{"".join((*said, *extra))}</p>'


def voice(name: str) -> str:
    """Return the badge of a voice; dashed for those who report on themselves."""
    own = name in SELF_REPORTING
    title = f' title="{html(say("marks.voice_own"))}"' if own else ""
    kind = " seam-own" if own else ""
    return f'<span class="seam-badge{kind}"{title}>{html(term("voice", name))}</span>'


def line(text: str, *, quiet: bool = False) -> str:
    """Return a paragraph of escaped text."""
    return f'<p class="seam-line{" seam-quiet" if quiet else ""}">{html(text)}</p>'


def numbers(pairs: Iterable[tuple[str, int]]) -> str:
    """Return big numbers with what they count."""
    held = "".join(f"<div><dt>{html(name)}</dt><dd>{n:,}</dd></div>" for name, n in pairs)
    return f'<dl class="seam-numbers">{held}</dl>'


def told_by(sources: int, *, own: bool) -> str:
    """Return how many independent sources say something, and whether only those who ran it do."""
    said = say_count("marks.sources", sources)
    return f"{said}, {say('marks.own')}" if own else said


def show(*pieces: str) -> None:
    """Put pieces of HTML on the page."""
    st.html("".join(pieces))
