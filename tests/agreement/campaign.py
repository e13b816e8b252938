"""Asking both engines thousands of random queries, and telling what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from agreement.compare import agree
from agreement.dialect import refused_by
from agreement.minimise import Pair
from agreement.random_graphs import random_graph, varied
from agreement.random_queries import Query, random_query
from agreement.scope import Graph
from graph.batch import Batch

SHOWN = 5
"""How many differences are minimised: each takes a minute or two."""


@dataclass
class Tally:
    """What came of a campaign; `refused` counts queries by the rule that refused them.

    `too_slow` are queries that an engine gave up after its 30 s: no rows, so nothing to compare.
    """

    asked: int = 0
    with_rows: int = 0
    both_refused: int = 0
    texts: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    too_slow: list[Query] = field(default_factory=list)
    differences: list[tuple[Query, Batch]] = field(default_factory=list)

    @property
    def share_with_rows(self) -> float:
        """The share of queries that gave rows."""
        return self.with_rows / self.asked

    def explained(self, pair: Pair) -> str:
        """Return the first differences, minimised."""
        shown = []
        for query, graph in self.differences[:SHOWN]:
            pair.load(graph)
            shown.append(str(pair.minimised(query, graph)))
        return "\n\n".join([f"{len(self.differences)} differences, the first ones:", *shown])


def campaign(pair: Pair, seeds: Iterable[int], queries: int, variants: int = 1) -> Tally:
    """Ask so many queries on the graph of every seed, and on as many variants of it.

    A query that the lint refuses is not asked, and another takes its place.
    """
    tally = Tally()
    for seed in seeds:
        graph = random_graph(seed)
        texts = list(_drawn(tally, graph, seed, queries))
        tally.texts += len(texts)
        for variant in range(variants):
            shown = varied(graph, variant) if variant else graph
            pair.load(shown)
            for query in texts:
                _ask(tally, pair, query, shown)
    return tally


def _drawn(tally: Tally, graph: Batch, seed: int, wanted: int) -> Iterator[Query]:
    known, number = Graph(graph), 0
    while wanted:
        query = random_query(known, seed * 1_000_000 + number)
        number += 1
        if rule := refused_by(query.cypher):
            tally.refused[rule] += 1
        else:
            wanted -= 1
            yield query


def _ask(tally: Tally, pair: Pair, query: Query, graph: Batch) -> None:
    reference, found = pair.told(query)
    tally.asked += 1
    tally.with_rows += bool(reference.rows)
    tally.both_refused += bool(reference.refused and found.refused)
    if reference.too_slow or found.too_slow:
        tally.too_slow.append(query)
    elif not agree(query, reference, found):
        tally.differences.append((query, graph))
