"""The functions of the dialect, and those that people know and that it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from queries.kinds import ANY, DATE, FLAG, INTEGER, NODE, NUMBER, TEXT, TEXTS, Kind, listed


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many values it takes, and what it gives where that is always the same."""

    name: str
    least: int
    most: int
    gives: Kind = ANY
    aggregate: bool = False


FUNCTIONS = {
    function.name.lower(): function
    for function in (
        Function("count", 1, 1, INTEGER, aggregate=True),
        Function("sum", 1, 1, NUMBER, aggregate=True),
        Function("avg", 1, 1, Kind("number", mean=True), aggregate=True),
        Function("min", 1, 1, aggregate=True),
        Function("max", 1, 1, aggregate=True),
        Function("collect", 1, 1, aggregate=True),
        Function("coalesce", 1, 20),
        Function("size", 1, 1, INTEGER),
        Function("isEmpty", 1, 1, FLAG),
        Function("head", 1, 1),
        Function("last", 1, 1),
        Function("tail", 1, 1),
        Function("reverse", 1, 1),
        Function("range", 2, 2, listed(INTEGER)),
        Function("toLower", 1, 1, TEXT),
        Function("toUpper", 1, 1, TEXT),
        Function("trim", 1, 1, TEXT),
        Function("ltrim", 1, 1, TEXT),
        Function("rtrim", 1, 1, TEXT),
        Function("replace", 3, 3, TEXT),
        Function("split", 2, 2, TEXTS),
        Function("substring", 2, 3, TEXT),
        Function("left", 2, 2, TEXT),
        Function("right", 2, 2, TEXT),
        Function("toString", 1, 1, TEXT),
        Function("toInteger", 1, 1, INTEGER),
        Function("toFloat", 1, 1, NUMBER),
        Function("toBoolean", 1, 1, FLAG),
        Function("abs", 1, 1, NUMBER),
        Function("ceil", 1, 1, NUMBER),
        Function("floor", 1, 1, NUMBER),
        Function("round", 1, 2, NUMBER),
        Function("sign", 1, 1, INTEGER),
        Function("sqrt", 1, 1, NUMBER),
        Function("date", 1, 1, DATE),
        Function("type", 1, 1, TEXT),
        Function("labels", 1, 1, TEXTS),
        Function("startNode", 1, 1, NODE),
        Function("endNode", 1, 1, NODE),
    )
}
AGGREGATES = {name for name, function in FUNCTIONS.items() if function.aggregate}

_MOMENT = ("times of day and spans differ between engines", "compare dates or years")
_CHANCE = ("its value is another one every time", "give the value as a parameter")
_ENGINE = ("each engine numbers nodes and links in its own way", "write n.id")
_PATH = ("paths differ between engines", "name the nodes and links, or ask `seam paths FROM TO`")
_VERSION = ("it is of some versions only",)
LEFT_OUT: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("time", "datetime", "localtime", "localdatetime", "duration", "timestamp"), _MOMENT
    ),
    **dict.fromkeys(("rand", "randomuuid"), _CHANCE),
    **dict.fromkeys(("id", "elementid"), _ENGINE),
    **dict.fromkeys(
        ("nodes", "relationships", "length", "shortestpath", "allshortestpaths"), _PATH
    ),
    "keys": ("the order of keys differs between engines", "name the properties that you need"),
    "properties": ("maps as values differ between engines", "return each property by its name"),
    "exists": (*_VERSION, "write EXISTS {{ MATCH ... }} or n.name IS NOT NULL"),
    "lower": (*_VERSION, "write toLower"),
    "upper": (*_VERSION, "write toUpper"),
    "nullif": (*_VERSION, "write CASE WHEN a <> b THEN a END"),
    "tostringornull": (*_VERSION, "write toString"),
    "tointegerornull": (*_VERSION, "write toInteger"),
    "tofloatornull": (*_VERSION, "write toFloat"),
    "char_length": (*_VERSION, "write size"),
    "cast": ("it is SQL", "write toInteger, toFloat or toString"),
}
"""By name in lower case: the reason and the remedy."""
