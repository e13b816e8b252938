"""What the pages read, kept for all sessions until the graph changes.

Values are frozen and shared, so they are kept as they are: a copy for each reader would cost more
than the query.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping

import streamlit as st

from graph.store import Answer, Cell, Parameter, Store
from queries import lookups, overview
from queries.lookups import Fact, Proof, Thing
from queries.overview import Telling
from queries.saved import question
from ui import session
from ui.parts.glance import Glance, glance
from ui.settings import settings

MANY = 400


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> Store:
    del url
    return settings().open()


def store() -> Store:
    """Return the store that the settings name, opened once for all sessions."""
    return _opened(settings().store_url)


def ask(name: str, given: Mapping[str, Parameter] | None = None) -> Answer:
    """Return the answer to a saved question."""
    return _answer(store().url, session.version(), name, tuple(sorted((given or {}).items())))


@st.cache_resource(max_entries=MANY, show_spinner=False)
def _answer(url: str, version: str, name: str, given: tuple[tuple[str, Parameter], ...]) -> Answer:
    del url, version
    return question(name).run(store(), dict(given))


def names(label: str) -> dict[str, str]:
    """Return the captions of all nodes with this label, by id, in the order of the captions."""
    return _names(store().url, session.version(), label)


@st.cache_resource(max_entries=MANY, show_spinner=False)
def _names(url: str, version: str, label: str) -> dict[str, str]:
    del url, version
    return {thing.id: thing.caption for thing in lookups.things(store(), label)}


def values(label: str, name: str) -> dict[str, Cell]:
    """Return one property of all nodes with this label, by id."""
    return _values(store().url, session.version(), label, name)


@st.cache_resource(max_entries=MANY, show_spinner=False)
def _values(url: str, version: str, label: str, name: str) -> dict[str, Cell]:
    del url, version
    return overview.values(store(), label, name)


def casebook() -> Glance:
    """Return the numbers of the whole casebook."""
    return _casebook(store().url, session.version())


@st.cache_resource(max_entries=4, show_spinner=False)
def _casebook(url: str, version: str) -> Glance:
    """Count once for each version; what is then in memory stays, so the collector may skip it."""
    del url, version
    found = glance(store())
    gc.collect()
    gc.freeze()
    return found


def thing(id_: str) -> Thing:
    """Return the node with this id."""
    return lookups.thing(store(), id_)


def properties(node: Thing) -> dict[str, Cell]:
    """Return the properties that a node has."""
    return overview.properties(store(), node)


def facts(id_: str) -> tuple[Fact, ...]:
    """Return the links of a node that passages prove."""
    return _facts(store().url, session.version(), id_)


@st.cache_resource(max_entries=MANY, show_spinner=False)
def _facts(url: str, version: str, id_: str) -> tuple[Fact, ...]:
    del url, version
    return tuple(lookups.facts_of(store(), id_))


def proofs(passages: tuple[str, ...]) -> list[Proof]:
    """Return passages with their sources."""
    return lookups.proofs(store(), passages)


def tellings(intervention: str) -> list[Telling]:
    """Return the interviews that tell of an intervention."""
    return overview.tellings(store(), intervention)
