"""A graph in the making: what records say, each with its place, checked against the model."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.batch import Batch, Link, Node
from graph.errors import nearest
from graph.ids import written
from graph.problem import Place, Problem
from graph.schema import Model
from graph.standing import standing


@dataclass(frozen=True, slots=True)
class _Stated:
    link: Link
    place: Place


@dataclass
class Draft:
    """Collects nodes and links with their places; `settle` says which of them stand."""

    model: Model
    problems: list[Problem] = field(default_factory=list)
    _nodes: dict[str, Node] = field(default_factory=dict)
    _places: dict[str, Place] = field(default_factory=dict)
    _links: list[_Stated] = field(default_factory=list)
    _refused: dict[str, Problem] = field(default_factory=dict)
    _withdrawn: set[str] = field(default_factory=set)

    def problem(self, place: Place, found: str, wanted: str) -> Problem:
        """Note that a record has to be mended there, and return the note."""
        problem = Problem(place, found, wanted)
        self.problems.append(problem)
        return problem

    def node(self, node: Node, place: Place) -> None:
        """Add a node; another one with its id is a problem and adds nothing."""
        first = self._places.get(node.id)
        if first is None:
            self._nodes[node.id] = node
            self._places[node.id] = place
        elif self._nodes[node.id] != node:
            self.problem(place, f"the id {node.id} is taken by {first}", "give it another id")

    def place_of(self, id_: str) -> Place | None:
        """Return where a node with this id was added, or None."""
        return self._places.get(id_)

    def link(self, link: Link, place: Place) -> None:
        """Add a link; its ends may come later."""
        self._links.append(_Stated(link, place))

    def lose(self, id_: str, problem: Problem) -> None:
        """Note why a node is not there: what needs it waits for that problem to be mended."""
        if id_ not in self._nodes:
            self._refused[id_] = problem

    def withdraw(self, id_: str) -> None:
        """Leave a node out of the graph without a problem, and with it all that rests on it."""
        self._withdrawn.add(id_)

    def require(self, id_: str, label: str, place: Place) -> bool:
        """Tell whether such a node was added, and note a problem if not."""
        node = self._nodes.get(id_)
        if node is not None and self.model.is_a(node.label, (label,)):
            return True
        if id_ not in self._refused:
            self.problem(place, *self._unknown(id_, (label,)))
        return False

    def ids(self, *labels: str) -> list[str]:
        """Return the ids of the nodes so far that count as one of these labels."""
        return [id_ for id_, node in self._nodes.items() if self.model.is_a(node.label, labels)]

    def settle(self) -> tuple[Batch, tuple[Problem, ...]]:
        """Return the graph of all that is in order, and the problems of all that is not."""
        self._lose_what_rests_on_nothing()
        waiting: Counter[Problem] = Counter()
        for stated in self._links:
            if not self.model.link(stated.link.type).essential:
                self._check(stated, waiting)
        for problem, facts in waiting.items():
            self._say_what_waits(problem, facts)
        links = [s.link for s in self._links if self._fits(s.link)]
        nodes = {id_: node for id_, node in self._nodes.items() if id_ not in self._withdrawn}
        return standing(self.model, nodes, links), tuple(sorted(self.problems))

    def _lose_what_rests_on_nothing(self) -> None:
        essential = [s for s in self._links if self.model.link(s.link.type).essential]
        while lost := [s for s in essential if s.link.source in self._nodes and not self._rests(s)]:
            for stated in lost:
                self._lose(stated)

    def _rests(self, stated: _Stated) -> bool:
        return self._is_end(stated.link.target, stated.link)

    def _lose(self, stated: _Stated) -> None:
        link = stated.link
        if self._nodes.pop(link.source, None) is not None:
            self._refused[link.source] = self._refused.get(link.target) or self.problem(
                stated.place, *self._unknown(link.target, self.model.link(link.type).targets)
            )

    def _check(self, stated: _Stated, waiting: Counter[Problem]) -> None:
        link, kind = stated.link, self.model.link(stated.link.type)
        for end, labels in ((link.source, kind.sources), (link.target, kind.targets)):
            if end in self._refused:
                waiting[self._refused[end]] += 1
                return
            if not self._is_one_of(end, labels):
                self.problem(stated.place, *self._unknown(end, labels))
                return
        self._check_passages(stated, waiting)

    def _check_passages(self, stated: _Stated, waiting: Counter[Problem]) -> None:
        link = stated.link
        if not self.model.needs_passages(link.type, self._nodes[link.source].label):
            return
        if not link.passages:
            self.problem(
                stated.place,
                f"the fact {link} has no passage",
                "name under passages: those that say it",
            )
        refused = [passage for passage in link.passages if passage in self._refused]
        if refused and len(refused) == len(link.passages):
            waiting[self._refused[refused[0]]] += 1
        for passage in link.passages:
            if passage not in self._nodes and passage not in refused:
                record = passage.rpartition("/")[0]
                near = [i.rpartition("/")[2] for i in self.ids("Passage") if i.startswith(record)]
                self.problem(
                    stated.place,
                    f"{record} has no passage {passage.rpartition('/')[2]}",
                    nearest(passage.rpartition("/")[2], near),
                )

    def _say_what_waits(self, problem: Problem, facts: int) -> None:
        said = f"{problem.wanted} ({facts} fact{'s' * (facts > 1)} left out until then)"
        self.problems[self.problems.index(problem)] = Problem(problem.place, problem.found, said)

    def _fits(self, link: Link) -> bool:
        kind = self.model.link(link.type)
        return self._is_one_of(link.source, kind.sources) and self._is_end(link.target, link)

    def _is_end(self, id_: str, link: Link) -> bool:
        return self._is_one_of(id_, self.model.link(link.type).targets)

    def _is_one_of(self, id_: str, labels: tuple[str, ...]) -> bool:
        node = self._nodes.get(id_)
        return node is not None and self.model.is_a(node.label, labels)

    def _unknown(self, id_: str, labels: tuple[str, ...]) -> tuple[str, str]:
        what = " or ".join(re.sub(r"\B(?=[A-Z])", " ", label).lower() for label in labels)
        found = f"{written(id_)} is no known {what}"
        return found, nearest(written(id_), map(written, self.ids(*labels)))
