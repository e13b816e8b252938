"""Graph: what surrounds an actor, an intervention, a strategy or a country."""

from __future__ import annotations

from ui.parts import graph


def show() -> None:
    """Let the node be chosen that the picture starts from, and draw what surrounds it."""
    start = graph.choose()
    if start is not None:
        graph.show(start)


show()
