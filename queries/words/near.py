"""Slips of the pen: the known word that an unknown one is nearly the same as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from typing import Final

SHORTEST: Final = 6
"""Letters of a word that may hold a slip; a shorter one is too near to too many others."""

LIKENESS: Final = 0.83
"""Ratio of `difflib` to a name: one letter wrong in six, or two swapped in seven."""

LIKE_A_WORD: Final = 0.875
"""Ratio to an ordinary word: one letter wrong in eight."""

LONGER: Final = 2


class Near:
    """Words that may be meant, by first letter and length."""

    def __init__(self, names: Iterable[str], words: Iterable[str], known: Collection[str]) -> None:
        self._names, self._known = frozenset(names), frozenset(known)
        self._held: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted({*self._names, *words}):
            if len(word) >= SHORTEST - 1 and word.isalpha():
                self._held[word[0], len(word)].append(word)

    def word(self, typed: str) -> str | None:
        """Return the word that is meant by an unknown one, if one is near enough."""
        if len(typed) < SHORTEST or typed in self._known or not typed.isalpha():
            return None
        likeness = SequenceMatcher(b=typed, autojunk=False)
        best, most = None, 0.0
        for length in range(len(typed) - LONGER, len(typed) + LONGER + 1):
            for word in self._held.get((typed[0], length), ()):
                least = max(most, LIKENESS if word in self._names else LIKE_A_WORD)
                likeness.set_seq1(word)
                if likeness.real_quick_ratio() >= least and likeness.quick_ratio() >= least:
                    ratio = likeness.ratio()
                    if ratio >= least and ratio > most:
                        best, most = word, ratio
        return best
