"""The command line, run as a person runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).parents[1]
SECONDS = 180


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: exit code, standard output, standard error."""

    code: int
    stdout: str
    stderr: str


class Seam(Protocol):
    """Runs `seam` with these arguments; `env` adds to the environment."""

    def __call__(
        self, *arguments: str | Path, env: Mapping[str, str] = ..., stdin: str = ""
    ) -> Ran: ...


@pytest.fixture
def seam(tmp_path: Path) -> Seam:
    """The command line, in an empty folder, with an embedded store of this test's own."""
    here = tmp_path / "here"
    here.mkdir()
    own = {"SEAM_STORE": f"embedded:{tmp_path / 'store'}"}

    def run(*arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str = "") -> Ran:
        return run_seam(*arguments, env=own | dict(env or {}), stdin=stdin, cwd=here)

    return run


def run_seam(
    *arguments: str | Path, env: Mapping[str, str], stdin: str = "", cwd: Path = ROOT
) -> Ran:
    """Run `seam` and return what it left."""
    ran = subprocess.run(  # noqa: S603  our own command
        seam_command(*arguments),
        env=os.environ | dict(env),
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def seam_command(*arguments: str | Path) -> list[str]:
    """Return the command that runs `seam` of this environment with these arguments."""
    return [str(Path(sys.executable).with_name("seam")), *map(str, arguments)]
