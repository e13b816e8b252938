"""The lines of an intervention's card, as the question tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import Answer, texts
from ui.parts.directions import NAMES
from ui.parts.matrix import whole


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known of an intervention, and the passages that say it.

    `key` tells it from the other lines of the card, as it stands in the URL.
    """

    key: str
    link: str
    target_id: str
    target: str
    role: str
    direction: str
    detail: str
    inward: bool
    sources: int
    own: bool
    passages: tuple[str, ...]


def lines(answer: Answer) -> tuple[Line, ...]:
    """Return the lines of a card in the order of the answer."""
    told = Counter[str]()
    found = []
    for record in answer.records():
        link, target, role, way = (
            str(record[name] or "") for name in ("link", "target_id", "role", "direction")
        )
        base = "~".join(part for part in (link, target, way or role) if part)
        told[base] += 1
        found.append(
            Line(
                base if told[base] == 1 else f"{base}~{told[base]}",
                link,
                target,
                str(record["target"]),
                role,
                way,
                str(record["detail"] or ""),
                bool(record["inward"]),
                whole(record["sources"]),
                bool(record["self_reported"]),
                texts(record["passages"]),
            )
        )
    return tuple(found)


def of(found: Iterable[Line], *links: str) -> list[Line]:
    """Return the lines with these links."""
    return [line for line in found if line.link in links]


def outcomes(found: Iterable[Line]) -> list[Line]:
    """Return the outcomes, by direction."""
    told = of(found, "LED_TO")
    return sorted(told, key=lambda line: NAMES.index(line.direction))


def by_direction(found: Iterable[Line]) -> dict[str, int]:
    """Return how many outcomes there are of each direction."""
    return dict(Counter(line.direction for line in found if line.direction))
