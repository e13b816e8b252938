"""Graphs of any size that look like the casebook: its taxonomy and shares, invented stories.

An intervention has about twelve links, as many as a report of a few pages gives; the few actors
that are everywhere and the many that are seen once follow a power law, as they do in the casebook.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from graph.batch import Batch, Link, Node, Value
from graph.model import DIRECTIONS, MODEL, ROLES, VOICES
from graph.standing import standing
from loaders.everything import load

DATA = Path(__file__).parents[1] / "data"
REGISTERED = ("Country", "Factor", "Outcome", "Strategy", "StrategyArea")
YEARS = range(1985, 2026)
LEANING = (60, 12, 6, 14, 8)
"""How often an outcome improved, was mixed, unchanged, worsened or unknown, in percent."""


def casebook_like(interventions: int, seed: int) -> Batch:
    """Return a graph of so many interventions; the same number and seed give the same graph."""
    return _Maker(interventions, seed).batch()


@cache
def _taxonomy() -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    casebook = load(DATA).batch
    nodes = tuple(node for node in casebook.nodes if node.label in REGISTERED)
    return nodes, tuple(link for link in casebook.links if link.type == "IN_AREA")


class _Maker:
    """Draws the nodes and links of one graph."""

    def __init__(self, interventions: int, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  invented stories, no secret
        self._count = interventions
        nodes, links = _taxonomy()
        self._nodes = {node.id: node for node in nodes}
        self._links = list(links)
        self._of = {label: [n.id for n in nodes if n.label == label] for label in REGISTERED}

    def batch(self) -> Batch:
        """Return the graph, as loading would leave it."""
        self._years()
        self._actors(max(20, self._count // 4))
        self._sites(max(5, self._count // 4))
        for number in range(self._count):
            self._intervention(number)
        return standing(MODEL, self._nodes, self._links)

    def _add(self, label: str, id_: str, **properties: Value) -> str:
        self._nodes[id_] = Node(label, id_, properties)
        return id_

    def _often(self, ids: Sequence[str]) -> str:
        """Draw one: the first ones far more often than the last."""
        return ids[int(len(ids) * self._random.random() ** 3)]

    def _some(self, ids: Sequence[str], mean: float) -> Iterator[str]:
        """Draw different ones, `mean` of them on average."""
        whole = int(mean) + (self._random.random() < mean - int(mean))
        yield from dict.fromkeys(self._often(ids) for _ in range(whole))

    def _years(self) -> None:
        for year in YEARS:
            self._add("Year", str(year), name=str(year), year=year)

    def _actors(self, count: int) -> None:
        self._of["Actor"] = []
        for number in range(count):
            company = number % 3 == 0
            label, type_ = ("Company", "company") if company else ("Partner", "ngo")
            name = f"{label} {number:05}"
            self._of["Actor"].append(
                self._add(
                    label, f"actor-{number:05}", name=name, type=type_, aliases=(f"A{number}",)
                )
            )

    def _sites(self, count: int) -> None:
        self._of["Site"] = []
        for number in range(count):
            site = self._add("Site", f"site-{number:05}", name=f"Site {number}", precision="town")
            self._of["Site"].append(site)
            self._links.append(Link("IN_COUNTRY", site, self._often(self._of["Country"])))

    def _intervention(self, number: int) -> None:
        draw = self._random
        id_ = f"case-{number:06}"
        told = [self._passage(id_, part) for part in range(draw.randint(2, 3))]
        self._add("Intervention", id_, title=f"Invented story {number}")
        say = self._sayer(id_, told)
        for country in self._some(self._of["Country"], 1.05):
            say("IN_COUNTRY", country)
        for actor in self._some(self._of["Actor"], 2.6):
            self._links.append(
                Link("TOOK_PART_IN", actor, id_, {"role": draw.choice(ROLES)}, (draw.choice(told),))
            )
        for strategy in self._some(self._of["Strategy"], 1.4):
            say("APPLIED", strategy)
        for outcome in self._some(self._of["Outcome"], 1.7):
            say(
                "LED_TO", outcome, direction=draw.choices(DIRECTIONS, LEANING)[0], detail="invented"
            )
        for factor in self._some(self._of["Factor"], 0.6):
            say("SHAPED_BY", factor)
        self._when(say)
        self._seldom(number, id_, say)

    def _when(self, say: Callable[..., None]) -> None:
        began = self._random.choice(YEARS)
        if self._random.random() < 0.6:
            say("BEGAN", str(began))
        if self._random.random() < 0.7:
            say("LAST_DESCRIBED", str(min(began + self._random.randint(0, 12), YEARS[-1])))

    def _seldom(self, number: int, id_: str, say: Callable[..., None]) -> None:
        draw = self._random.random
        if draw() < 0.3:
            say("AT_SITE", self._often(self._of["Site"]))
        if draw() < 0.2:
            say("WENT_WRONG", self._add("Setback", f"{id_}/s1", text="It was invented."))
        if number and draw() < 0.05:
            say("FOLLOWED", f"case-{self._random.randrange(number):06}")
        if number % 40 == 0:
            first, second = self._random.sample(self._of["Actor"], 2)
            kinds: dict[str, Value] = {"kind": "renamed", "scope": "body"}
            self._links.append(Link("BECAME", first, second, kinds, (f"{id_}/p1",)))

    def _sayer(self, id_: str, told: Sequence[str]) -> Callable[..., None]:
        def say(type_: str, target: str, **properties: Value) -> None:
            said = tuple(sorted({self._random.choice(told), self._random.choice(told)}))
            self._links.append(Link(type_, id_, target, properties, said))

        return say

    def _passage(self, case: str, part: int) -> str:
        draw = self._random
        passage, source = f"{case}/p{part + 1}", f"{case}-source-{part + 1}"
        voice = draw.choice(VOICES)
        self._add("Page", source, title=f"Page {part + 1} on {case}", voice=voice)
        text = f"What the page says of {case} in its paragraph {part + 1}."
        self._add("Passage", passage, kind="paraphrase", text=text, at="para 1", sha256="0" * 64)
        self._links.append(Link("FROM", passage, source))
        if part and draw.random() < 0.1:
            self._links.append(Link("DERIVED_FROM", source, f"{case}-source-1"))
        return passage
