"""A Chromium on this machine: found, or installed where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HERE = {"127.0.0.1", "localhost", "::1"}
DRIVER_LIBRARY = "libatomic1"
"""Playwright's own Node.js needs it, and a bare Debian lacks it."""

INSIDE = {"data", "blob", "about", "chrome-error"}

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
"""Flags that keep Chromium's own traffic off the network and let no page reach out either."""


class NoBrowserError(RuntimeError):
    """No browser is on this machine, and none could be installed."""


def find_browser() -> str:
    """Return the path of Chromium: SEAM_CHROMIUM, one on the path, or one installed now."""
    named = os.environ.get("SEAM_CHROMIUM")
    if named and not shutil.which(named):
        raise NoBrowserError(f"SEAM_CHROMIUM is {named}, which cannot be run")
    said = _install_missing(named)
    found = named or _on_path()
    if found is None:
        raise NoBrowserError(f"none is installed, and installing one failed ({said})")
    return found


def _install_missing(named: str | None) -> str:
    """Install what is missing where that is allowed; return the last words of a failure."""
    missing = [] if named or _on_path() else ["chromium"]
    if sys.platform == "linux" and find_library("atomic") is None:
        missing.append(DRIVER_LIBRARY)
    if not missing:
        return ""
    ran = subprocess.run(  # noqa: S603  our own script
        ["/bin/sh", ROOT / ".ci" / "install", *missing],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return (ran.stderr.strip().splitlines() or ["it did not say why"])[-1]


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def leaves_machine(url: str) -> bool:
    """Tell whether a request for this address goes to another machine."""
    parts = urlsplit(url)
    return parts.scheme not in INSIDE and parts.hostname not in HERE
