"""The embedded engine: ArcadeDB in this process, a folder beside the data, no server.

A load builds a new database folder and then replaces one small pointer file. Readers open
read-only, take no lock, and follow the pointer; a kill at any moment leaves the old graph.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from graph.batch import Batch
from graph.canonical import version_of
from graph.engines.arcade import build, close_below, is_open, opened, sizes
from graph.errors import (
    BusyStoreError,
    DamagedStoreError,
    NoGraphError,
    UnreadableStoreError,
    UnwritableStoreError,
)
from graph.model import MODEL
from graph.rows import FORMAT
from graph.store import Answer, Parameter

POINTER = "current.json"
LOCK_SECONDS = 10.0


class EmbeddedStore:
    """A graph in a folder of this machine."""

    engine = "ArcadeDB in this process"

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.url = f"embedded:{path}"

    def write(self, batch: Batch) -> bool:
        """Build the batch beside the present graph and swap; False if it is already there."""
        with ThreadPoolExecutor(1) as aside, self._writing():
            version = aside.submit(version_of, MODEL, batch)
            held = self._held()
            if held is not None and held == version.result():
                return False
            folder = Path(tempfile.mkdtemp(prefix="graph-", dir=self.path))
            try:
                build(folder / "db", batch, MODEL)
                self._point_to(folder, version.result())
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
        return True

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        max_rows: int | None = None,
    ) -> Answer:
        """Run a reading query on the graph that the pointer names now."""
        with opened(self._folder()) as database:
            rows = database.rows(cypher, parameters or {})
            kept = list(rows if max_rows is None else islice(rows, max_rows + 1))
        cut = max_rows is not None and len(kept) > max_rows
        kept = kept[:max_rows]
        columns = tuple(kept[0]) if kept else ()
        return Answer(columns, tuple(tuple(row.values()) for row in kept), cut=cut)

    def version(self) -> str:
        """Return the version that the last load left."""
        return str(self._pointer()["version"])

    def close(self) -> None:
        """Close what no other reader of this process uses."""
        close_below(self.path)

    def _pointer(self) -> dict[str, str | int | dict[str, int]]:
        try:
            text = (self.path / POINTER).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            raise NoGraphError(self.url) from None
        except OSError as error:
            raise UnreadableStoreError(self.path, error.strerror or str(error)) from None
        try:
            pointer = json.loads(text)
            if pointer["format"] != FORMAT:
                raise DamagedStoreError(self.path, f"format {pointer['format']}, not {FORMAT}")
            _ = pointer["folder"], pointer["version"], pointer["files"]
        except (ValueError, KeyError, TypeError):
            raise DamagedStoreError(self.path, f"{POINTER} is not readable") from None
        return dict(pointer)

    def _folder(self) -> Path:
        pointer = self._pointer()
        folder = self.path / str(pointer["folder"]) / "db"
        if not is_open(folder) and sizes(folder) != pointer["files"]:
            raise DamagedStoreError(self.path, "files are missing or have another size")
        return folder

    def _held(self) -> str | None:
        """Return the version of the graph that is there whole, if one is."""
        try:
            self._folder()
            return self.version()
        except (NoGraphError, DamagedStoreError):
            return None

    def _point_to(self, folder: Path, version: str) -> None:
        before = self._old_folder()
        pointer = {
            "format": FORMAT,
            "folder": folder.name,
            "version": version,
            "files": sizes(folder / "db"),
        }
        fresh = folder / POINTER
        fresh.write_text(json.dumps(pointer, indent=1), "utf-8")
        fresh.replace(self.path / POINTER)
        for old in self.path.glob("graph-*"):
            if old.name not in {folder.name, before}:
                shutil.rmtree(old, ignore_errors=True)

    def _old_folder(self) -> str:
        try:
            return str(self._pointer()["folder"])
        except (NoGraphError, DamagedStoreError):
            return ""

    @contextmanager
    def _writing(self) -> Iterator[None]:
        from filelock import FileLock, Timeout  # noqa: PLC0415  readers need no lock

        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path / "lock", timeout=LOCK_SECONDS):
                yield
        except Timeout:
            raise BusyStoreError(self.path) from None
        except OSError as error:
            raise UnwritableStoreError(self.path, error.strerror or str(error)) from None
