"""Pictures of an answer that its question's header asks for: a matrix of numbers, or bars."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Final, TypeAlias

from graph.store import Answer, Cell
from queries.header import Chart
from ui.charts.names import labels
from ui.i18n import say
from ui.parts.parameters import label_of

Spec: TypeAlias = dict[str, object]
BARS: Final = 20
DOWN: Final = 15
ACROSS: Final = 10
FRAME: Final = {
    "view": {"stroke": None},
    "axis": {"labelFontSize": 14, "title": None, "ticks": False, "domain": False, "grid": False},
}
INK: Final = "#1c262e"
ON_SHADE: Final = "#14202a"
"""Letters on a tile, which stays light where the page is dark; INK turns light there."""
BAR: Final = "#2a8aa6"
SHADES: Final = ["#dcebf0", "#64abc2"]
MARKED: Final = "#d6006c"


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar or a tile: the number of its row in the answer, its names and its value."""

    row: str
    down: str
    across: str
    value: Cell


def marks(chart: Chart, answer: Answer) -> list[Mark]:
    """Return what fits into the picture of an answer."""
    found = [_mark(chart, number, record) for number, record in enumerate(answer.records())]
    if chart.kind == "bars":
        return _told_apart(found[:BARS], answer, chart.roles["rows"])
    filled = [mark for mark in found if mark.value]
    down = list(dict.fromkeys(mark.down for mark in filled))[:DOWN]
    across = list(dict.fromkeys(mark.across for mark in filled if mark.down in down))[:ACROSS]
    return [mark for mark in filled if mark.down in down and mark.across in across]


def draw(chart: Chart, shown: list[Mark], chosen: str = "") -> Spec:
    """Return the picture of these marks; a click selects the `row` of one.

    `chosen` is the row that is marked at first.
    """
    encoding, layers, step = (_matrix if chart.kind == "matrix" else _bars)(shown)
    return {
        "data": {"values": [{**asdict(mark), "said": _said(chart, mark)} for mark in shown]},
        "height": {"step": step},
        "params": [_click(chosen)],
        "encoding": {**encoding, "tooltip": {"field": "said"}},
        "layer": layers,
        "config": FRAME,
    }


def _mark(chart: Chart, number: int, record: dict[str, Cell]) -> Mark:
    roles = chart.roles
    down = _text(record[roles["rows"]])
    across = _text(record[roles["columns"]]) if "columns" in roles else ""
    return Mark(str(number), down, across, record[roles["value"]])


def _said(chart: Chart, mark: Mark) -> str:
    who = say("ask.pair", row=mark.down, column=mark.across) if mark.across else mark.down
    what = label_of(chart.roles["value"]).lower()
    return say("ask.mark", who=who, what=what, value=_text(mark.value))


def _told_apart(shown: list[Mark], answer: Answer, rows: str) -> list[Mark]:
    """Add the other names of its row to each mark if some have the same name."""
    if len({mark.down for mark in shown}) == len(shown):
        return shown
    others = [c for c in answer.columns if f"{c}_id" in answer.columns and c != rows]
    records = answer.records()
    apart = []
    for mark in shown:
        more = (_text(records[int(mark.row)][name]) for name in others)
        apart.append(replace(mark, down=" · ".join((mark.down, *more))))
    return apart


def _bars(shown: list[Mark]) -> tuple[Spec, list[Spec], int]:
    wide = 34
    names = {mark.row: mark.down for mark in shown}
    axis = {"labelExpr": labels(names, wide, 2), "labelLineHeight": 16, "labelLimit": 280}
    long = any(len(name) > wide for name in names.values())
    bar: Spec = {"type": "bar", "cornerRadiusEnd": 4, "color": BAR, "cursor": "pointer"}
    return (
        {
            "y": {"field": "row", "type": "nominal", "sort": list(names), "axis": axis},
            "x": {"field": "value", "type": "quantitative", "axis": None},
        },
        [
            {"name": "marks", "mark": bar, "encoding": _marked()},
            {"mark": _number("left", 6, INK), "encoding": {"text": {"field": "value"}}},
        ],
        40 if long else 30,
    )


def _matrix(shown: list[Mark]) -> tuple[Spec, list[Spec], int]:
    down = {mark.down: mark.down for mark in shown}
    across = {mark.across: mark.across for mark in shown}
    top = {"orient": "top", "labelAngle": -40, "labelAlign": "left", "labelOverlap": False}
    scale = {"range": SHADES, "zero": True}
    shade = {"field": "value", "type": "quantitative", "legend": None, "scale": scale}
    tile: Spec = {"type": "rect", "cornerRadius": 5, "cursor": "pointer"}
    return (
        {
            "x": _axis("across", list(across), {**top, "labelExpr": labels(across, 21, 1)}),
            "y": _axis("down", list(down), {"labelExpr": labels(down, 30, 2)}),
        },
        [
            {"name": "marks", "mark": tile, "encoding": {"color": shade, **_marked()}},
            {"mark": _number("center", 0, ON_SHADE), "encoding": {"text": {"field": "value"}}},
        ],
        38,
    )


def _axis(field: str, order: list[str], axis: Spec) -> Spec:
    scale = {"domain": order, "paddingInner": 0.06}
    fitted = {"labelLineHeight": 16, "labelLimit": 240, **axis}
    return {"field": field, "type": "nominal", "sort": order, "scale": scale, "axis": fitted}


def _click(chosen: str) -> Spec:
    return {
        "name": "row",
        "select": {"type": "point", "fields": ["row"], "toggle": False},
        "views": ["marks"],
        **({"value": [{"row": chosen}]} if chosen else {}),
    }


def _marked() -> Spec:
    chosen = {"param": "row", "empty": False}
    return {
        "stroke": {"condition": {**chosen, "value": MARKED}, "value": "#ffffff00"},
        "strokeWidth": {"condition": {**chosen, "value": 3}, "value": 0},
    }


def _number(align: str, shift: int, colour: str) -> Spec:
    return {
        "type": "text",
        "align": align,
        "dx": shift,
        "fontSize": 14,
        "fontWeight": 600,
        "color": colour,
        "tooltip": None,
    }


def _text(cell: Cell) -> str:
    if isinstance(cell, list):
        return ", ".join(cell)
    return "" if cell is None else str(cell)
