"""`seam store`, `seam dump` and `seam withdraw`: what is in the graph, and what is taken out."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from graph.canonical import dump_lines
from graph.errors import SeamError, nearest
from graph.model import MODEL
from graph.snapshot import snapshot
from graph.standing import without
from queries.lookups import count, count_links, unproven_links
from ui.patience import patience
from ui.settings import settings


def store(options: argparse.Namespace) -> int:
    """Print the engine, where it is, the version, and the numbers of nodes and links."""
    with closing(settings(options.store).open()) as opened:
        version = opened.version()[:12]
        numbers = [(node.label, count(opened, node.label)) for node in MODEL.concrete()]
        numbers += [(link.type, count_links(opened, link.type)) for link in MODEL.links]
        numbers.append(("links without passages", unproven_links(opened)))
    for name, value in (("store", opened.url), ("engine", opened.engine), ("version", version)):
        print(f"{name:24} {value}")
    for name, number in numbers:
        print(f"{name:24} {number:>7,}")
    return 0


def dump(options: argparse.Namespace) -> int:
    """Print the canonical dump of the graph."""
    with closing(settings(options.store).open()) as opened:
        opened.version()
        with patience("Reading the graph"):
            lines = dump_lines(MODEL, snapshot(opened, MODEL))
    for line in lines:
        sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.flush()
    return 0


def withdraw(options: argparse.Namespace) -> int:
    """Take a source out of the graph; its record decides whether a load brings it back."""
    with closing(settings(options.store).open()) as opened:
        opened.version()
        before = snapshot(opened, MODEL)
        _check_source({n.id: n.label for n in before.nodes}, options.source)
        after = without(MODEL, before, options.source)
        with patience("Writing the graph"):
            opened.write(after)
    print(f"{options.source} withdrawn")
    print(f"{'nodes gone':24} {len(before.nodes) - len(after.nodes):>7,}")
    print(f"{'links gone':24} {len(before.links) - len(after.links):>7,}")
    print(
        "the next load brings it back unless its record says withdrawn: and the day",
        file=sys.stderr,
    )
    return 0


def _check_source(labels: dict[str, str], id_: str) -> None:
    sources = [known for known, label in labels.items() if MODEL.root(label) == "Source"]
    if id_ not in sources:
        raise SeamError(f"no source has the id {id_}; {nearest(id_, sources)}")
