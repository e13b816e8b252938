"""The command line over a Neo4j that is down, strange or gone: one line, and nothing changed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import neo4j
import pytest

from graph.batch import Batch, Node
from graph.errors import GraphTooLargeError
from neo4j_server import Neo4jServer, free_port
from support_proxy import wire
from support_seam import Ran, Seam
from support_stores import opened_at

NO_SIGN_IN = {"SEAM_NEO4J_USER": ""}


@pytest.fixture
def loaded(seam: Seam, neo4j_url: str, registry: Path) -> str:
    """Address of the server with the test casebook in it."""
    assert seam("load", "--data", registry, "--store", neo4j_url).code == 0
    return neo4j_url


def one_line(ran: Ran) -> str:
    """Return the one line by which a command says that it cannot run."""
    assert ran.code == 2
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    return line


def dump(seam: Seam, url: str) -> str:
    ran = seam("dump", "--store", url)
    assert ran.code == 0, ran.stderr
    return ran.stdout


def test_load_ask_proof_and_store_work_as_on_the_embedded_engine(
    seam: Seam, loaded: str, registry: Path
) -> None:
    assert seam("load", "--data", registry).code == 0
    for command in (
        ("dump",),
        ("ask", "partnerships-that-worked", "--format", "csv"),
        ("proof", "condor-gold", "TOOK_PART_IN", "per-quilla-plant"),
    ):
        here, there = seam(*command), seam(*command, "--store", loaded)
        assert (here.code, here.stderr) == (0, "")
        assert (there.code, there.stdout, there.stderr) == (0, here.stdout, "")
    assert "Neo4j" in seam("store", "--store", loaded).stdout


def test_a_server_that_is_down(seam: Seam, registry: Path) -> None:
    url = f"bolt://127.0.0.1:{free_port()}"
    line = one_line(seam("load", "--data", registry, "--store", url, env=NO_SIGN_IN))
    assert line == (
        f"seam: no answer from Neo4j at {url} (Connection refused); nothing was changed; "
        "check that it runs and that the address is right, then run this again"
    )


def test_a_wrong_password_is_never_printed(seam: Seam, loaded: str, registry: Path) -> None:
    wrong = {"SEAM_NEO4J_USER": "neo4j", "SEAM_NEO4J_PASSWORD": "gold-is-heavy"}
    for arguments in (("load", "--data", registry), ("dump",)):
        ran = seam(*arguments, "--store", loaded, env=wrong)
        line = one_line(ran)
        assert "refused the user or password; set SEAM_NEO4J_USER" in line
        assert "gold-is-heavy" not in ran.stderr


def test_a_password_in_the_address_is_refused_and_not_printed(seam: Seam) -> None:
    ran = seam("store", "--store", "bolt://neo4j:gold-is-heavy@127.0.0.1")
    assert "set SEAM_NEO4J_USER" in one_line(ran)
    assert "gold-is-heavy" not in ran.stderr


def test_a_database_that_is_not_there(seam: Seam, loaded: str, registry: Path) -> None:
    for arguments in (("load", "--data", registry), ("store",)):
        line = one_line(seam(*arguments, "--store", f"{loaded}/golds"))
        assert line == (
            f"seam: {loaded} has no database golds; leave the name out for the default one"
        )


def test_a_named_database_that_is_there(seam: Seam, loaded: str) -> None:
    assert dump(seam, f"{loaded}/neo4j") == dump(seam, loaded)


def test_a_database_of_somebody_else_is_left_alone(
    seam: Seam, neo4j_server: Neo4jServer, neo4j_url: str, registry: Path
) -> None:
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver:
        driver.execute_query("CREATE (:Recipe {name: 'soup'})-[:WITH]->(:Salt)")
        line = one_line(seam("load", "--data", registry, "--store", neo4j_url))
        assert line == (
            "seam: the database holds 2 nodes that Seam did not write; nothing was changed; "
            "give Seam a database of its own"
        )
        assert "no graph at" in one_line(seam("dump", "--store", neo4j_url))
        found = driver.execute_query("MATCH (n) RETURN count(n) AS n").records
        assert found[0]["n"] == 2
        assert driver.execute_query("SHOW CONSTRAINTS").records == []


@pytest.mark.parametrize("sent", [60_000])
def test_a_server_that_is_gone_half_way_through_a_load_keeps_what_it_had(
    seam: Seam, loaded: str, neo4j_server: Neo4jServer, registry: Path, sent: int
) -> None:
    before = dump(seam, loaded)
    with (registry / "actors.yaml").open("a") as file:
        for n in range(3000):
            file.write(f"- {{id: actor-{n}, name: Number {n}, kind: company, type: company}}\n")
    with wire(neo4j_server.port, cut_after=sent) as laid:
        through = f"bolt://127.0.0.1:{laid.port}"
        line = one_line(seam("load", "--data", registry, "--store", through))
        assert laid.is_cut
    assert line.startswith(f"seam: no answer from Neo4j at {through} (")
    assert "nothing was changed" in line
    assert dump(seam, loaded) == before
    assert seam("load", "--data", registry, "--store", loaded).code == 0
    assert "actor-2999" in dump(seam, loaded)


def test_a_graph_too_large_for_the_server_keeps_what_it_had(
    seam: Seam, loaded: str, neo4j_url: str
) -> None:
    before, text = dump(seam, loaded), "t" * 100_000
    pages = (Node("Page", f"page-{n}", {"title": text}) for n in range(4_000))
    with (
        closing(opened_at(neo4j_url)) as store,
        pytest.raises(GraphTooLargeError, match="heap"),
    ):
        store.write(Batch(tuple(pages)))
    assert dump(seam, loaded) == before


def test_withdraw_takes_a_source_out(seam: Seam, loaded: str) -> None:
    ran = seam("withdraw", "watch-2021-water", "--store", loaded)
    assert (ran.code, ran.stdout.splitlines()[0]) == (0, "watch-2021-water withdrawn")
    assert "watch-2021-water" not in dump(seam, loaded)
