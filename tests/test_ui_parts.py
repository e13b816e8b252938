"""What the pages decide before anything is drawn."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph.model import DIRECTIONS as MODEL_DIRECTIONS
from graph.model import MODEL
from graph.store import Answer
from queries.header import Chart
from queries.lookups import Fact, Thing
from queries.overview import Teller
from ui.charts import answers
from ui.charts.matrix import in_words
from ui.charts.matrix import matrix as picture
from ui.components.canvas_words import WORDS
from ui.i18n import say, say_count, term, words
from ui.parts.card import lines
from ui.parts.directions import NAMES
from ui.parts.glance import independent, self_told, share, voices
from ui.parts.matrix import grid, squares
from ui.parts.surroundings import link_id, surroundings
from ui.parts.text import plain, short, years

UI = Path(__file__).parents[1] / "ui"

TELLERS = {
    "a/p1": Teller("own-page", "company"),
    "a/p2": Teller("own-page", "company"),
    "a/p3": Teller("paper", "academic"),
    "a/p4": Teller("report", "watchdog"),
}


def fact(source: str, target: str, *passages: str, label: str = "Intervention") -> Fact:
    ends = Thing(source, "Partner", source), Thing(target, label, target)
    return Fact(ends[0], "TOOK_PART_IN", ends[1], "", "", passages or ("a/p1",))


FACTS = {
    "arm": [fact("arm", "one", "a/p1"), fact("arm", "two", "a/p1", "a/p3"), fact("arm", "three")],
    "two": [fact("arm", "two", "a/p1", "a/p3"), fact("ngo", "two")],
}
ARM = Thing("arm", "Partner", "arm")


def told(one: Fact) -> int:
    return independent(one.passages, TELLERS)


def around(*opened: str, most: int = 150) -> list[str]:
    shown = surroundings(ARM, opened, lambda id_: FACTS.get(id_, []), told, most)
    return [node.id for node in shown.nodes]


def test_what_most_independent_sources_tell_comes_first() -> None:
    assert around() == ["arm", "two", "one", "three"]


def test_an_opened_node_adds_its_neighbours_after_what_was_drawn() -> None:
    assert around("two") == ["arm", "two", "one", "three", "ngo"]


def test_only_what_is_drawn_can_be_opened() -> None:
    assert around("elsewhere") == around()


def test_the_total_counts_what_did_not_fit() -> None:
    shown = surroundings(ARM, ["two"], lambda id_: FACTS.get(id_, []), told, 3)
    assert [node.id for node in shown.nodes] == ["arm", "two", "one"]
    assert shown.total == 5
    assert {(link.source.id, link.target.id) for link in shown.links} == {
        ("arm", "one"),
        ("arm", "two"),
    }


def test_years_are_left_to_the_card() -> None:
    year = [fact("arm", "2019", label="Year")]
    assert surroundings(ARM, [], lambda _: year, told).nodes == (ARM,)


def test_two_links_between_the_same_nodes_have_ids_of_their_own() -> None:
    ends = Thing("i", "Intervention", "i"), Thing("o", "Outcome", "o")
    better, worse = (
        Fact(ends[0], "LED_TO", ends[1], way, "", ("a/p1",)) for way in ("improved", "worsened")
    )
    assert link_id(better) != link_id(worse)


def row(partner: str, country: str, interventions: int) -> tuple[str | int | list[str], ...]:
    return (
        partner.lower(),
        partner,
        country[:3].upper(),
        country,
        interventions,
        1,
        0,
        0,
        0,
        0,
        2,
        1,
    )


def cells(*rows: tuple[str, str, int]) -> Answer:
    names = ("partner_id", "partner", "country_id", "country", "interventions", *NAMES)
    return Answer((*names, "sources", "self_reported"), tuple(row(*one) for one in rows))


def test_rows_and_columns_with_most_interventions_are_drawn() -> None:
    answer = cells(
        ("Few", "Peru", 1), ("Most", "Peru", 2), ("Most", "Ghana", 4), ("Mid", "Mali", 3)
    )
    drawn = grid(squares(answer, "partner", "country"), most_rows=2, most_columns=2)
    assert drawn.rows == ("Most", "Mid")
    assert drawn.columns == ("Ghana", "Mali")
    assert (drawn.all_rows, drawn.all_columns) == (3, 3)


def test_a_row_whose_columns_do_not_fit_is_not_drawn_empty() -> None:
    answer = cells(("A", "Peru", 3), ("A", "Ghana", 2), ("B", "Mali", 1))
    drawn = grid(squares(answer, "partner", "country"), most_rows=2, most_columns=2)
    assert drawn.rows == ("A",)


def test_a_tile_is_hollow_when_only_those_who_ran_it_tell() -> None:
    spec = picture(grid(squares(cells(("A", "Peru", 1)), "partner", "country")), "a~PER", "country")
    text = json.dumps(spec, ensure_ascii=False)
    assert '"hollow": true' in text
    assert '"said": "+1"' in text
    assert '"value": [{"cell": "a~PER"}]' in text


def test_names_in_a_picture_cannot_leave_their_expression() -> None:
    name = "A'});alert(1);({'x'"
    spec = picture(grid(squares(cells((name, "Peru", 1)), "partner", "country")), "", "country")
    encoded = json.dumps(spec["encoding"])
    assert json.dumps(json.dumps(name))[1:-1].strip('"')[:6] in encoded


def test_a_cell_is_told_in_a_sentence() -> None:
    square = squares(cells(("A", "Peru", 3)), "partner", "country")[0]
    assert in_words(square, "country") == (
        "A in Peru: 3 interventions; outcomes improved in 1; 2 independent sources. "
        "1 of the improved is told only by those who ran it."
    )


BARS = Chart("bars", {"rows": "outcome", "value": "sources"})


def outcome_rows(*names: tuple[str, str]) -> Answer:
    columns = ("intervention_id", "intervention", "outcome_id", "outcome", "sources")
    return Answer(columns, tuple((i, i, o, o, 2) for i, o in names))


def test_bars_with_one_name_are_told_apart_by_the_other_names_of_their_rows() -> None:
    shown = answers.marks(BARS, outcome_rows(("One", "Incomes"), ("Two", "Incomes")))
    assert [mark.down for mark in shown] == ["Incomes · One", "Incomes · Two"]


def test_each_bar_selects_its_own_row_and_shows_whole_numbers_without_an_axis() -> None:
    shown = answers.marks(BARS, outcome_rows(("One", "Incomes"), ("Two", "Water")))
    spec = json.dumps(answers.draw(BARS, shown, "1"))
    assert [(mark.row, mark.down) for mark in shown] == [("0", "Incomes"), ("1", "Water")]
    assert '"field": "value", "type": "quantitative", "axis": null' in spec
    assert '"value": [{"row": "1"}]' in spec


def test_outcomes_are_counted_by_who_tells_them() -> None:
    found = voices(
        [("improved", ("a/p1", "a/p2")), ("improved", ("a/p1", "a/p3")), ("worsened", ("a/p4",))],
        TELLERS,
    )
    assert found.all == {"improved": 2, "worsened": 1}
    assert {way: n for way, n in found.own.items() if n} == {"improved": 1}
    assert {way: n for way, n in found.watchdog.items() if n} == {"worsened": 1}


def test_independent_sources_are_counted_once() -> None:
    assert independent(("a/p1", "a/p2", "a/p3"), TELLERS) == 2
    assert self_told(("a/p1", "a/p2"), TELLERS)
    assert not self_told(("a/p1", "a/p3"), TELLERS)
    assert share(1, 3) == 33
    assert share(0, 0) == 0


def test_lines_with_the_same_ends_keep_keys_of_their_own() -> None:
    names = ("link", "target_id", "target", "role", "direction", "detail", "inward", "sources")
    one = ("LED_TO", "incomes", "Incomes", "", "improved", "by a third", False, 1, True, ["a/p1"])
    answer = Answer((*names, "self_reported", "passages"), (one, one))
    assert [line.key for line in lines(answer)] == [
        "LED_TO~incomes~improved",
        "LED_TO~incomes~improved~2",
    ]


@pytest.mark.parametrize(
    "typed",
    ["*bold*", "[a](http://b.c)", "<b>", "$x$", "`code`", ":red[x]", ":smile:", "# head", "1. one"],
)
def test_markdown_in_typed_text_is_broken(typed: str) -> None:
    shown = plain(typed)
    assert re.sub(r"\\(?=[^\w\s])|\u2060", "", shown) == typed
    assert shown != typed


def test_long_text_is_cut_at_a_word() -> None:
    assert short("one two three", 9) == "one two…"
    assert short("one two", 9) == "one two"


def test_years_that_no_source_tells_are_said_to_be_unknown() -> None:
    assert years(2019, 2019) == "2019"
    assert "not told" in years(None, 2020)
    assert "not told" in years(2019, None)


def test_every_direction_has_a_sign_and_a_word() -> None:
    assert NAMES == MODEL_DIRECTIONS
    assert all(f"direction.{name}" in words() for name in NAMES)


def test_every_word_that_a_page_says_is_written_down() -> None:
    said = {
        key
        for path in UI.rglob("*.py")
        for key in re.findall(
            r'\b(?:say|say_count)\(\s*"([a-z_]+\.[a-z_0-9]+)"', path.read_text("utf-8")
        )
    }
    plural = {f"{key}_one" for key in said} & set(words())
    missing = {key for key in said if key not in words() and f"{key}_one" not in plural}
    assert len(said) > 60
    assert not missing


def test_words_are_text_and_counts_agree_with_their_noun() -> None:
    assert all(isinstance(text, str) for text in words().values())
    assert say_count("count.interventions", 1) == "1 intervention"
    assert say_count("count.interventions", 1200) == "1,200 interventions"
    assert say("years.span", first="2019", last="2020") == "2019 \N{EN DASH} 2020"
    assert term("voice", "ngo") == "NGO"
    assert term("role", "technical-partner") == "technical partner"


def test_the_canvas_names_every_type_of_node() -> None:
    assert all(f"type.{node.label}" in WORDS for node in MODEL.concrete())
