"""The header of a question file: title, use, question, parameters, columns and chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from graph.errors import SeamError, nearest
from graph.model import LANGUAGES, MODEL

Use = Literal["partnerships", "strategies", "gaps", "cases", "evidence"]
Kind = Literal["text", "integer", "number", "flag", "texts"]
KINDS: tuple[Kind, ...] = get_args(Kind)
USES: tuple[Use, ...] = get_args(Use)

SPOKEN = ("en", *LANGUAGES)
PARAM = re.compile(
    r"(?P<name>\w+) (?P<type>\w+) = (?P<default>'[^']*'|-?[\d.]+|true|false) : (?P<help>.+)"
)
COLUMN = re.compile(r"(?P<name>\w+) (?P<type>\w+) : (?P<help>.+)")
SAID = re.compile(
    rf"(?P<word>title|question)(?: (?P<language>{'|'.join(LANGUAGES)}))?: (?P<said>.+)"
)
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
    """What a question file says before its Cypher; titles and questions also by language."""

    title: str
    use: Use
    question: str
    titles: Mapping[str, str]
    questions: Mapping[str, str]
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
        self._use_word = ""
        self._said: dict[str, dict[str, str]] = {"title": {}, "question": {}}
        self._parameters: list[Parameter] = []
        self._columns: list[Column] = []
        self._chart: Chart | None = None

    def parse(self, text: str) -> Header:
        for self._line, line in enumerate(text.splitlines(), start=1):
            if not line.startswith("//"):
                break
            self._take(line.removeprefix("//").strip())
        for missing in self._missing():
            raise self._error(f"no {missing} line", "add it to the header")
        self._check_chart()
        titles, questions = self._said["title"], self._said["question"]
        return Header(
            titles["en"],
            self._use(self._use_word),
            questions["en"],
            titles,
            questions,
            tuple(self._parameters),
            tuple(self._columns),
            self._chart,
        )

    def _missing(self) -> Iterator[str]:
        for word, said in self._said.items():
            yield from (f"{word} {code}".removesuffix(" en") for code in SPOKEN if code not in said)
        if not self._use_word:
            yield "use"
        if not self._columns:
            yield "column"

    def _take(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        match word:
            case "title:" | "question:" | "title" | "question":
                found = self._matched(SAID, line)
                self._said[found["word"]][found["language"] or "en"] = found["said"].strip()
            case "use:":
                self._use_word = rest.strip()
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
                known = ("title:", "title fr:", "use:", "question:", "param", "column", "chart")
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
