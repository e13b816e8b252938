"""What every store keeps its word on: the same tests on the embedded engine and on Neo4j."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graph.batch import Batch, Link, Node, Value
from graph.canonical import dump_lines, version_of
from graph.errors import NoGraphError, QuestionFailedError, QuestionTooLargeError, UnprovenError
from graph.model import MODEL
from graph.snapshot import snapshot
from graph.store import Parameter, Store
from loaders.everything import load
from support_graphs import graphs
from support_records import BASE, write_records
from support_seam import ROOT
from support_stores import opened_at

PAGE = Node("Page", "page", {"title": "A page", "voice": "news", "origin": "page"})
LONG = "é" * 300
TEXTS = [
    "plain",
    "Ünïcödé 金 золото",
    LONG,
    'it\'s "quoted" `ticked` \\ backslashed',
    "two\nlines\r\nand\ttabs",
    "emoji 🪨⛏️",
    "$id {braces} // no comment",
    " spaces around ",
    "null",
]


def dump(store: Store) -> list[str]:
    return dump_lines(MODEL, snapshot(store, MODEL))


def numbers(answer_rows: tuple[tuple[object, ...], ...]) -> list[object]:
    return [row[0] for row in answer_rows]


def test_text_comes_back_as_it_was_written(store: Store) -> None:
    store.write(Batch(tuple(Node("Note", f"n{n}", {"text": t}) for n, t in enumerate(TEXTS))))
    rows = store.read("MATCH (n:Note) RETURN n.text AS text ORDER BY n.id").rows
    assert [row[0] for row in rows] == TEXTS
    for number, text in enumerate(TEXTS):
        found = store.read("MATCH (n:Note {text: $t}) RETURN n.id AS id", {"t": text}).rows
        assert found == ((f"n{number}",),)


def test_every_kind_of_value_comes_back_as_it_was_written(store: Store) -> None:
    values: dict[str, Value] = {
        "name": "Quilla",
        "type": "company",
        "aliases": ("a", "", "🪨", LONG),
        "group": False,
        "unnamed": True,
    }
    site: dict[str, Value] = {"name": "Pit", "latitude": -14.123456789012345, "longitude": 0.0}
    nodes = (
        Node("Company", "quilla", values),
        Node("Site", "pit", site),
        Node("Year", "2017", {"name": "2017", "year": 2017}),
        PAGE,
        Node("Passage", "p", {"text": "It says so."}),
    )
    became: dict[str, Value] = {"kind": "renamed", "year": -(2**53) - 1, "year_seen": False}
    links = (Link("BECAME", "quilla", "quilla", became, ("p",)), Link("FROM", "p", "page"))
    batch = Batch(nodes, links)
    store.write(batch)
    assert dump(store) == dump_lines(MODEL, batch)


def test_an_empty_graph_is_a_graph(store: Store) -> None:
    assert store.write(Batch())
    assert dump(store) == []
    assert store.version() == version_of(MODEL, Batch())


def test_an_empty_list_is_nothing_to_say(store: Store) -> None:
    rows = "MATCH (n:Note) WHERE n.text IN $texts RETURN n.id AS id"
    store.write(Batch((Node("Note", "n", {"text": "t"}),)))
    assert store.read(rows, {"texts": []}).rows == ()


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(graph=graphs())
def test_any_graph_comes_back_and_writing_it_twice_is_writing_it_once(
    store: Store, graph: Batch
) -> None:
    store.write(graph)
    assert dump(store) == dump_lines(MODEL, graph)
    assert store.version() == version_of(MODEL, graph)
    assert store.write(graph) is False
    assert dump(store) == dump_lines(MODEL, graph)


def test_the_casebook_has_the_same_bytes_on_each_engine(store: Store) -> None:
    batch = load(ROOT / "data").batch
    store.write(batch)
    assert dump(store) == dump_lines(MODEL, batch)


def test_a_load_after_a_record_was_deleted_removes_what_only_it_said(
    store: Store, registry: Path
) -> None:
    write_records(
        registry,
        """
        id: tza-ndogo-test
        title: A test at Ndogo
        passages:
        - {id: p1, source: uni-2022-study, at: opening, says: It says so.}
        facts:
        - {in_country: TZA, passages: [p1]}
        - {applied: HG-TECH, passages: [p1]}
        - {began: 1999, passages: [p1]}
        """,
    )
    store.write(load(registry).batch)
    years = "MATCH (y:Year) RETURN y.id AS id ORDER BY id"
    assert numbers(store.read(years).rows) == ["1999", "2017", "2021"]
    (registry / "case_studies/record.yaml").unlink()
    store.write(load(registry).batch)
    assert numbers(store.read(years).rows) == ["2017", "2021"]
    assert dump(store) == dump_lines(MODEL, load(BASE).batch)


def test_the_version_follows_the_content(store: Store) -> None:
    store.write(Batch((PAGE,)))
    before = store.version()
    other = Batch((Node("Page", "page", {"title": "Another"}),))
    store.write(other)
    assert store.version() == version_of(MODEL, other)
    assert before == version_of(MODEL, Batch((PAGE,)))


def test_a_store_that_was_never_loaded_says_so(store: Store) -> None:
    with pytest.raises(NoGraphError, match="run `seam load` first"):
        store.version()


def test_another_reader_sees_what_was_written(store: Store, store_url: str) -> None:
    other = opened_at(store_url)
    try:
        store.write(Batch((PAGE,)))
        assert numbers(other.read("MATCH (p:Page) RETURN p.id AS id").rows) == ["page"]
        store.write(Batch())
        assert other.read("MATCH (p:Page) RETURN p.id AS id").rows == ()
    finally:
        other.close()


def test_more_rows_than_asked_for_are_cut_and_it_says_so(store: Store) -> None:
    store.write(Batch(tuple(Node("Note", f"n{i}", {"text": "t"}) for i in range(5))))
    rows = "MATCH (n:Note) RETURN n.id AS id, n.text AS text ORDER BY id"
    assert (len(store.read(rows).rows), store.read(rows).cut) == (5, False)
    assert (len(store.read(rows, max_rows=5).rows), store.read(rows, max_rows=5).cut) == (5, False)
    answer = store.read(rows, max_rows=4)
    assert (numbers(answer.rows), answer.cut) == (["n0", "n1", "n2", "n3"], True)
    assert answer.records()[0] == {"id": "n0", "text": "t"}
    assert store.read(rows, max_rows=0).cut


def test_parameters_of_every_kind_reach_the_query(store: Store) -> None:
    store.write(Batch((PAGE,)))
    given_: dict[str, Parameter] = {
        "text": "it's",
        "whole": 7,
        "half": 0.5,
        "yes": True,
        "many": ["a", "b"],
    }
    columns = ", ".join(f"${name} AS {name}" for name in given_)
    assert store.read(f"MATCH (p:Page) RETURN {columns}", given_).records() == [given_]


def test_nothing_typed_can_become_part_of_a_query(store: Store) -> None:
    store.write(Batch((PAGE,)))
    evil = "' OR true RETURN 1 //"
    assert store.read("MATCH (p:Page {id: $id}) RETURN p.id AS id", {"id": evil}).rows == ()


@pytest.mark.parametrize("query", ["MATCH (p:Page RETURN p", "MATCH (p:Page) RETURN q.id AS id"])
def test_a_question_that_cannot_be_read_is_refused_in_one_line(store: Store, query: str) -> None:
    store.write(Batch((PAGE,)))
    with pytest.raises(QuestionFailedError) as refused:
        store.read(query)
    assert "Exception" not in str(refused.value)
    assert "\n" not in str(refused.value).strip()


def test_a_question_that_needs_too_much_memory_is_given_up_and_the_next_is_answered(
    store: Store,
) -> None:
    store.write(Batch(tuple(Node("Page", f"page-{n}", {"title": "t" * 400}) for n in range(3000))))
    with pytest.raises(QuestionTooLargeError, match="too much memory"):
        store.read(
            "MATCH (a:Page) MATCH (b:Page) WITH a.title + b.id AS text ORDER BY text "
            "RETURN collect(text)[..3] AS first"
        )
    assert store.read("RETURN 1 AS one").rows == ((1,),)


def test_a_read_cannot_write(store: Store) -> None:
    store.write(Batch((PAGE,)))
    with pytest.raises(QuestionFailedError):
        store.read("MATCH (p:Page) SET p.title = 'x' RETURN p.id AS id")
    assert dump(store) == dump_lines(MODEL, Batch((PAGE,)))


def test_a_read_cannot_open_a_file(store: Store, tmp_path: Path) -> None:
    store.write(Batch((PAGE,)))
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    with pytest.raises(QuestionFailedError):
        store.read(f"LOAD CSV FROM '{secret.as_uri()}' AS row RETURN row[0] AS cell")


def test_a_link_without_a_passage_is_refused_and_nothing_is_changed(store: Store) -> None:
    store.write(Batch((PAGE,)))
    actor, strategy = Node("Company", "condor"), Node("Strategy", "HG-TECH")
    with pytest.raises(UnprovenError, match="condor USED HG-TECH has no passage"):
        store.write(Batch((actor, strategy), (Link("USED", "condor", "HG-TECH"),)))
    assert dump(store) == dump_lines(MODEL, Batch((PAGE,)))
