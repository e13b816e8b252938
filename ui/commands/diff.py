"""`seam diff`: what differs between two snapshots, in the graph and in every answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from graph.errors import SeamError, nearest
from queries.change import Asking
from queries.saved import question, questions
from queries.values import WrongValueError
from ui.changes import Shown, written
from ui.snapshots import difference

DIFFERS = 1


def diff(options: argparse.Namespace) -> int:
    """Print what differs between OLD and NEW; 1 if anything does."""
    if options.store:
        raise SeamError("seam diff takes no --store; name both snapshots: seam diff OLD NEW")
    if options.most < 0:
        raise SeamError(f"--most is {options.most}; write 0 or more")
    found = difference(options.old, options.new, _askings(options.question))
    for line in found.left_out:
        print(line, file=sys.stderr)
    shown = Shown(options.most, options.passages)
    sys.stdout.write(written(found, options.format, shown))
    return DIFFERS if found.differs else 0


def _askings(chosen: Sequence[Sequence[str]]) -> list[Asking]:
    if not chosen:
        return [Asking(query) for query in questions().values()]
    return [_asking(name, values) for name, *values in chosen]


def _asking(name: str, values: Sequence[str]) -> Asking:
    query = question(name)
    names = [parameter.name for parameter in query.header.parameters]
    given = {}
    for text in values:
        key, equals, value = text.partition("=")
        if not equals:
            raise WrongValueError(f"{text} is no KEY=VALUE; {nearest(key, names)}")
        given[key] = value
    return Asking(query, given)
