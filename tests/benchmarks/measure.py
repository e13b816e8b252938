"""What a command costs: CPU seconds, seconds on the clock, and the most memory it held.

Run as a script it starts the command itself and prints what it cost. A process of its own does
that because Linux counts, as the memory of a new process, what its parent held when it started:
from within pytest, the least that could ever be measured would be pytest. (Here it is 14 MB.)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Protocol

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """One run: CPU and clock in seconds, peak resident memory in MB of a million bytes."""

    cpu: float
    clock: float
    peak: float
    code: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of one command, children included."""

    runs: tuple[Cost, ...]

    @property
    def cpu(self) -> float:
        """The median of CPU seconds."""
        return median(run.cpu for run in self.runs)

    @property
    def clock(self) -> float:
        """The median of seconds on the clock."""
        return median(run.clock for run in self.runs)

    @property
    def peak(self) -> float:
        """The median of peak memory in MB."""
        return median(run.peak for run in self.runs)


class Bench(Protocol):
    """Measures commands side by side and puts them into the table."""

    def __call__(
        self,
        commands: Mapping[str, Sequence[str]],
        *,
        runs: int = 5,
        env: Mapping[str, str] | None = None,
    ) -> dict[str, Measured]: ...


def measure(
    commands: Mapping[str, Sequence[str]], *, runs: int = 5, env: Mapping[str, str] | None = None
) -> dict[str, Measured]:
    """Run the commands in turn, round after round, so that a busy machine slows them all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _round in range(runs):
        for name, command in commands.items():
            costs[name].append(cost_of(command, env=env))
    return {name: Measured(tuple(found)) for name, found in costs.items()}


def cost_of(command: Sequence[str], *, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command once; one that fails is an error with its last words."""
    ran = subprocess.run(  # noqa: S603  commands of our own benchmarks
        [sys.executable, "-I", "-S", Path(__file__), *command],
        env=os.environ | dict(env or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    cost = Cost(**json.loads(ran.stdout))
    if cost.code:
        raise RuntimeError(f"{' '.join(command)} ended with {cost.code}:\n{ran.stderr[-2000:]}")
    return cost


def _run(command: Sequence[str]) -> Cost:
    """Start the command, wait for it, and ask the kernel what it used."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  as above
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        cpu=usage.ru_utime + usage.ru_stime,
        clock=time.perf_counter() - began,
        peak=usage.ru_maxrss * PEAK_UNIT / 1e6,
        code=process.returncode,
    )


if __name__ == "__main__":
    cost = _run(sys.argv[1:])
    fields = {name: getattr(cost, name) for name in Cost.__slots__}
    sys.stdout.write(json.dumps(fields))
