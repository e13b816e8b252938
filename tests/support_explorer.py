"""The explorer, served from a process of its own on a free port."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from neo4j_server import free_port
from support_seam import ROOT, run_seam, seam_command

SECONDS = 60


@pytest.fixture(scope="session")
def casebook_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped casebook, loaded once into an embedded store; only for reading."""
    url = f"embedded:{tmp_path_factory.mktemp('casebook') / 'store'}"
    ran = run_seam("load", "--data", ROOT / "data", "--store", url, env={})
    assert ran.code in {0, 1}, ran.stderr
    return url


@pytest.fixture(scope="session")
def explorer(casebook_store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an explorer of the shipped casebook."""
    with serving(casebook_store, tmp_path_factory.mktemp("explorer")) as url:
        yield url


@contextmanager
def serving(
    store: str, folder: Path, env: Mapping[str, str] | None = None, *, browser: bool = False
) -> Iterator[str]:
    """Serve the explorer of a store while the context is open; its log goes into the folder."""
    port, log = free_port(), folder / "explorer.log"
    options = () if browser else ("--no-browser",)
    command = seam_command("explore", *options, "--port", str(port), "--store", store)
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603  our own command
            command,
            env=os.environ | dict(env or {}),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        end = time.monotonic() + SECONDS
        while not healthy(port):
            gone = process.poll() is not None
            if gone or time.monotonic() > end:
                pytest.fail(f"the explorer did not start:\n{log.read_text('utf-8', 'replace')}")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        _end(process)


def healthy(port: int) -> bool:
    """Tell whether the explorer on this port says that it is well."""
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started: they share one process group."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(10)
        except ProcessLookupError:
            process.wait()
        except subprocess.TimeoutExpired:
            continue
