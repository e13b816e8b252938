"""Two snapshots of the graph, wherever they are kept, and what differs between them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.batch import Batch
from graph.change import GraphChange, graph_change
from graph.errors import SeamError, StoreError, UnprovenError
from graph.model import MODEL
from graph.restored import restored
from graph.snapshot import snapshot
from graph.store import SCHEMES, Store, open_store
from loaders.everything import MissingRecordsError
from loaders.everything import load as read_records
from queries.change import AnswerChange, Asking, Unasked, asked_of_both
from ui.patience import patience
from ui.settings import settings


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two snapshots, called as the person called them.

    `captions` are the names of all nodes by id; `left_out` says which records are in neither.
    """

    old: str
    new: str
    graph: GraphChange
    answers: tuple[tuple[Asking, AnswerChange | tuple[Unasked, ...]], ...]
    captions: Mapping[str, str]
    left_out: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether anything differs."""
        return self.graph.differs or any(
            isinstance(found, AnswerChange) and found.differs for _, found in self.answers
        )


def difference(old: str, new: str, askings: Sequence[Asking]) -> Difference:
    """Return what differs between the snapshots that are kept there, in these answers too.

    Both are asked on the embedded engine, as copies: a load that comes between changes nothing.
    """
    before, after = _read(old), _read(new)
    with _copy(before) as one, _copy(after) as other, patience("Asking") as tick:
        answers = []
        for number, asking in enumerate(askings, start=1):
            answers.append((asking, asked_of_both(asking, one, other)))
            tick(number, len(askings))
    return Difference(
        old,
        new,
        graph_change(MODEL, before.batch, after.batch),
        tuple(answers),
        _captions(before.batch) | _captions(after.batch),
        tuple(dict.fromkeys(side.left_out for side in (before, after) if side.left_out)),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One snapshot: as the person called it, its graph, and what of its records is not in it."""

    where: str
    batch: Batch
    left_out: str = ""


def _read(where: str) -> _Side:
    """Return the graph of a dump, of a store by its URL, or of a folder of records."""
    scheme, colon, _ = where.partition(":")
    if colon and scheme in SCHEMES:
        return _Side(where, _of_store(where))
    path = Path(where)
    if path.is_dir():
        return _of_records(path)
    if path.exists():
        return _Side(where, restored(MODEL, path))
    if "://" in where:
        open_store(where).close()
    raise SeamError(
        f"nothing is at {where}; name a file that `seam dump` wrote, a store such as "
        "embedded:PATH, or a folder of records"
    )


def _of_store(url: str) -> Batch:
    with closing(settings(url).open()) as store, patience("Reading the graph"):
        version = store.version()
        found = snapshot(store, MODEL)
        if store.version() != version:
            raise StoreError(f"{url} was loaded anew while it was read; run this again")
    return found


def _of_records(folder: Path) -> _Side:
    try:
        with patience("Reading the records") as tick:
            loaded = read_records(folder, tick)
    except MissingRecordsError as error:
        raise SeamError(f"{error}; if a store is there, write embedded:{folder}") from None
    number = len(loaded.problems)
    left_out = (
        f"{folder}: {number} problem{'s' * (number != 1)}; what they concern is left out; "
        f"`seam check --data {folder}` names them"
    )
    return _Side(str(folder), loaded.batch, left_out if number else "")


@contextmanager
def _copy(side: _Side) -> Iterator[Store]:
    """Keep the graph in an embedded store of its own while it is asked."""
    with (
        tempfile.TemporaryDirectory(prefix="seam-diff-") as folder,
        closing(open_store(f"embedded:{folder}")) as store,
    ):
        try:
            store.write(side.batch)
        except UnprovenError as error:
            raise SeamError(f"{side.where}: {error}") from None
        yield store


def _captions(batch: Batch) -> dict[str, str]:
    named = ((node, node.properties.get(MODEL.node(node.label).caption)) for node in batch.nodes)
    return {node.id: str(name) for node, name in named if name}
