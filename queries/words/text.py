"""Words of a sentence: as typed, without case and accents, and by their stems."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final, Protocol

import snowballstemmer

from graph.errors import SeamError
from graph.ids import folded

LONGEST: Final = 60
ENDS: Final = 3
"""Letters at the end by which two forms of a word may differ."""

STEMMERS: Final = {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese"}


class Stemmer(Protocol):
    """What snowballstemmer makes."""

    def stemWord(self, word: str) -> str:  # noqa: N802  its name
        """Return the stem of a word."""


class LongSentenceError(SeamError):
    """A text that is too long to be one question."""

    def __init__(self, words: int) -> None:
        super().__init__(
            f"the sentence has {words:,} words; ask in {LONGEST} at most, one question at a time"
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was typed, what it is read as, and whether that mends a slip."""

    typed: str
    read: str
    mended: bool = False

    def as_(self, meant: str) -> Word:
        """Return the word read as another one."""
        return replace(self, read=meant, mended=True)


def words_of(sentence: str) -> tuple[Word, ...]:
    """Return the words of a sentence in their order."""
    typed = re.findall(r"\w+", unicodedata.normalize("NFC", sentence))
    if len(typed) > LONGEST:
        raise LongSentenceError(len(typed))
    return tuple(Word(word, plain) for word in typed for plain in folded(word).split())


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word."""
    return _stemmer(language).stemWord(word)


@cache
def _stemmer(language: str) -> Stemmer:
    made: Stemmer = snowballstemmer.stemmer(STEMMERS[language])
    return made


def alike(one: str, other: str, ends: int = ENDS) -> bool:
    """Tell whether two words of one stem differ in their ends only.

    `cooperate` is no `cooperative`.
    """
    least = max(len(one), len(other)) - ends
    return one[:least] == other[:least]


def stems(phrase: str, language: str) -> tuple[str, ...]:
    """Return the stems of a phrase."""
    return tuple(stem(word, language) for word in folded(phrase).split())
