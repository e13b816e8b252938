"""Intervention: all that is known of one, each line with its proof beside it."""

from __future__ import annotations

from ui.parts import intervention


def show() -> None:
    """Let an intervention be chosen and show it."""
    chosen = intervention.choose()
    if chosen:
        intervention.show(chosen)


show()
