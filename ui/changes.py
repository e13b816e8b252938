"""What differs between two snapshots, for people: the graph first, then the answers, row by row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.batch import Node
from graph.change import GraphChange, Moved
from queries.change import AnswerChange, Asking
from ui.changed_rows import RowWords
from ui.changes_json import as_json
from ui.snapshots import Difference

Format = Literal["text", "json", "markdown"]
MARKS = re.compile(r"([\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_]))")
"""What Markdown would obey within a line; an underscore within a word is none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How much is said: so many rows a question, and passages by their ids or their number."""

    most: int
    passages: bool


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    lead: str
    lines: tuple[str, ...] = ()


def written(found: Difference, format_: Format, shown: Shown) -> str:
    """Return what differs in this format, ending with a line break."""
    if format_ == "json":
        return (
            json.dumps(as_json(found, passages=shown.passages), ensure_ascii=False, indent=1) + "\n"
        )
    sections = list(_sections(found, shown))
    if format_ == "markdown":
        return "\n".join(
            [f"# {_escaped(found.old)} -> {_escaped(found.new)}\n", *map(_markdown, sections)]
        )
    return "\n".join(map(_text, sections))


def _text(section: _Section) -> str:
    lines = "".join(f"  {line}\n" for line in section.lines)
    return f"{section.title}: {section.lead}\n{lines}"


def _markdown(section: _Section) -> str:
    lines = "".join(f"- {_escaped(line)}\n" for line in section.lines)
    lead = section.lead[0].upper() + section.lead[1:]
    head = f"## {_escaped(section.title)}\n\n{_escaped(lead)}\n"
    return f"{head}\n{lines}" if lines else head


def _escaped(text: str) -> str:
    return MARKS.sub(r"\\\1", text)


def _sections(found: Difference, shown: Shown) -> Iterator[_Section]:
    yield from _graph(found.graph, shown.most)
    same = []
    for asking, change in found.answers:
        if not isinstance(change, AnswerChange):
            why = (f"{one.side.upper()} cannot be asked: {one.why}" for one in change)
            yield _Section(_title(asking), "not compared.", tuple(why))
        elif change.differs:
            words = _words(found, asking, change, shown)
            lines = tuple(_lines(words, change, shown.most))
            yield _Section(_title(asking), f"{_rows(change)}.", lines)
        else:
            same.append(_title(asking))
    if same:
        yield _Section("Unchanged", f"{'; '.join(same)}.")


def _graph(change: GraphChange, most: int) -> Iterator[_Section]:
    if not change.differs:
        yield _Section("The graph", "nothing differs.")
        return
    kinds = ((change.nodes, "nodes", "changed"), (change.links, "links", "with other passages"))
    lead = "; ".join(f"{name} {_moved(_sum(all_), word)}" for all_, name, word in kinds if all_)
    lines = tuple(f"{one.type} {_moved(one, word)}" for all_, _, word in kinds for one in all_)
    yield _Section("The graph", f"{lead}.", lines)
    for title, sources in (
        ("Sources added", change.added),
        ("Sources withdrawn", change.withdrawn),
    ):
        if sources:
            lead = f"{len(sources)} source{'s' * (len(sources) != 1)}."
            yield _Section(title, lead, tuple(_cut(map(_source, sources), most)))


def _sum(moved: Sequence[Moved]) -> Moved:
    new, gone, changed = zip(*((one.new, one.gone, one.changed) for one in moved), strict=True)
    return Moved("", sum(new), sum(gone), sum(changed))


def _moved(moved: Moved, changed: str) -> str:
    counts = ((moved.new, "new"), (moved.gone, "gone"), (moved.changed, changed))
    return ", ".join(f"{number} {word}" for number, word in counts if number)


def _source(node: Node) -> str:
    known = node.properties
    title = " ".join(str(known.get("title", "no title")).split())
    return f"{title} ({known.get('voice', 'no voice')}; {node.id})"


def _title(asking: Asking) -> str:
    given = ", ".join(f"{name}={value}" for name, value in asking.given.items())
    return f"{asking.query.header.title} ({given})" if given else asking.query.header.title


def _rows(change: AnswerChange) -> str:
    """Return the numbers of rows: `1 row new, 2 changed`."""
    counts = _counts(len(change.new), len(change.gone), len(change.changed))
    number, _, rest = counts.partition(" ")
    return f"{number} {'row' if number == '1' else 'rows'} {rest}"


def _counts(new: int, gone: int, changed: int) -> str:
    return _moved(Moved("", new, gone, changed), "changed")


def _lines(words: RowWords, change: AnswerChange, most: int) -> Iterator[str]:
    new, gone = change.new[:most], change.gone[: max(0, most - len(change.new))]
    changed = change.changed[: max(0, most - len(change.new) - len(change.gone))]
    yield from (f"New: {words.counted(row)}" for row in new)
    yield from (f"Gone: {words.counted(row)}" for row in gone)
    yield from (f"Changed: {words.moved(row)}" for row in changed)
    left = [
        len(all_) - len(some)
        for all_, some in ((change.new, new), (change.gone, gone), (change.changed, changed))
    ]
    if sum(left):
        yield f"and {sum(left)} more: {_counts(*left)}"


def _cut(lines: Iterable[str], most: int) -> Iterator[str]:
    all_ = list(lines)
    yield from all_[:most]
    if len(all_) > most:
        yield f"and {len(all_) - most} more"


def _words(found: Difference, asking: Asking, change: AnswerChange, shown: Shown) -> RowWords:
    columns = asking.query.header.columns
    return RowWords(columns, change.key, found.captions, shown.most, shown.passages)
