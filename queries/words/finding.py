"""What a sentence names: the longest names win, slips are mended, numbers are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from queries.header import SPOKEN
from queries.words.lexicon import lexicon
from queries.words.phrases import EXACTLY, Places
from queries.words.registry import Named, Registry
from queries.words.text import ENDS, Word, alike, stem
from queries.words.vocabulary import (
    NUMBER,
    common_words,
    counts,
    cues,
    hints,
    small_words,
)

FOREIGN: Final = 5
"""Letters of a word of one language that counts in a sentence of another."""

DIGITS: Final = 4
YEARS: Final = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Found:
    """The places of words that name something, and all that they may mean, the likeliest first."""

    places: Places
    choices: tuple[Named, ...]

    def soft(self) -> bool:
        """Tell whether the words only may be meant as the value of a closed list."""
        return all(named.how == "word" for named in self.choices)


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was found in a sentence: its words, what they name, and the cues in it."""

    words: tuple[Word, ...]
    language: str
    found: tuple[Found, ...]
    cues: dict[str, Places]
    hints: dict[str, Places]


def heard(words: tuple[Word, ...], languages: Sequence[str], known: Registry) -> Heard:
    """Return what the words of a sentence name, and the cues in its languages."""
    language = languages[0]
    meant = tuple(_mended(word, known) for word in words)
    spans: dict[Places, list[Named]] = {}
    for places, named in (*_proper(meant, known), *_ideas(meant, language, known)):
        spans.setdefault(places, []).append(named)
    found = [Found(places, _choices(spans[places])) for places in _longest(spans, meant)]
    found += _numbers(meant, language)
    names = {place for one in found if _is_name(one) for place in one.places}
    told = _cues(meant, languages, names)
    used = {p for one in found for p in one.places} | {
        p for places in told.values() for p in places
    }
    hinted = _hints(meant, language, names, told)
    used |= {place for places in hinted.values() for place in places}
    kept = tuple(w if n in used else words[n] for n, w in enumerate(meant))
    return Heard(kept, language, tuple(sorted(found, key=lambda f: f.places)), told, hinted)


def _mended(word: Word, known: Registry) -> Word:
    meant = known.near.word(word.read)
    return word.as_(meant) if meant else word


def _proper(words: Sequence[Word], known: Registry) -> Iterator[tuple[Places, Named]]:
    for places, named in known.proper.found([(word.read,) for word in words]):
        typed = words[places[0]].typed
        begins = places[0] == 0 and not typed.isupper()
        if not named.exact or (typed == named.exact and not begins):
            yield places, named


def _ideas(words: Sequence[Word], language: str, known: Registry) -> Iterator[tuple[Places, Named]]:
    """Yield ideas and closed values; those of another language need a word of their own."""
    for code in (language, *(other for other in SPOKEN if other != language)):
        every = range(len(words))
        content = [n for n in every if words[n].read not in small_words(code)]
        for places, held in ((content, known.ideas[code]), (every, known.values[code])):
            stems = [(stem(words[n].read, code),) for n in places]
            for here, named in held.found(stems):
                there = tuple(places[n] for n in here)
                read = [words[n].read for n in there]
                if _counts(read, code, language) and _said(read, named):
                    yield there, named


def _said(read: Sequence[str], named: Named) -> bool:
    """Tell whether words are those of a name; those of a closed value are told in their forms."""
    ends = ENDS - (named.how == "word")
    return all(alike(one, other, ends) for one, other in zip(read, named.words, strict=True))


def _counts(read: Sequence[str], code: str, language: str) -> bool:
    """Tell whether words of one language count in a sentence of another."""
    common = common_words(language)
    return code == language or any(len(w) >= FOREIGN and w not in common for w in read)


def _choices(named: Sequence[Named]) -> tuple[Named, ...]:
    """Return what words may mean, each thing once; what is only called so gives way to names."""
    ideas = [one for one in named if one.language]
    names = [one for one in ideas if one.how != "alias"]
    kept = [one for one in named if not one.language] + (names or ideas)
    once = {(one.kind, one.id): one for one in reversed(kept)}
    return tuple(reversed(once.values()))


def _longest(spans: Iterable[Places], words: Sequence[Word]) -> Iterator[Places]:
    """Yield the places of the longest names; a shorter one that shares a word gives way."""
    taken: set[int] = set()
    for places in sorted(spans, key=lambda s: (-len(s), -sum(len(words[n].read) for n in s), s)):
        if taken.isdisjoint(places):
            taken.update(places)
            yield places


def _is_name(found: Found) -> bool:
    first = found.choices[0]
    return not first.language and first.how != "number"


def _numbers(words: Sequence[Word], language: str) -> Iterator[Found]:
    """Yield how many rows or interventions are asked for, and years."""
    numbers = {n: number for n, w in enumerate(words) if (number := _number(w.read, language))}
    told = [(NUMBER,) if n in numbers else (stem(w.read, language),) for n, w in enumerate(words)]
    for places, kind in counts(language).found(told):
        place = next(n for n in places if n in numbers)
        yield Found(places, (Named(kind, str(numbers.pop(place, 0)), "number"),))
    for place, number in numbers.items():
        if number in YEARS:
            yield Found((place,), (Named("year", str(number), "number"),))


def _number(word: str, language: str) -> int:
    said = lexicon().numbers[language].get(word, word)
    return int(said) if said.isdecimal() and len(said) <= DIGITS else 0


def _cues(
    words: Sequence[Word], languages: Sequence[str], names: Collection[int]
) -> dict[str, Places]:
    """Return the places of each cue, in any language of the sentence."""
    told: dict[str, set[int]] = {}
    for code in languages:
        forms = [() if n in names else _forms(word, code) for n, word in enumerate(words)]
        for places, cue in cues(code).found(forms):
            if all(map(alike, (words[n].read for n in places), cue.words)):
                told.setdefault(cue.name, set()).update(places)
    return {cue: tuple(sorted(places)) for cue, places in told.items()}


def _hints(
    words: Sequence[Word], language: str, names: Collection[int], told: Mapping[str, Places]
) -> dict[str, Places]:
    """Return the places of the words that hint at a cue which the sentence does not have."""
    hinted: dict[str, Places] = {}
    for n, word in enumerate(words):
        cue = hints(language).get(stem(word.read, language))
        if cue and cue not in told and n not in names:
            hinted[cue] = (*hinted.get(cue, ()), n)
    return hinted


def _forms(word: Word, language: str) -> tuple[str, str]:
    return stem(word.read, language), EXACTLY + word.read
