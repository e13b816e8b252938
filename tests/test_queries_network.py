"""The network that analysis needs, read from a store of each engine: the same as from records."""

from __future__ import annotations

from functools import cache

import pytest

from graph.analysis.bridges import bridges
from graph.analysis.communities import communities
from graph.analysis.network import Network, network_of
from graph.analysis.paths import paths
from graph.analysis.similarity import similar
from graph.batch import Batch
from graph.store import Store
from loaders.everything import load
from queries.lookups import proofs
from queries.network import LINKS, NODES, network
from support_seam import ROOT


@cache
def casebook() -> Batch:
    return load(ROOT / "data").batch


@pytest.fixture
def read(store: Store) -> Network:
    """The network of the shipped casebook, from a store of each engine."""
    store.write(casebook())
    return network(store)


def known() -> Network:
    """The network of the shipped casebook without any store."""
    return network_of(casebook())


def test_what_is_read_is_what_was_loaded(read: Network) -> None:
    batch = casebook()
    assert set(read.nodes) == {node.id for node in batch.nodes if node.label in NODES}
    types = {type_ for _, type_, _ in LINKS}
    assert read.links == tuple(
        link for link in batch.links if link.type in types and link.source in read.nodes
    )


def test_every_result_is_the_same_on_both_engines(read: Network) -> None:
    other = known()
    for end in ("barrick", "st-barbara", "newmont"):
        assert paths(read, "arm", end, every=True) == paths(other, "arm", end, every=True)
    assert bridges(read) == bridges(other)
    assert communities(read) == communities(other)
    for actor in ("arm", "newmont", "barrick"):
        assert similar(read, actor) == similar(other, actor)


def test_every_claim_of_a_link_leads_to_passages_that_can_be_read(
    store: Store, read: Network
) -> None:
    found = paths(read, "arm", "newmont")
    facts = [fact for path in found.paths for hop in path for fact in hop.facts]
    assert all(hop.facts for path in found.paths for hop in path)
    facts += [fact for one in bridges(read).bridges for fact in one.facts]
    facts += [fact for one in communities(read).communities for fact in one.facts]
    facts += [fact for one in similar(read, "arm") for fact in one.facts]
    assert all(fact.passages for fact in facts)
    told = {passage for fact in facts for passage in fact.passages}
    assert {proof.id for proof in proofs(store, sorted(told))} == told
