"""A file written by `seam dump` as the graph that it is: read whole and strictly, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.batch import Batch, Link, Node, batch_of
from graph.dump_line import AGAIN, BadLineError, read_line
from graph.errors import SeamError, UnknownTypeError, nearest
from graph.problem import Place, Problem
from graph.schema import Model
from graph.standing import standing


class BadDumpError(SeamError):
    """A dump that no graph would give; the line that shows it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))


def restored(model: Model, path: Path) -> Batch:
    """Return the graph that the dump holds; a dump of it gives the same bytes again.

    Raises `BadDumpError` for the first line that is not of the model or does not stand.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SeamError(f"cannot read {path} ({error.strerror or error})") from None
    return _Reading(model, path).graph(content)


class _Reading:
    """One reading of a dump; every complaint names the file and the line."""

    def __init__(self, model: Model, path: Path) -> None:
        self._model, self._path = model, path
        self._nodes: dict[str, Node] = {}
        self._links: list[Link] = []
        self._lines: dict[tuple[object, ...], int] = {}

    def graph(self, content: bytes) -> Batch:
        for number, line in enumerate(self._split(content), start=1):
            try:
                self._take(read_line(self._model, line), number)
            except BadLineError as error:
                raise self._bad(number, error.found, error.wanted) from None
            except UnknownTypeError as error:
                raise self._bad(number, *str(error).split("; ", 1)) from None
        for link in self._links:
            self._check_link(link)
        self._check_standing()
        return batch_of(self._nodes.values(), self._links)

    def _split(self, content: bytes) -> Iterator[bytes]:
        """Yield the lines, each after the one before it as bytes go."""
        if not content:
            raise self._bad(1, "the file is empty", "a dump has a line for every node and link")
        *lines, rest = content.split(b"\n")
        before = b""
        for number, line in enumerate(lines, start=1):
            yield line
            if line < before:
                raise self._bad(number, "the line is out of order", "sort the lines by their bytes")
            before = line
        if rest:
            raise self._bad(len(lines) + 1, "the file ends within a line", AGAIN)

    def _take(self, item: Node | Link, number: int) -> None:
        first = self._lines.setdefault(_key(item), number)
        if isinstance(item, Node):
            if first != number:
                raise BadLineError(f"line {first} has the id {item.id} too", "give each its own")
            self._nodes[item.id] = item
        else:
            if first != number:
                raise BadLineError(f"line {first} states the same", "put their passages together")
            self._links.append(item)

    def _check_link(self, link: Link) -> None:
        type_ = self._model.link(link.type)
        self._check_end(link, link.source, type_.sources)
        self._check_end(link, link.target, type_.targets)
        for passage in link.passages:
            self._check_end(link, passage, ("Passage",))
        source = self._nodes[link.source].label
        if not link.passages and self._model.needs_passages(link.type, source):
            raise self._bad_item(link, f"{link} has no passage", "name those that say it")

    def _check_end(self, link: Link, id_: str, labels: Sequence[str]) -> None:
        node = self._nodes.get(id_)
        if node is None:
            raise self._bad_item(
                link, f"{link} needs {id_}, which no line holds", nearest(id_, self._nodes)
            )
        if not self._model.is_a(node.label, labels):
            raise self._bad_item(
                link, f"{link} needs {' or '.join(labels)}", f"{id_} is a {node.label}"
            )

    def _check_standing(self) -> None:
        """Refuse what loading would leave out or derive otherwise from the same links."""
        stands = {n.id: n for n in standing(self._model, self._nodes, self._links).nodes}
        told = {link.source for link in self._links if link.type == "FROM"}
        for node in self._nodes.values():
            named = f"the {node.label} {node.id}"
            if node.label == "Passage" and node.id not in told:
                raise self._bad_item(node, f"{named} is from no source", "add its link FROM")
            if node.id not in stands:
                raise self._bad_item(
                    node, f"{named} is touched by no fact with a passage", "leave it out"
                )
            if node != stands[node.id]:
                raise self._bad_item(node, *_derived(named, node, stands[node.id]))

    def _bad_item(self, item: Node | Link, found: str, wanted: str) -> BadDumpError:
        return self._bad(self._lines[_key(item)], found, wanted)

    def _bad(self, line: int, found: str, wanted: str) -> BadDumpError:
        return BadDumpError(Problem(Place(str(self._path), line), found, wanted))


def _key(item: Node | Link) -> tuple[object, ...]:
    return ("node", item.id) if isinstance(item, Node) else item.statement


def _derived(named: str, found: Node, right: Node) -> tuple[str, str]:
    """Return the property that follows from the links and does not, and what does."""
    for name in (*right.properties, *found.properties):
        here, there = found.properties.get(name), right.properties.get(name)
        if here != there:
            break
    wanted = "leave it out" if there is None else f"its links give {there}"
    return f"{name} of {named} is {here or 'missing'}", wanted
