"""The command line as scripts rely on it: results on stdout, messages on stderr, 0, 1 or 2."""

from __future__ import annotations

import csv
import io
import json
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from support_records import BASE
from support_seam import ROOT, Ran, Seam, run_seam, seam_command

HEAVY = ("streamlit", "pandas", "networkx", "neo4j", "rich", "yaml")
WORLD = "per-quilla-plant"


@pytest.fixture(scope="module")
def quilla(tmp_path_factory: pytest.TempPathFactory) -> Seam:
    """The command line on a store with the test casebook, for reading only."""
    store = {"SEAM_STORE": f"embedded:{tmp_path_factory.mktemp('quilla') / 'store'}"}

    def run(*arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str = "") -> Ran:
        return run_seam(*arguments, env=store | dict(env or {}), stdin=stdin)

    assert run("load", "--data", BASE).code == 0
    return run


@pytest.fixture
def loaded(seam: Seam, registry: Path) -> Path:
    """The store folder's data: the test casebook, loaded."""
    ran = seam("load", "--data", registry)
    assert (ran.code, ran.stderr) == (0, "")
    return registry


def one_line(ran: Ran) -> str:
    """Return the one line by which a command says that it cannot run."""
    assert ran.code == 2
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert line.startswith("seam: ")
    return line.removeprefix("seam: ")


def test_load_prints_what_the_graph_holds(seam: Seam, registry: Path) -> None:
    ran = seam("load", "--data", registry)
    assert ran.code == 0
    assert ran.stderr == ""
    assert {name.strip(): int(n) for name, n in map(split, ran.stdout.splitlines())} == {
        "interventions": 1,
        "countries": 1,
        "actors": 7,
        "sources": 7,
        "interviews": 1,
        "passages": 7,
        "nodes": 51,
        "links": 34,
        "links without passages": 0,
        "problems": 0,
    }


def split(line: str) -> tuple[str, str]:
    name, _, number = line.rpartition(" ")
    return name, number


def test_loading_twice_changes_nothing(seam: Seam, loaded: Path) -> None:
    before = seam("dump").stdout
    assert seam("load", "--data", loaded).code == 0
    assert seam("dump").stdout == before


def test_questions_as_json_have_the_promised_shape(seam: Seam) -> None:
    ran = seam("questions", "--json")
    assert (ran.code, ran.stderr) == (0, "")
    questions = json.loads(ran.stdout)
    assert len(questions) >= 12
    for question in questions:
        assert {"name", "title", "question", "parameters", "columns"} <= question.keys()
        for parameter in question["parameters"]:
            assert {"name", "type", "default", "help"} <= parameter.keys()
        for column in question["columns"]:
            assert {"name", "type", "help"} <= column.keys()


def test_questions_are_listed_by_use(seam: Seam) -> None:
    lines = seam("questions").stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "partnerships",
        "strategies",
        "gaps",
        "cases",
        "evidence",
    ]


def test_an_answer_as_json_csv_markdown_and_table(quilla: Seam) -> None:
    rows = json.loads(quilla("ask", "who-works-where", "--format", "json").stdout)
    assert rows[0]["actor"] == "Condor Gold Mines"
    assert rows[0]["passages"] == [f"{WORLD}/p1", f"{WORLD}/p4"]
    table = list(
        csv.DictReader(io.StringIO(quilla("ask", "who-works-where", "--format", "csv").stdout))
    )
    assert [row["actor_id"] for row in table] == [row["actor_id"] for row in rows]
    assert table[0]["passages"] == f"{WORLD}/p1; {WORLD}/p4"
    markdown = quilla("ask", "who-works-where", "--format", "markdown").stdout.splitlines()
    assert markdown[0].startswith("| actor_id | actor | ")
    assert len(markdown) == len(rows) + 2
    shown = quilla("ask", "who-works-where").stdout
    assert "Condor Gold Mines" in shown
    assert shown.endswith(f"{len(rows)} rows\n")


def test_a_value_may_be_an_id_a_name_or_an_alias(quilla: Seam) -> None:
    answers = {
        quilla("ask", "who-works-where", f"actor={words}", "--format", "json").stdout
        for words in ("quilla-miners", "COOPERATIVA quilla", "miners cooperative of quilla")
    }
    assert len(answers) == 1
    assert "quilla-miners" in answers.pop()


