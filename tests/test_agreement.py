"""Proof that both engines agree: probes, random queries, kept differences, saved questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from agreement.campaign import campaign
from agreement.compare import Member, Told, agree
from agreement.dialect import refused_by
from agreement.draws import Draws, compared
from agreement.kept import Kept, is_answer, kept
from agreement.minimise import Pair
from agreement.pieces import Piece, Row, maybe, piece, smaller
from agreement.probes import (
    OF_THE_MODEL,
    Probe,
    ask_embedded,
    ask_neo4j,
    fill_embedded,
    fill_neo4j,
    probes,
)
from agreement.random_graphs import random_graph, varied
from agreement.random_queries import Query, random_query
from agreement.scope import Graph
from generated import casebook_like
from graph.batch import Batch, Node
from loaders.everything import load
from neo4j_server import Neo4jServer
from queries.lint import lint
from queries.saved import questions
from support_neo4j import wipe
from support_seam import ROOT

FAMILIES, VARIANTS, TEXTS = range(4), 5, 100
each_kept = pytest.mark.parametrize("case", kept(), ids=lambda case: case.name)
WITHIN = [probe for probe in probes() if not probe.left_out]
OUTSIDE = [probe for probe in probes() if probe.left_out]


@pytest.fixture
def pair(neo4j_server: Neo4jServer) -> Iterator[Pair]:
    """Both engines, for graphs of this test's own."""
    wipe(neo4j_server)
    both = Pair(neo4j_server)
    yield both
    both.close()
    wipe(neo4j_server)


def test_neo4j_answers_every_probe_as_stated(neo4j_server: Neo4jServer) -> None:
    wipe(neo4j_server)
    with neo4j.GraphDatabase.driver(
        neo4j_server.uri, auth=neo4j_server.auth, notifications_min_severity="OFF"
    ) as driver:
        fill_neo4j(driver)
        wrong = [p.name for p in WITHIN if not p.is_answered_by(ask_neo4j(driver, p))]
    wipe(neo4j_server)
    assert wrong == []


def test_the_embedded_engine_answers_every_probe_as_stated(tmp_path: Path) -> None:
    database = fill_embedded(tmp_path / "db")
    wrong = [p.name for p in WITHIN if not p.is_answered_by(ask_embedded(database, p))]
    database.close()
    assert wrong == []


@pytest.mark.parametrize("probe", OUTSIDE, ids=lambda probe: probe.name)
def test_what_the_dialect_leaves_out_is_refused_by_the_rule_that_says_so(probe: Probe) -> None:
    rules = {finding.rule for finding in lint(probe.query)}
    assert probe.left_out in rules


@pytest.mark.parametrize("probe", WITHIN, ids=lambda probe: probe.name)
def test_what_the_dialect_holds_is_not_refused(probe: Probe) -> None:
    assert {finding.rule for finding in lint(probe.query)} <= OF_THE_MODEL


def test_there_are_as_many_probes_as_were_made() -> None:
    assert (len(probes()), len({probe.name for probe in probes()})) == (289, 289)


def test_two_thousand_random_queries_give_the_same_rows(pair: Pair) -> None:
    tally = campaign(pair, FAMILIES, TEXTS, VARIANTS)
    assert not tally.differences, tally.explained(pair)
    assert tally.asked == 2000
    assert tally.share_with_rows > 0.7
    assert tally.both_refused < 0.01 * tally.asked
    assert len(tally.too_slow) < 0.001 * tally.asked
    assert tally.refused.total() < tally.texts


@each_kept
def test_a_kept_difference_is_still_there(case: Kept, pair: Pair) -> None:
    pair.load(case.graph)
    reference, found = pair.told(case.query)
    assert is_answer(case, case.neo4j, reference), reference
    assert is_answer(case, case.embedded, found), f"mended? {found}"


@each_kept
def test_a_kept_difference_is_refused_by_its_rule(case: Kept) -> None:
    assert refused_by(case.query.cypher) == case.rule


