"""Pictures of an answer that its question's header asks for: a matrix of numbers, or bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from graph.store import Answer, Cell
from queries.header import Chart
from ui.parts.parameters import label_of

Spec: TypeAlias = dict[str, object]
BARS: Final = 20
FRAME: Final = {
    "view": {"stroke": None},
    "axis": {"labelFontSize": 14, "titleFontSize": 14, "labelLimit": 330, "grid": False},
}
INK: Final = "#1c262e"
BAR: Final = "#2a8aa6"
SHADES: Final = ["#cfe3e9", "#0b5c73"]


def draw(chart: Chart, answer: Answer) -> Spec:
    """Return the picture of an answer."""
    makers = {"matrix": _matrix, "bars": _bars}
    return makers[chart.kind](chart.roles, answer)


def _bars(roles: Mapping[str, str], answer: Answer) -> Spec:
    rows, value = roles["rows"], roles["value"]
    found = [
        {"name": _text(record[rows]), "value": record[value]} for record in answer.records()[:BARS]
    ]
    names = list(dict.fromkeys(str(bar["name"]) for bar in found))
    place = {"field": "name", "type": "nominal", "sort": names, "title": None}
    length = {"field": "value", "type": "quantitative", "title": label_of(value)}
    return {
        "data": {"values": found},
        "height": {"step": 30},
        "encoding": {"y": place, "x": length},
        "layer": [
            {"mark": {"type": "bar", "cornerRadiusEnd": 4, "color": BAR}},
            {"mark": _number("left", 6), "encoding": {"text": {"field": "value"}}},
        ],
        "config": FRAME,
    }


def _matrix(roles: Mapping[str, str], answer: Answer) -> Spec:
    rows, columns, value = roles["rows"], roles["columns"], roles["value"]
    found = [
        {"row": _text(record[rows]), "column": _text(record[columns]), "value": record[value]}
        for record in answer.records()
        if record[value]
    ]
    down = list(dict.fromkeys(str(cell["row"]) for cell in found))[:15]
    across = list(dict.fromkeys(str(c["column"]) for c in found if c["row"] in down))[:12]
    kept = [cell for cell in found if cell["row"] in down and cell["column"] in across]
    top = {
        "orient": "top",
        "labelAngle": -30,
        "labelAlign": "left",
        "labelLimit": 150,
        "labelOverlap": False,
    }
    shade = {
        "field": "value",
        "type": "quantitative",
        "legend": None,
        "scale": {"range": SHADES},
    }
    return {
        "data": {"values": kept},
        "height": {"step": 34},
        "encoding": {
            "x": {"field": "column", "type": "nominal", "sort": across, "title": None, "axis": top},
            "y": {"field": "row", "type": "nominal", "sort": down, "title": None},
        },
        "layer": [
            {"mark": {"type": "rect", "cornerRadius": 5}, "encoding": {"color": shade}},
            {
                "mark": _number("center", 0),
                "encoding": {"text": {"field": "value"}, "color": _ink()},
            },
        ],
        "config": FRAME,
    }


def _ink() -> Spec:
    return {"condition": {"test": "datum.value > 2", "value": "#ffffff"}, "value": INK}


def _number(align: str, shift: int) -> Spec:
    return {
        "type": "text",
        "align": align,
        "dx": shift,
        "fontSize": 14,
        "fontWeight": 600,
        "color": INK,
    }


def _text(cell: Cell) -> str:
    return ", ".join(cell) if isinstance(cell, list) else str(cell)
