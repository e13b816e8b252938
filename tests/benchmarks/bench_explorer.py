"""The explorer: seconds to the first useful screen of every page, and the memory it then holds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median

import psutil
import pytest
from playwright.sync_api import Page, sync_playwright

from support_browser import QUIET, find_browser

SHOWN = {
    "": "Which partnerships worked where",
    "partnerships": "independent sources",
    "ask": "Which partnerships worked where",
    "intervention": "What changed",
    "graph": "drawn",
}
RUNS = 5
SECONDS, MEGABYTES = 3.0, 400.0


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=[*QUIET, "--no-sandbox"]
        )
        yield browser.new_page(viewport={"width": 1024, "height": 768})
        browser.close()


def test_first_useful_screens(
    explorer: str, page: Page, report: Callable[[str, float, str], None]
) -> None:
    began = time.perf_counter()
    page.goto(explorer)
    page.get_by_text(SHOWN[""]).first.wait_for()
    first = time.perf_counter() - began
    report("first useful screen of a server just started", first, "s")
    assert first < SECONDS
    for path, words in SHOWN.items():
        times = []
        for _ in range(RUNS):
            began = time.perf_counter()
            page.goto(f"{explorer}/{path}")
            page.get_by_text(words).first.wait_for()
            times.append(time.perf_counter() - began)
        report(f"first useful screen, {path or 'start'}", median(times), "s")
        assert median(times) < SECONDS, path
    held = _memory(explorer)
    report("memory of the explorer after all pages", held, "MB")
    assert held < MEGABYTES


def _memory(url: str) -> float:
    """Return the resident memory of the process that serves this address, in MB."""
    port = url.rpartition(":")[2]
    for process in psutil.process_iter(["cmdline"]):
        if {"--port", port} <= set(process.info["cmdline"] or ()):
            return float(process.memory_info().rss) / 1e6
    pytest.fail(f"no process serves {url}")
