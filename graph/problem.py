"""What is wrong with a record, as a value that can be shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a record file; `path` is relative to the data folder, `line` counts from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a record that a person has to mend."""

    place: Place
    found: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.place}: {self.found}; {self.wanted}"
