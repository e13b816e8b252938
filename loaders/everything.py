"""A whole data folder: every record file read in order, nothing passed over unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph.batch import Batch
from graph.draft import Draft
from graph.errors import SeamError, nearest
from graph.model import MODEL
from graph.problem import Place, Problem
from loaders import (
    actors,
    cases,
    interviews,
    lessons,
    places,
    sources,
    successions,
    taxonomy,
)
from loaders.names import Names
from loaders.records import Record, read_file

CASES, INTERVIEWS = "case_studies", "interviews"
REGISTRIES = (
    "countries.yaml",
    "actors.yaml",
    "sites.yaml",
    "labels.yaml",
    "strategies.yaml",
    "outcomes.yaml",
    "factors.yaml",
    "sources.yaml",
    "successions.yaml",
    "lessons.yaml",
)
LEFT = {
    "name_pairs_dev.yaml": "pairs of names to test the matching of names",
    "open_points.yaml": "what editors still have to settle",
}
Read = TypeVar("Read")
Tick = Callable[[int, int], None]


class MissingRecordsError(SeamError):
    """A data folder that is not there or lacks what a graph cannot be built without."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The graph of all good records, and the problems of the others."""

    batch: Batch
    problems: tuple[Problem, ...]


def load(folder: Path, tick: Tick = lambda _done, _all: None) -> Loaded:
    """Read the data folder; `tick` is called with the files read so far and their number."""
    _check_folder(folder)
    reading = _Reading(folder, tick)
    reading.everything()
    batch, problems = reading.draft.settle()
    return Loaded(batch, problems)


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise MissingRecordsError(f"no data folder at {folder}; name it with --data or SEAM_DATA")
    for name in (CASES, *REGISTRIES):
        if not (folder / name).exists():
            raise MissingRecordsError(f"{folder} has no {name}; a data folder holds it")
    for name in (CASES, INTERVIEWS):
        if not _files(folder, name):
            raise MissingRecordsError(
                f"{folder / name} holds no records; put one .yaml file a record there"
            )


def _files(folder: Path, name: str) -> list[str]:
    return sorted(f"{name}/{path.name}" for path in (folder / name).glob("*.yaml"))


class _Reading:
    """One reading of a data folder."""

    def __init__(self, folder: Path, tick: Tick) -> None:
        self.folder, self.draft, self.names = folder, Draft(MODEL), Names()
        self.documents = sources.Documents(folder)
        self._tick, self._done = tick, 0
        self._cases = _files(folder, CASES)
        self._interviews = _files(folder, INTERVIEWS)

    def everything(self) -> None:
        """Read registries first, then interviews, then cases; files in order of their names."""
        self._report_strangers()
        self._each(["countries.yaml"], places.read_countries)
        self._each(["actors.yaml"], lambda found: actors.read(found, self.names))
        self._each(["sites.yaml"], places.read_sites)
        self._taxonomy()
        self._each(["sources.yaml"], lambda found: sources.read_sources(found, self.documents))
        self._each(["successions.yaml"], lambda found: successions.read(found, self.documents))
        self._each(["lessons.yaml"], lambda found: lessons.read(found, self.documents))
        told = dict(
            self._each(
                self._interviews, lambda found: interviews.read(found, self.documents, self.names)
            )
        )
        self._each(self._cases, lambda found: cases.read(found, self.documents, told))

    def _taxonomy(self) -> None:
        labels: dict[str, taxonomy.Labels] = {}
        self._each(["labels.yaml"], lambda found: labels.update(taxonomy.read_labels(found)))
        self._each(["strategies.yaml"], lambda found: taxonomy.read_strategies(found, labels))
        self._each(["outcomes.yaml"], lambda found: taxonomy.read_outcomes(found, labels))
        self._each(["factors.yaml"], lambda found: taxonomy.read_factors(found, labels))
        taxonomy.check_labels(self.draft, labels)

    def _each(self, names: Iterable[str], read: Callable[[Record], Read]) -> list[Read]:
        """Return what the loader makes of each file; one that it refuses is left out."""
        results = []
        for name in names:
            self._done += 1
            self._tick(self._done, len(REGISTRIES) + len(self._cases) + len(self._interviews))
            document = read_file(self.draft, self.folder, name)
            if document is not None:
                with document.reading():
                    results.append(read(document))
        return results

    def _report_strangers(self) -> None:
        known = {*REGISTRIES, *LEFT}
        for path in sorted(self.folder.rglob("*.y*ml")):
            name = path.relative_to(self.folder).as_posix()
            read = name in known or path.parent.name in {CASES, INTERVIEWS}
            if read and path.suffix == ".yaml":
                continue
            self.draft.problem(Place(name, 1), "no loader reads this file", nearest(name, known))
