"""The header of a question file: title, use, question, parameters, columns and chart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from graph.errors import SeamError, nearest
from graph.model import MODEL

Use = Literal["partnerships", "strategies", "evidence"]
Kind = Literal["text", "integer", "number", "flag", "texts"]
KINDS: tuple[Kind, ...] = get_args(Kind)
USES: tuple[Use, ...] = get_args(Use)

PARAM = re.compile(
    r"(?P<name>\w+) (?P<type>\w+) = (?P<default>'[^']*'|-?[\d.]+|true|false) : (?P<help>.+)"
)
COLUMN = re.compile(r"(?P<name>\w+) (?P<type>\w+) : (?P<help>.+)")
CHART = re.compile(r"(?P<kind>matrix|bars) (?P<roles>\w+=\w+(?: \w+=\w+)*)")


class QuestionFileError(SeamError):
    """A question file whose header cannot be read."""

    def __init__(self, name: str, line: int, found: str, wanted: str) -> None:
        super().__init__(f"queries/{name}.cypher:{line}: {found}; {wanted}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the asker may change; `of` names the node type whose id it is, if any."""

    name: str
    type: Kind
    default: str | int | float | bool
    help: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that the question promises; `of` names the node type whose ids it holds, if any."""

    name: str
    type: Kind
    help: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of the answer and the columns it is drawn from, by role (`rows`, `value` ...)."""

    kind: str
    roles: dict[str, str]


@dataclass(frozen=True, slots=True)
class Header:
    """What a question file says before its Cypher."""

    title: str
    use: Use
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    chart: Chart | None


def parse_header(name: str, text: str) -> Header:
    """Return the header of the question file with this name and text."""
    return _Parser(name).parse(text)


class _Parser:
    """Reads header lines; every complaint names the file and the line."""

    def __init__(self, name: str) -> None:
        self._name, self._line = name, 0
        self._words: dict[str, str] = {}
        self._parameters: list[Parameter] = []
        self._columns: list[Column] = []
        self._chart: Chart | None = None

    def parse(self, text: str) -> Header:
        for self._line, line in enumerate(text.splitlines(), start=1):
            if not line.startswith("//"):
                break
            self._take(line.removeprefix("//").strip())
        missing = [word for word in ("title", "use", "question") if word not in self._words]
        if missing or not self._columns:
            raise self._error(f"no {(*missing, 'column')[0]} line", "add it to the header")
        self._check_chart()
        return Header(
            self._words["title"],
            self._use(self._words["use"]),
            self._words["question"],
            tuple(self._parameters),
            tuple(self._columns),
            self._chart,
        )

    def _take(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        match word:
            case "title:" | "use:" | "question:":
                self._words[word[:-1]] = rest.strip()
            case "param":
                self._parameters.append(self._parameter(self._matched(PARAM, rest)))
            case "column":
                found = self._matched(COLUMN, rest)
                self._columns.append(Column(found["name"], *self._typed(found)))
            case "chart":
                found = self._matched(CHART, rest)
                roles = dict(pair.split("=") for pair in found["roles"].split())
                self._chart = Chart(found["kind"], roles)
            case _:
                known = ("title:", "use:", "question:", "param", "column", "chart")
                raise self._error(f"cannot read '{line}'", nearest(word, known))

    def _matched(self, pattern: re.Pattern[str], rest: str) -> dict[str, str]:
        found = pattern.fullmatch(rest)
        if found is None:
            raise self._error(
                f"cannot read '{rest}'", "see queries/dialect.md for the header's form"
            )
        return found.groupdict()

    def _parameter(self, found: dict[str, str]) -> Parameter:
        type_, help_, of = self._typed(found)
        text = found["default"]
        default: str | int | float | bool
        if text.startswith("'"):
            default = text[1:-1]
        elif text in {"true", "false"}:
            default = text == "true"
        else:
            default = int(text) if type_ == "integer" else float(text)
        return Parameter(found["name"], type_, default, help_, of)

    def _typed(self, found: dict[str, str]) -> tuple[Kind, str, str]:
        labels = [node.label for node in MODEL.nodes]
        for kind in KINDS:
            if found["type"] == kind:
                return kind, found["help"], ""
        if found["type"] not in labels:
            raise self._error(
                f"{found['type']} is no type", nearest(found["type"], (*KINDS, *labels))
            )
        return "text", found["help"], found["type"]

    def _use(self, word: str) -> Use:
        for use in USES:
            if word == use:
                return use
        raise self._error(f"{word} is no use", nearest(word, USES))

    def _check_chart(self) -> None:
        names = [column.name for column in self._columns]
        for column in self._chart.roles.values() if self._chart else ():
            if column not in names:
                raise self._error(f"the chart draws {column}", nearest(column, names))

    def _error(self, found: str, wanted: str) -> QuestionFileError:
        return QuestionFileError(self._name, self._line, found, wanted)
