"""One line of a dump as a node or a link, checked against the model."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NoReturn

from graph.batch import Batch, Link, Node, Value
from graph.canonical import dump_lines
from graph.errors import nearest
from graph.schema import Kind, Model, Property

NODE_KEYS = ("id", "kind", "labels", "properties")
LINK_KEYS = ("from", "kind", "passages", "properties", "to", "type")
LONGEST_INTEGER = 63
"""Bits of a whole number besides its sign, on either engine."""

KINDS: dict[Kind, str] = {
    "text": "a text that is not empty",
    "integer": "a whole number of 64 bits",
    "number": "a number with a decimal point, such as 12.5",
    "flag": "true or false",
    "texts": "a list of texts that is not empty",
}
FITS: dict[Kind, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str) and value != "",
    "integer": lambda value: type(value) is int and _bits(value) <= LONGEST_INTEGER,
    "number": lambda value: isinstance(value, float) and math.isfinite(value),
    "flag": lambda value: isinstance(value, bool),
    "texts": lambda value: isinstance(value, tuple) and value != (),
}
AGAIN = "write the file again with `seam dump`"


class BadLineError(ValueError):
    """What was found in a line of a dump, and what would be right."""

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(f"{found}; {wanted}")
        self.found, self.wanted = found, wanted


def read_line(model: Model, line: bytes) -> Node | Link:
    """Return what the line holds; raise `BadLineError` unless a dump would write these bytes."""
    item = _object(line)
    kind = item.get("kind")
    if kind == "node":
        _check_keys(item, NODE_KEYS)
        made: Node | Link = _node(model, item)
    elif kind == "link":
        _check_keys(item, LINK_KEYS)
        made = _link(model, item)
    else:
        raise BadLineError(f"the kind is {_shown(kind)}", "write node or link")
    _check_form(model, made, line)
    return made


def _object(line: bytes) -> Mapping[str, object]:
    try:
        item: object = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise BadLineError("the line is not UTF-8", AGAIN) from None
    except (ValueError, RecursionError):
        raise BadLineError("the line is not JSON", AGAIN) from None
    if not isinstance(item, dict):
        raise BadLineError("the line is no JSON object", AGAIN)
    return item


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _check_keys(item: Mapping[str, object], keys: Sequence[str]) -> None:
    for key in item:
        if key not in keys:
            raise BadLineError(f"a {item['kind']} has no {key}", nearest(key, keys))
    for key in keys:
        if key not in item:
            raise BadLineError(f"the {item['kind']} lacks {key}", f"give it {', '.join(keys)}")


def _node(model: Model, item: Mapping[str, object]) -> Node:
    id_ = _word(item, "id")
    label = _label(model, item["labels"])
    if label == "Year" and not id_.isdecimal():
        raise BadLineError(f"the id of the Year is {id_}", "write the year in digits")
    known = _properties(f"the {label} {id_}", model.properties(label), item["properties"])
    return Node(label, id_, known)


def _label(model: Model, value: object) -> str:
    labels = _texts(value)
    if not labels:
        raise BadLineError(f"labels is {_shown(value)}", "write a list of node types")
    for label in labels:
        model.node(label)
    whole = {model.labels(type_.label): type_.label for type_ in model.concrete()}
    if labels in whole:
        return whole[labels]
    near = (", ".join(some) for some in whole if not set(labels).isdisjoint(some))
    raise BadLineError(f"no node has the labels {', '.join(labels)}", f"write {' or '.join(near)}")


def _link(model: Model, item: Mapping[str, object]) -> Link:
    type_, source, target = (_word(item, key) for key in ("type", "from", "to"))
    passages = _texts(item["passages"])
    if passages is None:
        raise BadLineError(f"passages is {_shown(item['passages'])}", "write a list of ids")
    if len(set(passages)) < len(passages):
        raise BadLineError("passages names one of them twice", "name each once")
    owner = f"{source} {type_} {target}"
    known = _properties(owner, model.link(type_).properties, item["properties"])
    return Link(type_, source, target, known, passages)


def _properties(owner: str, declared: Iterable[Property], value: object) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise BadLineError(f"properties is {_shown(value)}", "write an object, {} if none is known")
    known = {prop.name: prop for prop in declared}
    for name in value:
        if name not in known:
            raise BadLineError(f"{owner} has no property {name}", nearest(name, known))
    for prop in known.values():
        if prop.required and prop.name not in value:
            raise BadLineError(f"{owner} lacks {prop.name}", f"give it {KINDS[prop.kind]}")
    return {name: _value(owner, known[name], given) for name, given in value.items()}


def _value(owner: str, prop: Property, given: object) -> Value:
    found = _texts(given) if isinstance(given, list) else given
    if not isinstance(found, str | int | float | tuple) or not FITS[prop.kind](found):
        raise BadLineError(
            f"{prop.name} of {owner} is {_shown(given)}", f"write {KINDS[prop.kind]}"
        )
    if prop.choices and found not in prop.choices:
        raise BadLineError(f"{prop.name} of {owner} is {found}", nearest(str(found), prop.choices))
    return found


def _word(item: Mapping[str, object], key: str) -> str:
    value = item[key]
    if not isinstance(value, str) or not value:
        raise BadLineError(f"{key} is {_shown(value)}", "write a text that is not empty")
    return value


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        return None
    return tuple(value)


def _check_form(model: Model, made: Node | Link, line: bytes) -> None:
    """Refuse what says the same in other bytes: a key twice, a space, an order of its own."""
    batch = Batch((made,), ()) if isinstance(made, Node) else Batch((), (made,))
    try:
        (written,) = dump_lines(model, batch)
        same = written.encode() == line
    except UnicodeEncodeError:
        raise BadLineError("the line holds half a character", AGAIN) from None
    if not same:
        raise BadLineError(
            "the line is not in canonical form",
            "write keys once and sorted, no spaces, labels and passages sorted",
        )


def _bits(value: object) -> int:
    if not isinstance(value, int):
        return 0
    return (value if value >= 0 else ~value).bit_length()


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)[:60]
