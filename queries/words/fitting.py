"""What a question can take of what a sentence names, and what it cannot."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model import MODEL
from queries.header import Parameter
from queries.saved import SavedQuery
from queries.words.finding import Found, Heard
from queries.words.lexicon import lexicon
from queries.words.phrases import Places
from queries.words.registry import IDEAS, TITLED, How, Named, Registry
from queries.words.vocabulary import common_words

COUNTED: Final = ("least", "most")
STRONG: Final = 2.0
"""Points of a cue that a question is asked with, rather than helped by."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A parameter with the kinds of things it takes.

    It is `needed` if the question is about one thing and only its default saves it from asking
    about none; it takes `many` if it is a list.
    """

    name: str
    kinds: tuple[str, ...]
    needed: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A parameter's value, and the places of the words that gave it."""

    slot: Slot
    places: Places
    named: Named


@dataclass(frozen=True, slots=True)
class Fit:
    """What a question takes of a sentence, what it cannot take, and what it misses."""

    taken: tuple[Taken, ...]
    left: tuple[Found, ...]
    missing: tuple[Slot, ...]


def slots(query: SavedQuery) -> tuple[Slot, ...]:
    """Return the parameters of a question that a sentence may fill, the needed ones first."""
    takes = lexicon().takes.get(query.name, {})
    made = [
        Slot(p.name, kinds, bool(p.of and p.default), p.type == "texts")
        for p in query.header.parameters
        if (kinds := tuple(takes.get(p.name, ())) or _kinds(p))
    ]
    return tuple(sorted(made, key=lambda slot: not slot.needed))


def _kinds(parameter: Parameter) -> tuple[str, ...]:
    if parameter.of:
        held = [n.label for n in MODEL.concrete() if MODEL.is_a(n.label, (parameter.of,))]
        own = [label for label in held if label.lower() == parameter.name]
        return tuple(own or held)
    closed = parameter.name in lexicon().values or parameter.name in COUNTED
    return (parameter.name,) if closed else ()


def fit(query: SavedQuery, said: Heard, known: Registry) -> Fit:
    """Return what a question takes of what a sentence names.

    Names come first, then titles, and where a place is named at last the country it lies in. An
    idea in the very words that a question is asked with is none.
    """
    taking = _Taking(slots(query))
    asked = _asked(query, said)
    named = [f for f in said.found if not (_is_idea(f) and asked.issuperset(f.places))]
    for found in named:
        if not _is_place(found):
            taking.take(found)
    for slot in taking.open():
        title = _title(slot, said, known, taking.places())
        if title:
            taking.taken.append(title)
    for found in named:
        if _is_place(found) and taking.places().isdisjoint(found.places):
            taking.take(found)
    used = taking.places()
    left = [found for found in taking.left if used.isdisjoint(found.places)]
    missing = tuple(slot for slot in taking.open() if slot.needed)
    return Fit(tuple(taking.taken), tuple(left), missing)


def _asked(query: SavedQuery, said: Heard) -> set[int]:
    points = lexicon().points.get(query.name, {})
    return {n for cue, places in said.cues.items() if points.get(cue, 0) >= STRONG for n in places}


def _is_idea(found: Found) -> bool:
    return all(named.kind in IDEAS for named in found.choices)


def _is_place(found: Found) -> bool:
    """Tell whether words name a place, whose country may be meant."""
    return found.choices[0].kind == "Site"


class _Taking:
    """Fills the slots of one question in turn."""

    def __init__(self, held: Sequence[Slot]) -> None:
        self._slots = held
        self.taken: list[Taken] = []
        self.left: list[Found] = []

    def open(self) -> list[Slot]:
        full = {taken.slot.name for taken in self.taken if not taken.slot.many}
        return [slot for slot in self._slots if slot.name not in full]

    def places(self) -> set[int]:
        return {place for taken in self.taken for place in taken.places}

    def take(self, found: Found) -> None:
        chosen = next(self._ways(found), None)
        if chosen:
            self.taken.append(chosen)
        else:
            self.left.append(found)

    def _ways(self, found: Found) -> Iterator[Taken]:
        """Yield the ways to take what was found: for a needed slot, else as the likeliest thing."""
        held = self.open()
        for slot in held:
            for named in found.choices if slot.needed else ():
                if named.kind in slot.kinds:
                    yield Taken(slot, found.places, named)
        for named in found.choices:
            for slot in held:
                if named.kind in slot.kinds:
                    yield Taken(slot, found.places, named)


def _title(slot: Slot, said: Heard, known: Registry, used: Collection[int]) -> Taken | None:
    """Return the thing that the words of its title name, if the slot takes one."""
    for label in TITLED:
        if any(MODEL.is_a(kind, (label,)) for kind in slot.kinds if kind in LABELS):
            told = {place for places in said.cues.values() for place in places}
            words = {
                n: word.read
                for n, word in enumerate(said.words)
                if n not in told and word.read not in common_words(said.language)
            }
            weak = {n for f in said.found if _is_country(f) for n in f.places} | set(used)
            found = known.titles[label].best(words, weak)
            if found:
                return Taken(slot, found.places, Named(label, found.id, TITLE))
    return None


def _is_country(found: Found) -> bool:
    return found.choices[0].kind == "Country"


LABELS: Final = frozenset(node.label for node in MODEL.nodes)
TITLE: Final[How] = "title"
