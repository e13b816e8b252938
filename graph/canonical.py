"""The canonical dump: the same content gives the same bytes, on every engine and machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from graph.batch import Batch
from graph.schema import Model


def dump_lines(model: Model, batch: Batch) -> list[str]:
    """Return one JSON object a node and a link, keys sorted, lines in bytewise order."""
    nodes = (
        {
            "kind": "node",
            "labels": model.labels(node.label),
            "id": node.id,
            "properties": dict(node.properties),
        }
        for node in batch.nodes
    )
    links = (
        {
            "kind": "link",
            "type": link.type,
            "from": link.source,
            "to": link.target,
            "properties": dict(link.properties),
            "passages": sorted(link.passages),
        }
        for link in batch.links
    )
    return sorted((_line(item) for item in (*nodes, *links)), key=lambda line: line.encode())


def version_of(model: Model, batch: Batch) -> str:
    """Return the SHA-256 of the canonical dump, hexadecimal: equal graphs, equal versions."""
    digest = hashlib.sha256()
    for line in dump_lines(model, batch):
        digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def _line(item: Mapping[str, object]) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
