"""What is computed from who took part in what: small graphs whose answers are known by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from math import sqrt

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generated import casebook_like
from graph.analysis.bridges import SAMPLE, bridges
from graph.analysis.communities import communities
from graph.analysis.network import Network, network_of, passages
from graph.analysis.paths import Paths, paths
from graph.analysis.similarity import similar
from graph.analysis.together import UNIT, together
from graph.batch import Batch, Link, Node, Value
from graph.errors import SeamError, UnknownIdError

TWO_CLIQUES = "a b c: x1 x2 | d e f: y1 y2 | c d: z | g: w"


def network(text: str, *more: Link) -> Network:
    """The actors before each colon took part in every intervention after it, as funders."""
    groups = [group.split(":") for group in text.split("|")]
    parts = [part(a, i) for who, what in groups for a in who.split() for i in what.split()]
    return network_of(Batch(tuple(nodes([*parts, *more])), (*parts, *more)))


def part(actor: str, intervention: str, role: str = "funder") -> Link:
    told = (f"{actor}-{intervention}-{role}",)
    return Link("TOOK_PART_IN", actor, intervention, {"role": role}, told)


def became(before: str, after: str) -> Link:
    known: dict[str, Value] = {"kind": "renamed", "scope": "body"}
    return Link("BECAME", before, after, known, (f"{before}-{after}",))


def said(type_: str, intervention: str, *targets: str) -> list[Link]:
    told = [(target, (f"{intervention}-{target}",)) for target in targets]
    return [Link(type_, intervention, target, {}, proof) for target, proof in told]


def nodes(links: list[Link]) -> Iterator[Node]:
    ends = {"TOOK_PART_IN": ("Partner", "Intervention"), "BECAME": ("Partner", "Partner")}
    ends |= {"APPLIED": ("Intervention", "Strategy"), "IN_COUNTRY": ("Intervention", "Country")}
    ends |= {"LED_TO": ("Intervention", "Outcome")}
    labels: dict[str, str] = {}
    for link in links:
        labels |= {link.source: ends[link.type][0], link.target: ends[link.type][1]}
    for id_, label in labels.items():
        yield Node(label, id_, {"name": id_.upper(), "group": "income"})


def walked(found: Paths) -> list[str]:
    """The nodes of each path, as words."""
    return [" ".join([path[0].source, *(hop.target for hop in path)]) for path in found.paths]


def test_two_actors_of_one_intervention_are_two_proven_links_apart() -> None:
    found = paths(network("a b: x"), "a", "b")
    assert walked(found) == ["a x b"]
    assert (found.shortest, found.cut, found.parts) == (2, False, (2, 2))
    assert [hop.facts for hop in found.paths[0]] == [(part("a", "x"),), (part("b", "x"),)]


def test_only_the_shortest_paths_are_found_unless_all_are_asked_for() -> None:
    held = network("a b: x y | a c: u | c b: v")
    assert walked(paths(held, "a", "b")) == ["a x b", "a y b"]
    assert walked(paths(held, "a", "b", every=True)) == ["a x b", "a y b", "a u c v b"]


def test_paths_come_by_length_and_then_by_ids() -> None:
    held = network("a b: z | a c: y2 y1 | c b: x2 x1")
    every = ["a z b", "a y1 c x1 b", "a y1 c x2 b", "a y2 c x1 b", "a y2 c x2 b"]
    assert walked(paths(held, "a", "b", every=True)) == every


def test_no_path_is_longer_than_asked_and_the_shortest_is_told_all_the_same() -> None:
    held = network("a b: x | b c: y | c d: z")
    found = paths(held, "a", "d", longest=5)
    assert (found.paths, found.shortest, found.cut) == ((), 6, False)
    assert walked(paths(held, "a", "d", longest=6)) == ["a x b y c z d"]


def test_more_paths_than_asked_for_are_cut_and_that_is_told() -> None:
    held = network("a b: x y z")
    assert walked(paths(held, "a", "b", most=2)) == ["a x b", "a y b"]
    assert paths(held, "a", "b", most=2).cut
    assert not paths(held, "a", "b", most=3).cut


def test_a_hub_with_more_walks_than_anyone_reads_ends_and_says_that_it_is_cut() -> None:
    actors = "abcdefg"
    held = network(f"{' '.join(actors)}: s t u v w x y")
    found = paths(held, "a", "b", longest=12, most=100_000, every=True)
    assert found.cut
    assert [len(path) for path in found.paths] == sorted(len(path) for path in found.paths)


def test_two_roles_in_one_intervention_are_one_step_with_two_facts() -> None:
    critic = part("a", "x", "critic")
    found = paths(network("a b: x", critic), "a", "b")
    assert walked(found) == ["a x b"]
    assert found.paths[0][0].facts == (critic, part("a", "x"))


def test_a_path_goes_through_what_an_actor_became_in_both_directions() -> None:
    held = network("c d: x", became("a", "b"), became("b", "c"))
    assert walked(paths(held, "a", "d")) == ["a b c x d"]
    back = paths(held, "d", "a")
    assert walked(back) == ["d x c b a"]
    assert [hop.facts[0].type for hop in back.paths[0]] == ["TOOK_PART_IN"] * 2 + ["BECAME"] * 2


def test_an_actor_that_became_itself_leads_nowhere() -> None:
    held = network("a b: x", became("a", "a"))
    assert walked(paths(held, "a", "b", every=True)) == ["a x b"]


def test_two_parts_that_nothing_connects_are_told_with_their_sizes() -> None:
    found = paths(network("a b c: x | d e: y", became("f", "e")), "a", "f")
    assert (found.paths, found.shortest, found.parts) == ((), None, (3, 3))
    assert paths(network(TWO_CLIQUES), "a", "g").parts == (6, 1)


@pytest.mark.parametrize(
    ("end", "longest", "most", "told"),
    [
        ("a", 6, 20, "both ends are a; name two different actors"),
        ("b", 0, 20, "the longest path is 0; write 1 to 12"),
        ("b", 13, 20, "the longest path is 13; write 1 to 12"),
        ("b", 6, 0, "the most paths to show is 0; write 1 or more"),
        ("x", 6, 20, "nothing in the graph has the id x"),
    ],
)
def test_what_cannot_be_searched_is_told(end: str, longest: int, most: int, told: str) -> None:
    with pytest.raises(SeamError, match=told):
        paths(network("a b: x"), "a", end, longest=longest, most=most)


@settings(max_examples=60, deadline=None)
@given(
    st.sets(st.tuples(st.sampled_from("abcde"), st.sampled_from("uvwxyz")), min_size=4),
    st.sets(st.sampled_from(list(combinations("abcde", 2))), max_size=3),
    st.integers(1, 7),
)
def test_all_paths_are_those_that_networkx_finds(
    parts: set[tuple[str, str]], changes: set[tuple[str, str]], longest: int
) -> None:
    assume({"a", "b"} <= {actor for actor, _ in parts})
    links = [*(part(*pair) for pair in parts), *(became(*pair) for pair in changes)]
    held = network_of(Batch(tuple(nodes(links)), tuple(links)))
    graph = nx.Graph((link.source, link.target) for link in links)
    known = sorted(nx.all_simple_paths(graph, "a", "b", longest), key=lambda p: (len(p), p))
    found = paths(held, "a", "b", longest=longest, most=10_000, every=True)
    assert walked(found) == [" ".join(path) for path in known]
    assert not found.cut


def test_each_shared_intervention_weighs_less_the_more_took_part() -> None:
    met = together(network("a b: x | a b c: y"))
    assert met.ids == ("a", "b", "c")
    weights = {(one, other): met.graph[one][other]["weight"] for one, other in met.graph.edges}
    assert weights == {(0, 1): 1.5, (0, 2): 0.5, (1, 2): 0.5}
    assert met.graph[0][2]["distance"] == 2 * UNIT


def test_those_between_two_cliques_bridge_them() -> None:
    found = bridges(network(TWO_CLIQUES))
    assert [one.actor for one in found.bridges] == ["c", "d"]
    assert (found.actors, found.communities, found.sampled) == (7, 2, 0)
    bridge = found.bridges[0]
    assert (bridge.betweenness, bridge.participation) == (round(6 / 15, 3), 0.444)
    assert (bridge.communities, bridge.examples, bridge.separates) == (2, ("a", "d"), True)
    assert bridge.interventions == 3


def test_a_way_through_close_partners_is_shorter_than_one_through_a_crowd() -> None:
    """The six of x are 5 apart, so a1 and b1 are closer by way of c, 1 + 1."""
    held = network("a1 a2 a3: u v | b1 b2 b3: y z | a1 b1 o1 o2 o3 o4: x | a1 c: p | c b1: q")
    between = {one.actor: one.betweenness for one in bridges(held).bridges}
    assert between["c"] == 3 * 3 / 45


def test_a_bridge_beside_another_separates_nobody() -> None:
    found = bridges(network("a b c: x1 x2 | d e f: y1 y2 | c d: z | b e: v"))
    assert {one.actor: one.separates for one in found.bridges} == dict.fromkeys("bcde", False)


def test_a_bridge_has_the_parts_of_all_in_what_it_shares_its_own_first() -> None:
    held = network("c a: x | c d: z | c: alone")
    facts = next(one.facts for one in bridges(network(TWO_CLIQUES)).bridges if one.actor == "c")
    assert [fact.source for fact in facts] == ["c", "a", "b", "c", "a", "b", "c", "d"]
    assert all(fact.passages for fact in facts)
    assert "c-alone-funder" not in passages(
        fact for one in bridges(held).bridges for fact in one.facts
    )


def test_in_a_big_graph_betweenness_is_estimated_and_that_is_told() -> None:
    crowd = " ".join(f"a{n:03}" for n in range(102))
    chain = " | ".join(f"b{n:03} b{n + 1:03}: y{n}" for n in range(SAMPLE - 100))
    found = bridges(network(f"{crowd}: x | a000 b000: z | {chain}"))
    assert found.sampled == SAMPLE
    between = {one.actor: one.betweenness for one in found.bridges}
    assert between["a000"] == pytest.approx(2 * 101 * 101 / (202 * 201), abs=0.05)


def test_two_cliques_are_two_communities_and_one_alone_is_counted() -> None:
    found = communities(network(TWO_CLIQUES))
    assert [one.members for one in found.communities] == [("a", "b", "c"), ("d", "e", "f")]
    assert found.communities[0].interventions == ("x1", "x2")
    assert found.alone == 1
    assert found.modularity == pytest.approx(2 * (3 / 7 - (7 / 14) ** 2))


def test_the_largest_community_comes_first() -> None:
    found = communities(network("a b: x | c d e: y | f g h i: z"))
    assert [len(one.members) for one in found.communities] == [4, 3, 2]


def test_the_best_connected_member_comes_first() -> None:
    assert communities(network("b c: x | b d: y")).communities[0].members == ("b", "c", "d")


def test_a_community_tells_what_its_interventions_share_most_with_proof() -> None:
    where = [*said("IN_COUNTRY", "x1", "PER"), *said("IN_COUNTRY", "x2", "COL", "PER")]
    how = [
        *said("APPLIED", "x1", "S"),
        *said("APPLIED", "x2", "S", "T"),
        *said("APPLIED", "w", "U"),
    ]
    one = communities(network("a b: x1 x2 | a: w", *where, *how)).communities[0]
    assert one.countries == (("PER", 2), ("COL", 1))
    assert one.strategies == (("S", 2), ("T", 1))
    assert {fact.target for fact in one.facts} == {"x1", "x2", "PER", "COL", "S", "T"}
    assert all(fact.passages for fact in one.facts)


def test_where_nobody_met_there_is_no_community_and_no_bridge() -> None:
    for held in (network("a: x | b: y"), network_of(Batch())):
        found = communities(held)
        assert (found.communities, found.modularity) == ((), 0.0)
        assert found.alone == len(held.parts_of)
        assert bridges(held).bridges == ()


def profiles() -> Network:
    """Everybody is a funder; a applied S1 and S2, b S1, c S2 and S3, d S4."""
    how = {"w": ("S1", "S2"), "x": ("S1",), "y": ("S2", "S3"), "z": ("S4",)}
    links = [link for story, applied in how.items() for link in said("APPLIED", story, *applied)]
    return network("a: w | b: x | c: y | d: z", *links)


def test_likeness_is_the_cosine_of_strategies_weighted_by_how_rare_they_are() -> None:
    found = similar(profiles(), "a")
    assert [(one.actor, one.similarity) for one in found] == [
        ("b", round(1 / sqrt(2), 3)),
        ("c", round(1 / (sqrt(2) * sqrt(5)), 3)),
    ]
    assert [one.strategies for one in found] == [("S1",), ("S2",)]
    assert not similar(profiles(), "d")


def test_likeness_comes_with_the_passages_that_both_took_part_where_it_was_applied() -> None:
    found = similar(profiles(), "a")[0]
    assert passages(found.facts) == ["a-w-funder", "b-x-funder", "w-S1", "x-S1"]


def test_what_everybody_did_makes_nobody_alike() -> None:
    held = network("a: x | b: y", *said("APPLIED", "x", "S"), *said("APPLIED", "y", "S"))
    assert similar(held, "a") == ()


def test_roles_and_groups_of_outcomes_make_alike_what_the_same_strategy_began() -> None:
    links = [link for story in ("w", "x", "y") for link in said("APPLIED", story, "S")]
    links += [*said("LED_TO", "w", "jobs"), *said("LED_TO", "x", "jobs")]
    links += [part("c", "y", "critic"), part("d", "z")]
    found = similar(network("a: w | b: x", *links), "a")
    assert [one.actor for one in found] == ["b", "c"]
    assert found[0].similarity == 1
    assert found[1].similarity < 0.5


def test_those_who_worked_together_are_told_and_can_be_left_out() -> None:
    applied = [*said("APPLIED", "x", "S"), *said("APPLIED", "y", "S")]
    where = [*said("IN_COUNTRY", "x", "PER"), *said("IN_COUNTRY", "y", "PER")]
    held = network("a b: x | c: y | d: z", *applied, *where)
    assert {one.actor: one.together for one in similar(held, "a")} == {"b": 1, "c": 0}
    apart = similar(held, "a", apart=True)
    assert [(one.actor, one.countries, one.few) for one in apart] == [("c", ("PER",), True)]


def test_likeness_of_many_interventions_is_not_called_small() -> None:
    stories = ("u", "v", "w", "x", "y", "z")
    applied = [link for story in stories for link in said("APPLIED", story, "S")]
    found = similar(network("a: u v w | b: x y z | c: q", *applied), "a")
    assert [(one.actor, one.interventions, one.few) for one in found] == [("b", 3, False)]


def test_at_most_so_many_are_returned_and_only_actors_are_known() -> None:
    assert len(similar(profiles(), "a", most=1)) == 1
    with pytest.raises(UnknownIdError, match="nothing in the graph has the id S1"):
        similar(profiles(), "S1")


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_a_graph_was_loaded_changes_nothing(shuffled: random.Random) -> None:
    batch = casebook_like(60, seed=3)
    links = [Link(x.type, x.source, x.target, x.properties, x.passages) for x in batch.links]
    mixed = Batch(
        tuple(shuffled.sample(batch.nodes, len(batch.nodes))),
        tuple(shuffled.sample(links, len(links))),
    )
    one, other = network_of(batch), network_of(mixed)
    first, last = one.actors[0], one.actors[-3]
    assert paths(one, first, last, every=True) == paths(other, first, last, every=True)
    assert bridges(one) == bridges(other)
    assert communities(one) == communities(other)
    assert similar(one, first) == similar(other, first)
