"""What the rest of Seam may ask of a graph engine, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias
from urllib.parse import urlsplit

from graph.batch import Batch
from graph.errors import StoreError, nearest

Cell: TypeAlias = str | int | float | bool | list[str] | None
Parameter: TypeAlias = str | int | float | bool | Sequence[str]

QUERY_SECONDS = 30
"""How long a question may take on either engine before it is given up."""

SCHEMES = ("embedded", "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a query in the order the engine gave them; `cut` tells that more rows exist."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False

    def records(self) -> list[dict[str, Cell]]:
        """Return the rows as mappings from column name to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class SignIn:
    """User and password of a server; the password never shows in a message or a log."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"SignIn(user={self.user!r}, password=***)"


def texts(cell: Cell) -> tuple[str, ...]:
    """Return a cell as texts, none if it holds no list."""
    return tuple(cell) if isinstance(cell, list) else ()


class Store(Protocol):
    """A graph engine that holds one graph."""

    engine: str
    url: str

    def write(self, batch: Batch) -> bool:
        """Make the batch the whole content, all or nothing; False if it already was."""

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        max_rows: int | None = None,
    ) -> Answer:
        """Run a reading query; without rows an engine may not know the columns."""

    def version(self) -> str:
        """Return the SHA-256 of the content's canonical dump; raise `NoGraphError` if empty."""

    def close(self) -> None:
        """Release files and connections."""


def open_store(url: str, sign_in: SignIn | None = None) -> Store:
    """Open the store at this URL; nothing is read until it is asked.

    `embedded:PATH` is a folder on this machine, `neo4j://HOST[:PORT][/DATABASE]` a server.
    """
    scheme, colon, rest = url.partition(":")
    if not colon or scheme not in SCHEMES:
        raise StoreError(
            f"{url} is no store; write embedded:PATH or neo4j://HOST:PORT "
            f"({nearest(scheme, SCHEMES)})"
        )
    if scheme == "embedded":
        from graph.engines.embedded import EmbeddedStore  # noqa: PLC0415  the engines load slowly

        if not rest:
            raise StoreError("embedded: names no folder; write embedded:PATH")
        return EmbeddedStore(Path(rest).expanduser())
    from graph.engines.neo4j import Neo4jStore  # noqa: PLC0415

    if not _names_host(url):
        raise StoreError(f"{url} names no host and port; write {scheme}://HOST:PORT")
    return Neo4jStore(url, sign_in)


def _names_host(url: str) -> bool:
    parts = urlsplit(url)
    try:
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
