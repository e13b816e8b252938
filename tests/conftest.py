"""What every test may ask for, and the signs by which the suite ends in order."""

from __future__ import annotations

import os
import signal
from types import FrameType

import pytest

pytest_plugins = [
    "support_not_run",
    "support_records",
    "support_neo4j",
    "support_seam",
    "support_explorer",
    "support_stores",
]

KEPT = {"SEAM_CHROMIUM"}


def pytest_configure() -> None:
    """Forget the developer's own store and data, so that no test can reach or wipe them."""
    for name in [n for n in os.environ if n.startswith("SEAM_") and n not in KEPT]:
        del os.environ[name]
    for sign in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, _stop)


def _stop(sign: int, _frame: FrameType | None) -> None:
    """End as Ctrl-C does: fixtures take down the servers that they started."""
    pytest.exit(f"stopped by {signal.Signals(sign).name}", returncode=128 + sign)
