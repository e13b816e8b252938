"""Asking in words: the share of sentences that is read rightly, the others, and what it costs."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import pytest

from graph.store import open_store
from queries.words.reading import read
from queries.words.registry import Registry, registry
from support_sentences import missed, sentences

LIMIT = 50
"""Milliseconds of CPU for a sentence, once the words of the lexicon are there."""

Report = Callable[[str, float, str], None]


@pytest.fixture(scope="module")
def known(casebook_store: str) -> Registry:
    store = open_store(casebook_store)
    made = registry(store)
    store.close()
    return made


@pytest.mark.parametrize("held_out", [False, True], ids=["seen", "kept apart"])
def test_the_share_that_is_read_rightly(*, held_out: bool, known: Registry, report: Report) -> None:
    asked = sentences(held_out=held_out)
    name = "sentences kept apart" if held_out else "sentences of the tuning"
    for whole, what in ((False, "question"), (True, "question and parameters")):
        told = missed(asked, known, whole=whole)
        report(f"{name} ({len(asked)}), {what}", 100 * (1 - len(told) / len(asked)), "%")
        print(f"\n{name}, {what}:", *told or ["all right"], sep="\n  ")  # noqa: T201
        assert len(told) < len(asked) / 4


def test_what_a_sentence_costs(casebook_store: str, known: Registry, report: Report) -> None:
    times = []
    for sentence in sentences(held_out=False):
        read(sentence.say, known)
        began = time.process_time()
        read(sentence.say, known)
        times.append(1000 * (time.process_time() - began))
    report("reading a sentence, median", median(times), "ms of CPU")
    report("reading a sentence, most", max(times), "ms of CPU")
    assert max(times) < LIMIT
    store = open_store(casebook_store)
    began = time.process_time()
    registry(store)
    report("what the casebook names, once", time.process_time() - began, "s of CPU")
    store.close()
