"""How an engine stores nodes and links: with what questions would else go a long way to find.

Beside the passages of a link stand `origins` and `voices` in their order: the independent source
behind each passage and whose voice it is. An intervention holds how many outcomes are told of it in
each direction, and how many of the improved are `confirmed`: told by another voice than those who
run such things; its own `origins`, the independent sources behind all its links, each once, sorted;
and `newest`, the year in which the newest of these was published, if one tells it. All of it
follows from the graph, so it is in no batch and in no dump.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from graph.batch import Batch, Link, Node, plain
from graph.errors import UnprovenError
from graph.model import DIRECTIONS, SELF_REPORTING
from graph.schema import Model

FORMAT = 4
CONFIRMED = "confirmed"
COUNTED, COUNTS = "Intervention", (*DIRECTIONS, CONFIRMED)
ORIGINS, NEWEST = "origins", "newest"
YEAR_DIGITS = 4
Row = dict[str, str | int | float | bool | list[str]]
Told = Callable[[Link, str], list[str]]


def node_rows(batch: Batch) -> Callable[[Node], Row]:
    """Return what turns a node of this batch into the properties that an engine stores."""
    told = _teller(batch)
    counts = _counted(told, (link for link in batch.links if link.type == "LED_TO"))
    behind = _behind(batch)
    none = dict.fromkeys(COUNTS, 0)

    def row(node: Node) -> Row:
        if node.label != COUNTED:
            return {"id": node.id, **plain(node)}
        return {"id": node.id, **plain(node), **none, **counts.get(node.id, {}), **behind(node.id)}

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


def _behind(batch: Batch) -> Callable[[str], Row]:
    """Return what tells the independent sources behind an intervention, and how new they are."""
    sources = {node.id: node.properties for node in batch.nodes if "voice" in node.properties}
    stands_in = {link.source: link.target for link in batch.links if link.type == "FROM"}
    found: dict[str, set[str]] = {node.id: set() for node in batch.nodes if node.label == COUNTED}
    for link in batch.links:
        for end in {link.source, link.target} & found.keys() if link.passages else ():
            try:
                found[end].update(stands_in[passage] for passage in link.passages)
            except KeyError:
                raise UnprovenError(str(link)) from None

    def behind(intervention: str) -> Row:
        ids = found[intervention]
        origins = {str(sources[id_]["origin"]) for id_ in ids}
        dates = [str(sources[id_].get("published", "")) for id_ in (*ids, *origins)]
        years = [int(date[:YEAR_DIGITS]) for date in dates if date]
        newest: Row = {NEWEST: max(years)} if years else {}
        return {ORIGINS: sorted(origins), **newest}

    return behind
