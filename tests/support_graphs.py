"""Small random graphs of the real model, for the laws that hold for every graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from graph.batch import Batch, Link, Node, Properties, Value, compact
from graph.model import MODEL
from graph.schema import LinkType, Property
from graph.standing import standing

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "text": WORDS,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "flag": st.booleans(),
    "texts": st.lists(WORDS, max_size=3).map(tuple),
}
Drawn = tuple[dict[str, Node], list[Link]]


POOL = [
    (type_.label, f"{1990 + number}" if type_.label == "Year" else f"{type_.label}-{number}")
    for type_ in MODEL.concrete()
    for number in range(2)
]
LOST = "not there"


@st.composite
def drafts(draw: st.DrawFn) -> Drawn:
    """Draw nodes by id, and links of which some lack a passage, an end or what they rest on."""
    chosen = draw(st.lists(st.sampled_from(POOL), min_size=3, max_size=14, unique=True))
    nodes = {id_: Node(label, id_, draw(_known(label))) for label, id_ in chosen}
    passages = _of(nodes, ("Passage",))
    said = st.lists(st.sampled_from([*passages, LOST]), max_size=2, unique=True).map(tuple)
    possible = list(_possible(nodes))
    sources = [*_of(nodes, ("Source",)), LOST]
    links = [Link("FROM", passage, draw(st.sampled_from(sources))) for passage in passages]
    for type_, source, target in draw(st.lists(st.sampled_from(possible), max_size=14)):
        properties = draw(_properties(type_.properties))
        links.append(Link(type_.type, source, target, properties, draw(said)))
    return nodes, links


def graphs() -> st.SearchStrategy[Batch]:
    """Draw graphs as loading leaves them: all that is in them stands."""
    return drafts().map(lambda drawn: standing(MODEL, *drawn))


def _possible(nodes: dict[str, Node]) -> Iterator[tuple[LinkType, str, str]]:
    yield MODEL.link("APPLIED"), LOST, LOST
    for type_ in (type_ for type_ in MODEL.links if type_.type != "FROM"):
        for source in _of(nodes, type_.sources):
            for target in (*_of(nodes, type_.targets), LOST):
                yield type_, source, target


def _known(label: str) -> st.SearchStrategy[Properties]:
    """Draw what is known of a node; every source has a voice."""
    drawn = _properties(MODEL.properties(label))
    return drawn.map(lambda one: {"voice": "news", **one}) if _is_source(label) else drawn


def _is_source(label: str) -> bool:
    return MODEL.root(label) == "Source"


def _properties(declared: Sequence[Property]) -> st.SearchStrategy[Properties]:
    """Draw at most one property and its value."""
    if not declared:
        return st.just({})
    one = st.sampled_from(declared).flatmap(
        lambda prop: _values(prop).map(lambda value: compact(**{prop.name: value}))
    )
    return st.just({}) | one


def _values(prop: Property) -> st.SearchStrategy[Value]:
    return st.sampled_from(prop.choices) if prop.choices else VALUES[prop.kind]


def _of(nodes: dict[str, Node], labels: Sequence[str]) -> list[str]:
    return [id_ for id_, node in nodes.items() if MODEL.is_a(node.label, labels)]
