"""The canonical dump: the same content gives the same bytes, on every engine and machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from graph.batch import Batch, Link, Node
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


def _lines(model: Model, batch: Batch) -> list[bytes]:
    labels = {node.label: model.labels(node.label) for node in model.nodes}
    lines = [ENCODED(_node(labels[node.label], node)).encode() for node in batch.nodes]
    lines += [ENCODED(_link(link)).encode() for link in batch.links]
    lines.sort()
    return lines


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
