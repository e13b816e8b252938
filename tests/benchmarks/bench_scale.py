"""Every question on the casebook and at 5,000 and 100,000 interventions, on both engines; loads.

The graphs are made by `generated.casebook_like`. A question is asked with its defaults; a default
that names a node of the casebook becomes the node of that type with most links.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Self

import neo4j
import pytest

from benchmarks.bare import bare_loop
from generated import casebook_like
from graph.batch import Batch
from graph.model import MODEL
from graph.store import Parameter, SignIn, Store, open_store
from loaders.everything import load
from neo4j_server import Neo4jServer
from queries.saved import SavedQuery, questions

Report = Callable[[str, float, str], None]
Times = dict[str, list[float]]
DATA = Path(__file__).parents[2] / "data"
CASEBOOK, MANY, MOST = 190, 5_000, 100_000
RUNS = {CASEBOOK: 25, MANY: 9, MOST: 3}
SEED = 1
LOAD = """
import gc, json, pickle, resource, sys, time
from pathlib import Path
from graph.store import open_store
gc.disable()
batch = pickle.loads(Path(sys.argv[1]).read_bytes())
gc.enable()
gc.freeze()
memory = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before, cpu, clock = memory(), time.process_time(), time.perf_counter()
open_store(sys.argv[2]).write(batch)
print(json.dumps([time.process_time() - cpu, time.perf_counter() - clock, before, memory()]))
"""
ASK = """
import json, resource, sys, time
from graph.store import open_store
from queries.saved import questions
store, found = open_store(sys.argv[1]), {}
for name, given in json.loads(sys.argv[2]).items():
    times = []
    for _ in range(int(sys.argv[3])):
        began = time.perf_counter()
        questions()[name].run(store, given)
        times.append(1000 * (time.perf_counter() - began))
    found[name] = times
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([found, peak]))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Neo4jServer]:
    """A server with the memory that one transaction of 1.9 million rows takes."""
    with Neo4jServer(password="", heap="12g", quick=False) as running:
        yield running


@pytest.mark.parametrize("size", [CASEBOOK, MANY, MOST])
def test_both_engines_at(size: int, server: Neo4jServer, report: Report, tmp_path: Path) -> None:
    batch = load(DATA).batch if size == CASEBOOK else casebook_like(size, SEED)
    given = {name: asked(query, batch) for name, query in questions().items()}
    url = f"embedded:{tmp_path / 'store'}"
    clock = _load_embedded(batch, url, tmp_path / "batch", size, report)
    with Neo4j(server) as remote:
        rate = _load_neo4j(batch, remote, size, report)
        del batch
        here, peak = _ask_embedded(url, given, RUNS[size])
        there = {n: _times(remote.store, n, given[n], RUNS[size]) for n in given}
    report(f"{size:,}: memory of asking, embedded", peak, "MB")
    for name in sorted(here, key=lambda name: -median(here[name])):
        mine, theirs = median(here[name]), median(there[name])
        report(f"{size:,}: {name}", mine, "ms")
        report(f"{size:,}: {name}, Neo4j", theirs, "ms")
        report(f"{size:,}: {name}, embedded to Neo4j", mine / theirs, "x")
    limits = list(_limits(size, here, there))
    if size == MOST:
        limits.append(("load", clock, 60))
        limits.append(("load/Neo4j", 1 / rate, 1 / 0.8))
        limits.append(("memory", peak, 1_000))
    over = {what: (given, most) for what, given, most in limits if given > most}
    assert not over


def _limits(size: int, here: Times, there: Times) -> Iterator[tuple[str, float, float]]:
    """Yield what was measured of the questions, and the most that it may be."""
    if size == CASEBOOK:
        for name, times in here.items():
            yield name, median(times), 20
    elif size == MANY:
        ratios = {name: median(here[name]) / median(there[name]) for name in here}
        yield "questions slower than Neo4j", sum(r > 1 for r in ratios.values()), len(here) / 2
        for name, ratio in ratios.items():
            yield name, ratio, 3
    else:
        for name in here:
            yield name, min(here[name]), 1_500
            yield f"{name}/Neo4j", min(there[name]), 2_000


