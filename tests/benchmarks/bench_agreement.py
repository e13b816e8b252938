"""Agreement at length: 18,000 more random queries, and saved questions on thousands of stories."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agreement.campaign import campaign
from agreement.draws import Draws, compared
from agreement.minimise import Pair
from generated import casebook_like
from loaders.everything import load
from neo4j_server import Neo4jServer
from queries.saved import questions
from support_neo4j import wipe

DATA = Path(__file__).parents[2] / "data"
SEEDS, TEXTS = range(1000, 1120), 150
DRAWS = {0: 100, 5_000: 20, 100_000: 3}
"""How often each question is asked, by the number of invented stories; 0 is the casebook."""
HEAP = "12g"
Report = Callable[[str, float, str], None]


@pytest.fixture
def pair(neo4j_server: Neo4jServer) -> Iterator[Pair]:
    wipe(neo4j_server)
    both = Pair(neo4j_server)
    yield both
    both.close()
    wipe(neo4j_server)


def test_eighteen_thousand_random_queries(pair: Pair, report: Report) -> None:
    began = time.perf_counter()
    tally = campaign(pair, SEEDS, TEXTS)
    report(
        f"random queries, seeds {SEEDS.start} to {SEEDS.stop - 1}", tally.asked / 1000, "thousand"
    )
    report("that returned rows", 100 * tally.share_with_rows, "%")
    report("that both engines refused", tally.both_refused, "queries")
    report("that an engine gave up as too slow", len(tally.too_slow), "queries")
    report("that they answered differently", len(tally.differences), "queries")
    for rule, count in tally.refused.most_common():
        report(f"refused before asking: {rule}", count, "queries")
    report("random queries, all of it", time.perf_counter() - began, "s")
    assert not tally.differences, tally.explained(pair)
    assert tally.share_with_rows > 0.7
    assert len(tally.too_slow) < 0.001 * tally.asked


@pytest.mark.parametrize("stories", DRAWS, ids=lambda stories: f"{stories} stories")
def test_saved_questions_whatever_is_asked(stories: int, report: Report) -> None:
    """The server has more memory: in 512 MB Neo4j writes no 100,000 stories in one transaction."""
    graph = casebook_like(stories, seed=17) if stories else load(DATA).batch
    with Neo4jServer(heap=HEAP, quick=False) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEAM_NEO4J_USER", "")
        pair = Pair(server)
        pair.write(graph)
        draws, times = Draws(graph, pair.found, seed=3), DRAWS[stories]
        asked = [(one, given) for one in questions().values() for given in draws.some(one, times)]
        found = [compared(*one, pair.reference, pair.found) for one in asked]
        pair.close()
    wrong = [each.difference for each in found if each.difference]
    name = f"{stories:,} stories" if stories else "the casebook"
    report(f"saved questions on {name}", len(found), "draws")
    report("that returned rows", 100 * sum(one.rows > 0 for one in found) / len(found), "%")
    report("that the engines answered differently", len(wrong), "draws")
    assert not wrong
