"""The house as DESIGN draws it: who may import whom, and how long things may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from support_seam import ROOT

MAY_IMPORT = {
    "graph": {"graph"},
    "loaders": {"graph", "loaders"},
    "queries": {"graph", "queries"},
    "ui": {"graph", "loaders", "queries", "ui"},
}
ONLY_IN = {
    "neo4j": {"graph/engines/neo4j.py"},
    "arcadedb": {"graph/engines/arcade.py"},
    "lark": {"queries/parsing.py"},
    "streamlit": {"ui/"},
    "pandas": {"ui/"},
    "networkx": {"graph/", "ui/"},
    "rich": {"ui/"},
    "snowballstemmer": {"queries/words/text.py"},
    "yaml": {"loaders/", "queries/", "ui/"},
}
FILE_LINES, FILE_MEDIAN, FUNCTION_LINES = 500, 130, 60
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


PRODUCT = files(*MAY_IMPORT)
ALL = [*PRODUCT, *files("tests")]
TREES = {path: ast.parse(path.read_text("utf-8")) for path in ALL}
each_product_file = pytest.mark.parametrize("path", PRODUCT, ids=name)
each_file = pytest.mark.parametrize("path", ALL, ids=name)


def imported(path: Path) -> Iterator[str]:
    """Yield the full names that a file imports, wherever in it."""
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} imports relatively"
            yield node.module or ""


@each_product_file
def test_packages_import_only_what_is_below_them(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    ours = {module.partition(".")[0] for module in imported(path)} & MAY_IMPORT.keys()
    assert ours <= MAY_IMPORT[package]


@each_product_file
def test_a_package_of_others_is_imported_only_where_it_belongs(path: Path) -> None:
    for module in {module.partition(".")[0] for module in imported(path)} & ONLY_IN.keys():
        assert name(path).startswith(tuple(ONLY_IN[module])), module


@each_product_file
def test_only_the_store_opens_an_engine(path: Path) -> None:
    engines = {module for module in imported(path) if module.startswith("graph.engines")}
    inside = name(path).startswith("graph/engines/") or name(path) == "graph/store.py"
    assert inside or not engines


def test_nothing_imports_the_tests() -> None:
    tests = {path.stem for path in files("tests")} - {"__init__"}
    for path in PRODUCT:
        assert not tests & set(imported(path)), name(path)


def test_no_module_of_the_screen_is_named_like_a_package_or_the_standard_library() -> None:
    taken = {*sys.stdlib_module_names, *MAY_IMPORT, "streamlit", "pandas", "networkx", "arcadedb"}
    screen = [path for path in files("ui") if path.parent == ROOT / "ui"]
    assert not {path.stem for path in screen} & (taken - {"ui"})


@each_file
def test_a_file_is_not_too_long(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= FILE_LINES


def test_files_are_short_as_a_rule() -> None:
    assert median(len(path.read_text("utf-8").splitlines()) for path in PRODUCT) <= FILE_MEDIAN


@each_file
def test_a_function_is_not_too_long(path: Path) -> None:
    for node in ast.walk(TREES[path]):
        if isinstance(node, Function):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, node.name


@each_product_file
def test_every_module_class_and_public_function_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(TREES[path]), name(path)
    for node in TREES[path].body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@each_file
def test_nothing_is_left_for_later(path: Path) -> None:
    later = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    assert not [word for word in later if word in path.read_text("utf-8")]
