"""Every error Seam raises on purpose: what was found, what would be right, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

SHOWN = 12


class SeamError(Exception):
    """Base of all errors that a person using Seam can do something about."""


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return the sentence that names the nearest known word, or the known words if none is near."""
    words = sorted(set(known))
    near = get_close_matches(wrong, words, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]}?"
    if not words:
        return "none is known"
    rest = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return f"known: {', '.join(words[:SHOWN])}{rest}"


class UnknownTypeError(SeamError):
    """A node type or link type that the model does not declare."""

    def __init__(self, kind: str, wrong: str, known: Iterable[str]) -> None:
        super().__init__(f"{wrong} is not a {kind}; {nearest(wrong, known)}")


class UnknownIdError(SeamError):
    """An id that no node of the graph has."""

    def __init__(self, wrong: str, known: Iterable[str]) -> None:
        super().__init__(f"nothing in the graph has the id {wrong}; {nearest(wrong, known)}")


class UnprovenError(SeamError):
    """A link that says something without a passage: never stored."""

    def __init__(self, link: str) -> None:
        super().__init__(f"{link} has no passage; a fact without proof is not stored")


class StoreError(SeamError):
    """The graph's store cannot be used."""


class NoGraphError(StoreError):
    """A store that nothing was loaded into."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"no graph at {url}; run `seam load` first, or name another with --store or SEAM_STORE"
        )


class DamagedStoreError(StoreError):
    """An embedded store whose files are not what the last load left."""

    def __init__(self, path: object, found: str) -> None:
        super().__init__(f"the store at {path} is damaged ({found}); run `seam load` to rebuild it")


class UnreadableStoreError(StoreError):
    """An embedded store whose files this user may not read."""

    def __init__(self, path: object, found: str) -> None:
        super().__init__(
            f"cannot read the store at {path} ({found}); "
            "mend its rights or name another with --store or SEAM_STORE"
        )


class BusyStoreError(StoreError):
    """An embedded store that another load is writing to."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"another load is writing to {path}; wait for it to end and run this again"
        )


class UnwritableStoreError(StoreError):
    """An embedded store whose folder cannot be written: read-only or full."""

    def __init__(self, path: object, found: str) -> None:
        super().__init__(
            f"cannot write the store at {path} ({found}); what was there is unchanged; "
            "free some space or choose another place with --store embedded:PATH"
        )


class QuestionFailedError(StoreError):
    """A query that the engine refused or gave up."""


class QuestionTooSlowError(QuestionFailedError):
    """A query that took longer than any question may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"the question took longer than {seconds:.0f} s and was given up; narrow it"
        )


class QuestionTooLargeError(QuestionFailedError):
    """A query that needed more memory than the engine has."""

    def __init__(self) -> None:
        super().__init__("the question needed too much memory and was given up; narrow it")


class GraphTooLargeError(StoreError):
    """A graph that Neo4j has not the memory to take in one transaction."""

    def __init__(self) -> None:
        super().__init__(
            "the graph needs more memory than Neo4j gives one transaction; nothing was changed; "
            "raise server.memory.heap.max_size in its neo4j.conf and run this again"
        )
