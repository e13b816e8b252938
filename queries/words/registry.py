"""What a graph holds that a sentence may name, made once for each version of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from graph.ids import folded
from graph.model import LANGUAGES, MODEL
from graph.store import Cell, Store, texts
from queries.header import SPOKEN
from queries.words.lexicon import Lexicon, lexicon
from queries.words.near import Near
from queries.words.phrases import Phrases
from queries.words.text import stem
from queries.words.titles import Titles
from queries.words.vocabulary import common_words, ordinary_words, small_words

How = Literal["name", "alias", "word", "place", "title", "number"]

BODIES: Final = ("Company", "Partner")
IDEAS: Final = ("StrategyArea", "Strategy", "Outcome", "Factor")
TITLED: Final = {"Intervention": 1, "Source": 2}
"""Things known by their titles, and how many words of it name one at least."""

PARTS: Final = re.compile(r"[,/()]| and (?!surround)")
KINDS_OF_PLACE: Final = re.compile(
    r" (mine|region|province|state|project|district|reserve)$", re.IGNORECASE
)
LEAD: Final = re.compile(r"[,:(]")
SHORT: Final = range(2, 5)
"""How many words the first part of a title has that is a name by itself."""

PLURAL: Final = 5
"""Letters of a word for a people that may also stand in the plural."""


@dataclass(frozen=True, slots=True)
class Named:
    """What words may mean: a node by its label and id, or a closed value by its parameter.

    `words` are those that name an idea or a value in a language; `exact` is how a proper name must
    be typed where the same letters are an ordinary word.
    """

    kind: str
    id: str
    how: How
    language: str = ""
    words: tuple[str, ...] = ()
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Registry:
    """What a sentence may name: proper names as they are, all else by the stems of its words.

    Small words do not count within the name of an idea; they do within that of a closed value.
    """

    proper: Phrases[Named]
    ideas: Mapping[str, Phrases[Named]]
    values: Mapping[str, Phrases[Named]]
    titles: Mapping[str, Titles]
    captions: Mapping[str, Mapping[str, str]]
    near: Near

    def caption(self, id_: str, language: str) -> str:
        """Return what something is called in a language, in English if it has no name there."""
        names = self.captions.get(id_, {})
        return names.get(language) or names.get("en", id_)


def registry(store: Store) -> Registry:
    """Return all that a sentence may name in this store."""
    return _Maker(store, lexicon()).made()


class _Maker:
    """Reads the names of a graph."""

    def __init__(self, store: Store, words: Lexicon) -> None:
        self._store, self._words = store, words
        self._proper: Phrases[Named] = Phrases()
        self._ideas: dict[str, Phrases[Named]] = {code: Phrases() for code in SPOKEN}
        self._closed: dict[str, Phrases[Named]] = {code: Phrases() for code in SPOKEN}
        self._captions: dict[str, dict[str, str]] = {}
        self._names: set[str] = set()
        self._known: set[str] = set()

    def made(self) -> Registry:
        self._countries()
        for label in BODIES:
            self._bodies(label)
        self._sites()
        for label in IDEAS:
            self._idea(label)
        self._values()
        titles = {label: self._titles(label) for label in TITLED}
        words = ordinary_words()
        near = Near(self._names, words, self._known | self._names | words)
        return Registry(self._proper, self._ideas, self._closed, titles, self._captions, near)

    def _rows(self, label: str, *names: str) -> Iterator[tuple[str, list[Cell]]]:
        columns = ", ".join(f"n.{name} AS {name}" for name in names)
        for id_, *cells in self._store.read(f"MATCH (n:{label}) RETURN n.id AS id, {columns}").rows:
            yield str(id_), cells

    def _name(self, typed: str, kind: str, id_: str, how: How) -> None:
        """Take in a name that counts as it stands."""
        tokens = folded(typed).split()
        ordinary = len(tokens) == 1 and (len(tokens[0]) <= 2 or tokens[0] in ordinary_words())
        self._proper.add(tokens, Named(kind, id_, how, exact=typed if ordinary else ""))
        self._names.update(tokens)

    def _countries(self) -> None:
        for id_, (name,) in self._rows("Country", "name"):
            said = self._words.countries.get(id_, {})
            first = {code: names[0] for code, names in said.items() if code in LANGUAGES}
            self._captions[id_] = {**first, "en": str(name)}
            self._name(str(name), "Country", id_, "name")
            for language, names in said.items():
                for other in names:
                    self._name(other, "Country", id_, "name" if language != "also" else "alias")
            for people in said.get("also", ()):
                if len(people) >= PLURAL:
                    self._name(f"{people}s", "Country", id_, "alias")

    def _bodies(self, label: str) -> None:
        for id_, (name, aliases) in self._rows(label, "name", "aliases"):
            self._captions[id_] = {"en": str(name)}
            self._name(str(name), label, id_, "name")
            for alias in (*texts(aliases), *_all(self._words.actors.get(id_, {}))):
                self._name(alias, label, id_, "alias")

    def _sites(self) -> None:
        rows = self._store.read(
            "MATCH (s:Site)-[:IN_COUNTRY]->(c:Country) RETURN s.id AS id, s.name AS name, "
            "c.id AS country ORDER BY id, country"
        ).rows
        for id_, name, country in rows:
            self._captions[str(id_)] = {"en": str(name)}
            for part in PARTS.split(str(name)):
                place = KINDS_OF_PLACE.sub("", part.strip())
                if len(place) > 2 and folded(place) not in ordinary_words():
                    self._name(place, "Site", str(id_), "name")
                    self._name(place, "Country", str(country), "place")

    def _idea(self, label: str) -> None:
        declared = {prop.name for prop in MODEL.properties(label)}
        spoken = [f"name_{code}" for code in LANGUAGES]
        wanted = ["name", *spoken, *(["aliases"] if "aliases" in declared else [])]
        for id_, cells in self._rows(label, *wanted):
            names = {code: str(n) for code, n in zip(SPOKEN, cells, strict=False) if n}
            self._captions[id_] = names
            self._name(id_, label, id_, "name")
            for code, name in names.items():
                self._called(name, label, id_, "name", code)
            for alias in texts(cells[-1]):
                self._called(alias, label, id_, "alias", "en")
            for code, others in self._words.ideas.get(id_, {}).items():
                for other in others:
                    self._called(other, label, id_, "name", code)

    def _called(self, phrase: str, label: str, id_: str, how: How, code: str) -> None:
        words = tuple(word for word in folded(phrase).split() if word not in small_words(code))
        self._add(self._ideas[code], Named(label, id_, how, code, words))

    def _values(self) -> None:
        for kind, known in self._words.values.items():
            for id_, said in known.items():
                for code, phrases in said.items():
                    for phrase in phrases:
                        words = tuple(folded(phrase).split())
                        self._add(self._closed[code], Named(kind, id_, "word", code, words))

    @staticmethod
    def _add(held: Phrases[Named], named: Named) -> None:
        held.add([stem(word, named.language) for word in named.words], named)

    def _titles(self, label: str) -> Titles:
        titles = {id_: str(title) for id_, (title,) in self._rows(label, "title")}
        self._captions.update({id_: {"en": title} for id_, title in titles.items()})
        for id_, title in titles.items() if label == "Intervention" else ():
            self._name(id_, label, id_, "name")
            lead = LEAD.split(title)[0]
            if len(lead.split()) in SHORT:
                self._name(lead, label, id_, "title")
        common = frozenset().union(*map(common_words, SPOKEN))
        made = Titles(titles, common, TITLED[label])
        self._known.update(made.words())
        return made


def _all(said: Mapping[str, Iterable[str]]) -> Iterator[str]:
    return (phrase for phrases in said.values() for phrase in phrases)
