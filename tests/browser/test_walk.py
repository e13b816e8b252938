"""A walk through the five pages in a real browser; the `page` fixture watches every request."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.store import open_store
from loaders.everything import load
from support_explorer import serving
from support_records import write_records
from ui.pages import NAMES

CANVAS = "[data-testid=seam-canvas]"
PROOF = "article.seam-proof"


def address(explorer: str, path: str) -> str:
    return f"{explorer}/{path}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [1024, 1920])
def test_a_page_opens_and_needs_no_sideways_scrolling(
    page: Page, explorer: str, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    page.goto(address(explorer, "" if name == NAMES[0] else name))
    expect(page.locator("h1").first).to_be_visible(timeout=15_000)
    expect(page.locator("[data-testid=stException], [data-testid=stAlert]")).to_have_count(0)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= width


def test_a_number_is_two_clicks_from_its_passages_and_the_address_reopens_them(
    page: Page, explorer: str
) -> None:
    page.goto(address(explorer, "partnerships"))
    tile = page.locator("svg text", has_text="+7").first
    expect(tile).to_be_visible(timeout=15_000)
    box = tile.bounding_box()
    assert box
    page.mouse.click(box["x"] + 4, box["y"] + 4)
    story = page.locator("[class*=st-key-press] button").first
    expect(page).to_have_url(address(explorer, "partnerships?cell=arm~COL"))
    name = story.inner_text()
    story.click()
    expect(page.locator(PROOF).first).to_be_visible()
    reopened = page.url
    page.goto("about:blank")
    page.goto(reopened)
    expect(page.locator(PROOF).first).to_be_visible(timeout=15_000)
    expect(page.get_by_text(name).first).to_be_visible()


def test_back_and_forward_go_through_what_was_chosen(page: Page, explorer: str) -> None:
    page.goto(address(explorer, "intervention?id=gin-siguiri-mou"))
    page.get_by_role("button", name="Agreement or memorandum").click()
    expect(page.locator(PROOF)).to_have_count(3)
    page.go_back()
    expect(page.locator(PROOF)).to_have_count(0)
    page.go_forward()
    expect(page.locator(PROOF)).to_have_count(3)


def test_start_leads_into_a_page_with_its_choices_made(page: Page, explorer: str) -> None:
    page.goto(explorer)
    page.get_by_role("link", name="Look at this one").click()
    expect(page).to_have_url(address(explorer, "partnerships?cell=arm~COL"))
    expect(page.get_by_role("heading", name="Alliance for Responsible Mining in")).to_be_visible()


def test_a_double_click_expands_and_moves_nothing(page: Page, explorer: str) -> None:
    page.goto(address(explorer, "graph?node=gin-siguiri-mou"))
    expect(page.locator(CANVAS)).to_have_attribute("data-drawn", "19", timeout=15_000)
    page.wait_for_timeout(1500)
    before = positions(page)
    spot = page.locator(CANVAS).evaluate("root => root.seamRendered()['anglogold-ashanti']")
    page.mouse.dblclick(spot["x"], spot["y"])
    expect(page).to_have_url(re.compile("open=anglogold-ashanti"))
    expect(page.locator(CANVAS)).not_to_have_attribute("data-drawn", "19")
    page.wait_for_timeout(1000)
    after = positions(page)
    assert len(after) > len(before)
    assert {id_: after[id_] for id_ in before} == before
    expect(page.locator(PROOF).first).to_be_visible()


@pytest.mark.parametrize(("high", "least"), [(768, 560), (1080, 800)])
def test_the_canvas_is_as_high_as_the_window_allows(
    page: Page, explorer: str, high: int, least: int
) -> None:
    page.set_viewport_size({"width": 1920, "height": high})
    page.goto(address(explorer, "graph"))
    expect(page.locator(CANVAS)).to_have_attribute("data-drawn", re.compile("."), timeout=15_000)
    box = page.locator(CANVAS).bounding_box()
    assert box
    assert box["height"] >= least
    assert box["y"] + box["height"] <= high


def test_a_bar_is_one_click_from_the_passages_of_its_row(page: Page, explorer: str) -> None:
    page.goto(address(explorer, "ask?q=reused-strategies&look=picture"))
    bar = page.locator("svg .mark-rect path").first
    expect(bar).to_be_visible(timeout=15_000)
    bar.click()
    expect(page).to_have_url(re.compile("row=0"))
    expect(page.locator(PROOF).first).to_be_visible()


def positions(page: Page) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = page.locator(CANVAS).evaluate(
        "root => root.seamPositions()"
    )
    return found


def test_a_load_shows_within_two_seconds(page: Page, registry: Path, tmp_path: Path) -> None:
    store = open_store(f"embedded:{tmp_path / 'store'}")
    store.write(load(registry).batch)
    with serving(store.url, tmp_path) as explorer:
        page.goto(address(explorer, "intervention?id=per-quilla-plant"))
        expect(page.locator("h1")).to_be_visible(timeout=15_000)
        case = registry / "case_studies" / "per-quilla-plant.yaml"
        text = case.read_text("utf-8").splitlines()
        titled = ["title: Told anew" if line.startswith("title:") else line for line in text]
        write_records(registry, "# file: case_studies/per-quilla-plant.yaml\n" + "\n".join(titled))
        store.write(load(registry).batch)
        begun = time.monotonic()
        expect(page.locator("h1")).to_have_text("Told anew", timeout=5_000)
        assert time.monotonic() - begun < 2
