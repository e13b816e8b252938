"""Putting small graphs into Neo4j fast: what its store writes, in three statements.

The store's own statements are many, and Neo4j plans each of them anew for every small graph.
"""

from __future__ import annotations

from collections.abc import Iterable

import neo4j

from graph.batch import Batch
from graph.engines.neo4j import MARK
from graph.model import MODEL
from graph.rows import Row, link_rows, node_rows

NODES = "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.of"
LINKS = (
    "UNWIND $rows AS row MATCH (a {id: row.source}) MATCH (b {id: row.target}) "
    "CREATE (a)-[r:$(row.type)]->(b) SET r = row.of"
)
Shown = dict[str, str | list[str] | Row]


def load_quickly(driver: neo4j.Driver, batch: Batch) -> None:
    """Make the batch the whole content, as `Neo4jStore.write` does."""
    as_node, as_link = node_rows(batch), link_rows(MODEL, batch)
    nodes: Iterable[Shown] = (
        {"labels": list(MODEL.labels(n.label)), "of": as_node(n)} for n in batch.nodes
    )
    links: Iterable[Shown] = (
        {"type": k.type, "source": k.source, "target": k.target, "of": as_link(k)}
        for k in batch.links
    )
    with driver.session() as session:
        session.execute_write(_replace, list(nodes), list(links))


def _replace(transaction: neo4j.ManagedTransaction, nodes: list[Shown], links: list[Shown]) -> None:
    transaction.run("MATCH (n) DETACH DELETE n").consume()
    transaction.run(f"CREATE (:{MARK})").consume()
    transaction.run(NODES, rows=nodes).consume()
    transaction.run(LINKS, rows=links).consume()
