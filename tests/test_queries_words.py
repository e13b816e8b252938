"""Asking in words: sentences of four languages find their question, and say how they were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import MODEL
from graph.store import Store, open_store
from loaders.everything import load
from queries.header import SPOKEN
from queries.saved import questions
from queries.words.lexicon import lexicon
from queries.words.reading import Match, Reading, read
from queries.words.registry import Registry, registry
from queries.words.text import LONGEST, LongSentenceError
from support_sentences import missed, sentences

ROOT = Path(__file__).parents[1]
CHOICES = {
    "role": MODEL.choices("TOOK_PART_IN", "role"),
    "voice": MODEL.choices("Source", "voice"),
    "relation": MODEL.choices("Interview", "relation"),
    "scope": MODEL.choices("BECAME", "scope"),
    "lesson-kind": MODEL.choices("Lesson", "kind"),
}


@pytest.fixture(scope="module")
def casebook(casebook_store: str) -> Iterator[Store]:
    """The shipped casebook, open."""
    store = open_store(casebook_store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def known(casebook: Store) -> Registry:
    """What the shipped casebook names."""
    return registry(casebook)


def matched(reading: Reading, parameter: str) -> Match:
    return next(match for match in reading.matched if match.parameter == parameter)


def test_there_are_forty_sentences_of_each_language_and_ten_kept_apart() -> None:
    written = yaml.safe_load((ROOT / "tests" / "sentences.yaml").read_text("utf-8"))["sentences"]
    counts = Counter((row["language"], row.get("held_out", False)) for row in written)
    assert counts == {(code, held): 10 if held else 40 for code in SPOKEN for held in (0, 1)}
    assert len({row["say"] for row in written}) == len(written)


def test_the_sentences_find_their_question(known: Registry) -> None:
    told = missed(sentences(held_out=False), known, whole=False)
    assert len(told) <= 2, "\n".join(told)


def test_the_sentences_give_all_parameters_and_no_other(known: Registry) -> None:
    told = missed(sentences(held_out=False), known, whole=True)
    assert len(told) <= 4, "\n".join(told)


def test_sentences_kept_apart_from_tuning_find_theirs_mostly(known: Registry) -> None:
    assert len(missed(sentences(held_out=True), known, whole=False)) <= 6
    assert len(missed(sentences(held_out=True), known, whole=True)) <= 7


def test_the_language_of_every_sentence_is_recognised(known: Registry) -> None:
    asked = [*sentences(held_out=False), *sentences(held_out=True)]
    assert [s.say for s in asked if read(s.say, known).language != s.language] == []


def test_every_question_has_cues_in_each_language() -> None:
    for name in questions():
        asked = lexicon().points[name]
        strong = [cue for cue, points in asked.items() if points >= 1.5]
        values = lexicon().fitting.get(name, {})
        assert strong or values, name
        assert all(lexicon().cues[cue][code] for cue in asked for code in SPOKEN), name


def test_every_cue_is_written_in_four_languages_and_asks_something() -> None:
    assert all(set(said) == set(SPOKEN) for said in lexicon().cues.values())
    used = {cue for asked in lexicon().points.values() for cue in asked}
    assert used == set(lexicon().cues)


def test_every_title_of_a_question_asks_it(known: Registry) -> None:
    for name, query in questions().items():
        for title in query.header.titles.values():
            reading = read(title, known)
            assert name in {reading.question, *(o.question for o in reading.runners_up)}, title


def test_every_idea_and_actor_of_the_lexicon_is_one_of_the_casebook(casebook: Store) -> None:
    rows = casebook.read("MATCH (n) RETURN n.id AS id").rows
    assert {*lexicon().ideas, *lexicon().actors, *lexicon().countries} <= {row[0] for row in rows}


def test_every_country_has_a_name_in_every_language(casebook: Store) -> None:
    rows = casebook.read("MATCH (c:Country) RETURN c.id AS id").rows
    for (id_,) in rows:
        assert lexicon().countries[str(id_)].keys() >= {"fr", "es", "pt"}, id_


@pytest.mark.parametrize("of", CHOICES)
def test_closed_values_are_those_of_the_model(of: str) -> None:
    assert lexicon().values[of].keys() <= set(CHOICES[of])


def test_regions_are_those_of_the_countries(casebook: Store) -> None:
    rows = casebook.read("MATCH (c:Country) RETURN DISTINCT c.region AS region").rows
    assert lexicon().values["region"].keys() <= {row[0] for row in rows}


@pytest.mark.parametrize("code", SPOKEN)
def test_the_examples_of_what_can_be_asked_are_understood(known: Registry, code: str) -> None:
    for example in lexicon().examples[code]:
        assert read(example, known).question, example
        assert read(example, known).language == code, example


def test_what_the_question_cannot_take_is_said(known: Registry) -> None:
    reading = read("qui a travaillé avec l'ARM au Pérou sur les revenus ?", known)
    assert (reading.question, reading.language) == ("who-works-with-whom", "fr")
    assert reading.parameters == {"actor": "arm", "country": "PER"}
    assert [match.words for match in reading.unused] == ["revenus"]
    assert matched(reading, "country").name == "Pérou"


def test_words_that_nothing_was_made_of_are_said(known: Registry) -> None:
    reading = read("Which partnerships worked in Peru, moonbeam?", known)
    assert reading.unread == ("moonbeam",)


def test_a_year_is_not_used_silently(known: Registry) -> None:
    reading = read("partnerships that worked in Ghana since 2015", known)
    assert reading.parameters == {"country": "GHA"}
    assert [(match.words, match.kind) for match in reading.unused] == [("2015", "year")]


def test_a_second_country_is_not_used_silently(known: Registry) -> None:
    reading = read("Which partnerships worked in Peru and in Ghana?", known)
    assert reading.parameters == {"country": "PER"}
    assert [match.id for match in reading.unused] == ["GHA"]


def test_the_longest_name_wins(known: Registry) -> None:
    def country(words: str) -> object:
        return read(f"Which partnerships worked in {words}?", known).parameters.get("country")

    assert country("Guinea") == "GIN"
    assert country("Papua New Guinea") == "PNG"
    assert country("Equatorial Guinea") == "GNQ"


@pytest.mark.parametrize("said", ["PERÚ", "peru", "Perou", "Pe\u0301rou", "péruviens"])
def test_case_accents_and_peoples_do_not_matter(known: Registry, said: str) -> None:
    assert read(f"Which partnerships worked in {said}", known).parameters["country"] == "PER"


def test_a_slip_is_mended_and_told(known: Registry) -> None:
    reading = read("entrevistas y alianzas que funcionaron en Colmbia", known)
    assert matched(reading, "country").id == "COL"
    assert matched(reading, "country").mended
    assert not matched(read("alianzas que funcionaron en Colombia", known), "country").mended


def test_a_short_word_is_not_mended(known: Registry) -> None:
    assert "country" not in read("Which partnerships worked in Peri?", known).parameters


def test_a_name_that_is_an_ordinary_word_counts_only_as_it_is_written(known: Registry) -> None:
    assert matched(read("who works with Search in Tanzania", known), "actor").id == "sfcg"
    assert "actor" not in read("who works with search parties in Tanzania", known).parameters
    assert matched(read("who works with IMPACT in DRC", known), "actor").id == "impact"


def test_a_place_gives_its_country_and_says_so(known: Registry) -> None:
    reading = read("Which partnerships worked in Kolwezi?", known)
    assert matched(reading, "country").id == "COD"
    assert matched(reading, "country").how == "place"


def test_an_intervention_is_found_by_the_words_that_only_its_title_has(known: Registry) -> None:
    reading = read("todo sobre Moyo Gems", known)
    assert reading.parameters == {"intervention": "tza-moyo-gems"}
    assert matched(reading, "intervention").how == "title"


def test_words_that_many_titles_share_name_none(known: Registry) -> None:
    reading = read("tell me everything about the cooperative", known)
    assert "intervention" not in reading.parameters


def test_a_question_about_one_thing_says_that_none_was_named(known: Registry) -> None:
    reading = read("Where was it first used and who took it up?", known)
    assert reading.question == "first-use-and-uptake"
    assert reading.assumed == ("strategy",)
    assert reading.parameters == {}


def test_numbers_are_read_where_words_make_them_one(known: Registry) -> None:
    reading = read("top five strategies used again in at least 3 countries", known)
    assert reading.question == "reused-strategies"
    assert reading.parameters == {"most": 5, "least": 3}


def test_a_sentence_of_two_languages_is_read(known: Registry) -> None:
    reading = read("qui travaille avec ARM in Peru", known)
    assert reading.question == "who-works-with-whom"
    assert reading.parameters == {"actor": "arm", "country": "PER"}


@pytest.mark.parametrize("said", ["", "   ", "hola", "?!", "the weather in Lima", "🙂 🙂"])
def test_what_is_not_understood_is_not_guessed(known: Registry, said: str) -> None:
    reading = read(said, known)
    assert reading.question == ""
    assert reading.parameters == {}


def test_a_name_alone_is_asked_back_with_what_can_be_asked_of_it(known: Registry) -> None:
    reading = read("Solidaridad", known)
    assert reading.question == ""
    options = {option.question: option.parameters for option in reading.runners_up}
    assert options["actor-record"] == {"actor": "solidaridad"}
    assert len(options) == 3


def test_the_reasons_add_up_to_the_score(known: Registry) -> None:
    reading = read("Which partnerships worked in Peru on mercury?", known)
    assert sum(reason.points for reason in reading.reasons) == pytest.approx(reading.score)
    assert {reason.what for reason in reading.reasons} >= {"partnership", "worked-well", "country"}
    assert all(option.score <= reading.score for option in reading.runners_up)


def test_a_page_of_text_is_refused_in_one_sentence(known: Registry) -> None:
    with pytest.raises(LongSentenceError, match="ask in 60 at most"):
        read("word " * (LONGEST + 1), known)


@settings(deadline=None)
@given(text=st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused(known: Registry, text: str) -> None:
    try:
        reading = read(text, known)
    except LongSentenceError:
        return
    assert reading.sentence == text


def test_a_sentence_is_read_the_same_on_both_engines(store: Store, known: Registry) -> None:
    store.write(load(ROOT / "data").batch)
    there = registry(store)
    for sentence in sentences(held_out=False)[:60]:
        assert read(sentence.say, there) == read(sentence.say, known), sentence.say


def test_another_graph_is_asked_by_its_own_names(tmp_path: Path) -> None:
    store = open_store(f"embedded:{tmp_path / 'few'}")
    store.write(load(ROOT / "tests" / "records").batch)
    few = registry(store)
    here = read("qui travaille avec CGT au Pérou", few).parameters
    assert here == {"actor": "clean-gold-trust", "country": "PER"}
    assert read("qui travaille avec l'ARM au Pérou", few).parameters == {"country": "PER"}
    store.close()
