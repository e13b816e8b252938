"""Free Cypher: what it answers, and that no hostile text ever reaches an engine."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from graph.batch import Batch
from graph.canonical import dump_lines
from graph.model import MODEL
from graph.snapshot import snapshot
from graph.store import Answer, Parameter, Store
from loaders.everything import load
from queries.finding import RefusedError
from queries.free import WrongParameterError, ask_freely
from queries.lint import lint
from support_records import BASE
from support_seam import Ran, Seam, run_seam

HOSTILE: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("hostile_cypher.yaml").read_text("utf-8")
)
ACTORS = "MATCH (a:Actor) RETURN a.id AS id, a.aliases AS aliases, a.group AS told ORDER BY id"


class NoEngine:
    """A store that holds nothing and must never be read."""

    engine, url = "none", "none:"

    def write(self, batch: Batch) -> bool:
        raise AssertionError(batch)

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        max_rows: int | None = None,
    ) -> Answer:
        raise AssertionError((cypher, parameters, max_rows))

    def version(self) -> str:
        raise AssertionError(self.url)

    def close(self) -> None:
        """Have nothing to close."""


@pytest.fixture(scope="module")
def batch() -> Batch:
    return load(BASE).batch


@pytest.fixture
def filled(store: Store, batch: Batch) -> Store:
    store.write(batch)
    return store


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_hostile_text_reaches_an_engine(kind: str) -> None:
    for text in HOSTILE[kind]:
        with pytest.raises(RefusedError):
            ask_freely(NoEngine(), text)


def test_there_are_two_hundred_hostile_texts_and_none_twice() -> None:
    texts = [text for some in HOSTILE.values() for text in some]
    assert len(texts) == len(set(texts)) >= 200


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_in_quotes_is_only_words(kind: str) -> None:
    """What a person may rightly search for is refused only if its characters hide something."""
    for text in HOSTILE[kind]:
        quoted = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
        found = lint(f"MATCH (n:Actor) WHERE n.name = '{quoted}' RETURN n.id AS id")
        assert {finding.rule for finding in found} <= {"odd-character"}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_as_a_parameter_is_only_words(kind: str, filled: Store) -> None:
    for text in HOSTILE[kind][:3]:
        if "\0" not in text:
            query = "MATCH (n:Actor) WHERE n.name = $name RETURN n.id AS id"
            assert ask_freely(filled, query, {"name": text}).rows == ()


def test_the_graph_is_the_same_after_every_hostile_text(filled: Store, batch: Batch) -> None:
    for text in (text for texts in HOSTILE.values() for text in texts[:4]):
        with pytest.raises(RefusedError):
            ask_freely(filled, text)
    assert dump_lines(MODEL, snapshot(filled, MODEL)) == dump_lines(MODEL, batch)


def test_a_refusal_says_where_and_what_instead() -> None:
    with pytest.raises(RefusedError, match=r"^line 2, column 1: a question never writes; write "):
        ask_freely(NoEngine(), "MATCH (n)\nDELETE n")


def test_a_refusal_names_a_few_findings_a_line() -> None:
    columns = ", ".join(f"f{number}(1) AS x{number}" for number in range(9))
    with pytest.raises(RefusedError) as refused:
        ask_freely(NoEngine(), f"RETURN {columns}")
    assert len(str(refused.value).splitlines()) == 5


@pytest.mark.parametrize(
    ("cypher", "given", "said"),
    [
        ("RETURN $x AS x", {}, "the query needs $x; give it as x=VALUE"),
        (
            "RETURN $name AS x",
            {"name": "a", "nam": "b"},
            "the query has no $nam; did you mean name?",
        ),
        ("RETURN 1 AS x", {"y": 1}, "the query has no $y; none is known"),
        ("RETURN $x AS x", {"x": 2**63}, f"$x is {2**63}; write a number of at most 64 bits"),
        ("RETURN $x AS x", {"x": "a\0b"}, "$x holds a NUL character; leave it out"),
        (
            "UNWIND [1] AS x RETURN x ORDER BY x LIMIT $n",
            {"n": "2"},
            "$n is '2'; LIMIT takes a whole",
        ),
        ("UNWIND [1] AS x RETURN x ORDER BY x LIMIT $n", {"n": True}, "$n is True; LIMIT takes a"),
        ("UNWIND [1] AS x RETURN x ORDER BY x SKIP $n", {"n": -1}, "$n is -1; SKIP takes a whole"),
    ],
)
def test_parameters_must_go_with_the_query(
    cypher: str, given: Mapping[str, Parameter], said: str
) -> None:
    with pytest.raises(WrongParameterError) as wrong:
        ask_freely(NoEngine(), cypher, given)
    assert str(wrong.value).startswith(said)


def test_rows_come_in_order_and_are_cut(filled: Store) -> None:
    whole = ask_freely(filled, ACTORS)
    assert whole.columns == ("id", "aliases", "told")
    assert len(whole.rows) == 7
    assert not whole.cut
    cut = ask_freely(filled, ACTORS, max_rows=3)
    assert (cut.rows, cut.cut) == (whole.rows[:3], True)


def test_columns_are_known_without_rows(filled: Store) -> None:
    answer = ask_freely(filled, "MATCH (n:Note) RETURN n.id AS id, n.text AS text")
    assert answer == Answer(("id", "text"), ())


@pytest.mark.parametrize(
    ("cypher", "given", "row"),
    [
        ("RETURN $n + 1 AS x, $f AS y, $t AS z", {"n": 1, "f": 0.5, "t": True}, (2, 0.5, True)),
        ("RETURN $xs[1] AS x, size($xs) AS n", {"xs": ["a", "b"]}, ("b", 2)),
        ("RETURN [1, 2.5, null, 'a', [true]] AS xs", {}, ([1, 2.5, None, "a", [True]],)),
        ("RETURN toString(date('2020-05-06')) AS day", {}, ("2020-05-06",)),
        ("RETURN \"it's\" AS a, 'a // b' AS b, '/* c */' AS c", {}, ("it's", "a // b", "/* c */")),
        ("RETURN 'LOAD CSV FROM' AS x // CREATE (n)", {}, ("LOAD CSV FROM",)),
        ("RETURN 7 / 2 AS a, -7 % 3 AS b, 2 ^ 3 AS c", {}, (3, -1, 8.0)),
    ],
)
def test_values_are_the_same_on_both_engines(
    cypher: str, given: Mapping[str, Parameter], row: tuple[object, ...], filled: Store
) -> None:
    assert ask_freely(filled, cypher, given).rows == (row,)


@pytest.fixture(scope="module")
def quilla(tmp_path_factory: pytest.TempPathFactory) -> Seam:
    """The command line on a store with the test casebook, for reading only."""
    store = {"SEAM_STORE": f"embedded:{tmp_path_factory.mktemp('free') / 'store'}"}

    def run(*arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str = "") -> Ran:
        return run_seam(*arguments, env=store | dict(env or {}), stdin=stdin)

    assert run("load", "--data", BASE).code == 0
    return run


def test_seam_cypher_prints_the_answer_in_every_format(quilla: Seam) -> None:
    rows = json.loads(quilla("cypher", ACTORS, "--format", "json").stdout)
    assert len(rows) == 7
    assert isinstance(rows[0]["aliases"], list | None)
    table = list(csv.DictReader(io.StringIO(quilla("cypher", ACTORS, "--format", "csv").stdout)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert quilla("cypher", ACTORS, "--format", "markdown").stdout.startswith("| id | aliases | ")
    assert quilla("cypher", ACTORS).stdout.endswith("7 rows\n")


def test_seam_cypher_says_when_rows_were_cut(quilla: Seam) -> None:
    ran = quilla("cypher", ACTORS, "--rows", "2", "--format", "csv")
    assert (ran.code, ran.stderr) == (0, "first 2 rows; more exist\n")
    assert len(ran.stdout.splitlines()) == 3


def test_seam_cypher_reads_parameters_as_json_or_text(quilla: Seam) -> None:
    query = "RETURN $n + 1 AS n, $flag AS flag, $xs AS xs, $text AS text, $quoted AS quoted"
    values = ("n=5", "flag=true", 'xs=["a", "b"]', "text=a=b", 'quoted="5"')
    ran = quilla("cypher", query, *values, "--format", "json")
    row = {"n": 6, "flag": True, "xs": ["a", "b"], "text": "a=b", "quoted": "5"}
    assert json.loads(ran.stdout) == [row]


def test_seam_cypher_reads_from_stdin_and_from_a_file(quilla: Seam, tmp_path: Path) -> None:
    file = tmp_path / "query.cypher"
    file.write_text("// all of them\nRETURN $n AS n", "utf-8")
    assert quilla("cypher", "--file", file, "n=1", "--format", "csv").stdout == "n\n1\n"
    assert (
        quilla("cypher", "-", "n=2", "--format", "csv", stdin="RETURN $n AS n").stdout == "n\n2\n"
    )


def test_lists_of_anything_are_written(quilla: Seam) -> None:
    query = "RETURN [1, null, true, ['a']] AS xs"
    assert quilla("cypher", query, "--format", "csv").stdout == 'xs\n"1; null; true; [""a""]"\n'
    assert json.loads(quilla("cypher", query, "--format", "json").stdout) == [
        {"xs": [1, None, True, ["a"]]}
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["MATCH (n) DELETE n"], "seam: line 1, column 11: a question never writes; "),
        (["RETURN $x AS x"], "seam: the query needs $x; give it as x=VALUE"),
        (["RETURN 1 AS x", "x"], "seam: x is no KEY=VALUE; write the whole query in one pair of"),
        ([], "seam: no query; write it in quotes, - to read it from stdin, or --file FILE"),
        (["RETURN 1 AS x", "--rows", "0"], "seam: --rows is 0; write a number from 1"),
        (["--file", "none.cypher"], "seam: cannot read none.cypher (No such file or directory); "),
    ],
)
def test_seam_cypher_says_what_is_wrong(quilla: Seam, arguments: list[str], said: str) -> None:
    ran = quilla("cypher", *arguments)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.startswith(said)


def test_no_rows_are_said(quilla: Seam) -> None:
    ran = quilla("cypher", "MATCH (n:Note) RETURN n.id AS id", "--format", "csv")
    assert (ran.code, ran.stdout) == (0, "id\n")
    assert ran.stderr == "nothing in the graph answers this\n"
