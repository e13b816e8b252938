"""A query as a tree of pieces, so that it can be written out and made smaller piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

PLAIN = {
    "test": "true",
    "text": "'a'",
    "integer": "1",
    "number": "0.5",
    "texts": "['a']",
    "integers": "[1]",
}
"""The plainest value of each sort: what a value in a minimised query may shrink to."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Parts that stand or fall together; a part of the same sort can stand for the whole."""

    parts: tuple[Tree, ...]
    sort: str = ""

    def __str__(self) -> str:
        return "".join(map(str, self.parts))


@dataclass(frozen=True, slots=True)
class Row:
    """Parts of which any may go while `least` remain; nothing is written where none is left."""

    parts: tuple[Tree, ...]
    between: str = ""
    before: str = ""
    least: int = 0

    def __str__(self) -> str:
        return self.before + self.between.join(map(str, self.parts)) if self.parts else ""


Tree: TypeAlias = str | Piece | Row


def piece(sort: str, *parts: Tree) -> Piece:
    """Return the piece of this sort made of these parts."""
    return Piece(parts, sort)


def maybe(*parts: Tree) -> Row:
    """Return a row of one thing that may go."""
    return Row((Piece(parts),))


def smaller(tree: Tree) -> Iterator[Tree]:
    """Yield the trees that lack one thing of this one, the boldest cuts first."""
    if isinstance(tree, str):
        return
    if isinstance(tree, Row):
        yield from _shorter(tree)
    else:
        yield from _simpler(tree)
    for at, part in enumerate(tree.parts):
        for less in smaller(part):
            yield replace(tree, parts=(*tree.parts[:at], less, *tree.parts[at + 1 :]))


def _shorter(row: Row) -> Iterator[Tree]:
    if len(row.parts) > row.least:
        for at in range(len(row.parts)):
            yield replace(row, parts=(*row.parts[:at], *row.parts[at + 1 :]))


def _simpler(whole: Piece) -> Iterator[Tree]:
    plain = PLAIN.get(whole.sort)
    if plain and str(whole) != plain:
        yield Piece((plain,), whole.sort)
    if whole.sort:
        yield from (part for part in _within(whole) if part.sort == whole.sort)


def _within(whole: Piece | Row) -> Iterator[Piece]:
    for part in whole.parts:
        if isinstance(part, Piece):
            yield part
        if not isinstance(part, str):
            yield from _within(part)
