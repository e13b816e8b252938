"""How an engine stores links: beside the passages, who says them, so that questions need no detour.

`origins` and `voices` stand in the order of `passages`: the independent source behind each passage
and whose voice it is. They follow from the graph, so they are in no batch and in no dump.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.batch import Batch, Link, plain
from graph.errors import UnprovenError
from graph.schema import Model

FORMAT = 3
Row = dict[str, str | int | float | bool | list[str]]


def link_rows(model: Model, batch: Batch) -> Callable[[Link], Row]:
    """Return what turns a link of this batch into the properties that an engine stores.

    It raises `UnprovenError` for a link that needs a passage and has none, or has one that stands
    in no source of the batch: nothing unproven passes here.
    """
    nodes = {node.id: node for node in batch.nodes}
    stands_in = {link.source: link.target for link in batch.links if link.type == "FROM"}

    def told(link: Link, name: str) -> list[str]:
        try:
            return [str(nodes[stands_in[p]].properties[name]) for p in link.passages]
        except KeyError:
            raise UnprovenError(str(link)) from None

    def row(link: Link) -> Row:
        if link.passages:
            origins, voices = told(link, "origin"), told(link, "voice")
            said = list(link.passages)
            return {**plain(link), "passages": said, "origins": origins, "voices": voices}
        if model.needs_passages(link.type, nodes[link.source].label):
            raise UnprovenError(str(link))
        return {**plain(link), "passages": []}

    return row
