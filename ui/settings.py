"""Where the records and the graph are: from the command line, the environment, or here."""

from __future__ import annotations

import getpass
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SeamError
from graph.store import SignIn, Store, open_store

ROOT = Path(__file__).parents[1]
DEFAULT_STORE = "embedded:.seam"


FREE_CYPHER = "SEAM_CYPHER"


@dataclass(frozen=True, slots=True)
class Settings:
    """The store's URL, the data folder, and how to sign in to a server."""

    store_url: str
    data: Path
    sign_in: SignIn | None

    def open(self) -> Store:
        """Open the store."""
        return open_store(self.store_url, self.sign_in)


def settings(store: str | None = None, data: str | None = None) -> Settings:
    """Return the settings: what is given, else SEAM_STORE and SEAM_DATA, else the defaults.

    The records default to `data` here, else to those of this checkout; the graph to `.seam` here.
    """
    url = store or os.environ.get("SEAM_STORE") or DEFAULT_STORE
    here = Path("data")
    found = here if (here / "case_studies").is_dir() else ROOT / "data"
    folder = Path(data or os.environ.get("SEAM_DATA") or found)
    return Settings(url, folder, None if url.startswith("embedded:") else sign_in(url))


def free_cypher() -> bool:
    """Tell whether the explorer shows the page for queries of one's own."""
    return os.environ.get(FREE_CYPHER) == "on"


def sign_in(url: str) -> SignIn | None:
    """Return user and password from the environment or a prompt; an empty user means none."""
    if "@" in url:
        raise SeamError(
            "the store's address holds a user or password; set SEAM_NEO4J_USER and "
            "SEAM_NEO4J_PASSWORD instead, so that it reaches no log"
        )
    user, password = os.environ.get("SEAM_NEO4J_USER"), os.environ.get("SEAM_NEO4J_PASSWORD")
    if user is None:
        user = "neo4j" if password else _ask("Neo4j user (empty for none): ")
    if not user:
        return None
    if password is None:
        password = getpass.getpass("Neo4j password: ") if sys.stdin.isatty() else ""
    return SignIn(user, password)


def _ask(prompt: str) -> str:
    if not sys.stdin.isatty():
        return ""
    print(prompt, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
