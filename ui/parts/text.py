"""Text that people typed, made safe for places that would read Markdown or HTML in it."""

from __future__ import annotations

import re
from html import escape as html

from ui.i18n import say

MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=])")
COLON = re.compile(r":(?=\S)")
LINK = re.compile(r"(?i)(https?|www|mailto|ftp)(?=[:.])")
SPACE = re.compile(r"[ \t\r\n]+")
JOINER = "\u2060"
"""A word joiner: seen by no reader, but it ends a short code, a directive or an address."""


def plain(text: str) -> str:
    """Return text that Markdown shows as it was typed."""
    broken = LINK.sub(rf"\1{JOINER}", COLON.sub(f":{JOINER}", text.replace("@", f"{JOINER}@")))
    return MARKS.sub(r"\\\1", SPACE.sub(" ", broken).strip())


def short(text: str, most: int) -> str:
    """Return text of at most this many letters, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def years(began: int | None, last: int | None) -> str:
    """Return when something began and was last described, and what of it is unknown."""
    first = str(began) if began else say("years.began_unknown")
    if began == last and began is not None:
        return first
    until = say("years.last_unknown") if last is None else str(last)
    return say("years.span", first=first, last=until)


__all__ = ["html", "plain", "short", "years"]
