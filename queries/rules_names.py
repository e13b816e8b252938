"""Rules about names: labels, link types, properties, variables and functions that there are."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import nearest
from graph.model import MODEL
from queries.finding import Finding, Rule
from queries.functions import FUNCTIONS, LEFT_OUT
from queries.kinds import Kind, declared
from queries.reading import Reading, Scope
from queries.syntax import Syntax

UNKNOWN_LABEL = Rule("unknown-label", "{name} is not a node type", "{near}")
UNKNOWN_LINK = Rule("unknown-link", "{name} is not a link type", "{near}")
UNKNOWN_PROPERTY = Rule("unknown-property", "{owner} has no property {name}", "{near}")
DATE_FIELD = Rule(
    "date-field",
    "the field {name} of a date differs between engines",
    "write .year, .month or .day",
)
PROPERTY_OF_VALUE = Rule(
    "property-of-value", "{name} is asked of a {what}, which has no properties", "ask it of a node"
)
LOST = Rule(
    "lost-in-order",
    "ORDER BY names {name}, which DISTINCT or an aggregate has dropped",
    "order by a column",
)
UNDEFINED = Rule(
    "undefined-variable", "{name} is not defined here", "name it in MATCH or hand it on in WITH"
)
RESERVED = Rule(
    "reserved-name", "{name} is a word of the language", "choose another name for the variable"
)
NAMED_TWICE = Rule(
    "named-twice", "{name} is the name of something else here", "choose another name"
)
LEFT_OUT_FUNCTION = Rule("left-out-function", "{name}() is left out: {reason}", "{instead}")
UNKNOWN_FUNCTION = Rule("unknown-function", "{name} is not a function of the dialect", "{near}")
ARGUMENTS = Rule("arguments", "{name}() takes {wanted}, here are {found}", "give it {wanted}")
RULES = (
    UNKNOWN_LABEL, UNKNOWN_LINK, UNKNOWN_PROPERTY, DATE_FIELD, PROPERTY_OF_VALUE, UNDEFINED,
    LOST, RESERVED, NAMED_TWICE, LEFT_OUT_FUNCTION, UNKNOWN_FUNCTION, ARGUMENTS,
)  # fmt: skip

LABELS = tuple(node.label for node in MODEL.nodes)
LINKS = tuple(link.type for link in MODEL.links)
RESERVED_WORDS = frozenset(
    """
    and as asc ascending call case contains create delete desc descending detach distinct drop else
    end ends exists explain false foreach in is limit load match merge not null on optional or order
    profile remove return set show skip starts then true union unwind use using when where with xor
    yield
    """.split()  # noqa: SIM905  easier to read than sixty quoted words
)


def unknown_types(reading: Reading) -> Iterator[Finding]:
    """Find labels and link types that the model does not declare."""
    for piece, _ in reading.all("labels", "any_label"):
        yield from _undeclared(piece.parts, LABELS, UNKNOWN_LABEL)
    for piece, _ in reading.all("has_label"):
        yield from _undeclared(piece.parts[1:], LABELS, UNKNOWN_LABEL)
    for piece, _ in reading.all("types"):
        yield from _undeclared(piece.parts, LINKS, UNKNOWN_LINK)


def _undeclared(words: tuple[Syntax, ...], known: tuple[str, ...], rule: Rule) -> Iterator[Finding]:
    for word in words:
        if word.text not in known:
            yield rule.at(word, name=word.text, near=nearest(word.text, known))


def unknown_properties(reading: Reading) -> Iterator[Finding]:
    """Find properties that what they are asked of cannot have."""
    for piece, scope in reading.all("node", "out", "in", "both"):
        properties = piece.first("properties")
        for property_ in properties.parts if properties else ():
            yield from _unknown_property(_what(piece, scope), property_.parts[0])
    for step, _ in reading.all("get"):
        yield from _unknown_property(reading.kind(step), step.parts[0])


def _what(piece: Syntax, scope: Scope) -> Kind:
    """Return what a node or link of a pattern is: as it says, or else as it was bound before."""
    named = piece.first("labels", "any_label", "types")
    if piece.name in scope and not named:
        return scope[piece.name]
    types = tuple(word.text for word in named.parts) if named else ()
    return Kind("node" if piece.kind == "node" else "link", types)


def _unknown_property(kind: Kind, word: Syntax) -> Iterator[Finding]:
    name = word.text
    if kind.what in {"node", "link"}:
        known = declared(kind.what, kind.types)
        types = [type_ for type_ in kind.types if type_ in (*LABELS, *LINKS)]
        if name not in known and len(types) == len(kind.types):
            owner = " or ".join(types) or f"no {kind.what}"
            owner = owner if types else f"a {kind.what} of the model"
            yield UNKNOWN_PROPERTY.at(word, owner=owner, name=name, near=nearest(name, known))
    elif kind.what == "date" and name not in {"year", "month", "day"}:
        yield DATE_FIELD.at(word, name=name)
    elif kind.what not in {"any", "null", "date"}:
        yield PROPERTY_OF_VALUE.at(word, name=name, what=kind.what)
    elif kind.what == "any" and name not in _all_properties():
        near = nearest(name, _all_properties())
        yield UNKNOWN_PROPERTY.at(word, owner="nothing of the model", name=name, near=near)


def _all_properties() -> set[str]:
    return {*declared("node", ()), *declared("link", ()), "month", "day"}


def undefined(reading: Reading) -> Iterator[Finding]:
    """Find variables that nothing before them defines."""
    lost = set(_lost(reading))
    for piece, scope in reading.all("variable", "has_label"):
        if piece.name not in scope:
            yield (LOST if id(piece) in lost else UNDEFINED).at(piece, name=piece.name)


def _lost(reading: Reading) -> Iterator[int]:
    """Yield the variables in ORDER BY that the rows had before DISTINCT or an aggregate."""
    for stage in reading.stages:
        order = stage.clause.first("order")
        for piece in order.walk() if order else ():
            if piece.kind in {"variable", "has_label"} and piece.name in stage.before:
                yield id(piece)


def reserved(reading: Reading) -> Iterator[Finding]:
    """Find variables named like words of the language, which engines read in different ways."""
    naming = {
        "node",
        "out",
        "in",
        "both",
        "item",
        "unwind",
        "comprehension",
        "quantifier",
        "reduce",
    }
    for piece in reading.query.walk():
        if piece.kind in naming:
            for name in piece.all("name"):
                if name.text.lower() in RESERVED_WORDS:
                    yield RESERVED.at(name, name=name.text)


def named_twice(reading: Reading) -> Iterator[Finding]:
    """Find variables that name two things."""
    for stage in reading.stages:
        clause = stage.clause
        if clause.kind == "unwind" and clause.name in stage.before:
            yield NAMED_TWICE.at(clause.all("name")[0], name=clause.name)
        elif clause.kind in {"with", "return"}:
            yield from _twice(clause)
        elif patterns := clause.first("patterns"):
            yield from _conflicts(patterns, stage.before)
    for piece, scope in reading.all("comprehension", "quantifier", "reduce"):
        for name in piece.all("name"):
            if name.text in scope:
                yield NAMED_TWICE.at(name, name=name.text)


def _twice(clause: Syntax) -> Iterator[Finding]:
    seen: set[str] = set()
    for item in clause.all("item"):
        named = item.first("name") or item.parts[0]
        name = item.name or item.parts[0].name if named.kind in {"name", "variable"} else ""
        if name and name in seen:
            yield NAMED_TWICE.at(named, name=name)
        seen.add(name)


def _conflicts(patterns: Syntax, before: Scope) -> Iterator[Finding]:
    """Yield links that are named already, and nodes whose name is something else."""
    bound = {name: kind.what for name, kind in before.items()}
    for pattern in patterns.parts:
        for piece in pattern.parts:
            name = piece.first("name") if piece.parts else None
            if piece.kind == "node" and name:
                if bound.setdefault(name.text, "node") not in {"node", "any"}:
                    yield NAMED_TWICE.at(name, name=name.text)
            elif piece.kind in {"out", "in", "both"} and name:
                if name.text in bound:
                    yield NAMED_TWICE.at(name, name=name.text)
                bound[name.text] = "link"


def functions(reading: Reading) -> Iterator[Finding]:
    """Find functions that are left out, unknown, or given too few or too many values."""
    for call, _ in reading.all("call"):
        name = call.parts[0].text
        known = FUNCTIONS.get(name.lower())
        if name.lower() in LEFT_OUT or name.partition(".")[0].lower() in {"duration", "datetime"}:
            reason, instead = LEFT_OUT[name.partition(".")[0].lower()]
            words = {"name": name, "reason": reason, "instead": instead.format()}
            yield LEFT_OUT_FUNCTION.at(call, **words)
        elif known is None:
            near = nearest(name, (function.name for function in FUNCTIONS.values()))
            yield UNKNOWN_FUNCTION.at(call, name=name, near=near)
        else:
            yield from _arguments(call, known.name, known.least, known.most)


def _arguments(call: Syntax, name: str, least: int, most: int) -> Iterator[Finding]:
    given = [part for part in call.parts[1:] if part.kind != "distinct"]
    star = any(part.kind == "star" for part in given)
    if not least <= len(given) <= most or (star and name != "count"):
        wanted = f"{least}" if least == most else f"{least} to {most}"
        found = "*" if star else str(len(given))
        yield ARGUMENTS.at(call, name=name, wanted=f"{wanted} value{'s' * (most > 1)}", found=found)


CHECKS = (unknown_types, unknown_properties, undefined, reserved, named_twice, functions)