def asked(query: SavedQuery, batch: Batch) -> dict[str, Parameter]:
    """Return what to ask a generated graph where a default names a node of the casebook."""
    ids = {node.id: node.label for node in batch.nodes}
    given: dict[str, Parameter] = {}
    for parameter in query.header.parameters:
        if parameter.of and parameter.default and parameter.default not in ids:
            given[parameter.name] = most_linked(batch, ids, parameter.of)
    if query.name == "passages-behind":
        link = next(link for link in batch.links if link.type == "LED_TO")
        given |= {"source": link.source, "target": link.target}
    return given


def most_linked(batch: Batch, labels: dict[str, str], label: str) -> str:
    """Return the node of this type that most links touch, the first by id of equals."""
    counts = Counter(
        end
        for link in batch.links
        for end in (link.source, link.target)
        if label in MODEL.labels(labels[end])
    )
    return min(counts, key=lambda id_: (-counts[id_], id_))


class Neo4j:
    """A store on the server and a driver beside it."""

    def __init__(self, server: Neo4jServer) -> None:
        user, password = server.auth or ("", "")
        self.store: Store = open_store(server.uri, SignIn(user, password) if user else None)
        self.driver = neo4j.GraphDatabase.driver(server.uri, auth=server.auth)

    def __enter__(self) -> Self:
        self.empty()
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()
        self.driver.close()

    def empty(self) -> None:
        """Take everything out, in parts that fit the server's memory."""
        with self.driver.session() as session:
            session.run(
                "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
            ).consume()


def _load_embedded(batch: Batch, url: str, kept: Path, size: int, report: Report) -> float:
    """Load in a process of its own and return the seconds it took."""
    kept.write_bytes(pickle.dumps(batch))
    ran = subprocess.run(  # noqa: S603  a script of this file
        [sys.executable, "-c", LOAD, str(kept), url], capture_output=True, check=True
    )
    cpu, clock, before, peak = json.loads(ran.stdout)
    kept.unlink()
    report(f"{size:,}: load, embedded, CPU", cpu, "s")
    report(f"{size:,}: load, embedded, clock", clock, "s")
    report(f"{size:,}: load, memory of the batch", before, "MB")
    report(f"{size:,}: load, memory at most", peak, "MB")
    return float(clock)


def _load_neo4j(batch: Batch, remote: Neo4j, size: int, report: Report) -> float:
    """Load and return the rate over that of a bare UNWIND loop."""
    times = {}
    for name, write in (("bare loop", bare_loop(remote.driver)), ("seam", remote.store.write)):
        remote.empty()
        began = time.perf_counter()
        write(batch)
        times[name] = time.perf_counter() - began
        report(f"{size:,}: load, Neo4j, {name}", times[name], "s")
    rate = times["bare loop"] / times["seam"]
    report(f"{size:,}: load, Neo4j, seam to bare loop", rate, "x rate")
    return rate


def _ask_embedded(
    url: str, given: dict[str, dict[str, Parameter]], runs: int
) -> tuple[Times, float]:
    """Ask in a process of its own, whose memory then is that of asking."""
    ran = subprocess.run(  # noqa: S603  a script of this file
        [sys.executable, "-c", ASK, url, json.dumps(given), str(runs)],
        capture_output=True,
        check=True,
    )
    found, peak = json.loads(ran.stdout)
    return found, peak


def _times(store: Store, name: str, given: dict[str, Parameter], runs: int) -> list[float]:
    query, times = questions()[name], []
    for _ in range(runs):
        began = time.perf_counter()
        query.run(store, given)
        times.append(1000 * (time.perf_counter() - began))
    return times
