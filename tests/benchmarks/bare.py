"""The yardstick of loading into Neo4j: the same rows by UNWIND, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import neo4j

from graph.batch import Batch, chunked, grouped
from graph.engines.neo4j import ROWS
from graph.model import MODEL
from graph.rows import link_rows, node_rows


def bare_loop(driver: neo4j.Driver) -> Callable[[Batch], None]:
    """Return what writes a batch with constraints and UNWIND in one transaction."""

    def write(batch: Batch) -> None:
        with driver.session() as session:
            for node in MODEL.nodes:
                if not node.base:
                    session.run(
                        f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{node.label}) "
                        "REQUIRE n.id IS UNIQUE"
                    ).consume()
            session.execute_write(_rows, batch)

    return write


def _rows(transaction: neo4j.ManagedTransaction, batch: Batch) -> None:
    as_node, as_link = node_rows(batch), link_rows(MODEL, batch)
    roots = {node.id: MODEL.root(node.label) for node in batch.nodes}
    for label, nodes in grouped(batch.nodes, lambda node: node.label).items():
        for some in chunked(nodes, ROWS):
            transaction.run(
                f"UNWIND $rows AS row CREATE (n:{':'.join(MODEL.labels(label))}) SET n = row",
                rows=[as_node(node) for node in some],
            ).consume()
    for (type_, source, target), links in grouped(
        batch.links, lambda link: (link.type, roots[link.source], roots[link.target])
    ).items():
        for part in chunked(links, ROWS):
            transaction.run(
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) "
                f"MATCH (b:{target} {{id: row.b}}) CREATE (a)-[r:{type_}]->(b) SET r = row.of",
                rows=[{"a": link.source, "b": link.target, "of": as_link(link)} for link in part],
            ).consume()
