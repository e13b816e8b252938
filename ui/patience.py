"""A progress bar for what takes more than two seconds, and only on a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AFTER_SECONDS = 2.0


class _Bar:
    """A bar that shows itself late; `tick` tells how far the work is."""

    def __init__(self, what: str) -> None:
        self._what, self._done, self._all = what, 0, 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._show, daemon=True)

    def tick(self, done: int, all_: int) -> None:
        """Note that so much of all is done."""
        self._done, self._all = done, all_

    def start(self) -> None:
        """Begin to wait."""
        self._thread.start()

    def stop(self) -> None:
        """Take the bar away."""
        self._stop.set()
        self._thread.join()

    def _show(self) -> None:
        if self._stop.wait(AFTER_SECONDS):
            return
        from rich.console import Console  # noqa: PLC0415  only when somebody waits
        from rich.progress import Progress  # noqa: PLC0415

        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(self._what, total=None)
            while not self._stop.wait(0.1):
                progress.update(task, completed=self._done, total=self._all or None)


@contextmanager
def patience(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar with these words if the work within takes long; yield its `tick`."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    bar = _Bar(what)
    bar.start()
    try:
        yield bar.tick
    finally:
        bar.stop()