def test_an_answer_without_rows_says_so_on_stderr(quilla: Seam) -> None:
    ran = quilla("ask", "who-works-where", "country=COL", "--format", "json")
    assert (ran.code, ran.stdout) == (0, "[]\n")
    assert ran.stderr == "nothing in the graph answers this; loosen a parameter\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["who-works-were"],
            "no question is called who-works-were; did you mean who-works-where?",
        ),
        (
            ["who-works-where", "contry=PER"],
            "this question has no parameter contry; did you mean country?",
        ),
        (["who-works-where", "PER"], "PER is no KEY=VALUE; known: actor, country, kind, most"),
        (
            ["who-works-where", "country"],
            "country is no KEY=VALUE; did you mean country?",
        ),
        (
            ["who-works-with-whom", "least=two"],
            "least is two; write a whole number",
        ),
        (
            ["who-works-where", "country=Perou"],
            "country is Perou: no country has this id or name; did you mean PER?",
        ),
        (
            ["actor-record"],
            (
                "actor is arm: no actor has this id or name; known: clean-gold-trust, condor-gold, "
                "good-metal-mark, lago-refiners, mines-office-peru, quilla-miners, volta-resources"
            ),
        ),
    ],
)
def test_a_question_that_cannot_be_asked(quilla: Seam, arguments: list[str], line: str) -> None:
    assert one_line(quilla("ask", *arguments)) == line


def test_a_name_that_several_have(seam: Seam, loaded: Path) -> None:
    cases = loaded / "case_studies"
    text = (cases / "per-quilla-plant.yaml").read_text("utf-8")
    (cases / "other.yaml").write_text(text.replace(f"id: {WORLD}", "id: other"), "utf-8")
    assert seam("load", "--data", loaded).code == 0
    title = "A mercury-free plant for Quilla"
    line = one_line(seam("ask", "intervention-card", f"intervention={title}"))
    assert line == (f"intervention is {title}: it names other and {WORLD}; write one id")


def test_proof_of_a_node_a_link_a_passage_and_a_source(quilla: Seam) -> None:
    node = quilla("proof", WORLD)
    assert (node.code, node.stderr) == (0, "")
    assert node.stdout.startswith(f"A mercury-free plant for Quilla  (Intervention, {WORLD})\n")
    assert "Watch says that families near the plant still buy mercury." in node.stdout
    link = quilla("proof", WORLD, "LED_TO", "mercury-use").stdout
    assert "improved  none used" in link
    assert "unchanged  families still buy it" in link
    assert "voice: watchdog" in link
    assert "Condor Gold sustainability report" not in link
    passage = quilla("proof", f"{WORLD}/p3").stdout
    assert "https://watch.example/water" in passage
    source = quilla("proof", "diario-2021-cierre").stdout
    assert source.startswith("Cierra la planta de Quilla  (Page, diario-2021-cierre)\n")
    assert "int-rojas-quilla/p1" in source
    assert f"{WORLD}/p4" in source


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["per-quila-plant"],
            f"nothing in the graph has the id per-quila-plant; did you mean {WORLD}?",
        ),
        ([WORLD, "LED_TO"], "a link needs its other end; write seam proof FROM LINK TO"),
        ([WORLD, "LED_TOO", "income"], "LED_TOO is not a link type; did you mean LED_TO?"),
        (
            [WORLD, "LED_TO", "conflict"],
            f"no link LED_TO leads from {WORLD} to conflict",
        ),
        (
            [WORLD, "LED_TO", "incomes"],
            "nothing in the graph has the id incomes; did you mean income?",
        ),
    ],
)
def test_what_cannot_be_proven(quilla: Seam, arguments: list[str], line: str) -> None:
    assert one_line(quilla("proof", *arguments)) == line


