"""`seam paths`, `bridges`, `communities` and `similar` on the shipped casebook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support_seam import Ran, Seam, run_seam

COMPUTED = "Computed by Seam, not stated by a source."
COMMANDS = {
    "paths": ("paths", "arm", "barrick"),
    "bridges": ("bridges",),
    "communities": ("communities",),
    "similar": ("similar", "newmont"),
}
KEYS = {
    "paths": "path links step from_id from link forward to_id to role detail passages",
    "bridges": "actor_id actor kind communities examples betweenness participation separates "
    "interventions passages",
    "communities": "community size member_ids members interventions countries strategies "
    "modularity passages",
    "similar": "actor_id actor kind similarity strategies countries interventions together few "
    "passages",
}


def run(store: str, *arguments: str, **env: str) -> Ran:
    return run_seam(*arguments, env={"SEAM_STORE": store, **env})


def rows(ran: Ran) -> list[dict[str, object]]:
    assert ran.code == 0, ran.stderr
    found: list[dict[str, object]] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_json_has_the_same_keys_in_every_row_and_passages_in_each(
    casebook_store: str, name: str
) -> None:
    ran = run(casebook_store, *COMMANDS[name], "--format", "json")
    found = rows(ran)
    assert found
    assert {" ".join(row) for row in found} == {KEYS[name]}
    assert all(row["passages"] for row in found)
    assert ran.stderr.startswith(COMPUTED)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_same_graph_gives_the_same_bytes_in_every_process(
    casebook_store: str, name: str
) -> None:
    command = (*COMMANDS[name], "--format", "csv")
    one, other = (run(casebook_store, *command, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert one.stdout == other.stdout
    assert one.stdout.count("\n") > 3


def test_actors_are_named_by_id_name_or_alias(casebook_store: str) -> None:
    names = ("Alliance for Responsible Mining", "Barrick")
    by_name = run(casebook_store, "paths", *names, "--format", "json")
    assert rows(by_name) == rows(run(casebook_store, *COMMANDS["paths"], "--format", "json"))


def test_a_path_is_told_step_by_step_from_one_end_to_the_other(casebook_store: str) -> None:
    ran = run(casebook_store, *COMMANDS["paths"], "--format", "json")
    steps = rows(ran)
    walked = list(dict.fromkeys((row["from_id"], row["to_id"]) for row in steps))
    assert walked[0][0] == "arm"
    assert walked[-1][1] == "barrick"
    assert [end for _, end in walked[:-1]] == [start for start, _ in walked[1:]]
    assert [row["forward"] for row in steps if row["step"] in {1, 2}] == [True, True, False]
    assert "are connected; the shortest way has 4 links. Shown: 1 way." in ran.stderr


def test_longer_paths_go_through_what_actors_became_and_say_how(casebook_store: str) -> None:
    ran = run(casebook_store, *COMMANDS["paths"], "--all", "--format", "json")
    became = [row for row in rows(ran) if row["link"] == "BECAME"]
    assert {"joint-venture 2009", "merged 2019"} <= {row["detail"] for row in became}


def test_a_succession_of_a_mine_only_says_so(casebook_store: str) -> None:
    ran = run(casebook_store, "paths", "allied-gold", "st-barbara", "--format", "json")
    assert rows(ran)[0]["detail"] == "acquired 2012, only a mine of it"


def test_a_succession_of_unknown_year_is_told_without_one(casebook_store: str) -> None:
    ran = run(casebook_store, "paths", "itri", "international-tin-association", "--format", "json")
    assert "renamed" in {row["detail"] for row in rows(ran)}


def test_more_paths_than_shown_are_told(casebook_store: str) -> None:
    ran = run(casebook_store, *COMMANDS["paths"], "--all", "--most", "2", "--format", "json")
    assert {row["path"] for row in rows(ran)} == {1, 2}
    assert "There are more ways than are shown." in ran.stderr


def test_actors_in_different_parts_are_told_with_the_sizes_of_both(casebook_store: str) -> None:
    ran = run(casebook_store, "paths", "arm", "st-barbara", "--format", "json")
    assert rows(ran) == []
    assert "are not connected" in ran.stderr
    assert "St Barbara Limited in one of 5 actors" in ran.stderr


def test_a_path_longer_than_asked_for_is_told_with_its_length(casebook_store: str) -> None:
    ran = run(casebook_store, *COMMANDS["paths"], "--longest", "3")
    assert ran.stdout.endswith("0 rows\n")
    assert "not within 3 links: the shortest way has 4 links" in ran.stderr


@pytest.mark.parametrize("command", [("bridges",), ("similar", "arm")])
def test_at_most_so_many_rows_are_shown(casebook_store: str, command: tuple[str, ...]) -> None:
    assert len(rows(run(casebook_store, *command, "--most", "2", "--format", "json"))) == 2
    none = run(casebook_store, *command, "--most", "0")
    assert (none.code, none.stdout) == (2, "")
    assert none.stderr == "seam: the most rows to show is 0; write 1 or more\n"


def test_those_who_bridge_most_come_first_and_what_is_left_out_is_told(casebook_store: str) -> None:
    ran = run(casebook_store, "bridges", "--most", "5", "--format", "json")
    between = [float(str(row["betweenness"])) for row in rows(ran)]
    assert between == sorted(between, reverse=True)
    assert 0 < between[-1] <= between[0] < 1
    assert "5 of " in ran.stderr
    assert "Read a group as a hint" in ran.stderr


def test_communities_come_with_modularity_and_with_how_far_to_trust_them(
    casebook_store: str,
) -> None:
    ran = run(casebook_store, "communities", "--format", "json")
    sizes = [int(str(row["size"])) for row in rows(ran)]
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) == 2
    assert "Modularity: 0." in ran.stderr
    assert "Other groupings would be nearly as good" in ran.stderr


def test_likeness_of_an_actor_in_few_interventions_is_told_to_say_little(
    casebook_store: str,
) -> None:
    ran = run(casebook_store, "similar", "alphamin", "--apart", "--format", "json")
    assert {(row["together"], row["few"]) for row in rows(ran)} == {(0, True)}
    assert "Alphamin Resources took part in fewer than three interventions" in ran.stderr


def test_where_nothing_is_found_the_reason_is_told(seam: Seam, registry: Path) -> None:
    assert seam("load", "--data", registry).code == 0
    alone = seam("similar", "condor-gold", "--apart")
    assert (alone.code, alone.stdout.endswith("0 rows\n")) == (0, True)
    assert "never worked with did similar things" in alone.stderr
    assert "No actor has partners in two groups" in seam("bridges").stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("paths", "arm", "arm"), "both ends are arm"),
        (("paths", "arm", "ARM"), "both ends are arm"),
        (("paths", "armm", "barrick"), "A is armm: no actor has this id or name"),
        (("similar", "Barrik"), "did you mean barrick?"),
        (("paths", "arm", "barrick", "--longest", "99"), "write 1 to 12"),
    ],
)
def test_a_wrong_word_is_one_line_that_says_what_would_be_right(
    casebook_store: str, arguments: tuple[str, ...], told: str
) -> None:
    ran = run(casebook_store, *arguments)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert told in ran.stderr


def test_without_a_graph_it_says_to_load_one(seam: Seam) -> None:
    for arguments in COMMANDS.values():
        ran = seam(*arguments)
        assert ran.code == 2
        assert "run `seam load` first" in ran.stderr
