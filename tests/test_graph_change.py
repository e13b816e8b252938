"""What differs between two graphs: nodes and links by type, sources by name."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from graph.batch import Batch, Link, Node
from graph.change import GraphChange, Moved, graph_change
from graph.model import MODEL
from graph.standing import without
from loaders.everything import load
from support_graphs import graphs
from support_records import BASE

law = settings(max_examples=100, deadline=None)


def mirrored(change: GraphChange) -> GraphChange:
    def turned(moved: tuple[Moved, ...]) -> tuple[Moved, ...]:
        return tuple(replace(one, new=one.gone, gone=one.new) for one in moved)

    return GraphChange(turned(change.nodes), turned(change.links), change.withdrawn, change.added)


@law
@given(graphs(), graphs())
def test_the_other_way_round_new_and_gone_change_places(one: Batch, other: Batch) -> None:
    assert graph_change(MODEL, one, other) == mirrored(graph_change(MODEL, other, one))


@law
@given(graphs(), graphs())
def test_equal_graphs_differ_in_nothing_and_others_in_something(one: Batch, other: Batch) -> None:
    assert not graph_change(MODEL, one, one).differs
    assert graph_change(MODEL, one, other).differs == (one != other)


@law
@given(graphs(), graphs())
def test_the_numbers_add_up(one: Batch, other: Batch) -> None:
    change = graph_change(MODEL, one, other)
    assert sum(moved.new - moved.gone for moved in change.nodes) == len(other.nodes) - len(
        one.nodes
    )
    assert sum(moved.new - moved.gone for moved in change.links) == len(other.links) - len(
        one.links
    )


def test_a_source_withdrawn_is_named_with_all_that_it_took_along() -> None:
    batch = load(BASE).batch
    change = graph_change(MODEL, batch, without(MODEL, batch, "watch-2021-water"))
    assert [node.properties["title"] for node in change.withdrawn] == [
        "Who drinks the water of Quilla?"
    ]
    assert change.added == ()
    assert Moved("Page", 0, 1, 0) in change.nodes
    assert Moved("Passage", 0, 1, 0) in change.nodes
    assert Moved("LED_TO", 0, 1, 0) in change.links


def test_a_link_that_other_passages_tell_is_changed_and_one_that_states_else_is_another() -> None:
    plant = (Node("Intervention", "plant"), Node("Outcome", "income"))
    improved = Link("LED_TO", "plant", "income", {"direction": "improved"}, ("p1",))
    told_twice = replace(improved, passages=("p1", "p2"))
    worsened = replace(improved, properties={"direction": "worsened"})
    before = Batch(plant, (improved,))
    (told,) = graph_change(MODEL, before, Batch(plant, (told_twice,))).links
    (other,) = graph_change(MODEL, before, Batch(plant, (worsened,))).links
    assert told == Moved("LED_TO", 0, 0, 1)
    assert other == Moved("LED_TO", 1, 1, 0)


def test_a_node_with_another_name_is_changed() -> None:
    named = [Batch((Node("Partner", "arm", {"name": name}),)) for name in ("ARM", "Alliance")]
    assert graph_change(MODEL, *named).nodes == (Moved("Partner", 0, 0, 1),)
