"""A table of what was measured, at the end of `make bench`.

Benchmarks are in bench_*.py, which `make test` does not collect: nothing there depends on time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path

import pytest

from benchmarks.measure import Bench, Measured, measure

DATA = Path(__file__).parents[2] / "data"
PARSE = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
"""

TABLE = pytest.StashKey[list[tuple[str, ...]]]()
HEAD = ("", "CPU s", "least", "most", "clock s", "peak MB", "CPU ratio")


@pytest.fixture
def bench(request: pytest.FixtureRequest) -> Bench:
    """Measure commands side by side: `bench({"yardstick": [...], "ours": [...]}, runs=5)`.

    The first is the yardstick of the ratios in the table.
    """

    def run(
        commands: Mapping[str, Sequence[str]],
        *,
        runs: int = 5,
        env: Mapping[str, str] | None = None,
    ) -> dict[str, Measured]:
        found = measure(commands, runs=runs, env=env)
        yardstick = next(iter(found.values())).cpu
        rows = [_row(name, one, one.cpu / yardstick) for name, one in found.items()]
        request.config.stash.setdefault(TABLE, []).extend(rows)
        return found

    return run


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str, float, str], None]:
    """Put one number of another kind into the table: `report("slowest question", 12.5, "ms")`."""

    def add(name: str, value: float, unit: str) -> None:
        row = (name, f"{value:.3g} {unit}")
        request.config.stash.setdefault(TABLE, []).append(row)

    return add


@pytest.fixture(scope="session")
def parse_yaml() -> list[str]:
    """The yardstick of loading: a command that only parses the casebook, with libyaml."""
    return [sys.executable, "-c", PARSE, str(DATA)]


@pytest.fixture(scope="session")
def neo4j_quick() -> bool:
    """Measure the server that people run."""
    return False


def _row(name: str, found: Measured, ratio: float) -> tuple[str, ...]:
    cpus = [run.cpu for run in found.runs]
    numbers = (found.cpu, min(cpus), max(cpus), found.clock)
    return (name, *(f"{n:.3f}" for n in numbers), f"{found.peak:.0f}", f"{ratio:.2f}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> Generator[None]:
    """Print the table after all else."""
    yield
    rows = config.stash.get(TABLE, [])
    if rows:
        terminalreporter.section("measured: medians of runs side by side")
        for name, *cells in [HEAD, *rows]:
            terminalreporter.line(f"{name:<44}" + "".join(f"{cell:>10}" for cell in cells))
