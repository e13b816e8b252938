"""The matrix as a Vega-Lite specification: a tile with sign and number for each direction."""

from __future__ import annotations

from typing import Final, TypeAlias

from ui.charts.names import labels
from ui.i18n import say, say_count, term
from ui.parts.directions import DIRECTIONS
from ui.parts.matrix import Grid, Square

Spec: TypeAlias = dict[str, object]

PLACES: Final = {"improved": (0, 0), "worsened": (1, 0), "mixed": (0, 1), "unchanged": (1, 1)}
UNKNOWN_PLACE: Final = (0, 2)
SOURCES_PLACE: Final = (1, 2)
HEIGHT: Final = {"step": 64, "for": "position"}
WIDTH: Final = {"step": 110, "for": "position"}
FEW: Final = 6
LETTERS: Final = {"expr": "clamp(width / 38, 12, 15)"}
MARKED: Final = "#d6006c"
INK: Final = "#1c262e"
"""The page's letters; the style sheet turns it light where the page is dark."""
FRAME: Final = {
    "view": {"stroke": None},
    "axis": {"labelFontSize": 14, "title": None, "ticks": False, "domain": False, "grid": False},
}


def matrix(grid: Grid, chosen: str, view: str) -> Spec:
    """Return the picture of a grid; `chosen` is the key of the cell that is marked at first."""
    tiles = {"values": [tile for square in grid.squares for tile in _tiles(square)]}
    cells = {"values": [_cell(square, view) for square in grid.squares]}
    few = len(grid.columns) < FEW
    return {
        "height": HEIGHT,
        **({"width": WIDTH} if few else {}),
        "params": [_click(chosen)],
        "encoding": {
            "x": _axis("column", grid.columns, _across(slanted=not few)),
            "y": _axis("row", grid.rows, {"labelLimit": 200, "labelPadding": 8}),
        },
        "layer": [
            {"data": cells, "mark": _ground()},
            {"data": tiles, "mark": _tile(), "encoding": _offsets() | _paint()},
            {"data": tiles, "mark": _text(bold=True), "encoding": _offsets() | _letters()},
            {"data": cells, "mark": _text(bold=False), "encoding": _offsets() | _words()},
            {"name": "top", "data": cells, "mark": _glass(), "encoding": _marked()},
        ],
        "config": FRAME,
    }


def _axis(field: str, order: tuple[str, ...], more: Spec) -> Spec:
    """Return an axis with names cut to fit."""
    slanted = bool(more.get("labelAngle"))
    return {
        "field": field,
        "type": "nominal",
        "sort": list(order),
        "scale": {"domain": list(order), "paddingInner": 0.06, "paddingOuter": 0.02},
        "axis": {
            "labelExpr": labels({name: name for name in order}, 24, 2),
            "labelLineHeight": 16,
            "labelOverlap": False,
            **({"labelAlign": "left"} if slanted else {}),
            **more,
        },
    }


def _across(*, slanted: bool) -> Spec:
    return {"orient": "top", "labelAngle": -50 if slanted else 0, "labelLimit": 210}


def _click(chosen: str) -> Spec:
    return {
        "name": "cell",
        "select": {"type": "point", "fields": ["cell"], "toggle": False},
        "views": ["top"],
        **({"value": [{"cell": chosen}]} if chosen else {}),
    }


def _tiles(square: Square) -> list[Spec]:
    """Return a tile for each direction that occurs; hollow if only those who ran it tell of it."""
    found: list[Spec] = []
    for look in DIRECTIONS:
        count = square.counts[look.name]
        own = square.self_reported if look.name == "improved" else 0
        across, down = PLACES.get(look.name, UNKNOWN_PLACE)
        tile = {"row": square.row, "column": square.column, "across": across, "down": down}
        star = "*" if 0 < own < count else ""
        said = f"{look.sign}{count}{star}"
        found += [{**tile, "direction": look.name, "hollow": own == count, "said": said}] * bool(
            count
        )
    return found


def _cell(square: Square, view: str) -> Spec:
    across, down = SOURCES_PLACE
    return {
        "cell": square.key,
        "row": square.row,
        "column": square.column,
        "across": across,
        "down": down,
        "said": say("matrix.sources_short", n=square.sources),
        "words": in_words(square, view),
    }


def in_words(square: Square, view: str) -> str:
    """Return what a cell holds as a sentence."""
    counts = square.counts.items()
    ways = [say("matrix.way", way=term("direction", name), n=n) for name, n in counts if n]
    said = say(
        "matrix.words",
        where=say(f"cell.{view}", row=square.row, column=square.column),
        interventions=say_count("count.interventions", square.interventions),
        told=say("matrix.ways", ways=", ".join(ways)) if ways else say("matrix.no_outcome"),
        sources=say_count("marks.sources", square.sources),
    )
    own = square.self_reported
    return f"{said} {say_count('matrix.own_words', own)}" if own else said


def _offsets() -> Spec:
    across = {"domain": [0, 1], "paddingInner": 0.06, "paddingOuter": 0.06}
    down = {"domain": [0, 1, 2], "paddingInner": 0.08, "paddingOuter": 0.12}
    return {
        "xOffset": {"field": "across", "type": "ordinal", "scale": across},
        "yOffset": {"field": "down", "type": "ordinal", "scale": down},
    }


def _colour() -> Spec:
    names, colours = [d.name for d in DIRECTIONS], [d.colour for d in DIRECTIONS]
    scale = {"domain": names, "range": colours}
    return {"field": "direction", "type": "nominal", "scale": scale, "legend": None}


def _paint() -> Spec:
    hollow = {"condition": {"test": "datum.hollow", "value": "#ffffff"}}
    return {"fill": _colour() | hollow, "stroke": _colour()}


def _letters() -> Spec:
    solid = {"condition": {"test": "!datum.hollow", "value": "#ffffff"}}
    return {"text": {"field": "said"}, "color": _colour() | solid}


def _words() -> Spec:
    return {"text": {"field": "said"}, "color": {"value": INK}}


def _ground() -> Spec:
    return {"type": "rect", "color": "#8a949e", "opacity": 0.12, "cornerRadius": 6}


def _tile() -> Spec:
    return {"type": "rect", "cornerRadius": 4, "strokeWidth": 1.5}


def _text(*, bold: bool) -> Spec:
    return {"type": "text", "fontSize": LETTERS, "fontWeight": 700 if bold else 400}


def _glass() -> Spec:
    return {
        "type": "rect",
        "fill": "#ffffff",
        "fillOpacity": 0,
        "cornerRadius": 6,
        "cursor": "pointer",
    }


def _marked() -> Spec:
    chosen = {"param": "cell", "empty": False}
    return {
        "stroke": {"condition": {**chosen, "value": MARKED}, "value": "#ffffff00"},
        "strokeWidth": {"condition": {**chosen, "value": 3}, "value": 0},
        "tooltip": {"field": "words"},
    }