def test_a_dump_is_canonical_json_lines(quilla: Seam) -> None:
    ran = quilla("dump")
    assert (ran.code, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert len(lines) == 51 + 34
    assert [line.encode() for line in lines] == sorted(line.encode() for line in lines)
    for line in lines:
        assert {"kind", "properties"} <= json.loads(line).keys()


def test_withdraw_equals_a_load_without_the_source(seam: Seam, loaded: Path) -> None:
    ran = seam("withdraw", "watch-2021-water")
    assert ran.code == 0
    assert ran.stdout.splitlines()[0] == "watch-2021-water withdrawn"
    assert ran.stderr.startswith("the next load brings it back unless its record says withdrawn:")
    after = seam("dump").stdout
    sources = loaded / "sources.yaml"
    kept = [k for k in sources.read_text("utf-8").splitlines() if "watch-2021-water" not in k]
    sources.write_text("\n".join(kept) + "\n", "utf-8")
    assert seam("load", "--data", loaded).code == 1
    assert seam("dump").stdout == after


@pytest.mark.usefixtures("loaded")
def test_withdraw_of_something_that_is_no_source(seam: Seam) -> None:
    before = seam("dump").stdout
    assert one_line(seam("withdraw", "watch-2021-watr")) == (
        "no source has the id watch-2021-watr; did you mean watch-2021-water?"
    )
    assert one_line(seam("withdraw", "condor-gold")).startswith("no source has the id condor-gold;")
    assert seam("dump").stdout == before


@pytest.mark.usefixtures("loaded")
def test_store_says_which_engine_where_and_what(seam: Seam, tmp_path: Path) -> None:
    ran = seam("store")
    lines = dict(map(split, ran.stdout.splitlines()))
    assert ran.stdout.startswith(f"{'store':24} embedded:{tmp_path / 'store'}\n")
    assert "ArcadeDB" in ran.stdout
    shown = {name.strip(): value for name, value in lines.items()}
    assert (shown["Intervention"], shown["LED_TO"]) == ("1", "3")
    assert shown["links without passages"] == "0"


def test_store_and_data_may_be_named_before_or_after_or_by_the_environment(
    seam: Seam, registry: Path, tmp_path: Path
) -> None:
    url = f"embedded:{tmp_path / 'other'}"
    assert seam("--store", url, "load", "--data", registry).code == 0
    assert seam("store").code == 2
    outputs = {
        seam("--store", url, "dump").stdout,
        seam("dump", "--store", url).stdout,
        seam("dump", env={"SEAM_STORE": url}).stdout,
        seam("--store", "embedded:nowhere", "dump", "--store", url).stdout,
    }
    assert len(outputs) == 1
    assert outputs != {""}
    assert seam("check", env={"SEAM_DATA": str(registry)}).code == 0
    assert seam("check", "--data", tmp_path / "none", env={"SEAM_DATA": str(registry)}).code == 2


@pytest.mark.parametrize(
    ("url", "line"),
    [
        (
            "postgres://localhost",
            (
                "postgres://localhost is no store; write embedded:PATH or neo4j://HOST:PORT "
                "(known: bolt, bolt+s, bolt+ssc, embedded, neo4j, neo4j+s, neo4j+ssc)"
            ),
        ),
        (
            "embeded:here",
            (
                "embeded:here is no store; write embedded:PATH or neo4j://HOST:PORT "
                "(did you mean embedded?)"
            ),
        ),
        ("embedded:", "embedded: names no folder; write embedded:PATH"),
        ("bolt://", "bolt:// names no host and port; write bolt://HOST:PORT"),
        ("bolt://h:port", "bolt://h:port names no host and port; write bolt://HOST:PORT"),
    ],
)
def test_an_address_that_is_no_store(seam: Seam, url: str, line: str) -> None:
    assert one_line(seam("store", "--store", url, env={"SEAM_NEO4J_USER": ""})) == line


def test_nothing_loaded_yet(seam: Seam, tmp_path: Path) -> None:
    for command in (("dump",), ("store",), ("ask", "who-works-where"), ("proof", "x")):
        assert one_line(seam(*command)) == (
            f"no graph at embedded:{tmp_path / 'store'}; run `seam load` first, "
            "or name another with --store or SEAM_STORE"
        )


def test_a_port_that_is_in_use_or_is_none(quilla: Seam) -> None:

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = one_line(quilla("explore", "--no-browser", "--port", port))
        assert line == f"{port} is in use on 127.0.0.1; choose another with --port"
    line = one_line(quilla("explore", "--no-browser", "--port", "99999"))
    assert line == "99999 is no port; write a number from 1 to 65535"


def test_a_command_that_is_none(seam: Seam) -> None:
    ran = seam("lod")
    assert (ran.code, ran.stdout) == (2, "")
    assert "Traceback" not in ran.stderr


def test_a_reader_that_closes_early_ends_the_command_in_peace(casebook_store: str) -> None:
    with subprocess.Popen(  # noqa: S603  our own command
        seam_command("dump", "--store", casebook_store),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as dump:
        assert dump.stdout
        assert dump.stderr
        assert dump.stdout.readline().startswith(b"{")
        dump.stdout.close()
        assert dump.stderr.read() == b""


def test_many_command_lines_read_at_once(casebook_store: str) -> None:
    command = seam_command("ask", "who-works-where", "--format", "csv", "--store", casebook_store)
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # noqa: S603
        for _ in range(6)
    ]
    answers = {one.communicate()[0] for one in running}
    assert [one.returncode for one in running] == [0] * 6
    assert len(answers) == 1


def test_ask_imports_nothing_heavy(casebook_store: str) -> None:
    code = (
        "import sys; from ui.cli import main; "
        f"main(['ask', 'who-works-where', '--format', 'json', '--store', {casebook_store!r}]); "
        f"print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stderr.split() == []


def test_the_shipped_casebook_has_no_problems() -> None:
    ran = run_seam("check", "--data", ROOT / "data", env={})
    assert (ran.code, ran.stdout, ran.stderr) == (0, "", "0 problems\n")


def test_here_data_is_read_where_a_data_folder_is(seam: Seam, registry: Path) -> None:
    here = registry.parent / "here"
    (here / "data").symlink_to(registry)
    (registry / "stray.yaml").write_text("a: b\n")
    assert seam("check").stdout.startswith("data/stray.yaml:1: no loader reads this file")
