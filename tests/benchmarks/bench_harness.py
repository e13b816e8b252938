"""The harness itself: what Python costs, and what parsing the casebook costs on top."""

from __future__ import annotations

import sys

from benchmarks.measure import Bench

MEGABYTES = "held = bytearray(200_000_000)"


def test_parsing_the_casebook(bench: Bench, parse_yaml: list[str]) -> None:
    found = bench({"Python alone": [sys.executable, "-c", ""], "casebook by libyaml": parse_yaml})
    assert found["casebook by libyaml"].cpu > found["Python alone"].cpu


def test_memory_is_the_command_s_own(bench: Bench) -> None:
    held = bytearray(300_000_000)
    found = bench(
        {
            "Python alone": [sys.executable, "-c", ""],
            "Python with 200 MB": [sys.executable, "-c", MEGABYTES],
        },
        runs=3,
    )
    assert found["Python alone"].peak < 50 < len(held) / 1e6
    assert 200 < found["Python with 200 MB"].peak < 250
