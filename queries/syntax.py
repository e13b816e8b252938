"""A query as a tree of nodes, and ways to walk it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

NAMING = {"node", "out", "in", "both", "variable", "has_label"}


@dataclass(frozen=True, slots=True)
class Syntax:
    """A piece of a query: its kind as `queries/cypher.lark` names it, its word, where it begins."""

    kind: str
    line: int
    column: int
    text: str = ""
    parts: tuple[Syntax, ...] = ()

    def all(self, *kinds: str) -> tuple[Syntax, ...]:
        """Return the parts of these kinds."""
        return tuple(part for part in self.parts if part.kind in kinds)

    def first(self, *kinds: str) -> Syntax | None:
        """Return the first part of one of these kinds."""
        return next((part for part in self.parts if part.kind in kinds), None)

    def has(self, kind: str) -> bool:
        """Tell whether a part is of this kind."""
        return any(part.kind == kind for part in self.parts)

    @property
    def name(self) -> str:
        """Return the name that a pattern, an item or a value gives, empty if none."""
        found = self.first("name")
        return found.text if found else ""

    def names(self) -> set[str]:
        """Return the variables that stand in this piece."""
        return {piece.name for piece in self.walk() if piece.kind in NAMING} - {""}

    def walk(self) -> Iterator[Syntax]:
        """Yield this piece and all within it, from left to right."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def same(self, other: Syntax) -> bool:
        """Tell whether both say the same, wherever they stand."""
        return (
            (self.kind, self.text, len(self.parts)) == (other.kind, other.text, len(other.parts))
        ) and all(one.same(two) for one, two in zip(self.parts, other.parts, strict=True))
