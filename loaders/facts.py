"""Facts: one verb each, turned into links of an intervention."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.batch import Link, Node, compact
from graph.errors import nearest
from graph.ids import text_id
from graph.model import DIRECTIONS, ROLES
from loaders.records import Record


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as it is being read: of which intervention, by which passages."""

    fact: Record
    intervention: str
    passages: tuple[str, ...]

    def link(self, type_: str, target: str, verb: str, **properties: str | None) -> None:
        """Add a link from the intervention to the target."""
        link = Link(type_, self.intervention, target, compact(**properties), self.passages)
        self.fact.draft.link(link, self.fact.place_of(verb))


def verb_of(fact: Record, verbs: tuple[str, ...]) -> str:
    """Return the one verb of a fact, or refuse it."""
    found = [name for name in verbs if fact.has(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise fact.refuse(found[1], f"a fact says both {' and '.join(found)}", "write two facts")
    wrong = fact.names()[0] if fact.names() else "an empty fact"
    raise fact.refuse(wrong, f"{wrong} is no verb of a fact", nearest(wrong, verbs))


def state(told: Told, verb: str) -> None:
    """Add what the fact says."""
    VERBS[verb](told)


def _took_part(told: Told) -> None:
    fact = told.fact
    role = fact.choice("as", ROLES)
    detail = fact.maybe_text("detail") or fact.maybe_text("as_described")
    properties = compact(role=role, detail=detail)
    link = Link(
        "TOOK_PART_IN", fact.text("took_part"), told.intervention, properties, told.passages
    )
    fact.draft.link(link, fact.place_of("took_part"))


def _led_to(told: Told) -> None:
    fact = told.fact
    direction = fact.choice("direction", DIRECTIONS)
    told.link("LED_TO", fact.text("led_to"), "led_to", direction=direction, detail=_detail(fact))


def _shaped_by(told: Told) -> None:
    told.link("SHAPED_BY", told.fact.text("shaped_by"), "shaped_by", detail=_detail(told.fact))


def _went_wrong(told: Told) -> None:
    text = told.fact.text("went_wrong")
    setback = Node("Setback", text_id(told.intervention, "went-wrong", text), compact(text=text))
    told.fact.draft.node(setback, told.fact.place_of("went_wrong"))
    told.link("WENT_WRONG", setback.id, "went_wrong")


def _year(type_: str, verb: str) -> Callable[[Told], None]:
    def add(told: Told) -> None:
        year = told.fact.year(verb)
        node = Node("Year", str(year), compact(name=str(year), year=year))
        told.fact.draft.node(node, told.fact.place_of(verb))
        told.link(type_, node.id, verb)

    return add


def _plain(type_: str, verb: str) -> Callable[[Told], None]:
    return lambda told: told.link(type_, told.fact.text(verb), verb)


def _detail(fact: Record) -> str | None:
    return fact.maybe_text("detail") or fact.maybe_text("note")


VERBS: dict[str, Callable[[Told], None]] = {
    "took_part": _took_part,
    "in_country": _plain("IN_COUNTRY", "in_country"),
    "at_site": _plain("AT_SITE", "at_site"),
    "began": _year("BEGAN", "began"),
    "last_described": _year("LAST_DESCRIBED", "last_described"),
    "applied": _plain("APPLIED", "applied"),
    "led_to": _led_to,
    "shaped_by": _shaped_by,
    "went_wrong": _went_wrong,
    "followed": _plain("FOLLOWED", "followed"),
}
