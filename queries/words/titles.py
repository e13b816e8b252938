"""Things known by a title that nobody types whole: found by the words that few titles share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from graph.ids import folded

SHORTEST: Final = 3
ENOUGH: Final = 4.0
"""How much the words found must tell, in natural logarithms of titles to titles with the word."""

AHEAD: Final = 0.5
"""How much more than the words of the next title."""

MANY: Final = 500
"""A word that more titles share tells none apart."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A thing that some words of its title name, and the places of these words."""

    id: str
    places: tuple[int, ...]


class Titles:
    """The words of the titles of one type of thing."""

    def __init__(self, titles: Mapping[str, str], left: Collection[str], least: int) -> None:
        """Take in titles by id, without the words that are `left` out; `least` words name one."""
        self._least = least
        self._by_word: dict[str, set[str]] = defaultdict(set)
        for id_, title in titles.items():
            for word in folded(title).split():
                if len(word) >= SHORTEST and word not in left:
                    self._by_word[word].add(id_)
        self._count = max(len(titles), 1)

    def words(self) -> Iterable[str]:
        """Return all words of the titles that may tell them apart."""
        return self._by_word

    def best(self, words: Mapping[int, str], weak: Collection[int]) -> Titled | None:
        """Return the one title that these words, by place, name; `weak` places alone name none."""
        told: dict[str, float] = defaultdict(float)
        strong: set[str] = set()
        for word in sorted(set(words.values())):
            holders = self._by_word.get(word, set())
            if len(holders) <= MANY:
                for id_ in holders:
                    told[id_] += log(self._count / len(holders))
                if any(said == word and place not in weak for place, said in words.items()):
                    strong |= holders
        return self._only(words, {id_: weight for id_, weight in told.items() if id_ in strong})

    def _only(self, words: Mapping[int, str], told: Mapping[str, float]) -> Titled | None:
        first, *rest = sorted(told, key=lambda id_: (-told[id_], id_)) or ("",)
        enough = min(ENOUGH, log(self._count))
        if not first or told[first] < enough or (rest and told[first] - told[rest[0]] < AHEAD):
            return None
        places = [p for p, word in words.items() if first in self._by_word.get(word, set())]
        return Titled(first, tuple(sorted(places))) if len(places) >= self._least else None
