"""The canonical dump: the same content gives the same bytes, on every engine and machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from graph.batch import Batch, Item, Link, Node
from graph.schema import Model

ENCODED = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def dump_lines(model: Model, batch: Batch) -> list[str]:
    """Return one JSON object a node and a link, keys sorted, lines in bytewise order."""
    return [line.decode() for line in _lines(model, batch)]


def version_of(model: Model, batch: Batch) -> str:
    """Return the SHA-256 of the canonical dump, hexadecimal: equal graphs, equal versions."""
    digest = hashlib.sha256()
    for line in _lines(model, batch):
        digest.update(line)
        digest.update(b"\n")
    return digest.hexdigest()


def _lines(model: Model, batch: Batch) -> Iterator[bytes]:
    """Yield the lines in their order without holding them all: a line of a link begins `{"from":`.

    So all links come before all nodes (`{"id":`), each by the JSON of that first value.
    """
    labels = {node.label: model.labels(node.label) for node in model.nodes}
    for _, links in groupby(_by(batch.links, lambda link: link.source), key=_first):
        yield from sorted(_encoded(_link(link)) for _, link in links)
    for _, node in _by(batch.nodes, lambda node: node.id):
        yield _encoded(_node(labels[node.label], node))


def _by(items: Iterable[Item], value: Callable[[Item], str]) -> list[tuple[bytes, Item]]:
    return sorted(((_encoded(value(item)), item) for item in items), key=_first)


def _first(pair: tuple[bytes, object]) -> bytes:
    return pair[0]


def _encoded(value: object) -> bytes:
    return ENCODED(value).encode()


def _node(labels: Sequence[str], node: Node) -> dict[str, object]:
    return {"kind": "node", "labels": labels, "id": node.id, "properties": dict(node.properties)}


def _link(link: Link) -> dict[str, object]:
    return {
        "kind": "link",
        "type": link.type,
        "from": link.source,
        "to": link.target,
        "properties": dict(link.properties),
        "passages": sorted(link.passages),
    }
