"""The pages of the explorer and links between them."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ui.i18n import say
from ui.parts.text import plain
from ui.settings import free_cypher

NAMES: Final = ("start", "partnerships", "ask", "intervention", "graph", "connections")
EXPERT: Final = "cypher"


def names() -> tuple[str, ...]:
    """Return the names of the pages there are."""
    return (*NAMES, EXPERT) if free_cypher() else NAMES


def page(name: str) -> st.Page:
    """Return a page by its name, which is also its address."""
    return st.Page(
        f"views/{name}.py",
        title=say(f"pages.{name}"),
        url_path=name,
        default=name == NAMES[0],
        help=say(f"pages.{name}_help"),
    )


def link(name: str, label: str, **choices: str) -> None:
    """Draw a link to a page with these choices made; the label is shown as it is."""
    st.page_link(page(name), label=plain(label), query_params=choices, help="")
