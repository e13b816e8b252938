"""`seam load` and `seam check`: from records to the graph, or only to their problems."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from graph.batch import Batch
from graph.model import MODEL
from graph.problem import Problem
from loaders.everything import Loaded
from loaders.everything import load as read_records
from ui.patience import patience
from ui.settings import settings

PROBLEMS = 1


def load(options: argparse.Namespace) -> int:
    """Make the good records the whole graph; print what it holds, and the problems aside."""
    chosen = settings(options.store, options.data)
    loaded = _read(chosen.data)
    with closing(chosen.open()) as store, patience("Writing the graph"):
        store.write(loaded.batch)
    for problem in loaded.problems:
        print(f"{chosen.data / problem.place.path}{_rest(problem)}", file=sys.stderr)
    for name, number in counts(loaded.batch, loaded.problems):
        print(f"{name:24} {number:>7,}")
    return PROBLEMS if loaded.problems else 0


def check(options: argparse.Namespace) -> int:
    """Print the problems of the records, one a line."""
    chosen = settings(options.store or "embedded:", options.data)
    problems = _read(chosen.data).problems
    for problem in problems:
        print(f"{chosen.data / problem.place.path}{_rest(problem)}")
    print(f"{len(problems)} problem{'s' * (len(problems) != 1)}", file=sys.stderr)
    return PROBLEMS if problems else 0


def counts(batch: Batch, problems: Iterable[Problem]) -> list[tuple[str, int]]:
    """Return what a load brought, by the words of the screen."""
    labels = {node.id: node.label for node in batch.nodes}

    def nodes(label: str) -> int:
        return sum(MODEL.is_a(found, (label,)) for found in labels.values())

    used = {
        link.target
        for link in batch.links
        if link.type == "IN_COUNTRY" and labels[link.source] == "Intervention"
    }
    bare = sum(
        not link.passages and MODEL.needs_passages(link.type, labels[link.source])
        for link in batch.links
    )
    return [
        ("interventions", nodes("Intervention")),
        ("countries", len(used)),
        ("actors", nodes("Actor")),
        ("sources", nodes("Source")),
        ("interviews", nodes("Interview")),
        ("passages", nodes("Passage")),
        ("nodes", len(batch.nodes)),
        ("links", len(batch.links)),
        ("links without passages", bare),
        ("problems", len(tuple(problems))),
    ]


def _read(folder: Path) -> Loaded:
    with patience("Reading the records") as tick:
        return read_records(folder, tick)


def _rest(problem: Problem) -> str:
    return f":{problem.place.line}: {problem.found}; {problem.wanted}"
