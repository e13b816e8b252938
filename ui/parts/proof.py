"""Passages beside what they prove: text, place, source, voice, and the way out to it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from queries.lookups import Proof
from ui.i18n import say, say_count, term
from ui.parts import marks, reading
from ui.parts.text import html


def show_passages(passages: Sequence[str], *, most: int = 40) -> None:
    """Show these passages, and say how many are left out."""
    if not passages:
        marks.show(marks.line(say("proof.none"), quiet=True))
        return
    found = reading.proofs(tuple(passages[:most]))
    marks.show(*(card(proof) for proof in found))
    if len(passages) > most:
        left = say("proof.more", shown=most, all=len(passages))
        marks.show(marks.line(left, quiet=True))


def card(proof: Proof) -> str:
    """Return a passage as HTML."""
    said = (proof.title, proof.speaker, proof.at, proof.published)
    source = html(" · ".join(part for part in said if part))
    return (
        f'<article class="seam-proof seam-{html(proof.kind)}"><p>{html(proof.text)}</p>'
        f'<p class="seam-source">{marks.voice(proof.voice)} {source}<br>'
        f"{html(term('passage', proof.kind))}{way_out(proof.url)}</p></article>"
    )


def way_out(url: str) -> str:
    """Return a link out to a source, nothing if it is not on the web."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return ""
    host = urlsplit(url).netloc.removeprefix("www.")
    words = html(say("proof.open", host=host))
    return f' · <a href="{html(url)}" target="_blank" rel="noopener noreferrer">{words}</a>'


def heading(passages: Sequence[str]) -> str:
    """Return how many passages there are, in words."""
    return say_count("proof.passages", len(passages))
