"""Bad records through the command line: one clear line each, and all the rest loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from support_records import write_records
from support_seam import Ran, Seam
from ui.cli import main

CASE = """
id: tza-ndogo-test
title: A test at Ndogo
passages:
- {id: p1, source: uni-2022-study, at: opening, says: It says so.}
facts:
- {in_country: TZA, passages: [p1]}
"""
RECORD = "case_studies/record.yaml"


def line_of(ran: Ran, folder: Path) -> str:
    """Return the one line that a load says about the records."""
    assert ran.code == 1, ran
    (line,) = ran.stderr.splitlines()
    assert f"{'problems':24} {1:>7}" in ran.stdout
    assert line.startswith(f"{folder}/")
    return line.removeprefix(f"{folder}/")


def interventions(ran: Ran) -> int:
    return int(ran.stdout.splitlines()[0].split()[1])


@pytest.mark.parametrize(
    ("change", "line", "loaded"),
    [
        pytest.param(
            ("title: A", "titel: A"),
            f"{RECORD}:2: unknown field titel; did you mean title?",
            1,
            id="a field misspelt that must be there",
        ),
        pytest.param(
            ("title: A test at Ndogo\n", ""),
            f"{RECORD}:1: title is missing; write a text after title:",
            1,
            id="a field that must be there",
        ),
        pytest.param(
            ("passages:\n-", "sumary: A story\npassages:\n-"),
            f"{RECORD}:3: unknown field sumary; did you mean summary?",
            2,
            id="a field misspelt that may be left out",
        ),
        pytest.param(
            ("{in_country: TZA,", "{took_part: condor-god, as: owner,"),
            f"{RECORD}:6: condor-god is no known actor; did you mean condor-gold?",
            1,
            id="an unknown actor",
        ),
        pytest.param(
            ("{in_country: TZA,", "{applied: HG-TECHS,"),
            f"{RECORD}:6: HG-TECHS is no known strategy; did you mean HG-TECH?",
            1,
            id="an unknown strategy",
        ),
        pytest.param(
            ("{in_country: TZA,", "{led_to: incomes, direction: mixed,"),
            f"{RECORD}:6: incomes is no known outcome; did you mean income?",
            1,
            id="an unknown outcome",
        ),
        pytest.param(
            ("{in_country: TZA,", "{led_to: income, direction: improvd,"),
            f"{RECORD}:6: direction improvd is unknown; did you mean improved?",
            1,
            id="an unknown direction",
        ),
        pytest.param(
            ("{in_country: TZA,", "{in_country: TZ,"),
            f"{RECORD}:6: TZ is no known country; did you mean TZA?",
            1,
            id="an unknown country",
        ),
        pytest.param(
            ("{in_country: TZA,", "{at_site: tza-ndogu,"),
            f"{RECORD}:6: tza-ndogu is no known site; did you mean tza-ndogo?",
            1,
            id="an unknown site",
        ),
        pytest.param(
            ("{in_country: TZA,", "{took_part: condor-gold, as: fundr,"),
            f"{RECORD}:6: as fundr is unknown; did you mean funder?",
            1,
            id="an unknown role",
        ),
        pytest.param(
            ("{in_country: TZA,", "{in_contry: TZA,"),
            f"{RECORD}:6: in_contry is no verb of a fact; did you mean in_country?",
            1,
            id="an unknown verb",
        ),
        pytest.param(
            ("uni-2022-study", "uni-2022-studi"),
            f"{RECORD}:4: uni-2022-studi is no known source; did you mean uni-2022-study? "
            "(1 fact left out until then)",
            1,
            id="an unknown source",
        ),
        pytest.param(
            (", passages: [p1]}", "}"),
            f"{RECORD}:6: the fact tza-ndogo-test IN_COUNTRY TZA has no passage; "
            "name under passages: those that say it",
            1,
            id="a fact without passages",
        ),
        pytest.param(
            ("[p1]}", "[p2]}"),
            f"{RECORD}:6: tza-ndogo-test has no passage p2; known: p1",
            1,
            id="a fact with a passage that does not exist",
        ),
        pytest.param(
            ("[p1]}", "p1}"),
            f"{RECORD}:6: passages is not a list; write [a, b]",
            1,
            id="passages that are no list",
        ),
        pytest.param(
            ("title: A test at Ndogo", "title: A test at Ndogo\ntitle: Another"),
            f"{RECORD}:3: title stands twice in one record; keep one of them",
            2,
            id="a key twice in one record",
        ),
        pytest.param(
            ("title: A test at Ndogo", "title: no"),
            f"{RECORD}:2: title is false; put a text in quotes",
            1,
            id="a no in a text field",
        ),
        pytest.param(
            ("{in_country: TZA,", "{began: next year,"),
            f"{RECORD}:6: began is next year; write a year such as 2019",
            1,
            id="a text where a year should be",
        ),
        pytest.param(
            ("{in_country: TZA,", "{in_country: TZA, applied: HG-TECH,"),
            f"{RECORD}:6: a fact says both in_country and applied; write two facts",
            1,
            id="two verbs in one fact",
        ),
        pytest.param(
            ("title: A test at Ndogo", "title: [A, test"),
            f"{RECORD}:3: not readable as YAML: did not find expected ',' or ']'; mend this line",
            1,
            id="broken YAML",
        ),
        pytest.param(
            ("passages:\n- {", "passages:\n\t- {"),
            f"{RECORD}:4: not readable as YAML: found character that cannot start any token; "
            "begin lines with spaces, not tabs",
            1,
            id="a tab",
        ),
        pytest.param(
            ("id: tza-ndogo-test", "id: per-quilla-plant"),
            f"{RECORD}:1: the id per-quilla-plant is taken by "
            "case_studies/per-quilla-plant.yaml:1; give it another id",
            1,
            id="two files with one id",
        ),
        pytest.param(
            (CASE.strip(), "- a list"),
            f"{RECORD}:1: holds no record; write field: value lines",
            1,
            id="a list where a record should be",
        ),
        pytest.param(
            (CASE.strip(), ""),
            f"{RECORD}:1: holds no record; write field: value lines",
            1,
            id="an empty file",
        ),
    ],
)
def test_one_line_says_what_is_wrong(
    registry: Path,
    capsys: pytest.CaptureFixture[str],
    change: tuple[str, str],
    line: str,
    loaded: int,
) -> None:
    assert change[0] in CASE
    write_records(registry, CASE.replace(*change, 1))
    store = f"embedded:{registry.parent / 'store'}"
    code = main(["load", "--data", str(registry), "--store", store])
    ran = Ran(code, *capsys.readouterr())
    assert line_of(ran, registry) == line
    assert interventions(ran) == loaded


def test_numbers_and_days_in_text_fields_are_taken_as_they_are_written(
    seam: Seam, registry: Path
) -> None:
    write_records(
        registry, CASE.replace("A test at Ndogo", "2019-05-01").replace("opening", "1.10")
    )
    assert seam("load", "--data", registry).code == 0
    assert "2019-05-01" in seam("proof", "tza-ndogo-test").stdout
    assert "1.10" in seam("proof", "tza-ndogo-test").stdout


def test_a_file_that_is_not_utf_8(seam: Seam, registry: Path) -> None:
    (registry / RECORD).write_bytes(CASE.replace("test at", "tést at").encode("latin-1"))
    ran = seam("load", "--data", registry)
    assert line_of(ran, registry) == f"{RECORD}:1: not readable as text; save it as UTF-8"


def test_a_file_as_other_editors_save_it(seam: Seam, registry: Path) -> None:
    (registry / RECORD).write_bytes(CASE.strip().replace("\n", "\r\n").encode("utf-8-sig"))
    ran = seam("load", "--data", registry)
    assert (ran.code, interventions(ran), ran.stderr) == (0, 2, "")


def test_a_stray_file(seam: Seam, registry: Path) -> None:
    (registry / "actors.yml").write_text("actors: []\n")
    ran = seam("load", "--data", registry)
    assert line_of(ran, registry) == (
        "actors.yml:1: no loader reads this file; did you mean actors.yaml?"
    )


def test_an_alias_bomb_stays_fast(seam: Seam, registry: Path) -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    bomb = "\n".join(["a0: &a0 [gold, gold]", *levels, "title: *a29"])
    write_records(registry, f"id: bomb\n{bomb}\n")
    ran = seam("load", "--data", registry)
    assert line_of(ran, registry) == f"{RECORD}:32: title is not a single value; write one value"


def test_a_hundred_thousand_brackets_do_no_harm(seam: Seam, registry: Path) -> None:
    write_records(registry, f"id: deep\ntitle: {'[' * 100_000}\n")
    ran = seam("load", "--data", registry)
    assert ran.code == 1
    assert interventions(ran) == 1
    assert len(ran.stderr.splitlines()) == 1


def test_one_mistake_in_a_registry_is_one_line_whatever_rests_on_it(
    seam: Seam, registry: Path
) -> None:
    file = registry / "sources.yaml"
    file.write_text(file.read_text().replace("voice: news", "voice: newspaper"))
    ran = seam("load", "--data", registry)
    assert line_of(ran, registry) == (
        "sources.yaml:6: voice newspaper is unknown; did you mean news? "
        "(9 facts left out until then)"
    )
    assert interventions(ran) == 1


def test_check_says_the_same_on_stdout_and_touches_no_store(
    seam: Seam, registry: Path, tmp_path: Path
) -> None:
    write_records(registry, CASE.replace("TZA", "TZ"))
    ran = seam("check", "--data", registry)
    assert ran.code == 1
    assert ran.stdout == (f"{registry}/{RECORD}:6: TZ is no known country; did you mean TZA?\n")
    assert ran.stderr == "1 problem\n"
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("case_studies", "{folder} has no case_studies; a data folder holds it"),
        ("interviews", "{folder}/interviews holds no records; put one .yaml file a record there"),
        ("actors.yaml", "{folder} has no actors.yaml; a data folder holds it"),
    ],
)
def test_a_data_folder_that_lacks_a_part_leaves_the_graph_as_it_is(
    seam: Seam, registry: Path, name: str, found: str
) -> None:
    assert seam("load", "--data", registry).code == 0
    before = seam("dump").stdout
    (registry / name).rename(registry.parent / "moved")
    ran = seam("load", "--data", registry)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr == f"seam: {found.format(folder=registry)}\n"
    assert seam("dump").stdout == before


@pytest.mark.parametrize("name", ["case_studies", "interviews"])
def test_a_record_folder_that_is_empty(seam: Seam, registry: Path, name: str) -> None:
    for file in (registry / name).iterdir():
        file.unlink()
    ran = seam("load", "--data", registry)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr == (
        f"seam: {registry}/{name} holds no records; put one .yaml file a record there\n"
    )


def test_a_data_folder_that_is_not_there(seam: Seam, tmp_path: Path) -> None:
    ran = seam("load", "--data", tmp_path / "nowhere")
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr == (
        f"seam: no data folder at {tmp_path}/nowhere; name it with --data or SEAM_DATA\n"
    )
