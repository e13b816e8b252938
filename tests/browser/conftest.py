"""Pages in a real, headless Chromium that may not leave the machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, sync_playwright

from support_browser import DRIVER_LIBRARY, QUIET, NoBrowserError, find_browser, leaves_machine
from support_not_run import NotRun, give_up

REMEDY = "install Chromium (Debian: apt-get install chromium), or name one in SEAM_CHROMIUM"
DRIVER = f"install {DRIVER_LIBRARY} (Debian: apt-get install {DRIVER_LIBRARY})"
SIZE: ViewportSize = {"width": 1024, "height": 768}


@pytest.fixture(scope="session")
def browser_path(request: pytest.FixtureRequest) -> str:
    """Path of the Chromium of this machine."""
    try:
        return find_browser()
    except NoBrowserError as error:
        give_up(request, NotRun("a browser", str(error), REMEDY))


@pytest.fixture(scope="package")
def playwright(request: pytest.FixtureRequest) -> Iterator[Playwright]:
    """Playwright, with its driver running."""
    manager = sync_playwright()
    try:
        started = manager.start()
    except Exception as error:  # noqa: BLE001  it raises no narrower one
        give_up(request, NotRun("a browser", f"Playwright's driver fails: {error}", DRIVER))
    yield started
    started.stop()


@pytest.fixture(scope="package")
def browser(browser_path: str, playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for the tests of this folder."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*QUIET, "--no-sandbox"] if root else list(QUIET)
    browser = playwright.chromium.launch(executable_path=browser_path, args=flags)
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of 1024 x 768; the test fails if anything it asks for leaves the machine."""
    asked: list[str] = []
    context = browser.new_context(viewport=SIZE, service_workers="block")
    context.on("request", lambda request: asked.append(request.url))
    context.on("page", lambda page: page.on("websocket", lambda ws: asked.append(ws.url)))
    page = context.new_page()
    yield page
    context.close()
    left = sorted({url for url in asked if leaves_machine(url)})
    if left:
        pytest.fail(f"these requests left the machine: {', '.join(left)}", pytrace=False)
