"""Asking: one question from a cold start, and every question on a warm store, in CPU time.

The limit holds for the least of the runs, as `timeit` has it: what is above is the machine's.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

from benchmarks.measure import Bench
from graph.store import open_store
from queries.saved import questions

RUNS = 25


def test_ask_from_a_cold_start(bench: Bench, casebook_store: str) -> None:
    ask = [sys.executable, "-m", "ui.cli", "ask", "partnerships-that-worked", "country=PER"]
    found = bench(
        {
            "Python alone": [sys.executable, "-c", ""],
            "seam ask, cold, JSON": [*ask, "--format", "json", "--store", casebook_store],
            "seam ask, cold, table": [*ask, "--store", casebook_store],
        }
    )
    assert found["seam ask, cold, JSON"].cpu < 0.6
    assert found["seam ask, cold, table"].cpu < 0.6


def test_every_question_on_the_casebook(
    casebook_store: str, report: Callable[[str, float, str], None]
) -> None:
    store = open_store(casebook_store)
    for name, query in questions().items():
        times = []
        for _ in range(RUNS):
            began = time.process_time()
            query.run(store)
            times.append(1000 * (time.process_time() - began))
        report(f"{name}, median", median(times), "ms of CPU")
        report(f"{name}, least", min(times), "ms of CPU")
        assert min(times) < 50, name
    store.close()
