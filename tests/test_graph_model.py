"""The model: every node and link is declared once, described, and leads somewhere."""

from __future__ import annotations

import pytest

from graph.errors import UnknownTypeError, nearest
from graph.model import MODEL
from graph.schema import LinkType, NodeType, Property

NODES = {node.label: node for node in MODEL.nodes}
OWNERS: list[NodeType | LinkType] = [*MODEL.nodes, *MODEL.links]


def name(owner: NodeType | LinkType) -> str:
    return owner.label if isinstance(owner, NodeType) else owner.type


PROPERTIES = [
    pytest.param(prop, id=f"{name(owner)}.{prop.name}")
    for owner in OWNERS
    for prop in owner.properties
]


@pytest.mark.parametrize("owner", OWNERS, ids=name)
def test_every_type_is_described(owner: NodeType | LinkType) -> None:
    assert owner.about
    assert owner.about[0].isupper()
    assert owner.caption


@pytest.mark.parametrize("prop", PROPERTIES)
def test_every_property_is_described_and_only_texts_are_chosen(prop: Property) -> None:
    assert prop.about
    assert prop.kind == "text" or not prop.choices
    assert len(set(prop.choices)) == len(prop.choices)
    assert prop.name.isidentifier()


@pytest.mark.parametrize("link", MODEL.links, ids=lambda link: link.type)
def test_links_join_declared_nodes(link: LinkType) -> None:
    assert link.sources
    assert link.targets
    assert NODES.keys() >= {*link.sources, *link.targets}
    assert set(link.structural) <= set(link.sources)


def test_no_type_is_declared_twice() -> None:
    names = [node.label for node in MODEL.nodes] + [link.type for link in MODEL.links]
    assert len({name.casefold() for name in names}) == len(names)


def test_a_type_has_each_property_once() -> None:
    for node in MODEL.concrete():
        names = ["id", *(prop.name for prop in MODEL.properties(node.label))]
        assert len(set(names)) == len(names), node.label
    for link in MODEL.links:
        assert not {"passages", "origins", "voices"} & {prop.name for prop in link.properties}


def test_a_caption_is_a_property_that_every_such_node_has() -> None:
    for node in MODEL.concrete():
        required = {prop.name for prop in MODEL.properties(node.label) if prop.required}
        assert node.caption in required, node.label


def test_a_base_is_an_abstract_type() -> None:
    for node in MODEL.nodes:
        assert not node.base or NODES[node.base].abstract
        assert not (node.base and node.abstract)


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("Compny", "Company"), ("Interventions", "Intervention"), ("source", "Source")],
)
def test_an_unknown_label_suggests_the_near_one(wrong: str, near: str) -> None:
    with pytest.raises(UnknownTypeError) as error:
        MODEL.node(wrong)
    assert str(error.value) == f"{wrong} is not a node type; did you mean {near}?"


def test_an_unknown_link_type_suggests_the_near_one() -> None:
    with pytest.raises(UnknownTypeError, match="LEDTO is not a link type; did you mean LED_TO"):
        MODEL.link("LEDTO")


def test_a_company_counts_as_an_actor_and_a_partner_does_not_count_as_a_company() -> None:
    assert MODEL.labels("Company") == ("Actor", "Company")
    assert MODEL.is_a("Company", ("Actor",))
    assert not MODEL.is_a("Partner", ("Company",))
    assert MODEL.root("Interview") == "Source"
    assert MODEL.root("Country") == "Country"


@pytest.mark.parametrize(
    ("link", "source", "needed"),
    [
        ("LED_TO", "Intervention", True),
        ("IN_COUNTRY", "Intervention", True),
        ("IN_COUNTRY", "Site", False),
        ("FROM", "Passage", False),
        ("DERIVED_FROM", "Interview", False),
        ("TOOK_PART_IN", "Company", True),
    ],
)
def test_findings_need_passages_and_structure_does_not(
    link: str, source: str, *, needed: bool
) -> None:
    assert MODEL.needs_passages(link, source) is needed


def test_choices_come_from_the_declaration() -> None:
    assert "watchdog" in MODEL.choices("Interview", "voice")
    assert MODEL.choices("BECAME", "scope") == ("body", "mine")


def test_the_nearest_word_is_named_or_else_the_first_dozen() -> None:
    assert nearest("improvd", ["improved", "worsened"]) == "did you mean improved?"
    assert nearest("x", []) == "none is known"
    many = [f"word-{n:02}" for n in range(20)]
    assert nearest("x", many) == f"known: {', '.join(many[:12])} and 8 more"
