"""Small random graphs of the real model: equal names, odd texts, gaps, loops and parallel links."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from graph.batch import Batch, Link, Node, Properties, Value, compact
from graph.model import MODEL, VOICES
from graph.schema import LinkType, Property
from graph.standing import standing

COUNTS = {
    "Company": (1, 4),
    "Partner": (1, 4),
    "Country": (1, 3),
    "Site": (0, 2),
    "Year": (0, 3),
    "StrategyArea": (0, 2),
    "Strategy": (1, 3),
    "Outcome": (1, 3),
    "Factor": (0, 2),
    "Intervention": (2, 6),
    "Setback": (0, 2),
    "Lesson": (0, 2),
    "Page": (1, 2),
    "Report": (0, 1),
    "Interview": (0, 2),
    "Passage": (2, 5),
    "Note": (0, 1),
}
"""Fewest and most nodes of each label."""

TEXTS = (
    "gold",
    "Gold",
    "Zürich",
    "São Paulo",
    "it's",
    "a, b",
    "two words",
    " spaces ",
    "金",
    "Ω",
    "🪨 rock",
    "10",
    "2.5",
    "true",
    "x" * 40,
)
"""Neo4j compares a text above U+FFFF with a parameter in another order than with a stored text:
beside it there is none from U+E000 to U+FFFF here, for no rule can tell what a parameter holds."""
DATED, DATES = "published", ("1999", "2015-03", "2015-03-01", "2024-02-29")
NUMBERS = (-14.25, -1.0, 0.0, 0.1, 0.5, 2.5, 3.0, 1250.75)
WHOLE = (-3, 0, 1, 2, 7, 1999, 2015)
FILLED = 0.65
"""How often a property that may be missing is there."""
KEPT = 0.95
"""How many of its links a variant keeps."""
EXCHANGED = 0.4
"""How many labels exchange properties in a variant."""
OFTEN = {"TOOK_PART_IN": 12, "LED_TO": 10, "APPLIED": 8, "IN_COUNTRY": 8}
SELDOM = 4
"""Most links of a type that is not told of often."""


def random_graph(seed: int) -> Batch:
    """Return the graph of this seed, as loading would leave it."""
    return _Maker(seed).batch()


def varied(graph: Batch, seed: int) -> Batch:
    """Return a graph like this one: some nodes exchange what they hold, some links are gone."""
    draw = random.Random(seed)  # noqa: S311  a graph to ask, no secret
    held: dict[str, list[Properties]] = {}
    for node in graph.nodes:
        held.setdefault(node.label, []).append(node.properties)
    for properties in held.values():
        properties.reverse()
        if draw.random() < EXCHANGED:
            draw.shuffle(properties)
    nodes = {n.id: Node(n.label, n.id, held[n.label].pop()) for n in graph.nodes}
    links = [k for k in graph.links if k.type == "FROM" or draw.random() < KEPT]
    return standing(MODEL, nodes, links)


class _Maker:
    """Draws the nodes and links of one graph."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  a graph to ask, no secret
        self._nodes: dict[str, Node] = {}

    def batch(self) -> Batch:
        """Return the graph; what would not stand after a load is not in it."""
        for label, (least, most) in COUNTS.items():
            for number in range(self._random.randint(least, most)):
                self._add(label, number)
        links = [link for type_ in MODEL.links for link in self._of_type(type_)]
        return standing(MODEL, self._nodes, links)

    def _add(self, label: str, number: int) -> None:
        year = 1990 + number
        id_ = str(year) if label == "Year" else f"{label.lower()}-{number}"
        known = self._properties(MODEL.properties(label))
        if label == "Year":
            known = {**known, "name": id_, "year": year}
        elif MODEL.root(label) == "Source":
            known = {**known, "voice": self._random.choice(VOICES)}
        self._nodes[id_] = Node(label, id_, known)

    def _properties(self, declared: Sequence[Property]) -> Properties:
        return compact(**{prop.name: self._value(prop) for prop in declared if self._has(prop)})

    def _has(self, prop: Property) -> bool:
        return prop.required or self._random.random() < FILLED

    def _value(self, prop: Property) -> Value:
        draw = self._random
        match prop.kind:
            case "integer":
                return draw.choice(WHOLE)
            case "number":
                return draw.choice(NUMBERS)
            case "flag":
                return draw.random() < 0.5
            case "texts":
                return tuple(draw.choices(TEXTS, k=draw.randint(1, 3)))
        return draw.choice(prop.choices or (DATES if prop.name == DATED else TEXTS))

    def _of_type(self, type_: LinkType) -> Iterator[Link]:
        """Yield links of this type; `FROM` gives every passage its one source."""
        sources, targets = self._ids(type_.sources), self._ids(type_.targets)
        if not sources or not targets:
            return
        if type_.type == "FROM":
            yield from (Link("FROM", id_, self._random.choice(targets)) for id_ in sources)
            return
        for _ in range(self._random.randint(1, OFTEN.get(type_.type, SELDOM))):
            ends = self._random.choice(sources), self._random.choice(targets)
            if type_.type == "DERIVED_FROM" and ends[0] <= ends[1]:
                continue
            told = () if type_.structural else self._told()
            yield Link(type_.type, *ends, self._properties(type_.properties), told)

    def _told(self) -> tuple[str, ...]:
        passages = self._ids(("Passage",))
        return tuple(sorted(set(self._random.choices(passages, k=self._random.randint(1, 3)))))

    def _ids(self, labels: Sequence[str]) -> list[str]:
        return [id_ for id_, node in self._nodes.items() if MODEL.is_a(node.label, labels)]
