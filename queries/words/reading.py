"""A sentence in words, read as a saved question and its parameters, with how it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from queries.header import SPOKEN
from queries.labels import labels, value_label
from queries.saved import SavedQuery
from queries.saved import questions as all_questions
from queries.words.finding import Heard, heard
from queries.words.fitting import COUNTED
from queries.words.lexicon import lexicon
from queries.words.phrases import Places
from queries.words.registry import How, Named, Registry
from queries.words.text import words_of
from queries.words.vocabulary import common_words, languages_of
from queries.words.weighing import Reason, Weighed, weighed

TOLD: Final = 1.5
"""The least that the cues must tell for a question that is asked without asking back."""

UNDERSTOOD: Final = 2.5
"""The score that such a question must have, or else be `AHEAD` of the next."""

AHEAD: Final = 0.3

OFFERED: Final = 0.5
"""The least score of a question that is offered besides."""

SHOWN: Final = 3

Values: TypeAlias = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the sentence and what they were read as.

    `kind` is a node type, the parameter of a closed value, or `year`; `mended` tells that a slip
    was mended; `parameter` is empty if the question has no use for it.
    """

    words: str
    parameter: str
    kind: str
    id: str
    name: str
    how: How
    mended: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A question that a sentence may ask, with its parameters, and what speaks for it."""

    question: str
    parameters: Values
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sentence was read.

    `question` is empty if nothing was understood well enough. `matched` are the words that gave
    the parameters, `unused` those that name something the question cannot take, `unread` those
    that nothing was made of; `assumed` are the parameters that the question needs and the
    sentence does not name.
    """

    sentence: str
    language: str
    question: str
    parameters: Values
    score: float
    reasons: tuple[Reason, ...]
    matched: tuple[Match, ...]
    unused: tuple[Match, ...]
    unread: tuple[str, ...]
    assumed: tuple[str, ...]
    runners_up: tuple[Option, ...]


def read(sentence: str, known: Registry, saved: Mapping[str, SavedQuery] | None = None) -> Reading:
    """Return how a sentence is read: the saved question that fits best, and the next ones.

    Points are added up: what each cue tells for a question, and what each thing named fits; among
    equals the one that takes more comes first, then the order of the questions.
    """
    words = words_of(sentence)
    said = heard(words, languages_of(sentence, words), known)
    asked = all_questions() if saved is None else saved
    ranked = sorted(
        (weighed(query, said, known) for query in asked.values()),
        key=lambda w: (-w.score, -len(w.fit.taken)),
    )
    first = ranked[0] if _understood(ranked) else None
    others = ranked[1:] if first else ranked
    return _Told(sentence, said, known).reading(first, others)


def _understood(ranked: Sequence[Weighed]) -> bool:
    scores = [found.score for found in ranked]
    first, second = (*scores[:2], 0.0, 0.0)[:2]
    clear = first >= UNDERSTOOD or (first >= TOLD and first - second >= AHEAD)
    return clear and ranked[0].told >= TOLD


@dataclass(frozen=True, slots=True)
class _Told:
    """Puts what was found into words."""

    sentence: str
    said: Heard
    known: Registry

    def reading(self, first: Weighed | None, others: list[Weighed]) -> Reading:
        offered = (w for w in others if w.score >= OFFERED)
        return Reading(
            self.sentence,
            self.said.language,
            first.query.name if first else "",
            _values(first) if first else {},
            first.score if first else 0.0,
            first.reasons if first else (),
            tuple(self._matched(first)) if first else (),
            tuple(self._unused(first)),
            tuple(self._unread(first)),
            _assumed(first) if first else (),
            tuple(_option(w) for w, _ in zip(offered, range(SHOWN), strict=False)),
        )

    def _matched(self, first: Weighed) -> Iterator[Match]:
        for taken in sorted(first.fit.taken, key=lambda t: t.places):
            yield self._match(taken.places, taken.named, taken.slot.name)

    def _unused(self, first: Weighed | None) -> Iterator[Match]:
        """Yield what the sentence names and the question cannot take, but not its own cues."""
        asked = _asked(first) if first else set()
        for found in first.fit.left if first else self.said.found:
            if not found.soft() or not asked.issuperset(found.places):
                yield self._match(found.places, found.choices[0], "")

    def _match(self, places: Places, named: Named, parameter: str) -> Match:
        words = [self.said.words[place] for place in places]
        return Match(
            " ".join(word.typed for word in words),
            parameter,
            named.kind,
            named.id,
            self._called(named),
            named.how,
            any(word.mended for word in words),
        )

    def _called(self, named: Named) -> str:
        if named.id in labels().get(named.kind, {}):
            return value_label(named.kind, named.id, self.said.language)
        return self.known.caption(named.id, self.said.language)

    def _unread(self, first: Weighed | None) -> Iterator[str]:
        read = _asked(first) if first else {p for ps in self.said.cues.values() for p in ps}
        read |= {place for found in self.said.found for place in found.places}
        read |= {p for taken in (first.fit.taken if first else ()) for p in taken.places}
        common = frozenset().union(*map(common_words, SPOKEN))
        for place, word in enumerate(self.said.words):
            if place not in read and word.read not in common:
                yield word.typed


def _asked(found: Weighed) -> set[int]:
    """Return the places of the words that told for the question."""
    told = (*found.cues.values(), *found.hints.values(), found.titled)
    return {place for places in told for place in places}


def _option(found: Weighed) -> Option:
    return Option(found.query.name, _values(found), found.score, found.reasons)


def _values(found: Weighed) -> dict[str, str | int]:
    """Return the values that a sentence gives to the parameters of a question."""
    values: dict[str, str | int] = {}
    for taken in found.fit.taken:
        name, id_ = taken.slot.name, taken.named.id
        if name in COUNTED:
            values[name] = int(id_)
        else:
            values[name] = f"{values[name]},{id_}" if name in values else id_
    return {**dict.fromkeys(_widened(found), ""), **values}


def _widened(found: Weighed) -> Sequence[str]:
    """Return the parameters that no longer narrow the answer once something else does."""
    return lexicon().widens.get(found.query.name, ()) if found.fit.taken else ()


def _assumed(found: Weighed) -> tuple[str, ...]:
    missing = (slot.name for slot in found.fit.missing)
    return tuple(name for name in missing if name not in _widened(found))
