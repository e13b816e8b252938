"""The golden answers: what every question answers on the shipped casebook, one file a question.

`python -m golden.write` in tests/ asks the embedded engine again and rewrites the files.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.store import Answer, Cell, Store, open_store
from loaders.everything import load
from queries.saved import SavedQuery, questions

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
LONGEST = 6
"""A longer list is kept as its length and checksum, so that a file stays readable."""


def asked(question: SavedQuery) -> list[dict[str, str | int]]:
    """Return the parameters of each answer that the question's file holds."""
    path = HERE / f"{question.name}.json"
    if not path.exists():
        return [{}]
    return [kept["parameters"] for kept in json.loads(path.read_text("utf-8"))]


def kept_answers(question: SavedQuery) -> list[list[list[Cell]]]:
    """Return the rows that the question's file holds, in the order of `asked`."""
    path = HERE / f"{question.name}.json"
    return [kept["rows"] for kept in json.loads(path.read_text("utf-8"))]


def brief(answer: Answer) -> list[list[Cell]]:
    """Return the rows as a golden file keeps them."""
    return [[_brief(cell) for cell in row] for row in answer.rows]


def _brief(cell: Cell) -> Cell:
    if not isinstance(cell, list) or len(cell) <= LONGEST:
        return cell
    return f"{len(cell)}: {hashlib.sha256(chr(10).join(cell).encode()).hexdigest()[:12]}"


def _written(
    question: SavedQuery, answers: Sequence[tuple[Mapping[str, str | int], Answer]]
) -> str:
    """Return the text of a golden file: one row a line, so that a change shows as a line."""
    parts = []
    for parameters, answer in answers:
        rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in brief(answer))
        columns = json.dumps([column.name for column in question.header.columns])
        head = f'{{"parameters": {json.dumps(parameters)},\n"columns": {columns}'
        parts.append(f'{head},\n"rows": [\n{rows}\n]}}')
    return "[" + ",\n".join(parts) + "]\n"


def write(store: Store) -> None:
    """Ask every question with the parameters of its file and write the answers there."""
    for question in questions().values():
        answers = [(given, question.run(store, given)) for given in asked(question)]
        (HERE / f"{question.name}.json").write_text(_written(question, answers), "utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        casebook = open_store(f"embedded:{folder}/store")
        casebook.write(load(DATA).batch)
        write(casebook)
        casebook.close()
    sys.stderr.write("Read the difference before you commit it: every changed line is a claim.\n")
