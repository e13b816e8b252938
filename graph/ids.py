"""Ids: readable, made here and nowhere else. A changed id is a breaking change."""

from __future__ import annotations

import hashlib
import re
import unicodedata

AREA_PREFIX = "area-"


def area_id(area: str) -> str:
    """Return the id of a strategy area: outcomes share some of the bare words (`knowledge`)."""
    return AREA_PREFIX + area


def written(id_: str) -> str:
    """Return an id as records write it: an area without its prefix."""
    return id_.removeprefix(AREA_PREFIX)


def passage_id(record: str, passage: str) -> str:
    """Return the id of a passage within the record that holds it: `gin-siguiri-mou/p1`."""
    return f"{record}/{passage}"


def text_id(owner: str, word: str, text: str) -> str:
    """Return the id of something that a record says and that has no id of its own."""
    return f"{owner}/{word}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def folded(name: str) -> str:
    """Return a name without case, accents, punctuation and doubled spaces, to compare names."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", letters))
