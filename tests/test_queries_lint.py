"""The lint: each rule finds its planted mistake and lets the near miss pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from graph.batch import Batch, Link, Node
from graph.errors import QuestionFailedError
from graph.store import Cell, Store
from queries.finding import Finding
from queries.header import parse_header
from queries.lint import EVERY, RULES, lint, lint_saved
from queries.saved import SavedQuery, questions
from support_seam import ROOT, Seam

HERE = Path(__file__).parent
MARK = "§"
Case = dict[str, str]
Row = dict[str, str | list[list[Cell]]]
CASES: list[Case] = yaml.safe_load((HERE / "lint_cases.yaml").read_text("utf-8"))
HEADERS: list[Case] = yaml.safe_load((HERE / "lint_headers.yaml").read_text("utf-8"))
ROWS: list[Row] = yaml.safe_load((HERE / "lint_rows.yaml").read_text("utf-8"))
ELSEWHERE = {"too-long"}
HEADER = """\
// title: Actors of a type
// title fr: Acteurs
// title es: Actores
// title pt: Atores
// use: partnerships
// question: Which actors are there?
// question fr: Quels acteurs ?
// question es: ¿Qué actores?
// question pt: Que atores?
// param type text = 'ngo' : What kind of body it is
// column id Actor : The actor
"""
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])


def place(marked: str) -> tuple[int, int]:
    """Return line and column of the mark."""
    before = marked[: marked.index(MARK)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def found(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    return [(one.rule, one.line, one.column) for one in findings]


@each_case
def test_a_planted_mistake_is_found_at_its_place(case: Case) -> None:
    findings = lint(case["bad"].replace(MARK, ""), saved="saved" in case)
    assert found(findings) == [(case["rule"], *place(case["bad"]))]


@each_case
def test_a_near_miss_passes(case: Case) -> None:
    assert lint(case["good"], saved="saved" in case) == ()


def test_every_rule_has_a_planted_mistake() -> None:
    planted = {case["rule"] for case in (*CASES, *HEADERS)}
    assert planted | ELSEWHERE == RULES.keys()


def test_a_finding_says_where_what_and_what_instead() -> None:
    (finding,) = lint("MATCH (n:Compny) RETURN n.id AS id")
    assert str(finding) == ("line 1, column 10: Compny is not a node type; did you mean Company?")


def test_all_mistakes_of_a_query_are_found_in_the_order_of_the_text() -> None:
    findings = lint("MATCH (n:Compny)\nWHERE n.type = 'ngo'\nRETURN n, id(n) AS id")
    assert found(findings) == [
        ("unknown-label", 1, 10),
        ("returning-things", 3, 8),
        ("left-out-function", 3, 11),
    ]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "found the end of the query; here may stand MATCH, OPTIONAL, RETURN, UNWIND or WITH"),
        ("MATCH (n:Actor", "found the end of the query; here may stand ), :, { or |"),
        ("MATCH (n:Actor) RETURN n.id AS", "found the end of the query; here may stand a name"),
        ("RETURN 1 AS x LIMIT -1", "found -; here may stand a $parameter or a whole number"),
        ("MATCH (n) WHERE = 1 RETURN 1 AS x", "found =; here may stand a value"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(query: str, said: str) -> None:
    (finding,) = lint(query)
    assert (finding.rule, f"{finding.reason}; {finding.instead}") == ("syntax", said)


def test_lines_count_from_the_top_of_the_file() -> None:
    (finding,) = lint("// a comment\n\n  // another\nMATCH (n:Compny) RETURN n.id AS id")
    assert (finding.line, finding.column) == (4, 10)


@pytest.mark.parametrize(
    "query",
    [
        "match (n:Actor) where n.type is not null return n.id as id order by id desc limit 3",
        "MATCH (`n`:`Actor`) RETURN `n`.`id` AS `my id`",
        "MATCH (p:Passage)-[:FROM]->(s:Source)<-[:ON]-(:Note) RETURN s.id AS id",
        "MATCH (a:Actor) RETURN a.id AS all, reduce(any = 0, x IN [1] | any + x) AS count",
        "MATCH (a) -[:USED]-> (b) , (a) -- () <-- (c) RETURN a.id AS id, b.id < -1 + 2 AS x",
        "UNWIND $rows AS row RETURN row, $rows[0] AS first, $rows[1..] AS rest",
        "RETURN CASE 1 WHEN 1 THEN 'a' ELSE \"b\" END AS x, [1, 2.5, null][-1] AS y",
        "RETURN 7 % 3 ^ 2 AS z",
        "MATCH (s:Site) WHERE s.name STARTS WITH 'A' OR s.name ENDS WITH 'z' RETURN s.id AS id",
        "MATCH (s:Site) WHERE s.name CONTAINS 'it\\'s // no comment' RETURN s.id AS id",
        "MATCH (a:Company:Actor)-[r:USED|TOOK_PART_IN*0..2]-(b) RETURN size(r) AS n",
        "MATCH (i:Intervention) WHERE 2000 < i.began <= 2010 RETURN count(DISTINCT i.began) AS n",
        "MATCH (c:Country) WITH DISTINCT c ORDER BY c.id SKIP $a LIMIT $b RETURN c.id AS id",
    ],
)
def test_the_dialect_may_be_written_in_many_ways(query: str) -> None:
    assert lint(query) == ()


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_every_saved_question_keeps_to_the_dialect(question: SavedQuery) -> None:
    assert [str(one) for one in lint_saved(question.cypher, question.header)] == []


@pytest.mark.parametrize("case", HEADERS, ids=lambda case: case["rule"])
def test_header_and_query_go_together(case: Case) -> None:
    """A right question has no finding; each planted mistake is found in the whole file."""
    right = f"{HEADER}MATCH (a:Actor) WHERE a.type = $type RETURN a.id AS id ORDER BY id"
    header = parse_header("actors", right)
    assert lint_saved(right, header) == ()
    line = case.get("line", "")
    marked = HEADER.replace(line.replace(MARK, ""), line) + case["bad"] if line else case["bad"]
    whole = marked if line else HEADER + marked
    findings = lint_saved(whole.replace(MARK, ""), header)
    assert found(findings) == [(case["rule"], *place(whole))]


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("x" * 1_000_000, "too-long"),
        ("RETURN " + "(" * 9_900 + "1" + ")" * 9_900 + " AS x", "too-deep"),
        ("RETURN " + "[" * 9_900 + "]" * 9_900 + " AS x", "too-deep"),
        ("RETURN " + "NOT " * 4_000 + "true AS x", "too-deep"),
        ("RETURN " + "-" * 9_000 + "1 AS x", "too-deep"),
        ("MATCH (n) WHERE " + "EXISTS { (n) WHERE " * 900 + "true" + "}" * 900, "syntax"),
        ("RETURN " + "{a: " * 4_000, "syntax"),
    ],
    ids=["characters", "brackets", "lists", "not", "minus", "subqueries", "maps"],
)
def test_no_text_is_too_much_for_the_lint(query: str, rule: str) -> None:
    (finding,) = lint(query)
    assert finding.rule == rule


@pytest.mark.parametrize(
    "query",
    [
        "RETURN 1 AS x" + " UNION RETURN 1 AS x" * 900,
        "RETURN " + "1 + " * 4_000 + "1 AS x",
        "MATCH (a)" + "--()" * 4_000 + " RETURN count(*) AS n",
        "RETURN " + "true AND " * 2_000 + "true AS x",
    ],
    ids=["unions", "sum", "pattern", "and"],
)
def test_long_flat_queries_are_read(query: str) -> None:
    assert lint(query) == ()


@pytest.fixture
def graph() -> Batch:
    """Two interventions in two countries; a group took part in both, a company in one."""
    page = Node("Page", "page", {"title": "A page", "voice": "news", "origin": "page"})
    nodes = (
        page,
        Node("Passage", "p", {"kind": "paraphrase", "text": "It says so.", "at": "p. 1"}),
        Node("Intervention", "i1", {"title": "One"}),
        Node("Intervention", "i2", {"title": "Two"}),
        Node("Company", "c1", {"name": "Condor", "group": False}),
        Node("Partner", "q1", {"name": "Quilla", "group": True}),
        Node("Country", "GHA", {"name": "Ghana"}),
        Node("Country", "PER", {"name": "Peru"}),
        Node("Strategy", "s1", {"name": "Licensing"}),
    )
    said = [
        ("TOOK_PART_IN", "c1", "i1"),
        ("TOOK_PART_IN", "q1", "i1"),
        ("TOOK_PART_IN", "q1", "i2"),
        ("IN_COUNTRY", "i1", "GHA"),
        ("IN_COUNTRY", "i2", "PER"),
        ("APPLIED", "i1", "s1"),
    ]
    links = [Link(type_, source, target, {}, ("p",)) for type_, source, target in said]
    return Batch(nodes, (Link("FROM", "p", "page"), *links))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["rule"])
def test_what_a_rule_about_rows_refuses_gives_other_rows_on_each_engine(
    row: Row, graph: Batch, store: Store
) -> None:
    query = str(row["query"])
    assert row["rule"] in {finding.rule for finding in lint(query)}
    store.write(graph)
    engine = "neo4j" if store.engine == "Neo4j" else "embedded"
    rows = sorted(map(list, store.read(query).rows), key=repr)
    assert row["neo4j"] != row["embedded"]
    assert rows == row[engine]


@pytest.mark.parametrize(
    ("refuses", "query"),
    [
        ("Neo4j", "MATCH (i:Intervention) WHERE i.title RETURN i.id AS id"),
        ("Neo4j", "MATCH (i:Intervention) WITH i.id RETURN 1 AS x"),
        ("Neo4j", "UNWIND [1] AS x UNWIND [2] AS x RETURN x"),
        ("Neo4j", "RETURN 'a' + true AS x"),
        ("Neo4j", "RETURN round(1234.5, -2) AS x"),
        ("Neo4j", "RETURN 'abc'[0..1] AS x"),
        ("Neo4j", "MATCH ()-[r:APPLIED]->() RETURN reverse(r.passages) AS ids"),
        ("Neo4j", "MATCH (a:Actor) WITH collect(a.id) AS l RETURN [x IN l + l | x + '!'] AS l"),
        ("embedded", "MATCH (a:Actor) RETURN [CASE WHEN a.group THEN 'g' END][0] AS x"),
        (
            "Neo4j",
            "MATCH (i) WITH i, 1 AS x RETURN x, COLLECT { MATCH (i)--(a) RETURN 2 AS x } AS y",
        ),
        (
            "embedded",
            """MATCH (i:Intervention) RETURN COLLECT {
              MATCH (i)<--(a) WITH a ORDER BY a.id LIMIT 2 RETURN i.id + a.id } AS ids""",
        ),
        (
            "embedded",
            """MATCH (a:Actor)-[:TOOK_PART_IN]->(i) RETURN COLLECT {
              MATCH (i)-[:IN_COUNTRY]->(c) WHERE isEmpty(COLLECT {
                MATCH (a)-[t:TOOK_PART_IN]->(j) MATCH (a)-[u:TOOK_PART_IN]->(k)
                WHERE any(y IN t.passages WHERE y = 'q') RETURN DISTINCT k.id })
              RETURN c.id } AS ids""",
        ),
    ],
)
def test_what_only_one_engine_refuses_the_lint_refuses_too(
    refuses: str, query: str, graph: Batch, store: Store
) -> None:
    assert lint(query)
    store.write(graph)
    if (store.engine == "Neo4j") == (refuses == "Neo4j"):
        with pytest.raises(QuestionFailedError):
            store.read(query)
    else:
        store.read(query)


def test_dialect_md_names_every_rule() -> None:
    text = (ROOT / "queries" / "dialect.md").read_text("utf-8")
    assert re.findall(r"^- \*\*([a-z-]+)\*\*", text, re.MULTILINE) == list(RULES)


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in EVERY}) == len(EVERY)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "right.cypher").write_text("MATCH (n:Actor) RETURN n.id AS id", "utf-8")
    (tmp_path / "wrong.cypher").write_text("MATCH (n:Compny)\nRETURN n.di AS id, n", "utf-8")
    (tmp_path / "saved.cypher").write_text("// title: x\nMATCH (n) RETURN n.id AS id", "utf-8")
    (tmp_path / "latin.cypher").write_bytes("RETURN 'é' AS x".encode("latin-1"))
    return tmp_path


def test_seam_lint_ends_with_0_for_files_that_are_right(seam: Seam, files: Path) -> None:
    ran = seam("lint", files / "right.cypher", *sorted((ROOT / "queries").glob("*.cypher")))
    assert (ran.code, ran.stdout, ran.stderr) == (0, "", "")


def test_seam_lint_prints_a_finding_a_line_and_ends_with_1(seam: Seam, files: Path) -> None:
    ran = seam("lint", files / "right.cypher", files / "wrong.cypher", files / "saved.cypher")
    assert (ran.code, ran.stderr) == (1, "")
    wrong, returned, saved = ran.stdout.splitlines()
    assert wrong == f"{files}/wrong.cypher:1:10: Compny is not a node type; did you mean Company?"
    assert returned.startswith(f"{files}/wrong.cypher:2:20: n is or holds a node, ")
    assert saved == f"{files}/saved.cypher:2:1: no title fr line; add it to the header"


def test_seam_lint_ends_with_2_for_what_it_cannot_read(seam: Seam, files: Path) -> None:
    ran = seam("lint", files / "none.cypher", files / "latin.cypher", files / "wrong.cypher")
    assert ran.code == 2
    assert len(ran.stdout.splitlines()) == 2
    assert ran.stderr.splitlines() == [
        f"seam: cannot read {files}/none.cypher (No such file or directory); name a text file",
        f"seam: cannot read {files}/latin.cypher (it is not UTF-8); name a text file",
    ]
