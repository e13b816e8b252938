"""Data folders for tests: a small fixed casebook, and on top what a test's docstring says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

BASE = Path(__file__).parent / "records"
UNNAMED = "case_studies/record.yaml"
FILE_LINE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A data folder of its own with the fixed test casebook: no problems in it."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


@pytest.fixture
def records(request: pytest.FixtureRequest, registry: Path) -> Path:
    """The test casebook with the files that the test's docstring holds."""
    text = request.function.__doc__
    assert text, "write the records as the docstring of the test"
    return write_records(registry, text)


def write_records(folder: Path, text: str) -> Path:
    """Write records into a data folder and return it.

    A line `# file: case_studies/x.yaml` begins each file, and the line after it is the file's
    first; text without such a line is one case study, `case_studies/record.yaml`.
    """
    text = dedent(text).lstrip("\n")
    if not FILE_LINE.match(text):
        text = f"# file: {UNNAMED}\n{text}"
    _before, *parts = FILE_LINE.split(text)
    for name, content in zip(parts[::2], parts[1::2], strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder
