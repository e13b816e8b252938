"""The Neo4j engine: a server, a cluster or Aura, shared by several people."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions

from graph.batch import Batch, Link, Node, chunked, grouped
from graph.canonical import version_of
from graph.errors import (
    GraphTooLargeError,
    NoGraphError,
    QuestionFailedError,
    QuestionTooLargeError,
    QuestionTooSlowError,
    StoreError,
)
from graph.model import MODEL
from graph.rows import FORMAT, Row, link_rows, node_rows
from graph.store import QUERY_SECONDS, Answer, Parameter, SignIn

RETRY_SECONDS = 5.0
ROWS = 1_000
MARK = "SeamGraph"

logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jStore:
    """A graph in a database of a Neo4j server that holds nothing else."""

    engine = "Neo4j"

    def __init__(self, url: str, sign_in: SignIn | None) -> None:
        parts = urlsplit(url)
        self.url = url
        self._where = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        self._database = parts.path.strip("/") or None
        self._driver = neo4j.GraphDatabase.driver(
            self._where,
            auth=(sign_in.user, sign_in.password) if sign_in else None,
            max_transaction_retry_time=RETRY_SECONDS,
            connection_timeout=RETRY_SECONDS,
            connection_acquisition_timeout=2 * RETRY_SECONDS,
            notifications_min_severity="OFF",
        )

    def write(self, batch: Batch) -> bool:
        """Replace the content in one transaction; False if the batch is already there."""
        version = version_of(MODEL, batch)
        with (
            self._speaking(GraphTooLargeError),
            self._driver.session(database=self._database) as session,
        ):
            held = session.execute_read(_mark)
            if held == (version, FORMAT):
                return False
            if held is None:
                session.execute_read(_refuse_foreign)
            for statement in _constraints():
                session.run(statement).consume()
            session.execute_write(_replace, batch, version)
        return True

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        max_rows: int | None = None,
    ) -> Answer:
        """Run a reading query in a read transaction of at most `QUERY_SECONDS`."""

        @neo4j.unit_of_work(timeout=QUERY_SECONDS)
        def work(transaction: neo4j.ManagedTransaction) -> Answer:
            result = transaction.run(cypher, dict(parameters or {}))
            columns = tuple(result.keys())
            found = result.fetch(max_rows + 1) if max_rows is not None else list(result)
            rows = tuple(tuple(record.values()) for record in found)
            return Answer(
                columns, rows[:max_rows], cut=max_rows is not None and len(rows) > max_rows
            )

        with self._speaking(), self._driver.session(database=self._database) as session:
            return session.execute_read(work)

    def version(self) -> str:
        """Return the version that the last load left."""
        with self._speaking(), self._driver.session(database=self._database) as session:
            found = session.execute_read(_mark)
        if found is None:
            raise NoGraphError(self.url)
        return found[0]

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    @contextmanager
    def _speaking(
        self, too_large: Callable[[], StoreError] = QuestionTooLargeError
    ) -> Iterator[None]:
        try:
            yield
        except exceptions.AuthError:
            raise StoreError(
                f"{self._where} refused the user or password; set SEAM_NEO4J_USER and "
                "SEAM_NEO4J_PASSWORD (an empty user means no sign-in)"
            ) from None
        except (exceptions.DriverError, OSError) as error:
            raise self._unreachable(error) from None
        except exceptions.Neo4jError as error:
            if "OutOfMemory" in (error.code or ""):
                raise too_large() from None
            raise self._refused(error) from None

    def _unreachable(self, error: Exception) -> StoreError:
        lost = isinstance(error, exceptions.IncompleteCommit)
        changed = "whether the load arrived is not known" if lost else "nothing was changed"
        return StoreError(
            f"no answer from Neo4j at {self._where} ({_why(error)}); {changed}; "
            "check that it runs and that the address is right, then run this again"
        )

    def _refused(self, error: exceptions.Neo4jError) -> StoreError:
        code = error.code or ""
        if code.endswith("DatabaseNotFound"):
            return StoreError(
                f"{self._where} has no database {self._database}; "
                "leave the name out for the default one"
            )
        if "TransactionTimedOut" in code:
            return QuestionTooSlowError(QUERY_SECONDS)
        if code.startswith("Neo.TransientError") or "Database.General" in code:
            return self._unreachable(error)
        said = (error.message or code).splitlines()[0]
        return QuestionFailedError(f"Neo4j refused the question: {said}")


def _why(error: Exception) -> str:
    """Return the cause in a few words: the driver's own text has addresses and several lines."""
    known = re.search(r"\[Errno -?\d+\] ([^)\n]+)", str(error))
    first = str(error).splitlines()[0]
    return known[1] if known else re.split(r" \(?(?:resolved|Resolved|IPv[46]Address)", first)[0]


def _mark(transaction: neo4j.ManagedTransaction) -> tuple[str, int] | None:
    """Return the version and the format of what Seam wrote here, or None if it never did."""
    found = transaction.run(f"MATCH (m:{MARK}) RETURN m.version, m.format LIMIT 1").single()
    return None if found is None else (str(found[0]), int(found[1] or 0))


def _constraints() -> Iterator[str]:
    for node in MODEL.nodes:
        if not node.base:
            yield (
                f"CREATE CONSTRAINT seam_{node.label.lower()}_id IF NOT EXISTS "
                f"FOR (n:{node.label}) REQUIRE n.id IS UNIQUE"
            )


def _replace(transaction: neo4j.ManagedTransaction, batch: Batch, version: str) -> None:
    transaction.run("MATCH (n) DETACH DELETE n").consume()
    as_node, as_link = node_rows(batch), link_rows(MODEL, batch)
    roots = {node.id: MODEL.root(node.label) for node in batch.nodes}
    for label, nodes in grouped(batch.nodes, lambda node: node.label).items():
        _create_nodes(transaction, label, nodes, as_node)
    for (type_, *ends), links in grouped(
        batch.links, lambda link: (link.type, roots[link.source], roots[link.target])
    ).items():
        _create_links(transaction, (type_, *ends), links, as_link)
    mark = {"version": version, "format": FORMAT}
    transaction.run(f"CREATE (m:{MARK}) SET m = $mark", mark=mark).consume()


def _refuse_foreign(transaction: neo4j.ManagedTransaction) -> None:
    count = transaction.run("MATCH (n) RETURN count(n) AS n").single(strict=True)["n"]
    if count:
        raise StoreError(
            f"the database holds {count} nodes that Seam did not write; "
            "nothing was changed; give Seam a database of its own"
        )


def _create_nodes(
    transaction: neo4j.ManagedTransaction,
    label: str,
    nodes: Sequence[Node],
    row: Callable[[Node], Row],
) -> None:
    labels = ":".join(MODEL.labels(label))
    for chunk in chunked(nodes, ROWS):
        transaction.run(
            f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row",
            rows=[row(node) for node in chunk],
        ).consume()


def _create_links(
    transaction: neo4j.ManagedTransaction,
    kind: Sequence[str],
    links: Sequence[Link],
    row: Callable[[Link], Row],
) -> None:
    type_, source, target = kind
    for chunk in chunked(links, ROWS):
        made = transaction.run(
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
            f"MATCH (b:{target} {{id: row.target}}) CREATE (a)-[r:{type_}]->(b) SET r = row.of",
            rows=[{"source": k.source, "target": k.target, "of": row(k)} for k in chunk],
        ).consume()
        if made.counters.relationships_created != len(chunk):
            raise StoreError(f"some {type_} links found no end; nothing was changed")
