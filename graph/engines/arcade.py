"""ArcadeDB itself: building a database, and databases open in this process."""

from __future__ import annotations

import getpass
import logging
import os
import re
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import arcadedb

from graph.batch import Batch, Item, chunked, grouped
from graph.errors import (
    DamagedStoreError,
    QuestionFailedError,
    QuestionTooLargeError,
    QuestionTooSlowError,
    UnwritableStoreError,
)
from graph.rows import COUNTED, COUNTS, NEWEST, Row, link_rows, node_rows
from graph.schema import Kind, Model
from graph.store import QUERY_SECONDS, Cell, Parameter

TYPES: dict[Kind, str] = {
    "text": "STRING",
    "integer": "LONG",
    "number": "DOUBLE",
    "flag": "BOOLEAN",
    "texts": "LIST",
}
ROWS = 5_000
DEFERRED = 200_000
HEAP, YOUNG, OLD = 2048, 256, 648  # MB
"""The engine's memory at most, and of it: at least for rows of a query, at most for what stays."""
VIEW = (
    "CREATE GRAPH ANALYTICAL VIEW links PROPERTIES "
    f"(id, name, began, last_described, {NEWEST}, {', '.join(COUNTS)})"
)
REWRITTEN = {"last-tx-id.bin", "statistics.json"}
"""Files that the engine writes anew whenever it closes, after reading too; it can do without."""
ARGUMENTS = "ARCADEDB_NATIVE_ISOLATE_ARGS"
SETTINGS = {
    "arcadedb.command.timeout": QUERY_SECONDS * 1000,
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
}


def _arguments(young: int) -> str:
    """Return the engine's own arguments: beyond -Xmx a query fails with a sentence, and we live."""
    arguments = f"-Xmx{HEAP}m -Xms{young + young // 4}m -Xmn{young}m"
    config = Path(__file__).with_name("quiet.properties").as_posix()
    if not re.search(r"\s", config):  # the engine splits its arguments at spaces
        arguments += f" -Djava.util.logging.config.file={config}"
    return arguments


