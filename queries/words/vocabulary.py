"""The lexicon made ready for matching, once for each process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.ids import folded
from queries.header import SPOKEN
from queries.words.lexicon import lexicon
from queries.words.phrases import EXACTLY, GAP, Phrases
from queries.words.text import Word, stem

LETTERS: Final = {"es": "ñ¿¡", "pt": "ãõ", "fr": "œùèûî"}
"""Letters and marks that one of the four languages has alone."""

NUMBER: Final = "#"
MIXED: Final = 2
STRENGTH: Final = 2.0
"""What a mark of one language alone counts, in words."""


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the words of a language that do not count within a name."""
    return frozenset(part for word in lexicon().small[language] for part in folded(word).split())


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the words of a language that lose nothing when they are not used."""
    words = (*lexicon().common[language], *lexicon().numbers[language])
    return small_words(language) | {part for word in words for part in folded(word).split()}


@cache
def spoken_words(language: str) -> frozenset[str]:
    """Return all words of a language that the lexicon has."""
    phrases = (phrase for code, phrase in lexicon().phrases() if code == language)
    return common_words(language) | {word for phrase in phrases for word in folded(phrase).split()}


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words of all languages: a name of the same letters must be typed as it is."""
    return frozenset().union(*(spoken_words(language) for language in SPOKEN))


@cache
def _stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in spoken_words(language))


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that tells for questions: the cue it belongs to, and its words without gaps."""

    name: str
    words: tuple[str, ...]


@cache
def cues(language: str) -> Phrases[Cue]:
    """Return the cues of a language, by the stems of their words."""
    made: Phrases[Cue] = Phrases()
    for name, said in lexicon().cues.items():
        for phrase in said[language]:
            made.add(cue_words(phrase, language), Cue(name, tuple(folded(phrase).split())))
    return made


@cache
def counts(language: str) -> Phrases[str]:
    """Return what makes a number the `least` or the `most`; the number stands as `#`."""
    made: Phrases[str] = Phrases()
    for kind, said in (("least", lexicon().least), ("most", lexicon().most)):
        for phrase in said[language]:
            words = (
                NUMBER if word == NUMBER else stem(folded(word), language)
                for word in phrase.split()
            )
            made.add(list(words), kind)
    return made


@cache
def hints(language: str) -> Mapping[str, str]:
    """Return the words that only one cue of a language has: a hint at it, by their stems."""
    held: dict[str, set[str]] = {}
    for name, said in lexicon().cues.items():
        for phrase in said[language]:
            for word in folded(phrase).split():
                if word not in common_words(language):
                    held.setdefault(stem(word, language), set()).add(name)
    return {word: min(names) for word, names in held.items() if len(names) == 1}


def cue_words(phrase: str, language: str) -> list[str]:
    """Return the stems of a cue; its gaps and its exact words stand among them as marked."""
    return [part for word in phrase.split() for part in _parts(word, language)]


def _parts(word: str, language: str) -> list[str]:
    if word == GAP:
        return [GAP]
    if word.startswith(EXACTLY):
        return [EXACTLY + folded(word)]
    return [stem(part, language) for part in folded(word).split()]


def languages_of(sentence: str, words: tuple[Word, ...]) -> tuple[str, ...]:
    """Return the language that most words of a sentence belong to, then those it is mixed with.

    It is mixed with a language if two words of that are not of the first.
    """
    told = dict.fromkeys(SPOKEN, 0.0)
    for code, marks in LETTERS.items():
        told[code] += STRENGTH * any(mark in sentence.casefold() for mark in marks)
    for word in words:
        for code, weight in _weights(word.read).items():
            told[code] += weight
    first = max(SPOKEN, key=lambda code: told[code])
    strange = {word.read for word in words} - spoken_words(first)
    return first, *(code for code in SPOKEN if len(strange & spoken_words(code)) >= MIXED)


def _weights(word: str) -> Mapping[str, float]:
    """Return how much a word tells for each language: the fewer have it, the more."""
    small = [code for code in SPOKEN if word in small_words(code)]
    held = [code for code in SPOKEN if stem(word, code) in _stems(code)]
    return {code: (code in small) / (len(small) or 1) + 1 / len(held) for code in held}
