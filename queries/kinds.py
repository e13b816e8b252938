"""What a value of a query is, as far as the text tells: a node, a link, a list, a flag ..."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from graph.model import MODEL
from graph.rows import COUNTED, COUNTS, NEWEST, ORIGINS
from graph.schema import Property

What: TypeAlias = Literal[
    "any",
    "null",
    "flag",
    "integer",
    "number",
    "text",
    "date",
    "list",
    "map",
    "node",
    "link",
    "path",
]
STORED: dict[str, What] = {
    "text": "text",
    "integer": "integer",
    "number": "number",
    "flag": "flag",
}
DEEPEST = 4
PROOF = ("passages", "origins", "voices")
"""What the store keeps on every link beside its declared properties: lists of texts."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is; `any` where the text does not tell.

    `types` are the labels or link types that it may have, none if not known. `may_lack` tells that
    an OPTIONAL MATCH may have left it null, `mean` that it is an average. A list tells what it
    holds: `items` one by one if it is written out, else `of`; `settled` tells that both engines
    give its members in one order.
    """

    what: What
    types: tuple[str, ...] = ()
    may_lack: bool = False
    mean: bool = False
    of: Kind | None = None
    items: tuple[Kind, ...] = ()
    settled: bool = True

    @property
    def member(self) -> Kind:
        """Return what a member of this list is."""
        return self.of or ANY

    @property
    def depth(self) -> int:
        """Return how many lists deep it is."""
        return 1 + self.of.depth if self.of else 0

    @property
    def is_thing(self) -> bool:
        """Tell whether it is or holds a node, a link, a path or a map: no value for an answer."""
        return self.holds("node", "link", "path", "map")

    def holds(self, *whats: What) -> bool:
        """Tell whether it is one of these, or a list with one of them in it."""
        inside = (*((self.of,) if self.of else ()), *self.items)
        return self.what in whats or any(kind.holds(*whats) for kind in inside)

    @property
    def is_plain(self) -> bool:
        """Tell whether it is known to be no flag."""
        return self.what not in {"any", "null", "flag"}


ANY, NULL, FLAG, TEXT = Kind("any"), Kind("null", may_lack=True), Kind("flag"), Kind("text")
INTEGER, NUMBER, DATE, MAP, NODE = (
    Kind("integer"),
    Kind("number"),
    Kind("date"),
    Kind("map"),
    Kind("node"),
)
TEXTS = Kind("list", of=TEXT)


def listed(of: Kind, *, settled: bool = True) -> Kind:
    """Return a list of such values; what lists hold in many lists is told no more."""
    if of.depth >= DEEPEST:
        of = NODE if of.is_thing else ANY
    return Kind("list", of=of, settled=settled)


def written(items: tuple[Kind, ...]) -> Kind:
    """Return a list that is written out; one of lists that are written out tells no items."""
    whole = listed(merged(items))
    deep = any(item.items or item.depth > 1 for item in items)
    return whole if deep else replace(whole, items=items)


def merged(kinds: Iterable[Kind]) -> Kind:
    """Return what a value is that is one of these: a thing if any may be, else what all are."""
    given = list(kinds)
    known = [kind for kind in given if kind.what != "null"]
    if not known:
        return NULL if given else ANY
    lacks = any(kind.may_lack for kind in given)
    first = next((kind for kind in known if kind.is_thing), known[0])
    if not first.is_thing and any(kind.what != first.what for kind in known):
        return Kind("any", may_lack=lacks)
    types = tuple(dict.fromkeys(type_ for kind in known for type_ in kind.types))
    return replace(
        first,
        types=types if all(kind.types for kind in known) else (),
        may_lack=lacks,
        items=first.items if len(known) == 1 else (),
        settled=all(kind.settled for kind in known),
    )


def reckoned(kinds: list[Kind]) -> Kind:
    """Return what a sum or product of such values is."""
    found = next((kind for kind in kinds if kind.what == "list"), None)
    if found:
        members = [kind.member if kind.what == "list" else kind for kind in kinds]
        return listed(merged(members), settled=all(kind.settled for kind in kinds))
    for one in (TEXT, ANY, DATE):
        if any(kind.what == one.what for kind in kinds):
            return one
    mean = any(kind.mean for kind in kinds)
    return INTEGER if all(kind.what == "integer" for kind in kinds) else Kind("number", mean=mean)


@cache
def declared(what: What, types: tuple[str, ...]) -> dict[str, Kind]:
    """Return the properties that a node or link of one of these types may have."""
    if what == "link":
        links = [link for link in MODEL.links if not types or link.type in types]
        return _held(link.properties for link in links) | dict.fromkeys(PROOF, TEXTS)
    nodes = [node for node in MODEL.nodes if not types or _meets(node.label, types)]
    counted = any(node.label == COUNTED for node in nodes)
    found = _held(MODEL.properties(node.label) for node in nodes) | {"id": TEXT}
    told = dict.fromkeys((*COUNTS, NEWEST), INTEGER) | {ORIGINS: TEXTS}
    return found | (told if counted else {})


def _meets(label: str, types: tuple[str, ...]) -> bool:
    """Tell whether a node of a type may also have one of the labels: `Interview` as `Source`."""
    return label in types or MODEL.is_a(label, types)


def _held(groups: Iterable[Iterable[Property]]) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for properties in groups:
        for prop in properties:
            kind = TEXTS if prop.kind == "texts" else Kind(STORED[prop.kind])
            found[prop.name] = kind if found.get(prop.name, kind) == kind else ANY
    return found
