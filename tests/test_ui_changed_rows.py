"""A changed row in words: names, nouns, and what stood there before."""

from __future__ import annotations

from queries.change import RowChange
from queries.header import Column
from ui.changed_rows import RowWords

WORDS = (
    Column("link", "text", "The link"),
    Column("target_id", "text", "The other end"),
    Column("target", "text", "Its name"),
    Column("inward", "flag", "Whether it comes from there"),
    Column("began", "integer", "The year"),
    Column("countries", "integer", "Countries"),
    Column("detail", "text", "What is said of it"),
    Column("passages", "texts", "The passages"),
)


def words(*, most: int = 2, passages: bool = False) -> RowWords:
    return RowWords(WORDS, (0, 1, 3), {"income": "Income"}, most, passages)


def test_a_row_says_links_in_words_flags_by_their_column_and_counts_as_nouns() -> None:
    row = ("LED_TO", "income", "Income of miners", True, 2017, 1, "x", ["p1"])
    assert words().counted(row) == "led to, Income of miners, inward (began 2017, 1 country)"


def test_an_id_without_a_name_beside_it_is_called_by_its_node() -> None:
    row = ("LED_TO", "income", "", False, None, 3, "x", ["p1", "p2", "p3"])
    assert words(passages=True).counted(row) == (
        "led to, Income, not inward (3 countries); passages p1, p2, 1 more"
    )


def test_changed_cells_say_none_for_nothing_and_quote_sentences() -> None:
    before = ("LED_TO", "income", "Income", True, None, 1, "none used", ["p1", "p2"])
    after = ("LED_TO", "income", "Income", True, 2017, 1, "", ["p2", "p3"])
    said = words().moved(RowChange(before, after))
    assert said == (
        'led to, Income, inward: began none -> 2017, detail "none used" -> none; '
        "passages 2 -> 2 (1 added; 1 removed)"
    )
    ids = words(passages=True).moved(RowChange(before, after))
    assert ids.endswith("passages 2 -> 2 (p3 added; p1 removed)")