def _make_room(folder: Path) -> None:
    """Give the rows of queries four times the database's size, before the engine's first use.

    With little room the engine copies the same rows again and again while it collects garbage:
    over 100,000 interventions that took two fifths of the time of all questions.
    """
    young = max(YOUNG, min(4 * sum(sizes(folder).values()) // 2**20, HEAP - OLD))
    if os.environ.get(ARGUMENTS) == _arguments(YOUNG):
        os.environ[ARGUMENTS] = _arguments(young)


def _prepare() -> None:
    """Bound the engine's memory, and keep its own log off the screen and the working folder."""
    logging.getLogger("arcadedb").addHandler(logging.NullHandler())
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault(ARGUMENTS, _arguments(YOUNG))
    with suppress(OSError):  # a full disk has no usable folder for temporary files
        user = getattr(os, "getuid", getpass.getuser)()
        folder = Path(tempfile.gettempdir()) / f"seam-engine-{user}"
        os.environ.setdefault("ARCADEDB_LOG_DIR", str(folder))


_prepare()


def build(path: Path, batch: Batch, model: Model) -> None:
    """Make a new database of the batch at this path and close it."""
    try:
        database = arcadedb.create_database(str(path))
        try:
            for statement in _schema(model):
                database.command("sql", statement)
            _fill(database, batch, model)
            _index_links(database)
        finally:
            database.close()
    except arcadedb.ArcadeDBError as error:
        raise UnwritableStoreError(path.parent.parent, _cause(error)) from None


def _schema(model: Model) -> Iterator[str]:
    """Yield the statements that declare the model; every name is back-ticked, some are reserved."""
    for node in model.nodes:
        extends = f" EXTENDS `{node.base}`" if node.base else ""
        yield f"CREATE VERTEX TYPE `{node.label}`{extends}"
        if not node.base:
            yield f"CREATE PROPERTY `{node.label}`.`id` STRING"
            yield f"CREATE INDEX ON `{node.label}` (`id`) UNIQUE"
        for prop in node.properties:
            yield f"CREATE PROPERTY `{node.label}`.`{prop.name}` {TYPES[prop.kind]}"
    for name in (*COUNTS, NEWEST):
        yield f"CREATE PROPERTY `{COUNTED}`.`{name}` LONG"
    for link in model.links:
        yield f"CREATE EDGE TYPE `{link.type}`"
        for prop in link.properties:
            yield f"CREATE PROPERTY `{link.type}`.`{prop.name}` {TYPES[prop.kind]}"
    for name, value in SETTINGS.items():
        yield f"ALTER DATABASE `{name}` {value}"


def _fill(database: arcadedb.Database, batch: Batch, model: Model) -> None:
    rids: dict[str, str] = {}
    with database.graph_batch(max_deferred_incoming_edges=DEFERRED) as graph:
        for label, rows in _ahead(_nodes(batch)):
            made = graph.create_vertices(label, rows)
            rids.update(zip((str(row["id"]) for row in rows), made, strict=True))
        for links in _ahead(_links(batch, model, rids)):
            graph.new_edges(*links)


def _nodes(batch: Batch) -> Iterator[tuple[str, list[Row]]]:
    row = node_rows(batch)
    for label, nodes in grouped(batch.nodes, lambda node: node.label).items():
        for some in chunked(nodes, ROWS):
            yield label, [row(node) for node in some]


def _links(
    batch: Batch, model: Model, rids: Mapping[str, str]
) -> Iterator[tuple[list[str], str, list[str], list[Row]]]:
    row = link_rows(model, batch)
    for type_, links in grouped(batch.links, lambda link: link.type).items():
        for some in chunked(links, ROWS):
            sources, targets = (
                [rids[link.source] for link in some],
                [rids[link.target] for link in some],
            )
            yield sources, type_, targets, [row(link) for link in some]


def _ahead(items: Iterator[Item]) -> Iterator[Item]:
    """Yield the items; the next one is made while the engine, which needs no Python, takes one."""
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = maker.submit(next, items, None)
            yield item


def _index_links(database: arcadedb.Database) -> None:
    """Build the engine's compressed table of links, by which it counts many times as fast."""
    database.command("sql", VIEW)
    while _state(database) == "BUILDING":
        time.sleep(0.005)
    if (state := _state(database)) != "READY":
        raise arcadedb.ArcadeDBError(f"the table of links is {state}")


def _state(database: arcadedb.Database) -> str:
    found = database.query("sql", "SELECT status FROM schema:graphanalyticalviews")
    return str(next(iter(found.iter_dicts()))["status"])


def sizes(folder: Path) -> dict[str, int]:
    """Return the sizes of the database's files in bytes: a cut or lost file shows here."""
    files = (p for p in sorted(folder.glob("*.*")) if p.name not in REWRITTEN)
    return {p.name: p.stat().st_size for p in files if p.is_file()}


class Database:
    """A database open for reading, for all readers of this process at once."""

    def __init__(self, folder: Path) -> None:
        self.readers = 0
        try:
            _make_room(folder)
            self._database = arcadedb.open_database(str(folder), read_only=True)
        except arcadedb.ArcadeDBError as error:
            raise DamagedStoreError(folder.parent.parent, _cause(error)) from None

    def rows(self, cypher: str, parameters: Mapping[str, Parameter]) -> Iterator[dict[str, Cell]]:
        """Yield the rows of a reading query as mappings, in its order."""
        given = {
            name: value if isinstance(value, str | int | float) else list(value)
            for name, value in parameters.items()
        }
        try:
            yield from self._database.query("opencypher", cypher, given).iter_dicts()
        except arcadedb.ArcadeDBError as error:
            if "TimeoutException" in str(error):
                raise QuestionTooSlowError(QUERY_SECONDS) from None
            if re.search(r"heap (size|budget) exceeded", str(error)):
                raise QuestionTooLargeError from None
            raise QuestionFailedError(f"the engine refused the question: {_cause(error)}") from None

    def close(self) -> None:
        """Release the files."""
        self._database.close()


_LOCK = threading.Lock()
_OPEN: dict[Path, Database] = {}


def is_open(folder: Path) -> bool:
    """Tell whether this process has the folder open: the engine opens a folder once a process."""
    return folder in _OPEN


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """Open the folder, or share it if it is open, and close its idle predecessors."""
    with _LOCK:
        database = _OPEN.get(folder)
        if database is None:
            database = _OPEN[folder] = Database(folder)
            _close_idle(folder.parent.parent, keep=folder)
        database.readers += 1
    try:
        yield database
    finally:
        with _LOCK:
            database.readers -= 1


def close_below(path: Path) -> None:
    """Close the databases of a store that nobody reads just now."""
    with _LOCK:
        _close_idle(path, keep=None)


def _close_idle(path: Path, keep: Path | None) -> None:
    for folder, database in list(_OPEN.items()):
        if folder != keep and folder.parent.parent == path and not database.readers:
            del _OPEN[folder]
            database.close()


def _cause(error: arcadedb.ArcadeDBError) -> str:
    """Return the engine's last sentence without its class names."""
    outer, _, inner = str(error).removesuffix(")").partition(" (caused by ")
    text = " ".join((inner if inner and not inner.endswith(": null") else outer).split())
    return re.sub(r"^(?:.*?: )?(?:[a-z]\w*\.)+[A-Za-z]+(?:Exception|Error): ", "", text)
