"""What the pages have computed, kept for all sessions until the graph changes."""

from __future__ import annotations

import streamlit as st

from graph.analysis.bridges import Bridges
from graph.analysis.bridges import bridges as find_bridges
from graph.analysis.communities import Communities
from graph.analysis.communities import communities as find_communities
from graph.analysis.network import Network
from graph.analysis.paths import Paths
from graph.analysis.paths import paths as find_paths
from graph.analysis.similarity import Similar
from graph.analysis.similarity import similar as find_similar
from queries.network import network as read_network
from ui import session
from ui.i18n import say
from ui.parts import reading

MANY = 200


def network() -> Network:
    """Return the actors and interventions, and what links them."""
    return _network(reading.store().url, session.version())


@st.cache_resource(max_entries=4, show_spinner=False)
def _network(url: str, version: str) -> Network:
    del url, version
    return read_network(reading.store())


def paths(start: str, end: str, *, every: bool) -> Paths:
    """Return how two actors are connected."""
    return _paths(reading.store().url, session.version(), start, end, every)


@st.cache_resource(max_entries=MANY, show_spinner=False)
def _paths(url: str, version: str, start: str, end: str, every: bool) -> Paths:  # noqa: FBT001
    del url, version
    return find_paths(network(), start, end, every=every)


def bridges() -> Bridges:
    """Return the actors that connect groups."""
    return _bridges(reading.store().url, session.version())


@st.cache_resource(max_entries=4, show_spinner=say("connections.counting"))
def _bridges(url: str, version: str) -> Bridges:
    del url, version
    return find_bridges(network())


def communities() -> Communities:
    """Return the groups of actors that work together."""
    return _communities(reading.store().url, session.version())


@st.cache_resource(max_entries=4, show_spinner=False)
def _communities(url: str, version: str) -> Communities:
    del url, version
    return find_communities(network())


def similar(actor: str, *, apart: bool, most: int) -> tuple[Similar, ...]:
    """Return the actors that did what an actor did."""
    return _similar(reading.store().url, session.version(), actor, apart, most)


@st.cache_resource(max_entries=MANY, show_spinner=False)
def _similar(
    url: str,
    version: str,
    actor: str,
    apart: bool,  # noqa: FBT001  the cache takes it by place
    most: int,
) -> tuple[Similar, ...]:
    del url, version
    return find_similar(network(), actor, most=most, apart=apart)
