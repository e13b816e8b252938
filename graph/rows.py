"""How an engine stores nodes and links: with what questions would else go a long way to find.

Beside the passages of a link stand `origins` and `voices` in their order: the independent source
behind each passage and whose voice it is. An intervention holds how many outcomes are told of it in
each direction, and how many of the improved are `confirmed`: told by another voice than those who
run such things. All of it follows from the graph, so it is in no batch and in no dump.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from graph.batch import Batch, Link, Node, plain
from graph.errors import UnprovenError
from graph.model import DIRECTIONS, SELF_REPORTING
from graph.schema import Model

FORMAT = 3
CONFIRMED = "confirmed"
COUNTED, COUNTS = "Intervention", (*DIRECTIONS, CONFIRMED)
Row = dict[str, str | int | float | bool | list[str]]
Told = Callable[[Link, str], list[str]]


def node_rows(batch: Batch) -> Callable[[Node], Row]:
    """Return what turns a node of this batch into the properties that an engine stores."""
    counts = _counted(_teller(batch), (link for link in batch.links if link.type == "LED_TO"))
    none = dict.fromkeys(COUNTS, 0)

    def row(node: Node) -> Row:
        told = {**none, **counts.get(node.id, {})} if node.label == COUNTED else {}
        return {"id": node.id, **plain(node), **told}

    return row


def link_rows(model: Model, batch: Batch) -> Callable[[Link], Row]:
    """Return what turns a link of this batch into the properties that an engine stores.

    It raises `UnprovenError` for a link that needs a passage and has none, or has one that stands
    in no source of the batch: nothing unproven passes here.
    """
    labels = {node.id: node.label for node in batch.nodes}
    told = _teller(batch)

    def row(link: Link) -> Row:
        if link.passages:
            origins, voices = told(link, "origin"), told(link, "voice")
            said = list(link.passages)
            return {**plain(link), "passages": said, "origins": origins, "voices": voices}
        if model.needs_passages(link.type, labels[link.source]):
            raise UnprovenError(str(link))
        return {**plain(link), "passages": []}

    return row


def _teller(batch: Batch) -> Told:
    sources = {node.id: node for node in batch.nodes if "voice" in node.properties}
    stands_in = {link.source: link.target for link in batch.links if link.type == "FROM"}

    def told(link: Link, name: str) -> list[str]:
        try:
            return [str(sources[stands_in[p]].properties[name]) for p in link.passages]
        except KeyError:
            raise UnprovenError(str(link)) from None

    return told


def _counted(told: Told, outcomes: Iterable[Link]) -> Mapping[str, Mapping[str, int]]:
    """Return by intervention how many different outcomes are told in each direction."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for link in outcomes:
        direction = str(link.properties["direction"])
        found[link.source][direction].add(link.target)
        if direction == "improved" and not set(told(link, "voice")) <= set(SELF_REPORTING):
            found[link.source][CONFIRMED].add(link.target)
    return {
        id_: {name: len(targets) for name, targets in counts.items()}
        for id_, counts in found.items()
    }
