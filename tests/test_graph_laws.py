"""Laws that hold for every graph: what stands, what withdrawing leaves, what is dumped."""

from __future__ import annotations

import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.batch import Batch, Link, Node, batch_of
from graph.canonical import dump_lines, version_of
from graph.model import MODEL
from graph.standing import standing, without
from support_graphs import Drawn, drafts, graphs

law = settings(max_examples=100, deadline=None)


def dump(batch: Batch) -> bytes:
    return "\n".join(dump_lines(MODEL, batch)).encode()


@law
@given(graphs())
def test_what_stands_stands_again(graph: Batch) -> None:
    again = standing(MODEL, {node.id: node for node in graph.nodes}, graph.links)
    assert again == graph


@law
@given(drafts(), st.randoms())
def test_the_order_of_records_does_not_matter(drawn: Drawn, order: random.Random) -> None:
    nodes, links = drawn
    mixed_nodes, mixed_links = list(nodes.items()), list(links)
    order.shuffle(mixed_nodes)
    order.shuffle(mixed_links)
    assert dump(standing(MODEL, dict(mixed_nodes), mixed_links)) == dump(
        standing(MODEL, nodes, links)
    )


@law
@given(drafts(), st.data())
def test_withdrawing_a_source_equals_never_having_loaded_it(
    drawn: Drawn, data: st.DataObject
) -> None:
    nodes, links = drawn
    sources = [i for i, node in nodes.items() if MODEL.root(node.label) == "Source"] or ["none"]
    source = data.draw(st.sampled_from(sources))
    never = {id_: node for id_, node in nodes.items() if id_ != source}
    assert dump(without(MODEL, standing(MODEL, nodes, links), source)) == dump(
        standing(MODEL, never, links)
    )


@law
@given(graphs())
def test_no_link_is_left_without_a_passage_or_an_end(graph: Batch) -> None:
    labels = {node.id: node.label for node in graph.nodes}
    passages = {id_ for id_, label in labels.items() if label == "Passage"}
    for link in graph.links:
        assert {link.source, link.target} <= labels.keys()
        assert passages.issuperset(link.passages)
        assert link.passages or not MODEL.needs_passages(link.type, labels[link.source])


@law
@given(graphs())
def test_a_proven_node_is_touched_by_a_link_with_passages(graph: Batch) -> None:
    touched = {end for k in graph.links if k.passages for end in (k.source, k.target)}
    for node in graph.nodes:
        assert MODEL.node(node.label).presence == "registered" or node.id in touched


def test_equal_statements_become_one_link_with_both_passages() -> None:
    said = [Link("APPLIED", "plant", "HG-TECH", passages=(p,)) for p in ("b", "a", "b")]
    assert batch_of((), said).links == (Link("APPLIED", "plant", "HG-TECH", passages=("a", "b")),)


def test_statements_that_differ_in_direction_stay_two_links() -> None:
    said = [
        Link("LED_TO", "plant", "income", {"direction": direction}, ("p",))
        for direction in ("improved", "worsened")
    ]
    assert len(batch_of((), said).links) == 2


@law
@given(graphs(), st.randoms())
def test_the_dump_is_canonical(graph: Batch, order: random.Random) -> None:
    nodes, links = list(graph.nodes), list(graph.links)
    order.shuffle(nodes)
    order.shuffle(links)
    lines = dump_lines(MODEL, Batch(tuple(nodes), tuple(links)))
    assert lines == dump_lines(MODEL, graph)
    assert [line.encode() for line in lines] == sorted(line.encode() for line in lines)
    for line in lines:
        read = json.loads(line)
        assert line == json.dumps(read, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def test_a_line_of_the_dump_has_the_promised_form() -> None:
    plant = Node("Company", "condor", {"name": "Cóndor", "aliases": ("C", "B")})
    link = Link("APPLIED", "plant", "HG-TECH", passages=("q", "p"))
    line, other = dump_lines(MODEL, Batch((plant,), (link,)))
    assert line == (
        '{"from":"plant","kind":"link","passages":["p","q"],"properties":{},'
        '"to":"HG-TECH","type":"APPLIED"}'
    )
    assert other == (
        '{"id":"condor","kind":"node","labels":["Actor","Company"],'
        '"properties":{"aliases":["C","B"],"name":"Cóndor"}}'
    )


@law
@given(graphs(), graphs())
def test_equal_graphs_have_equal_versions_and_others_do_not(one: Batch, other: Batch) -> None:
    same = version_of(MODEL, one) == version_of(MODEL, other)
    assert same == (dump(one) == dump(other))
