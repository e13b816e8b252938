"""How much a sentence speaks for a question: each cue and each value, with its points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from queries.header import SPOKEN
from queries.saved import SavedQuery
from queries.words.finding import Heard
from queries.words.fitting import Fit, Taken, fit
from queries.words.lexicon import lexicon
from queries.words.phrases import Places
from queries.words.registry import Registry
from queries.words.text import stem, stems

HINT: Final = 0.6
"""The part of a cue's points that one of its words alone has."""

TITLE: Final = 4.0
"""Points of the whole title of a question, in any language."""

FITS, FITS_NEEDED, FITS_WORD = 0.7, 1.0, 0.5
"""Points of a value that a question takes: a thing, a thing it is about, a closed value."""

LEFT, MISSING, UNASKED = -0.8, -1.5, -0.3
"""Points of a thing that it cannot take, of a thing that it misses, and, of the most that a cue
tells for another question, of a cue that it is not asked with."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What spoke for or against a question, in which words, and how much."""

    what: str
    words: str
    points: float


@dataclass(frozen=True)
class Weighed:
    """A question against a sentence."""

    query: SavedQuery
    said: Heard
    fit: Fit

    @cached_property
    def cues(self) -> Mapping[str, Places]:
        """The cues of this question that the sentence has."""
        points = lexicon().points.get(self.query.name, {})
        return {cue: places for cue, places in self.said.cues.items() if cue in points}

    @cached_property
    def hints(self) -> Mapping[str, Places]:
        """The hints in the sentence at cues of this question."""
        points = lexicon().points.get(self.query.name, {})
        return {cue: places for cue, places in self.said.hints.items() if cue in points}

    @cached_property
    def titled(self) -> Places:
        """The places of the question's title, none if it is not there."""
        for language in SPOKEN:
            told = [stem(word.read, language) for word in self.said.words]
            title = stems(self.query.header.titles[language], language)
            for start in range(len(told) - len(title) + 1):
                if tuple(told[start : start + len(title)]) == title:
                    return tuple(range(start, start + len(title)))
        return ()

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks for the question and what against it."""
        return (*self._asked(), *self._taken(), *self._against())

    @cached_property
    def told(self) -> float:
        """How much of the score the cues and the words of closed values make."""
        values = lexicon().fitting.get(self.query.name, {})
        told = sum(reason.points for reason in self._asked())
        return told + sum(values.get(taken.slot.name, 0) for taken in self.fit.taken)

    @cached_property
    def score(self) -> float:
        """How much speaks for the question, less what speaks against it."""
        return sum(reason.points for reason in self.reasons)

    def words(self, places: Places) -> str:
        """Return the words at these places, as typed."""
        return " ".join(self.said.words[place].typed for place in places)

    def _asked(self) -> Iterator[Reason]:
        points = lexicon().points.get(self.query.name, {})
        for cue, places in self.cues.items():
            yield Reason(cue, self.words(places), points[cue])
        for cue, places in self.hints.items():
            yield Reason(cue, self.words(places), points[cue] * HINT)
        if self.titled:
            yield Reason("title", self.words(self.titled), TITLE)

    def _taken(self) -> Iterator[Reason]:
        for taken in self.fit.taken:
            yield Reason(taken.slot.name, self.words(taken.places), self._points(taken))

    def _points(self, taken: Taken) -> float:
        own = lexicon().fitting.get(self.query.name, {}).get(taken.slot.name)
        if own is not None or taken.named.how in {"word", "number"}:
            return FITS_WORD if own is None else own
        return FITS_NEEDED if taken.slot.needed else FITS

    def _against(self) -> Iterator[Reason]:
        for found in self.fit.left:
            if not found.soft():
                yield Reason("left", self.words(found.places), LEFT)
        for slot in self.fit.missing:
            yield Reason("missing", slot.name, MISSING)
        for cue, places in self.said.cues.items():
            if cue not in self.cues and not set(places) <= set(self.titled):
                yield Reason("other", self.words(places), UNASKED * strongest(cue))


@cache
def strongest(cue: str) -> float:
    """Return the most that a cue tells for any question."""
    return max((points.get(cue, 0.0) for points in lexicon().points.values()), default=0.0)


def weighed(query: SavedQuery, said: Heard, known: Registry) -> Weighed:
    """Return a question against a sentence."""
    return Weighed(query, said, fit(query, said, known))
