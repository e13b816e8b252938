"""Labels: each name that a question uses has one in four languages, and none is left over."""

from __future__ import annotations

import pytest

from graph.errors import SeamError
from graph.model import ACTOR_TYPES, DIRECTIONS, ROLES, VOICES
from queries.header import SPOKEN, USES
from queries.labels import label, labels, value_label
from queries.saved import questions

CLOSED = {
    "direction": DIRECTIONS,
    "role": ROLES,
    "type": ACTOR_TYPES,
    "use": USES,
    "voice": VOICES,
}


def names() -> set[str]:
    """All names of parameters and columns, an id column by the name of what it identifies."""
    headers = [query.header for query in questions().values()]
    parameters = {parameter.name for header in headers for parameter in header.parameters}
    columns = {column.name for header in headers for column in header.columns}
    return {name.removesuffix("_id") for name in parameters | columns}


def test_every_column_and_parameter_of_every_question_has_a_label() -> None:
    assert names() <= labels()["name"].keys()


def test_no_label_is_left_over() -> None:
    assert labels()["name"].keys() <= names()


@pytest.mark.parametrize("of", CLOSED)
def test_every_value_of_a_closed_list_has_a_label_and_no_other(of: str) -> None:
    assert labels()[of].keys() == set(CLOSED[of])


def test_the_positions_are_those_that_questions_return() -> None:
    written = "\n".join(query.cypher for query in questions().values())
    assert [word for word in labels()["position"] if f"'{word}'" not in written] == []


def test_every_label_is_short_and_there_in_every_language() -> None:
    for of, held in labels().items():
        for name, said in held.items():
            assert set(said) == set(SPOKEN), (of, name)
            for text in said.values():
                assert 1 <= len(text.split()) <= 4, text
                assert len(text) <= 32, text


def test_a_label_is_said_in_the_language_that_is_asked_for() -> None:
    assert label("country") == "Country"
    assert label("country", "fr") == "Pays"
    assert label("partner_id", "es") == "Socio"
    assert value_label("direction", "worsened", "pt") == "piorou"


@pytest.mark.parametrize(
    ("of", "value", "language", "hint"),
    [
        ("name", "contry", "en", "did you mean country?"),
        ("direktion", "improved", "en", "did you mean direction?"),
        ("voice", "ngoo", "fr", "did you mean ngo?"),
        ("name", "country", "de", "known: en, es, fr, pt"),
    ],
)
def test_what_has_no_label_is_told_with_the_nearest_that_has(
    of: str, value: str, language: str, hint: str
) -> None:
    with pytest.raises(SeamError, match=hint.replace("?", r"\?")):
        value_label(of, value, language)
