"""Records: YAML mappings read field by field, every field taken or reported, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias, TypeVar

import yaml

from graph.draft import Draft
from graph.errors import nearest
from graph.ids import written
from graph.problem import Place, Problem

Scalar: TypeAlias = str | int | float | bool | date | None
Known = TypeVar("Known")
_CONSTRUCTOR = yaml.constructor.SafeConstructor()
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RefusedError(Exception):
    """A record that cannot be read on; the problem is already noted."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Record:
    """One mapping of a record file; a field is a problem unless it is taken or left."""

    def __init__(self, draft: Draft, path: str, node: yaml.MappingNode) -> None:
        self.draft = draft
        self.place = Place(path, node.start_mark.line + 1)
        self._fields: dict[str, yaml.Node] = {}
        self._places: dict[str, Place] = {}
        self._taken: set[str] = set()
        self._id = ""
        for key, value in node.value:
            self._field(path, str(key.value), key, value)

    def place_of(self, name: str) -> Place:
        """Return where the field stands, or the record if it has none such."""
        return self._places.get(name, self.place)

    def has(self, name: str) -> bool:
        """Tell whether the field is there."""
        return name in self._fields

    def text(self, name: str) -> str:
        """Return a text that must be there; a number or a day counts as text, as it is written."""
        return self._required(name, self.maybe_text(name), "a text")

    def new_id(self, made: Callable[[str], str] = str) -> str:
        """Return the record's id, which no other record may have; `made` tells the graph's form."""
        id_ = self.text("id")
        self.claim(made(id_))
        return id_

    def claim(self, id_: str) -> str:
        """Take this id in the graph for the record; without the record, what names it waits."""
        first = self.draft.place_of(id_)
        if first is not None:
            raise self.refuse(
                "id", f"the id {written(id_)} is taken by {first}", "give it another id"
            )
        self._id = id_
        return id_

    def maybe_text(self, name: str) -> str | None:
        """Return a text, or None if the field is absent or empty."""
        value = self._scalar(name)
        if isinstance(value, bool):
            raise self.refuse(name, f"{name} is {str(value).lower()}", "put a text in quotes")
        return None if value is None else str(self._fields[name].value).strip()

    def choice(self, name: str, choices: Sequence[str]) -> str:
        """Return a text that must be one of these."""
        value = self.text(name)
        if value not in choices:
            raise self.refuse(name, f"{name} {value} is unknown", nearest(value, choices))
        return value

    def maybe_choice(self, name: str, choices: Sequence[str]) -> str | None:
        """Return one of these texts, or None if the field is absent."""
        return self.choice(name, choices) if self.has(name) else None

    def year(self, name: str) -> int:
        """Return a calendar year of four digits that must be there."""
        value = self._scalar(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 1500 <= value <= 2100:
            raise self.refuse(
                name,
                f"{name} is {'missing' if value is None else value}",
                "write a year such as 2019",
            )
        return value

    def maybe_number(self, name: str) -> float | None:
        """Return a number, or None if the field is absent."""
        value = self._scalar(name)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.refuse(name, f"{name} is {value}", "write a number such as 12.5")
        return float(value)

    def maybe_integer(self, name: str) -> int | None:
        """Return a whole number, or None if the field is absent."""
        value = self._scalar(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self.refuse(name, f"{name} is {value}", "write a whole number")
        return value

    def flag(self, name: str) -> bool | None:
        """Return true or false, or None if the field is absent."""
        value = self._scalar(name)
        if value is not None and not isinstance(value, bool):
            raise self.refuse(name, f"{name} is {value}", "write true or false")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty if the field is absent."""
        node = self._take(name)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self.refuse(name, f"{name} is not a list", "write [a, b]")
        return tuple(self._item(name, item) for item in node.value)

    def record(self, name: str) -> Record:
        """Return the mapping under this field, which must be there."""
        node = self._take(name)
        if not isinstance(node, yaml.MappingNode):
            raise self.refuse(name, f"{name} is not a mapping", "write name: value lines under it")
        part = Record(self.draft, self.place.path, node)
        part._id = self._id
        return part

    def records(self, name: str) -> Iterator[Record]:
        """Yield the mappings of the list under this field; none if it is absent."""
        node = self._take(name)
        if node is not None and not isinstance(node, yaml.SequenceNode):
            raise self.refuse(name, f"{name} is not a list", "begin each record with a dash")
        for item in node.value if node is not None else ():
            if isinstance(item, yaml.MappingNode):
                yield Record(self.draft, self.place.path, item)
            else:
                place = Place(self.place.path, item.start_mark.line + 1)
                self.draft.problem(place, f"an item of {name} is no record", "write field: value")

    def names(self) -> tuple[str, ...]:
        """Return the names of the fields not taken yet."""
        return tuple(name for name in self._fields if name not in self._taken)

    def leave(self, *names: str) -> None:
        """Leave these fields on purpose: nothing of them reaches the graph."""
        self._taken.update(names)

    def refuse(self, name: str, found: str, wanted: str) -> RefusedError:
        """Note a problem with a field, and return the error that gives the record up."""
        return RefusedError(self.draft.problem(self.place_of(name), found, wanted))

    @contextmanager
    def reading(self) -> Iterator[Record]:
        """Read the record within: a refusal ends it alone, a field left over is a problem."""
        try:
            yield self
        except RefusedError as refused:
            self.draft.lose(self._id, refused.problem)
            return
        for name in self.names():
            self.draft.problem(
                self.place_of(name), f"unknown field {name}", nearest(name, self._taken)
            )

    def _field(self, path: str, name: str, key: yaml.Node, value: yaml.Node) -> None:
        place = Place(path, key.start_mark.line + 1)
        if name in self._fields:
            self.draft.problem(place, f"{name} stands twice in one record", "keep one of them")
            return
        self._fields[name], self._places[name] = value, place

    def _take(self, name: str) -> yaml.Node | None:
        self._taken.add(name)
        return self._fields.get(name)

    def _scalar(self, name: str) -> Scalar:
        node = self._take(name)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            raise self.refuse(name, f"{name} is not a single value", "write one value")
        return self._value(name, node)

    def _item(self, name: str, node: yaml.Node) -> str:
        value = self._value(name, node) if isinstance(node, yaml.ScalarNode) else None
        if value is None or value == "" or isinstance(value, bool):
            raise self.refuse(
                name, f"an item of {name} is no text", "write [a, b], quoted if need be"
            )
        return str(node.value).strip()

    def _value(self, name: str, node: yaml.ScalarNode) -> Scalar:
        try:
            value: Scalar = _CONSTRUCTOR.yaml_constructors[node.tag](_CONSTRUCTOR, node)
        except (ValueError, KeyError, yaml.YAMLError):
            raise self.refuse(name, f"{name} is {node.value}", "put a text in quotes") from None
        return value

    def _required(self, name: str, value: Known | None, what: str) -> Known:
        if value is None or value == "":
            for near in get_close_matches(name, self.names(), n=1, cutoff=0.75):
                raise self.refuse(near, f"unknown field {near}", f"did you mean {name}?")
            raise self.refuse(name, f"{name} is missing", f"write {what} after {name}:")
        return value


def read_file(draft: Draft, folder: Path, name: str) -> Record | None:
    """Return the mapping that a YAML file holds, or None with the problem noted."""
    try:
        text = (folder / name).read_text("utf-8")
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        tab = "".join(text.splitlines()[line : line + 1]).startswith("\t")
        wanted = "begin lines with spaces, not tabs" if tab else "mend this line"
        draft.problem(Place(name, line + 1), f"not readable as YAML: {error.problem}", wanted)
    except (yaml.YAMLError, UnicodeDecodeError):
        draft.problem(Place(name, 1), "not readable as text", "save it as UTF-8")
    except OSError as error:
        draft.problem(
            Place(name, 1), f"cannot be opened: {error.strerror}", "mend the file's rights"
        )
    except RecursionError:
        draft.problem(Place(name, 1), "nested too deeply", "a record has a few levels only")
    else:
        if isinstance(node, yaml.MappingNode):
            return Record(draft, name, node)
        draft.problem(Place(name, 1), "holds no record", "write field: value lines")
    return None
