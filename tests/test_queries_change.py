"""What differs between two answers: rows are told apart by ids, and else by what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.batch import Batch
from graph.model import MODEL
from graph.standing import without
from graph.store import Answer, Cell, Store, open_store
from loaders.everything import load
from queries.change import (
    AnswerChange,
    Asking,
    CellChange,
    Row,
    RowChange,
    Unasked,
    asked_of_both,
    compared,
    key_columns,
    name_column,
)
from queries.header import Column
from queries.saved import SavedQuery, question, questions
from queries.values import WrongValueError
from support_records import BASE
from support_seam import ROOT

ALL = pytest.mark.parametrize("query", questions().values(), ids=lambda query: query.name)
SOURCE = "socialistproject-2014-coeur-mines-treading-dangerous"
ALL_ROWS = 10_000
law = settings(max_examples=200, deadline=None)

PARTNER = Column("partner_id", "text", "The partner", "Actor")
NAME = Column("partner", "text", "Its name")
COUNTRY = Column("country_id", "text", "The country", "Country")
DIRECTION = Column("direction", "text", "The direction told")
INWARD = Column("inward", "flag", "Whether it comes from there")
YEAR = Column("year", "integer", "The year")
IMPROVED = Column("improved", "integer", "Those that improved")
ROLES = Column("roles", "texts", "Its roles")
COLUMNS = (PARTNER, NAME, DIRECTION, INWARD, IMPROVED, ROLES)


def answer(columns: Sequence[Column], *rows: Row) -> Answer:
    return Answer(tuple(column.name for column in columns), rows)


def answers() -> st.SearchStrategy[Answer]:
    """Draw answers whose rows often share ids, texts, or everything."""
    few = st.sampled_from(["a", "b"])
    row: st.SearchStrategy[Row] = st.tuples(
        few,
        few,
        few,
        st.booleans(),
        st.none() | st.integers(0, 2),
        st.lists(few, unique=True).map(sorted),
    )
    return st.lists(row, max_size=8).map(lambda rows: answer(COLUMNS, *rows))


def mirrored(change: AnswerChange) -> AnswerChange:
    turned = tuple(RowChange(one.after, one.before) for one in change.changed)
    return AnswerChange(change.key, change.gone, change.new, turned)


@law
@given(answers())
def test_an_answer_does_not_differ_from_itself_in_whatever_order(one: Answer) -> None:
    assert not compared(COLUMNS, one, one).differs
    assert not compared(COLUMNS, one, Answer(one.columns, one.rows[::-1])).differs


@law
@given(answers(), answers())
def test_the_other_way_round_new_and_gone_change_places(one: Answer, other: Answer) -> None:
    assert compared(COLUMNS, other, one) == mirrored(compared(COLUMNS, one, other))


@law
@given(answers(), answers())
def test_what_differs_turns_the_one_answer_into_the_other(one: Answer, other: Answer) -> None:
    change = compared(COLUMNS, one, other)
    rows = list(one.rows)
    for row in (*change.gone, *(both.before for both in change.changed)):
        rows.remove(row)
    rows += [*change.new, *(both.after for both in change.changed)]
    assert sorted(map(repr, rows)) == sorted(map(repr, other.rows))


@law
@given(answers(), answers())
def test_a_changed_row_has_its_key_and_other_cells(one: Answer, other: Answer) -> None:
    change = compared(COLUMNS, one, other)
    for both in change.changed:
        assert [both.before[i] for i in change.key] == [both.after[i] for i in change.key]
        assert both.cells(COLUMNS)


def test_rows_are_told_apart_by_their_ids_and_nothing_else_where_that_is_enough() -> None:
    columns = (PARTNER, NAME, COUNTRY, IMPROVED)
    old = answer(columns, ("arm", "ARM", "PER", 1), ("arm", "ARM", "GHA", 1))
    new = answer(columns, ("arm", "Alliance", "PER", 2), ("arm", "ARM", "BOL", 1))
    assert compared(columns, old, new) == AnswerChange(
        key=(0, 2),
        new=(("arm", "ARM", "BOL", 1),),
        gone=(("arm", "ARM", "GHA", 1),),
        changed=(RowChange(("arm", "ARM", "PER", 1), ("arm", "Alliance", "PER", 2)),),
    )


def test_a_text_joins_the_key_only_where_it_tells_rows_apart() -> None:
    columns = (PARTNER, NAME, DIRECTION, IMPROVED)
    one = answer(columns, ("arm", "ARM", "improved", 1))
    two = answer(columns, ("arm", "ARM", "improved", 1), ("arm", "ARM", "worsened", 1))
    assert key_columns(columns, one, one) == (0,)
    assert key_columns(columns, one, two) == (0, 2)


def test_a_flag_tells_apart_what_texts_do_not_and_a_number_what_flags_do_not() -> None:
    columns = (PARTNER, DIRECTION, INWARD, YEAR, IMPROVED)
    flags = answer(columns, ("arm", "x", True, 1, 1), ("arm", "x", False, 2, 1))
    years = answer(columns, ("arm", "x", True, 1, 1), ("arm", "x", True, 2, 1))
    assert key_columns(columns, flags) == (0, 2)
    assert key_columns(columns, years) == (0, 3)


def test_without_ids_the_first_column_that_tells_all_rows_apart_is_the_key() -> None:
    columns = (YEAR, IMPROVED)
    old = answer(columns, (2019, 1), (2021, 3))
    new = answer(columns, (2019, 1), (2020, 3), (2021, 4))
    change = compared(columns, old, new)
    assert change == AnswerChange((0,), ((2020, 3),), (), (RowChange((2021, 3), (2021, 4)),))


def test_a_column_is_of_ids_by_its_type_its_name_or_the_kind_of_node_beside_it() -> None:
    drawn = [Column(name, "text", "x") for name in ("source", "source_kind", "link", "other_id")]
    rows = answer(drawn, ("arm", "Partner", "LED_TO", "income"))
    assert key_columns(drawn, rows) == (0, 3)


def test_ids_are_called_by_the_column_of_their_name_or_the_text_beside_them() -> None:
    passage = Column("passage_id", "text", "The passage", "Passage")
    says = Column("says", "text", "What it says")
    origin = Column("origin", "text", "The source in the end", "Source")
    columns = (NAME, passage, says, origin, DIRECTION, PARTNER, IMPROVED)
    assert [name_column(columns, place) for place in (1, 3, 5)] == [2, None, 0]
    assert name_column((COUNTRY, IMPROVED), 0) is None


def test_rows_that_nothing_tells_apart_are_matched_as_they_are() -> None:
    columns = (PARTNER, ROLES)
    same: Row = ("arm", ["funder"])
    old = answer(columns, same, same, ("arm", ["buyer"]))
    new = answer(columns, same, ("arm", ["owner"]))
    assert compared(columns, old, new) == AnswerChange(
        (0,), gone=(same,), changed=(RowChange(("arm", ["buyer"]), ("arm", ["owner"])),)
    )


def test_rows_stand_in_the_order_of_the_answers() -> None:
    columns = (PARTNER, IMPROVED)
    old = answer(columns, ("c", 9), ("b", 5), ("a", 1))
    new = answer(columns, ("d", 9), ("a", 6), ("b", 4), ("c", 3), ("e", 0))
    change = compared(columns, old, new)
    assert [row[0] for row in change.new] == ["d", "e"]
    assert [both.after[0] for both in change.changed] == ["c", "a", "b"]


def test_lists_differ_by_their_members() -> None:
    cell = CellChange(ROLES, ["buyer", "funder"], ["funder", "owner"])
    assert (cell.added, cell.removed) == (("owner",), ("buyer",))
    assert CellChange(IMPROVED, 4, 5).added == ()


@pytest.fixture(scope="module")
def casebook() -> Batch:
    return load(ROOT / "data").batch


@pytest.fixture(scope="module")
def stores(casebook: Batch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Store]]:
    """The casebook, and the casebook without one source."""
    with ExitStack() as open_:
        found = []
        for batch in (casebook, without(MODEL, casebook, SOURCE)):
            store = open_store(f"embedded:{tmp_path_factory.mktemp('change') / 'store'}")
            store.write(batch)
            found.append(open_.enter_context(closing(store)))
        yield found


@pytest.fixture(scope="module")
def withdrawn(casebook: Batch) -> set[str]:
    """The passages that stand in the source."""
    return {k.source for k in casebook.links if k.type == "FROM" and k.target == SOURCE}


def differs(query: SavedQuery, old: Store, new: Store) -> AnswerChange:
    """Ask for all rows: among the first hundred, one that goes makes room for another."""
    whole = {p.name: ALL_ROWS for p in query.header.parameters if p.name == "most"}
    found = asked_of_both(Asking(query, whole), old, new)
    assert isinstance(found, AnswerChange)
    return found


@ALL
def test_the_key_tells_all_rows_of_the_casebook_apart(
    query: SavedQuery, stores: list[Store]
) -> None:
    found = query.run(stores[0])
    key = key_columns(query.header.columns, found)
    assert key
    assert len({tuple(map(repr, (row[i] for i in key))) for row in found.rows}) == len(found.rows)


@ALL
def test_no_answer_differs_from_itself(query: SavedQuery, stores: list[Store]) -> None:
    assert not differs(query, stores[0], stores[0]).differs


@ALL
def test_a_source_withdrawn_changes_only_rows_that_cite_it(
    query: SavedQuery, stores: list[Store], withdrawn: set[str]
) -> None:
    change = differs(query, *stores)
    place = [column.name for column in query.header.columns].index("passages")
    for row in (*change.gone, *(both.before for both in change.changed)):
        assert withdrawn.intersection(texts(row[place]))
    for row in (*change.new, *(both.after for both in change.changed)):
        assert not withdrawn.intersection(texts(row[place]))


@ALL
def test_a_source_withdrawn_leaves_no_row_that_cites_it_as_it_was(
    query: SavedQuery, stores: list[Store], withdrawn: set[str]
) -> None:
    change = differs(query, *stores)
    place = [column.name for column in query.header.columns].index("passages")
    citing = [r for r in query.run(stores[0]).rows if withdrawn.intersection(texts(r[place]))]
    touched = [*change.gone, *(both.before for both in change.changed)]
    assert all(row in touched for row in citing)


def test_the_withdrawn_source_is_one_that_changes_answers(stores: list[Store]) -> None:
    changed = [query.name for query in questions().values() if differs(query, *stores).differs]
    assert "partnerships-that-worked" in changed
    assert len(changed) < len(questions())


@ALL
def test_answers_of_the_casebook_differ_the_same_way_from_either_side(
    query: SavedQuery, stores: list[Store]
) -> None:
    old, new = stores
    assert differs(query, new, old) == mirrored(differs(query, old, new))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    """The test casebook, which lacks the nodes that some defaults name."""
    store = open_store(f"embedded:{tmp_path / 'small'}")
    store.write(load(BASE).batch)
    with closing(store):
        yield store


def test_a_node_that_one_side_lacks_is_said_and_not_asked_for(
    stores: list[Store], small: Store
) -> None:
    asking = Asking(question("actor-record"))
    (lacking,) = unasked(asking, stores[0], small)
    assert lacking.side == "new"
    assert lacking.why.startswith("actor is arm: no actor has this id or name; known: ")
    assert [one.side for one in unasked(asking, small, stores[0])] == ["old"]
    assert [one.side for one in unasked(asking, small, small)] == ["old", "new"]


def unasked(asking: Asking, old: Store, new: Store) -> tuple[Unasked, ...]:
    found = asked_of_both(asking, old, new)
    assert isinstance(found, tuple)
    return found


def test_a_given_name_that_neither_side_knows_is_an_error(
    stores: list[Store], small: Store
) -> None:
    asking = Asking(question("who-works-where"), {"country": "Perux"})
    with pytest.raises(WrongValueError, match="country is Perux: no country has this id or name"):
        asked_of_both(asking, stores[0], small)


def test_a_parameter_that_the_question_does_not_have_is_an_error(stores: list[Store]) -> None:
    asking = Asking(question("who-works-where"), {"contry": "PER"})
    with pytest.raises(WrongValueError, match="no parameter contry; did you mean country"):
        asked_of_both(asking, *stores)


def test_given_parameters_are_asked_of_both(stores: list[Store], casebook: Batch) -> None:
    everywhere = differs(question("who-works-where"), *stores)
    places = {str(row[4]) for row in (*everywhere.gone, *(c.before for c in everywhere.changed))}
    others = [n.id for n in casebook.nodes if n.label == "Country" and n.id not in places]
    untouched = Asking(question("who-works-where"), {"country": others[0]})
    touched = Asking(question("who-works-where"), {"country": min(places)})
    assert not isinstance(found := asked_of_both(untouched, *stores), tuple)
    assert not found.differs
    assert not isinstance(found := asked_of_both(touched, *stores), tuple)
    assert found.differs


def texts(cell: Cell) -> list[str]:
    assert isinstance(cell, list)
    return cell
