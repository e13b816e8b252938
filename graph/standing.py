"""What of a graph stands: the closure that makes withdrawing a source equal never having it.

Loading and withdrawing both end here, so the law holds by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.batch import Batch, Link, Node, batch_of, compact
from graph.schema import Model


def standing(model: Model, nodes: Mapping[str, Node], links: Iterable[Link]) -> Batch:
    """Return what remains once everything unproven and everything that hung on it is gone.

    Gone are nodes whose essential target is missing, passages of missing sources, links left
    without a passage or an end, and `proven` nodes that no link with passages touches any more.
    """
    links = list(links)
    kept = _with_essentials(model, nodes, links)
    proven = [p for link in links if (p := _proven(model, kept, link)) is not None]
    touched = {end for link in proven if link.passages for end in (link.source, link.target)}
    kept = {
        id_: node
        for id_, node in kept.items()
        if model.node(node.label).presence == "registered" or id_ in touched
    }
    alive = [link for link in proven if link.source in kept and link.target in kept]
    return batch_of(_derived(model, kept, alive), alive)


def without(model: Model, batch: Batch, source: str) -> Batch:
    """Return the graph as it would be had this source never been loaded."""
    nodes = {node.id: node for node in batch.nodes if node.id != source}
    return standing(model, nodes, batch.links)


def _with_essentials(
    model: Model, nodes: Mapping[str, Node], links: Iterable[Link]
) -> dict[str, Node]:
    kept = dict(nodes)
    needed = [link for link in links if model.link(link.type).essential]
    while lost := [link for link in needed if link.source in kept and link.target not in kept]:
        for link in lost:
            kept.pop(link.source, None)
    return kept


def _proven(model: Model, nodes: Mapping[str, Node], link: Link) -> Link | None:
    if link.source not in nodes or link.target not in nodes:
        return None
    passages = tuple(p for p in link.passages if p in nodes)
    if not passages and model.needs_passages(link.type, nodes[link.source].label):
        return None
    return Link(link.type, link.source, link.target, link.properties, passages)


def _derived(model: Model, nodes: Mapping[str, Node], links: Iterable[Link]) -> Iterable[Node]:
    """Yield the nodes with what follows from the links: years, origins, summaries that hold."""
    years: dict[tuple[str, str], list[int]] = {}
    parent: dict[str, str] = {}
    for link in links:
        if link.type in {"BEGAN", "LAST_DESCRIBED"}:
            years.setdefault((link.source, link.type), []).append(int(link.target))
        elif link.type == "DERIVED_FROM":
            parent[link.source] = min(link.target, parent.get(link.source, link.target))
    for node in nodes.values():
        if node.label == "Intervention":
            began = min(years.get((node.id, "BEGAN"), []), default=None)
            last = max(years.get((node.id, "LAST_DESCRIBED"), []), default=None)
            yield _intervention(nodes, node, began, last)
        elif model.root(node.label) == "Source":
            origin = _origin(parent, node.id)
            yield Node(node.label, node.id, compact(**{**node.properties, "origin": origin}))
        else:
            yield node


def _intervention(
    nodes: Mapping[str, Node], node: Node, began: int | None, last: int | None
) -> Node:
    known = {**node.properties, "began": began, "last_described": last}
    rests_on = node.properties.get("summary_passages", ())
    if not isinstance(rests_on, tuple) or not rests_on or any(p not in nodes for p in rests_on):
        known |= {"summary": None, "summary_passages": None}
    return Node(node.label, node.id, compact(**known))


def _origin(parent: Mapping[str, str], source: str) -> str:
    seen = {source}
    while (above := parent.get(source)) is not None and above not in seen:
        seen.add(above)
        source = above
    return source
