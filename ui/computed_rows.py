"""What analysis finds as answers: rows with names for ids, for the command line and for files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.analysis.bridges import Bridge
from graph.analysis.communities import Communities
from graph.analysis.network import Network, passages
from graph.analysis.paths import Hop, Paths
from graph.analysis.similarity import Similar
from graph.batch import Link
from graph.store import Answer, Cell
from ui.i18n import say

PATHS = (
    *("path", "links", "step", "from_id", "from", "link", "forward", "to_id", "to"),
    *("role", "detail", "passages"),
)
BRIDGES = (
    *("actor_id", "actor", "kind", "communities", "examples", "betweenness", "participation"),
    *("separates", "interventions", "passages"),
)
COMMUNITIES = (
    *("community", "size", "member_ids", "members", "interventions", "countries", "strategies"),
    *("modularity", "passages"),
)
SIMILAR = (
    *("actor_id", "actor", "kind", "similarity", "strategies", "countries", "interventions"),
    *("together", "few", "passages"),
)
Row = tuple[Cell, ...]


def paths(network: Network, found: Paths) -> Answer:
    """Return a row for each fact of each step of each path."""
    rows = (
        (number, len(path), *row)
        for number, path in enumerate(found.paths, 1)
        for step, hop in enumerate(path, 1)
        for row in _hop(network, step, hop)
    )
    return Answer(PATHS, tuple(rows), cut=found.cut)


def _hop(network: Network, step: int, hop: Hop) -> Iterator[Row]:
    ends = hop.source, network.name(hop.source), hop.target, network.name(hop.target)
    for fact in hop.facts:
        forward = fact.source == hop.source
        role = str(fact.properties.get("role", ""))
        yield (
            *(step, *ends[:2], fact.type, forward, *ends[2:]),
            *(role, detail(fact), list(fact.passages)),
        )


def detail(fact: Link) -> str:
    """Return what a fact says beside its ends and the role: for a succession how, when, of what."""
    if fact.type != "BECAME":
        return str(fact.properties.get("detail", ""))
    year, kind = fact.properties.get("year", ""), str(fact.properties["kind"])
    key = "change_mine" if fact.properties.get("scope") == "mine" else "change"
    return say(f"connections.{key}", kind=kind, year=str(year)).replace(" ,", ",").strip()


def bridges(network: Network, found: Sequence[Bridge]) -> Answer:
    """Return a row for each actor that connects groups."""
    rows = (
        (
            *_actor(network, one.actor),
            *(one.communities, network.names(one.examples), one.betweenness, one.participation),
            *(one.separates, one.interventions, passages(one.facts)),
        )
        for one in found
    )
    return Answer(BRIDGES, tuple(rows))


def communities(network: Network, found: Communities) -> Answer:
    """Return a row for each group; the modularity is that of all of them together."""
    rows = (
        (
            *(number, len(one.members), list(one.members), network.names(one.members)),
            *(len(one.interventions), network.names(id_ for id_, _ in one.countries)),
            network.names(id_ for id_, _ in one.strategies),
            *(round(found.modularity, 3), passages(one.facts)),
        )
        for number, one in enumerate(found.communities, 1)
    )
    return Answer(COMMUNITIES, tuple(rows))


def similar(network: Network, found: Sequence[Similar]) -> Answer:
    """Return a row for each actor that did similar things."""
    rows = (
        (
            *(*_actor(network, one.actor), one.similarity, network.names(one.strategies)),
            *(network.names(one.countries), one.interventions, one.together),
            *(one.few, passages(one.facts)),
        )
        for one in found
    )
    return Answer(SIMILAR, tuple(rows))


def _actor(network: Network, id_: str) -> Row:
    return id_, network.name(id_), network.label(id_)
