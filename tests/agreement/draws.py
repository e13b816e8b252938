"""Random valid parameters for saved questions, many of which give rows."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agreement.compare import alike
from graph.batch import Batch, Link
from graph.errors import QuestionTooSlowError
from graph.model import MODEL
from graph.store import Cell, Store
from queries.header import Parameter
from queries.saved import SavedQuery

Value = str | int | float | bool
Values = dict[str, Value]
FROM_A_ROW = 0.6
"""How often parameters are taken from a row of the open answer."""
ANY_OF_ALL = 0.35
"""How often a text is another one than the default: many at once leave no row."""
ENDS = {"source", "link", "target"}
"""Parameters that together name one link."""


class Draws:
    """Draws parameters of questions for one graph; a store that holds it gives the open answers."""

    def __init__(self, graph: Batch, store: Store, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  parameters to try, no secret
        self._store = store
        self._ids = {
            type_.label: [n.id for n in graph.nodes if MODEL.is_a(n.label, (type_.label,))]
            for type_ in MODEL.nodes
        }
        self._links = [link for link in graph.links if link.passages]
        self._open: dict[tuple[str, str], list[dict[str, Cell]]] = {}

    def some(self, question: SavedQuery, times: int) -> list[Values]:
        """Draw valid values for the parameters of a question so many times; equal ones once."""
        drawn = [self._of(question) for _ in range(times)]
        return list({repr(sorted(values.items())): values for values in drawn}.values())

    def _of(self, question: SavedQuery) -> Values:
        parameters = question.header.parameters
        needed = self._needed(parameters)
        rows = self._answered(question, needed)
        free = [p for p in parameters if p.name not in needed]
        if rows and self._random.random() < FROM_A_ROW:
            return {**needed, **self._like(free, self._random.choice(rows))}
        return {**needed, **{p.name: self._any(p) for p in free}}

    def _needed(self, parameters: tuple[Parameter, ...]) -> Values:
        """Return values for the parameters that have no empty value."""
        if {p.name for p in parameters} >= ENDS:
            link: Link = self._random.choice(self._links)
            return {"source": link.source, "link": link.type, "target": link.target}
        return {
            p.name: self._random.choice(self._ids[p.of]) for p in parameters if p.of and p.default
        }

    def _answered(self, question: SavedQuery, needed: Values) -> list[dict[str, Cell]]:
        """Return the rows of the question with nothing else asked for."""
        key = (question.name, repr(needed))
        if key not in self._open:
            self._open[key] = question.run(self._store, needed).records()
        return self._open[key]

    def _like(self, parameters: Sequence[Parameter], row: Mapping[str, Cell]) -> Values:
        """Return values that leave this row in the answer: what it holds, or the default."""
        found: Values = {}
        for parameter in parameters:
            known = row.get(f"{parameter.name}_id", row.get(parameter.name))
            taken = isinstance(known, str) and self._random.random() < 0.6
            found[parameter.name] = str(known) if taken else parameter.default
        return found

    def _any(self, parameter: Parameter) -> Value:
        match parameter.type:
            case "integer":
                return self._random.choice((1, 1, 2, 3, int(parameter.default)))
            case "flag":
                return self._random.random() < 0.5
            case "number":
                return float(parameter.default) * self._random.choice((0.5, 1, 2))
        known = self._ids[parameter.of] if parameter.of else _choices(parameter.name)
        if known and self._random.random() < ANY_OF_ALL:
            return self._random.choice(known)
        return str(parameter.default)


def _choices(name: str) -> list[str]:
    """Return the closed set of values of a property of this name."""
    declared = [prop for node in MODEL.nodes for prop in node.properties]
    declared += (prop for link in MODEL.links for prop in link.properties)
    return [value for prop in declared if prop.name == name for value in prop.choices]


@dataclass(frozen=True, slots=True)
class Compared:
    """How many rows an answer has, and how two stores differ in it, if they do."""

    rows: int
    difference: str


def compared(question: SavedQuery, given: Values, reference: Store, found: Store) -> Compared:
    """Ask a question of two stores."""
    one, other = _rows(question, given, reference), _rows(question, given, found)
    if alike(one, other):
        return Compared(len(one), "")
    both = f"{str(one)[:500]}\n{str(other)[:500]}"
    said = f"{question.name} {given}: {len(one)} rows and {len(other)}\n{both}"
    return Compared(len(one), said)


def _rows(question: SavedQuery, given: Values, store: Store) -> list[list[Cell]]:
    try:
        return [list(row) for row in question.run(store, given).rows]
    except QuestionTooSlowError:
        return [["too slow"]]
