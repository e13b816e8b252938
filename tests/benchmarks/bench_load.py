"""Loading: the casebook into each engine, against the least that it could cost."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import neo4j

from benchmarks.measure import Bench
from graph.batch import Batch, grouped, plain
from graph.model import MODEL
from graph.rows import link_rows
from graph.store import SignIn, open_store
from loaders.everything import load
from neo4j_server import Neo4jServer
from support_neo4j import wipe

DATA = Path(__file__).parents[2] / "data"
LOAD = """
import sys, tempfile
from ui.cli import main
with tempfile.TemporaryDirectory() as folder:
    sys.exit(main(["load", "--data", sys.argv[1], "--store", f"embedded:{folder}/store"]))
"""
RUNS = 5


def test_load_into_the_embedded_engine(bench: Bench, parse_yaml: list[str]) -> None:
    found = bench(
        {
            "casebook by libyaml": parse_yaml,
            "seam load, embedded": [sys.executable, "-c", LOAD, str(DATA)],
        }
    )
    assert found["seam load, embedded"].cpu < 4
    assert found["seam load, embedded"].cpu < 6 * found["casebook by libyaml"].cpu


def test_load_into_neo4j(
    neo4j_server: Neo4jServer, report: Callable[[str, float, str], None]
) -> None:
    batch = load(DATA).batch
    user, password = neo4j_server.auth or ("", "")
    store = open_store(neo4j_server.uri, SignIn(user, password))
    driver = neo4j.GraphDatabase.driver(neo4j_server.uri, auth=(user, password))
    times: dict[str, list[float]] = {"bare driver loop": [], "seam": []}
    with driver:
        for _ in range(RUNS):
            for name, write in (("bare driver loop", _bare(driver)), ("seam", store.write)):
                wipe(neo4j_server)
                began = time.perf_counter()
                write(batch)
                times[name].append(time.perf_counter() - began)
    store.close()
    ratio = median(times["seam"]) / median(times["bare driver loop"])
    report("Neo4j load, bare driver loop", median(times["bare driver loop"]), "s")
    report("Neo4j load, seam", median(times["seam"]), "s")
    report("Neo4j load, seam to bare loop", ratio, "x")
    assert ratio < 1.5


def _bare(driver: neo4j.Driver) -> Callable[[Batch], None]:
    """Return what writes the same rows with constraints and UNWIND, and does nothing else."""

    def rows(transaction: neo4j.ManagedTransaction, batch: Batch) -> None:
        row = link_rows(MODEL, batch)
        labels = {node.id: node.label for node in batch.nodes}
        for label, nodes in grouped(batch.nodes, lambda node: node.label).items():
            transaction.run(
                f"UNWIND $rows AS row CREATE (n:{':'.join(MODEL.labels(label))}) SET n = row",
                rows=[{"id": node.id, **plain(node)} for node in nodes],
            ).consume()
        for (type_, source, target), links in grouped(
            batch.links,
            lambda link: (
                link.type,
                MODEL.root(labels[link.source]),
                MODEL.root(labels[link.target]),
            ),
        ).items():
            transaction.run(
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) "
                f"MATCH (b:{target} {{id: row.b}}) CREATE (a)-[r:{type_}]->(b) SET r = row.of",
                rows=[{"a": link.source, "b": link.target, "of": row(link)} for link in links],
            ).consume()

    def write(batch: Batch) -> None:
        with driver.session() as session:
            for node in MODEL.nodes:
                if not node.base:
                    session.run(
                        f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{node.label}) "
                        "REQUIRE n.id IS UNIQUE"
                    ).consume()
            session.execute_write(rows, batch)

    return write
