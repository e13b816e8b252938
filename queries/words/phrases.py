"""Finding phrases in a row of words: whole words, in their order, and with gaps where these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Generic, TypeAlias, TypeVar

GAP: Final = "*"
WIDEST: Final = 4
"""How many words a gap may hold."""

EXACTLY: Final = "="
"""Before a word of a phrase that counts in this form only."""

Meant = TypeVar("Meant")
Forms: TypeAlias = tuple[str, ...]
"""A word as phrases may have it, its usual form first."""

Places: TypeAlias = tuple[int, ...]


class Phrases(Generic[Meant]):
    """Phrases and what each of them means.

    Plain ones are looked up whole, however many there are; those with gaps or exact words are
    tried in turn.
    """

    def __init__(self) -> None:
        self._plain: dict[tuple[str, ...], dict[Meant, None]] = {}
        self._lengths: dict[str, set[int]] = {}
        self._others: dict[str, dict[tuple[tuple[str, ...], Meant], None]] = {}

    def add(self, phrase: Sequence[str], meant: Meant) -> None:
        """Take in a phrase; one without words is none."""
        if any(word == GAP or word.startswith(EXACTLY) for word in phrase):
            self._others.setdefault(phrase[0], {})[tuple(phrase), meant] = None
        elif phrase:
            self._plain.setdefault(tuple(phrase), {})[meant] = None
            self._lengths.setdefault(phrase[0], set()).add(len(phrase))

    def found(self, words: Sequence[Forms]) -> Iterator[tuple[Places, Meant]]:
        """Yield the places of the words of each phrase that is there, and what it means."""
        usual = tuple(forms[0] if forms else "" for forms in words)
        for start, forms in enumerate(words):
            for length in sorted(self._lengths.get(usual[start], ())):
                if start + length <= len(words):
                    for meant in self._plain.get(usual[start : start + length], ()):
                        yield tuple(range(start, start + length)), meant
            for form in forms:
                for phrase, meant in self._others.get(form, ()):
                    places = _places(phrase, words, start)
                    if places:
                        yield places, meant


def _places(phrase: Sequence[str], words: Sequence[Forms], start: int) -> Places:
    places: list[int] = []
    at, reach = start, 0
    for word in phrase:
        if word == GAP:
            reach = WIDEST
            continue
        within = range(at, min(at + reach + 1, len(words)))
        here = next((n for n in within if word in words[n]), -1)
        if here < 0:
            return ()
        places.append(here)
        at, reach = here + 1, 0
    return tuple(places)
