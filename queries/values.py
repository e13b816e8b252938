"""Values for a question's parameters: from what a person typed to what the query takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.errors import SeamError, nearest
from graph.ids import folded
from graph.model import MODEL
from graph.store import Parameter as Given
from graph.store import Store
from queries.header import Parameter

FORMS = {"integer": "a whole number", "number": "a number", "flag": "true or false"}
YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
READERS: dict[str, Callable[[str], Given]] = {
    "integer": int,
    "number": float,
    "flag": lambda text: YES_NO[text.casefold()],
    "texts": lambda text: [part.strip() for part in text.split(",") if part.strip()],
}


class WrongValueError(SeamError):
    """A parameter that the question does not have, or a value that it cannot take."""


def fill(
    store: Store, parameters: tuple[Parameter, ...], given: Mapping[str, Given]
) -> dict[str, Given]:
    """Return a value for every parameter: the given one, or else the default."""
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            raise WrongValueError(f"this question has no parameter {name}; {nearest(name, known)}")
    return {
        name: _value(store, parameter, given.get(name, parameter.default))
        for name, parameter in known.items()
    }


def _value(store: Store, parameter: Parameter, given: Given) -> Given:
    if parameter.of and isinstance(given, str) and given:
        return identify(store, parameter.of, given, parameter.name)
    if not isinstance(given, str) or parameter.type == "text":
        return given
    try:
        return READERS[parameter.type](given)
    except (ValueError, KeyError):
        raise WrongValueError(
            f"{parameter.name} is {given}; write {FORMS[parameter.type]}"
        ) from None


def identify(store: Store, label: str, words: str, name: str = "id") -> str:
    """Return the id of the node of this type that the words name: its id, name or an alias."""
    by_id = f"MATCH (n:{label}) WHERE n.id = $id RETURN n.id AS id ORDER BY id"
    if store.read(by_id, {"id": words}).rows:
        return words
    names = _names(store, label)
    found = sorted(names.get(folded(words), ()))
    if len(found) == 1:
        return found[0]
    what = f"{name} is {words}: no {label.lower()} has this id or name"
    if found:
        raise WrongValueError(f"{name} is {words}: it names {' and '.join(found)}; write one id")
    known = {id_ for ids in names.values() for id_ in ids}
    near = names.get(nearest(folded(words), names).removeprefix("did you mean ").rstrip("?"), ())
    hint = f"did you mean {min(near)}?" if near else nearest(words, known)
    raise WrongValueError(f"{what}; {hint}")


def _names(store: Store, label: str) -> dict[str, set[str]]:
    declared = {prop.name for prop in MODEL.properties(label)}
    wanted = [MODEL.node(label).caption, *(("aliases",) if "aliases" in declared else ())]
    columns = ", ".join(f"n.{name} AS {name}" for name in wanted)
    names: dict[str, set[str]] = {}
    for id_, *values in store.read(f"MATCH (n:{label}) RETURN n.id AS id, {columns}").rows:
        for value in (id_, *values):
            for name in value if isinstance(value, list) else [value]:
                names.setdefault(folded(str(name)), set()).add(str(id_))
    return names
