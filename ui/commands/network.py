"""`seam paths`, `bridges`, `communities`, `similar`: what follows from who took part in what."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from graph.analysis.bridges import bridges as find_bridges
from graph.analysis.communities import communities as find_communities
from graph.analysis.paths import paths as find_paths
from graph.analysis.similarity import similar as find_similar
from graph.errors import SeamError
from graph.store import Answer
from queries.network import network
from queries.values import identify
from ui import computed_rows, computed_words
from ui.answers import Format, written
from ui.i18n import say
from ui.settings import settings


def paths(options: argparse.Namespace) -> int:
    """Print how two actors are connected, a row for each fact of each step."""
    with closing(settings(options.store).open()) as store:
        start = identify(store, "Actor", options.start, "A")
        end = identify(store, "Actor", options.end, "B")
        held = network(store)
    limits = {"longest": options.longest, "most": options.most}
    found = find_paths(held, start, end, **limits, every=options.all)
    said = computed_words.paths(held, found, options.longest)
    return _print(computed_rows.paths(held, found), options.format, said)


def bridges(options: argparse.Namespace) -> int:
    """Print the actors that connect groups."""
    most = _at_least_one(options.most)
    with closing(settings(options.store).open()) as store:
        held = network(store)
    found = find_bridges(held)
    said = computed_words.bridges(found, most)
    return _print(computed_rows.bridges(held, found.bridges[:most]), options.format, said)


def communities(options: argparse.Namespace) -> int:
    """Print the groups of actors that work together."""
    with closing(settings(options.store).open()) as store:
        held = network(store)
    found = find_communities(held)
    said = computed_words.communities(found)
    return _print(computed_rows.communities(held, found), options.format, said)


def similar(options: argparse.Namespace) -> int:
    """Print the actors that did what one actor did."""
    most = _at_least_one(options.most)
    with closing(settings(options.store).open()) as store:
        actor = identify(store, "Actor", options.actor, "ACTOR")
        held = network(store)
    found = find_similar(held, actor, most=most, apart=options.apart)
    said = computed_words.similar(held, actor, found, apart=options.apart)
    return _print(computed_rows.similar(held, found), options.format, said)


def _at_least_one(most: int) -> int:
    if most < 1:
        raise SeamError(f"the most rows to show is {most}; write 1 or more")
    return most


def _print(answer: Answer, format_: Format, said: list[str]) -> int:
    sys.stdout.write(written(answer, format_))
    sys.stdout.flush()
    for sentence in (say("connections.computed"), *said):
        print(sentence, file=sys.stderr)
    return 0
