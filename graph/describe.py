"""docs/model.md, as the declarations of the model give it: `python -m graph.describe`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from graph.model import MODEL
from graph.schema import LinkType, Model, NodeType, Property

OPENING = """# The model

Made from `graph/model.py` by `python -m graph.describe`; a test compares the two.

Every node has a text `id`, unique in the graph. A link that needs passages carries `passages`,
the ids of those that say it, and is refused without one. A *registered* node is there because a
registry lists it, a *proven* one only while a link with passages touches it.
"""


def described(model: Model) -> str:
    """Return the model as Markdown: a table of node types, one of link types, one of properties."""
    return "\n".join(_lines(model)) + "\n"


def _lines(model: Model) -> Iterator[str]:
    yield OPENING
    yield "## Nodes\n"
    yield from table(
        ("node type", "means", "caption", "presence"),
        (
            (_label(node), node.about, node.caption, "" if node.abstract else node.presence)
            for node in model.nodes
        ),
    )
    yield "\n## Links\n"
    yield from table(
        ("link type", "from", "to", "means", "on screen", "needs passages"),
        (
            (link.type, _ends(link.sources), _ends(link.targets), _about(link), link.caption, proof)
            for link in model.links
            for proof in (_proof(model, link),)
        ),
    )
    for owner, properties in _owners(model):
        yield f"\n## Properties of {owner}\n"
        yield from _properties(properties)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table; bars in cells are escaped."""
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _label(node: NodeType) -> str:
    shared = " (only with one of its kinds)" if node.abstract else ""
    return f"{node.base}: {node.label}" if node.base else f"{node.label}{shared}"


def _ends(labels: Sequence[str]) -> str:
    return ", ".join(labels)


def _about(link: LinkType) -> str:
    return f"{link.about} (essential)" if link.essential else link.about


def _proof(model: Model, link: LinkType) -> str:
    needing = [label for label in link.sources if model.needs_passages(link.type, label)]
    if len(needing) == len(link.sources):
        return "yes"
    return f"from {_ends(needing)}" if needing else "no"


def _owners(model: Model) -> Iterator[tuple[str, tuple[Property, ...]]]:
    nodes = [(node.label, node.properties) for node in model.nodes]
    links = [(link.type, link.properties) for link in model.links]
    return ((owner, properties) for owner, properties in (*nodes, *links) if properties)


def _properties(properties: Iterable[Property]) -> Iterator[str]:
    return table(
        ("property", "kind", "required", "means", "one of"),
        (
            (p.name, p.kind, "yes" if p.required else "", p.about, ", ".join(p.choices))
            for p in properties
        ),
    )


if __name__ == "__main__":
    sys.stdout.write(described(MODEL))
