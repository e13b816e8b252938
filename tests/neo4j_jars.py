"""Jars of a Neo4j Community server, fetched once from Maven Central into the user's cache."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from filelock import FileLock
from jgo.maven import MavenContext

VERSION = "5.26.30"
"""The long-term release; it runs on Java 17 and 21."""

ARTIFACT = f"org.neo4j:neo4j:{VERSION}"
"""The one artifact with a main class: `org.neo4j.app:neo4j-server` has none."""

AT_LEAST = 100
"""A complete server has some 150 jars; fewer means that part of it could not be had."""

AT_ONCE = 8
"""Jars fetched side by side."""

_ONE_AT_A_TIME = Lock()


class Neo4jUnavailableError(RuntimeError):
    """A Neo4j server cannot be had on this machine."""


def class_path() -> str:
    """Return Java's class path of the server.

    The first call fetches about 140 MB; later ones read one file. Threads and
    processes wait for each other, and a fetch that was cut off is begun again from nothing.
    """
    complete = _complete()
    home = complete.parent
    with _ONE_AT_A_TIME, FileLock(f"{home}.lock"):
        if not fetched():
            shutil.rmtree(home, ignore_errors=True)
            found = os.pathsep.join(str(jar) for jar in _fetch(home))
            complete.write_text(found, "utf-8")
        return complete.read_text("utf-8")


def fetched() -> bool:
    """Tell whether all jars are there, so that a start takes seconds."""
    complete = _complete()
    return complete.exists() and all(
        map(os.path.exists, complete.read_text("utf-8").split(os.pathsep))
    )


def _complete() -> Path:
    """Return the file that is written when all jars are there; it holds the class path."""
    return _cache() / f"neo4j-{VERSION}" / "class_path"


def _cache() -> Path:
    """Return Seam's folder in the user's cache."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "seam"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Neo4jUnavailableError(
            f"its jars cannot be kept in {folder} ({error.strerror}); set XDG_CACHE_HOME"
        ) from error
    return folder


def _fetch(home: Path) -> list[Path]:
    """Resolve the server and all it needs into `home`, several jars at a time."""
    try:
        maven = MavenContext(repo_cache=home, timeout=60)
        asked, needed = maven.resolver.resolve([maven.create_dependency(ARTIFACT)])
        wanted = asked + [one for one in needed if one.scope in {"compile", "runtime"}]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            jars = list(pool.map(lambda one: one.artifact.resolve(), wanted))
    except Exception as error:
        # jgo lets errors of requests, of sockets and of its own through; all mean the same here.
        raise Neo4jUnavailableError(f"its jars could not be fetched: {_short(error)}") from error
    if len(jars) < AT_LEAST:
        raise Neo4jUnavailableError(f"only {len(jars)} of its jars could be fetched")
    return jars


def _short(error: Exception) -> str:
    """Return one line about an error whose own text may be pages long."""
    said = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__} {said}"[:120]