@pytest.mark.parametrize(
    ("stories", "times"), [(0, 20), (300, 8)], ids=["casebook", "invented stories"]
)
def test_saved_questions_give_the_same_rows_whatever_is_asked(
    pair: Pair, stories: int, times: int
) -> None:
    graph = casebook_like(stories, seed=11) if stories else load(ROOT / "data").batch
    pair.write(graph)
    draws = Draws(graph, pair.found, seed=3)
    asked = [(one, given) for one in questions().values() for given in draws.some(one, times)]
    found = [compared(*one, pair.reference, pair.found) for one in asked]
    assert not [each.difference for each in found if each.difference]
    assert sum(each.rows > 0 for each in found) > 0.6 * len(found)


def test_equal_seeds_give_equal_graphs_and_queries() -> None:
    one, other = Graph(random_graph(7)), Graph(random_graph(7))
    assert one.nodes == other.nodes
    asked = [[random_query(graph, seed) for seed in range(50)] for graph in (one, other)]
    assert [query.cypher for query in asked[0]] == [query.cypher for query in asked[1]]
    assert len({query.cypher for query in asked[0]}) > 45


def test_a_variant_has_the_nodes_of_its_graph_and_other_contents() -> None:
    graph = random_graph(7)
    variant = varied(graph, 1)
    assert {node.id for node in variant.nodes} <= {node.id for node in graph.nodes}
    assert variant != graph


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([["a"], ["b"]], [["b"], ["a"]], True),
        ([["a"], ["a"]], [["a"]], False),
        ([[0.1 + 0.2]], [[0.3]], True),
        ([[1]], [[1.0]], False),
        ([[1]], [[True]], False),
        ([[None]], [[""]], False),
        ([[["a", "b"]]], [[["b", "a"]]], False),
    ],
)
def test_answers_are_compared_as_multisets_of_values(
    one: list[list[Member]], other: list[list[Member]], *, same: bool
) -> None:
    query = Query("MATCH (n:Company)\nRETURN n.id AS k", {}, frozenset())
    told = [Told(("k",), tuple(tuple(row) for row in rows)) for rows in (one, other)]
    assert agree(query, *told) is same


def test_order_counts_where_it_is_fixed_and_not_in_a_collected_list() -> None:
    ordered = Query("MATCH (n:Company)\nRETURN n.id AS k\nORDER BY k", {}, frozenset({"k"}))
    one, other = Told(("k",), (("a",), ("b",))), Told(("k",), (("b",), ("a",)))
    assert not agree(ordered, one, other)
    assert agree(ordered, Told(("k",), ((["a", "b"],),)), Told(("k",), ((["b", "a"],),)))


def test_one_that_refuses_differs_from_one_that_answers() -> None:
    query = Query("RETURN 1 AS k", {}, frozenset())
    assert not agree(query, Told(refused="no"), Told())
    assert agree(query, Told(refused="no"), Told(refused="never"))


def test_a_query_gets_smaller_by_one_thing_at_a_time() -> None:
    tests = Row((piece("test", "a = 1"), piece("test", "b = 2")), " AND ", least=1)
    shown = {str(tree) for tree in smaller(piece("", "WHERE ", tests))}
    assert shown == {"WHERE a = 1", "WHERE b = 2", "WHERE true AND b = 2", "WHERE a = 1 AND true"}


def test_a_difference_is_minimised_to_what_it_needs(neo4j_server: Neo4jServer) -> None:
    wipe(neo4j_server)
    pair = Pair(neo4j_server, refused_by=lambda _cypher: "")
    case = next(case for case in kept() if case.rule == "twice-among-types")
    more = Batch((*case.graph.nodes, Node("Country", "peru", {"name": "Peru"})), case.graph.links)
    where = maybe(" WHERE ", piece("test", "a.id IS NOT NULL"))
    tree = Piece(("MATCH (a)-[:USED|USED]->(s)", where, "\nRETURN a.id AS actor"))
    pair.load(more)
    found = pair.minimised(Query(tree, {}, frozenset()), more)
    pair.close()
    assert found.query.cypher == "MATCH (a)-[:USED|USED]->(s)\nRETURN a.id AS actor"
    assert [node.id for node in found.graph.nodes] == ["page", "quilla", "retort", "said"]
    assert str(found).endswith("Neo4j:      [['quilla']]\nembedded:   [['quilla'], ['quilla']]")
