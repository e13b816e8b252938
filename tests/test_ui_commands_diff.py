"""`seam diff`: what differs between two snapshots, in words that a person reads."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support_records import BASE, write_records
from support_seam import Ran, Seam, run_seam
from ui.cli import main

CASE = "case_studies/per-quilla-plant.yaml"


def mended(data: Path, name: str, before: str, after: str) -> None:
    file = data / name
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The test casebook of some time later: one source withdrawn, one added, a role corrected."""
    data = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("later") / "data"))
    mended(data, CASE, "as: operator, passages: [p1, p2]", "as: owner, passages: [p1, p2]")
    mended(data, "sources.yaml", "title: Who", "withdrawn: 2026-11-24, title: Who")
    with (data / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: new-2024, title: A *new* page, voice: news, published: 2024}\n")
    return data


@pytest.fixture(scope="module")
def ran(later: Path) -> Ran:
    """What `seam diff` leaves of the two."""
    return run_seam("diff", BASE, later, env={})


@pytest.fixture(scope="module")
def told(ran: Ran) -> dict[str, list[str]]:
    """What it prints, by the title before the colon of each first line."""
    return blocks(ran)


def blocks(ran: Ran) -> dict[str, list[str]]:
    """Return the lines by the title before the colon of each first line."""
    found = [block.splitlines() for block in ran.stdout.strip().split("\n\n")]
    return {
        first.partition(": ")[0]: [first.partition(": ")[2], *(line.strip() for line in rest)]
        for first, *rest in found
    }


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs `seam diff` and returns the one line by which it says that it cannot."""

    def run(*arguments: str | Path) -> str:
        assert main(["diff", *map(str, arguments)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        (line,) = err.splitlines()
        return line.removeprefix("seam: ")

    return run


def test_the_graph_is_told_by_types_and_sources_by_name(
    ran: Ran, told: dict[str, list[str]]
) -> None:
    assert (ran.code, ran.stderr) == (1, "")
    assert told["The graph"] == [
        "nodes 1 new, 2 gone, 1 changed; links 1 new, 3 gone.",
        "Intervention 1 changed",
        "Page 1 new, 1 gone",
        "Passage 1 gone",
        "TOOK_PART_IN 1 new, 1 gone",
        "LED_TO 1 gone",
        "FROM 1 gone",
    ]
    assert told["Sources added"] == ["1 source.", "A *new* page (news; new-2024)"]
    assert told["Sources withdrawn"] == [
        "1 source.",
        "Who drinks the water of Quilla? (watchdog; watch-2021-water)",
    ]


def test_a_changed_row_is_called_by_its_names_and_says_from_what_to_what(
    told: dict[str, list[str]],
) -> None:
    assert told["Partnerships that worked"] == [
        "1 row changed.",
        (
            "Changed: Miners' Cooperative of Quilla in Peru: "
            "unchanged 1 -> 0, sources 4 -> 3; passages 4 -> 3"
        ),
    ]
    assert told["Which company with which partner"][1] == (
        "Changed: Condor Gold Mines with Miners' Cooperative of Quilla: "
        "unchanged 1 -> 0, sources 4 -> 3; passages 4 -> 3"
    )
    assert told["Who works where"] == [
        "1 row changed.",
        "Changed: Miners' Cooperative of Quilla in Peru: roles: added owner, removed operator",
    ]


def test_new_and_gone_rows_come_with_their_counts(
    seam: Seam, later: Path, told: dict[str, list[str]]
) -> None:
    gone = told["Contradictions between sources"]
    new = blocks(seam("diff", later, BASE))["Contradictions between sources"]
    row = "A mercury-free plant for Quilla, Mercury use (3 sources)"
    assert gone == ["1 row gone.", f"Gone: {row}"]
    assert new == ["1 row new.", f"New: {row}"]


def test_the_last_line_names_what_did_not_change(ran: Ran) -> None:
    last = ran.stdout.splitlines()[-1]
    assert last.startswith("Unchanged: ")
    assert "Who works with whom" in last
    assert "Who works where" not in last


def test_a_question_that_cannot_be_asked_says_why(told: dict[str, list[str]]) -> None:
    lead, *lines = told["The record of one actor"]
    assert lead == "not compared."
    assert [line.partition(": actor is arm: ")[0] for line in lines] == [
        "OLD cannot be asked",
        "NEW cannot be asked",
    ]


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_where_nothing_differs_it_says_so(seam: Seam, format_: str) -> None:
    ran = seam("diff", BASE, BASE, "--format", format_)
    assert (ran.code, ran.stderr) == (0, "")
    assert "nothing differs." in ran.stdout.lower()
    assert "Changed" not in ran.stdout
    assert "Sources" not in ran.stdout


def test_passages_stand_by_their_ids_on_request(seam: Seam, later: Path) -> None:
    told = blocks(seam("diff", BASE, later, "--passages"))
    assert told["Partnerships that worked"][1].endswith(
        "passages 4 -> 3 (per-quilla-plant/p3 removed)"
    )
    assert told["Contradictions between sources"][1].endswith(
        "(3 sources); passages per-quilla-plant/p1, per-quilla-plant/p2, per-quilla-plant/p3"
    )


def test_a_long_list_is_cut_and_says_how_many_more(seam: Seam, tmp_path: Path) -> None:
    without = Path(shutil.copytree(BASE, tmp_path / "before"))
    mended(without, CASE, "- {in_country: PER, passages: [p1]}\n", "")
    told = blocks(seam("diff", without, BASE, "--most", "1"))
    first, *rows = told["Who works where"]
    number = int(first.partition(" ")[0])
    assert number > 1
    assert [row.partition(":")[0] for row in rows] == ["New", f"and {number - 1} more"]
    assert rows[-1] == f"and {number - 1} more: {number - 1} new"


def test_one_question_may_be_asked_and_its_parameters_given(seam: Seam, later: Path) -> None:
    chosen = ("--question", "who-works-where", "country=Peru")
    other = ("--question", "who-works-where", "country=GHA", "--question", "untried-strategies")
    ran = seam("diff", BASE, later, *chosen, *other)
    told = blocks(ran)
    assert told["Who works where (country=Peru)"][0] == "1 row changed."
    assert told["Unchanged"] == ["Who works where (country=GHA); What is untried in a country."]
    assert "Partnerships that worked" not in told


def test_markdown_has_headings_and_lists_in_which_marks_are_only_signs(
    seam: Seam, later: Path
) -> None:
    lines = seam("diff", BASE, later, "--format", "markdown").stdout.splitlines()
    assert lines[0].startswith("# ")
    start = lines.index("## Sources added")
    assert lines[start : start + 5] == [
        "## Sources added",
        "",
        "1 source.",
        "",
        r"- A \*new\* page (news; new-2024)",
    ]
    assert "- TOOK_PART_IN 1 new, 1 gone" in lines


def test_json_holds_every_row(seam: Seam, later: Path) -> None:
    found = json.loads(seam("diff", BASE, later, "--format", "json", "--most", "0").stdout)
    assert found["differs"] is True
    assert found["graph"]["sources_withdrawn"] == [
        {
            "id": "watch-2021-water",
            "title": "Who drinks the water of Quilla?",
            "voice": "watchdog",
        }
    ]
    questions = {question["name"]: question for question in found["questions"]}
    (changed,) = questions["partnerships-that-worked"]["changed"]
    assert questions["partnerships-that-worked"]["key"] == ["partner_id", "country_id"]
    assert changed["row"]["partner_id"] == "quilla-miners"
    assert changed["cells"] == {
        "unchanged": {"before": 1, "after": 0},
        "sources": {"before": 4, "after": 3},
        "passages": {"before": 4, "after": 3},
    }
    (roles,) = questions["who-works-where"]["changed"]
    assert roles["cells"]["roles"] == {"added": ["owner"], "removed": ["operator"]}
    assert {one["name"] for one in found["not_compared"]} >= {"actor-record"}
    assert "who-works-with-whom" in {one["name"] for one in found["unchanged"]}


def test_json_has_the_ids_of_passages_on_request(seam: Seam, later: Path) -> None:
    ran = seam("diff", BASE, later, "--format", "json", "--passages")
    found = {question["name"]: question for question in json.loads(ran.stdout)["questions"]}
    (changed,) = found["partnerships-that-worked"]["changed"]
    assert changed["cells"]["passages"] == {"added": [], "removed": ["per-quilla-plant/p3"]}
    (gone,) = found["contradictions"]["gone"]
    assert gone["passages"] == [f"per-quilla-plant/p{n}" for n in (1, 2, 3)]


def test_a_dump_a_store_and_its_records_are_the_same_snapshot(
    seam: Seam, store_url: str, tmp_path: Path
) -> None:
    assert seam("load", "--data", BASE, "--store", store_url).code == 0
    dump = tmp_path / "graph.jsonl"
    dump.write_text(seam("dump", "--store", store_url).stdout, "utf-8")
    for old, new in ((BASE, store_url), (store_url, dump)):
        ran = seam("diff", old, new)
        assert (ran.code, ran.stderr) == (0, ""), ran.stdout


def test_a_store_before_and_after_a_withdrawal_differ_by_it(seam: Seam, tmp_path: Path) -> None:
    assert seam("load", "--data", BASE).code == 0
    before = tmp_path / "before.jsonl"
    before.write_text(seam("dump").stdout, "utf-8")
    assert seam("withdraw", "watch-2021-water").code == 0
    ran = seam("diff", before, f"embedded:{tmp_path / 'store'}")
    assert ran.code == 1
    assert "Sources withdrawn: 1 source.\n  Who drinks the water of Quilla?" in ran.stdout


def test_records_with_problems_are_compared_without_them_and_it_says_so(
    seam: Seam, registry: Path
) -> None:
    write_records(registry, "id: other\ntitle: Other\nfacts: []\nwho: nobody\n")
    ran = seam("diff", BASE, registry)
    assert "problem" in ran.stderr
    assert f"`seam check --data {registry}` names them" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_what_cannot_be_compared_is_said_in_one_line(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"kind":"nod"}\n', "utf-8")
    assert refused(bad, BASE) == f'{bad}:1: the kind is "nod"; write node or link'
    assert refused(BASE, "nothing.jsonl") == (
        "nothing is at nothing.jsonl; name a file that `seam dump` wrote, a store such as "
        "embedded:PATH, or a folder of records"
    )
    assert refused(tmp_path, BASE).endswith(
        f"a data folder holds it; if a store is there, write embedded:{tmp_path}"
    )
    assert "did you mean neo4j?" in refused("neo4jj://here", BASE)
    assert refused(BASE, "embedded:none").startswith("no graph at embedded:none; ")


def test_what_cannot_be_meant_is_said_in_one_line(refused: Callable[..., str]) -> None:
    def said(*more: str) -> str:
        return refused(BASE, BASE, *more)

    assert said("--most", "-1") == "--most is -1; write 0 or more"
    assert said("--store", "embedded:x").startswith("seam diff takes no --store; ")
    assert said("--question", "who-works-wher").endswith("did you mean who-works-where?")
    assert said("--question", "who-works-where", "Peru").startswith("Peru is no KEY=VALUE; ")
    assert "no parameter contry" in said("--question", "who-works-where", "contry=PER")


def test_the_help_says_what_the_exit_codes_mean(seam: Seam) -> None:
    ran = seam("diff", "--help")
    assert "0 when nothing differs, 1 when something does, 2 when it cannot run" in ran.stdout
