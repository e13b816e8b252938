"""Every saved question: its promises kept, and the same golden rows from both engines."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from golden.write import DATA, asked, brief, kept_answers
from graph.batch import Batch
from graph.model import SELF_REPORTING
from graph.store import Cell, Store, open_store
from loaders.everything import load
from neo4j_server import Neo4jServer
from queries.header import Column
from queries.saved import SavedQuery, questions
from support_neo4j import wipe
from support_stores import opened_at

ALL = pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
TYPES = {"text": str, "integer": int, "number": float, "flag": bool, "texts": list}
UNTOLD = {"not looked for", "withheld"}
PROOF = (
    "MATCH (p:Passage)-[:FROM]->(s:Source) RETURN p.id AS id, s.origin AS origin, s.voice AS voice"
)


@pytest.fixture(scope="module")
def batch() -> Batch:
    return load(DATA).batch


@pytest.fixture(scope="module")
def embedded(batch: Batch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"embedded:{tmp_path_factory.mktemp('golden') / 'store'}")
    store.write(batch)
    yield store
    store.close()


@pytest.fixture(scope="module")
def server(batch: Batch, neo4j_server: Neo4jServer) -> Iterator[Store]:
    wipe(neo4j_server)
    store = opened_at(neo4j_server.uri)
    store.write(batch)
    yield store
    store.close()


@pytest.fixture(scope="module")
def shuffled(batch: Batch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The casebook, with nodes and links put into the database in another order."""
    nodes, links = list(batch.nodes), list(batch.links)
    for things in (nodes, links):
        random.Random(7).shuffle(things)  # noqa: S311  an order, no secret
    store = open_store(f"embedded:{tmp_path_factory.mktemp('shuffled') / 'store'}")
    store.write(Batch(tuple(nodes), tuple(links)))
    yield store
    store.close()


@pytest.fixture(scope="module")
def passages(embedded: Store) -> dict[str, tuple[Cell, Cell]]:
    """Origin and voice of every passage."""
    return {str(id_): (origin, voice) for id_, origin, voice in embedded.read(PROOF).rows}


@ALL
def test_the_embedded_engine_gives_the_golden_rows(question: SavedQuery, embedded: Store) -> None:
    found = [brief(question.run(embedded, given)) for given in asked(question)]
    assert found == kept_answers(question)


@ALL
def test_neo4j_gives_the_golden_rows(question: SavedQuery, server: Store) -> None:
    found = [brief(question.run(server, given)) for given in asked(question)]
    assert found == kept_answers(question)


@ALL
def test_the_order_of_records_changes_no_row(
    question: SavedQuery, embedded: Store, shuffled: Store
) -> None:
    for given in asked(question):
        assert question.run(shuffled, given).rows == question.run(embedded, given).rows


@ALL
def test_the_defaults_answer_with_the_promised_columns(
    question: SavedQuery, embedded: Store
) -> None:
    answer = question.run(embedded)
    assert answer.rows
    for column, *cells in zip(question.header.columns, *answer.rows, strict=True):
        assert all(_fits(column, cell) for cell in cells), column.name


def _fits(column: Column, cell: Cell) -> bool:
    """Tell whether a cell has its column's type; only a year may be unknown."""
    if cell is None:
        return column.name in {"began", "first_year", "last_described", "last_year", "year"}
    return type(cell) is TYPES[column.type]


@ALL
def test_every_row_leads_to_its_passages(
    question: SavedQuery, embedded: Store, passages: dict[str, tuple[Cell, Cell]]
) -> None:
    for given in asked(question):
        for row in question.run(embedded, given).records():
            proof = _texts(row["passages"])
            assert proof or row.get("elsewhere") == 0 or row.get("empty") in UNTOLD
            assert proof == sorted(set(proof))
            assert passages.keys() >= set(proof)


@ALL
def test_sources_are_the_independent_sources_of_the_passages(
    question: SavedQuery, embedded: Store, passages: dict[str, tuple[Cell, Cell]]
) -> None:
    for row in question.run(embedded).records():
        if "sources" in row:
            origins = {passages[id_][0] for id_ in _texts(row["passages"])}
            assert row["sources"] == len(origins)


def _texts(cell: Cell) -> list[str]:
    assert isinstance(cell, list)
    return cell


@ALL
def test_an_id_column_holds_ids_of_its_type(question: SavedQuery, embedded: Store) -> None:
    for column in question.header.columns:
        if column.of:
            ids = embedded.read(f"MATCH (n:{column.of}) RETURN n.id AS id").rows
            known = {row[0] for row in ids}
            assert {row[column.name] for row in question.run(embedded).records()} <= known


@ALL
def test_who_counts_as_telling_of_themselves_is_the_same_everywhere(question: SavedQuery) -> None:
    """A question that names one self-reporting voice names all of them, and no other."""
    asked = "\n".join(line for line in question.cypher.splitlines() if line[:2] != "//")
    named = [voice for voice in SELF_REPORTING if f"'{voice}'" in asked]
    listed = ", ".join(f"'{voice}'" for voice in SELF_REPORTING)
    assert not set(named) - {"company"} or f"[{listed}]" in asked


def test_every_golden_file_is_of_a_question_and_small() -> None:
    folder = Path(__file__).parent / "golden"
    assert {path.stem for path in folder.glob("*.json")} == set(questions())
    assert max(path.stat().st_size for path in folder.glob("*.json")) < 150_000
