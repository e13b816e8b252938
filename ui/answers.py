"""Answers as text: a table for people, CSV, JSON and Markdown for everything else."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import Literal

from graph.store import Answer, Cell

Format = Literal["table", "csv", "json", "markdown"]
SHOWN = 2


def written(answer: Answer, format_: Format) -> str:
    """Return the answer in this format, ending with a line break."""
    return {"table": _table, "csv": _csv, "json": _json, "markdown": _markdown}[format_](answer)


def _json(answer: Answer) -> str:
    return json.dumps(answer.records(), ensure_ascii=False, indent=1) + "\n"


def _csv(answer: Answer) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_text(cell) for cell in row] for row in answer.rows)
    return out.getvalue()


def _markdown(answer: Answer) -> str:
    rows = [answer.columns, ["---"] * len(answer.columns)]
    rows += [[_text(cell) for cell in row] for row in answer.rows]
    return "".join(f"| {' | '.join(map(_escaped, row))} |\n" for row in rows)


def _escaped(cell: str) -> str:
    return " ".join(cell.splitlines()).replace("\\", "\\\\").replace("|", "\\|")


def _table(answer: Answer) -> str:
    from rich import box  # noqa: PLC0415  the other formats need no rich
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, column in enumerate(answer.columns):
        numeric = any(isinstance(row[index], int | float) for row in answer.rows)
        table.add_column(Text(column), justify="right" if numeric else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(_short(cell)) for cell in row))
    out = io.StringIO()
    width = None if sys.stdout.isatty() else 10_000
    Console(file=out, width=width, highlight=False).print(table)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(line for line in lines if line) + f"\n{_counted(answer)}\n"


def _counted(answer: Answer) -> str:
    rows = f"{len(answer.rows)} row{'s' * (len(answer.rows) != 1)}"
    return f"{rows}; there are more: ask with a larger most=" if answer.cut else rows


def _text(cell: Cell) -> str:
    if isinstance(cell, list):
        return "; ".join(cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def _short(cell: Cell) -> str:
    if isinstance(cell, list) and len(cell) > SHOWN:
        return f"{'; '.join(cell[:SHOWN])}; and {len(cell) - SHOWN} more"
    return _text(cell)
