"""A real Neo4j with sign-in, started when the first test asks for it and kept to the last."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import neo4j
import pytest

from neo4j_jars import Neo4jUnavailableError, fetched
from neo4j_server import Neo4jServer
from support_not_run import NotRun, give_up

REMEDY = (
    "run `make test` once where Maven Central can be reached; the jars (140 MB) then stay in "
    "~/.cache/seam"
)


@pytest.fixture(scope="session")
def neo4j_quick() -> bool:
    """Whether the server starts sooner and answers heavy queries slower; benchmarks say no."""
    return True


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest, *, neo4j_quick: bool) -> Iterator[Neo4jServer]:
    """The server of this session; SEAM_NEO4J_USER and SEAM_NEO4J_PASSWORD sign in to it.

    What it holds is left from earlier tests: take `neo4j_url`, or call `wipe` first.
    """
    try:
        if not fetched():
            _say(request.config, "bringing Neo4j's jars: 140 MB, once, a minute or two")
        server = Neo4jServer(password=secrets.token_hex(12), quick=neo4j_quick)
    except Neo4jUnavailableError as error:
        give_up(request, NotRun("Neo4j", str(error), REMEDY))
    with server, pytest.MonkeyPatch.context() as patch:
        for name, value in environment(server).items():
            patch.setenv(name, value)
        yield server


@pytest.fixture
def neo4j_url(neo4j_server: Neo4jServer) -> str:
    """Address of the server, emptied for this test; the environment signs in to it."""
    wipe(neo4j_server)
    return neo4j_server.uri


def environment(server: Neo4jServer) -> dict[str, str]:
    """Return the variables by which Seam signs in to a server."""
    user, password = server.auth or ("", "")
    return {"SEAM_NEO4J_USER": user, "SEAM_NEO4J_PASSWORD": password}


def wipe(server: Neo4jServer) -> None:
    """Empty the one database that Community has, constraints and indexes included."""
    with neo4j.GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for found in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
            driver.execute_query(f"DROP CONSTRAINT `{found['name']}`")


def _say(config: pytest.Config, line: str) -> None:
    """Say something on the terminal now, in the midst of a captured test."""
    capture = config.pluginmanager.get_plugin("capturemanager")
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if capture and reporter:
        with capture.global_and_fixture_disabled():
            reporter.write_line(line)
