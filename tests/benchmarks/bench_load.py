"""Loading: the casebook into each engine, against the least that it could cost."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import neo4j

from benchmarks.bare import bare_loop
from benchmarks.measure import Bench
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
            for name, write in (("bare driver loop", bare_loop(driver)), ("seam", store.write)):
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
