"""The probes: one construct a query, on a small graph that both engines hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NotRequired, TypeAlias, TypedDict

import arcadedb
import neo4j
import yaml

import graph.engines.arcade  # noqa: F401  it keeps the engine's log off the screen
from agreement.compare import Member, Told, agree
from agreement.random_queries import Query

FILE = Path(__file__).with_name("probes.yaml")
OF_THE_MODEL = {"unknown-label", "unknown-link", "unknown-property", "unlabelled-alone"}
"""Rules that do not hold here: the graph of the probes has a model of its own, and no mark."""

Held: TypeAlias = str | int | float | bool | date | list[str]
Given: TypeAlias = Held | Mapping[str, Held] | Sequence[Mapping[str, Held]] | None


@dataclass(frozen=True)
class Probe:
    """A query with what both engines must answer, or the rule that leaves it out."""

    name: str
    query: str
    parameters: Mapping[str, Given]
    rows: Sequence[Sequence[Member]]
    refused: bool
    left_out: str

    def is_answered_by(self, told: Told) -> bool:
        """Tell whether an answer is the stated one."""
        rows = tuple(tuple(row) for row in self.rows)
        stated = Told(told.columns, rows, refused="stated" if self.refused else "")
        return len(rows) == len(told.rows) and agree(self.asked, stated, told)

    @property
    def asked(self) -> Query:
        """The probe as a query, for comparing."""
        return Query(self.query.replace(" RETURN ", "\nRETURN "), {}, frozenset())


class _Stated(TypedDict):
    name: str
    query: str
    parameters: NotRequired[Mapping[str, Given]]
    rows: NotRequired[list[list[Member]]]
    refused: NotRequired[bool]
    left_out: NotRequired[str]


class _File(TypedDict):
    nodes: dict[str, list[dict[str, Held]]]
    links: list[tuple[str, str, str, dict[str, Held]]]
    probes: list[_Stated]


def _read() -> _File:
    content: _File = yaml.safe_load(FILE.read_text("utf-8"))
    return content


def probes() -> list[Probe]:
    """Return all probes."""
    return [
        Probe(
            one["name"],
            one["query"],
            one.get("parameters") or {},
            one.get("rows") or [],
            one.get("refused", False),
            one.get("left_out", ""),
        )
        for one in _read()["probes"]
    ]


def fill_neo4j(driver: neo4j.Driver) -> None:
    """Make the graph of the probes the whole content of a server."""
    content = _read()
    driver.execute_query("MATCH (n) DETACH DELETE n")
    for label, rows in content["nodes"].items():
        made = "UNWIND $rows AS row CREATE (n:$($label)) SET n = row"
        driver.execute_query(made, rows=rows, label=label)
    for type_, source, target, held in content["links"]:
        driver.execute_query(
            "MATCH (a {id: $a}) MATCH (b {id: $b}) CREATE (a)-[r:$($type)]->(b) SET r = $held",
            a=source, b=target, type=type_, held=held,
        )  # fmt: skip


def fill_embedded(path: Path) -> arcadedb.Database:
    """Make a database of the embedded engine with the graph of the probes."""
    content, rids = _read(), dict[str, str]()
    database = arcadedb.create_database(str(path))
    for label in content["nodes"]:
        database.command("sql", f"CREATE VERTEX TYPE `{label}`")
    for type_ in dict.fromkeys(link[0] for link in content["links"]):
        database.command("sql", f"CREATE EDGE TYPE `{type_}`")
    with database.graph_batch() as graph:
        for label, rows in content["nodes"].items():
            made = graph.create_vertices(label, rows)
            rids.update(zip((str(row["id"]) for row in rows), made, strict=True))
        for type_, source, target, held in content["links"]:
            graph.new_edges([rids[source]], type_, [rids[target]], [held])
    return database


def ask_neo4j(driver: neo4j.Driver, probe: Probe) -> Told:
    """Ask Neo4j a probe."""
    try:
        found = driver.execute_query(probe.query, dict(probe.parameters))
    except neo4j.exceptions.Neo4jError as error:
        return Told(refused=str(error))
    rows = tuple(tuple(map(_plain, record.values())) for record in found.records)
    return Told(tuple(found.keys), rows)


def ask_embedded(database: arcadedb.Database, probe: Probe) -> Told:
    """Ask the embedded engine a probe."""
    try:
        found = database.query("opencypher", probe.query, dict(probe.parameters))
        rows = list(found.iter_dicts())
    except arcadedb.ArcadeDBError as error:
        return Told(refused=str(error))
    return Told(tuple(rows[0]) if rows else (), tuple(tuple(map(_plain, r.values())) for r in rows))


def _plain(cell: Member | date | neo4j.time.Date) -> Member:
    """Return a date as its text, as the probes state it."""
    return cell.isoformat() if isinstance(cell, date | neo4j.time.Date) else cell
