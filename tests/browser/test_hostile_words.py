"""Words that people typed are shown as they were typed, on every page, and nothing overflows."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect

from graph.store import open_store
from loaders.everything import load
from support_explorer import serving
from support_records import BASE, write_records

WIDE = 1024
HOSTILE = "<img src=x onerror=alert(1)> *bold* $x$ :red[hi] [a](javascript:alert(1))"
LONG = f"{HOSTILE} {'Supercalifragilistic' * 7} {'and so on ' * 9}"
ARABIC = "\u0634\u0631\u0643\u0629 \u0627\u0644\u0630\u0647\u0628"
CHINESE = "\u624b\u5de5\u91c7\u77ff\u8005\u5408\u4f5c\u793e"
NAMES = {
    "actors.yaml": {
        "Condor Gold Mines": HOSTILE,
        "Volta Resources": ARABIC,
        "Miners' Cooperative of Quilla": CHINESE,
    },
    "strategies.yaml": {"Mercury-free or reduced technique": HOSTILE},
    "outcomes.yaml": {"Mercury use": HOSTILE},
    "case_studies/per-quilla-plant.yaml": {
        "A mercury-free plant for Quilla": LONG,
        "none used": HOSTILE,
        "The trust says that the plant uses no mercury at all.": HOSTILE,
    },
}
PATHS = (
    "partnerships?view=company&cell=condor-gold~quilla-miners",
    "partnerships?cell=quilla-miners~PER&show=per-quilla-plant",
    "partnerships?country=%3Cimg src=x%3E *bold*",
    "ask?q=actor-record&actor=condor-gold&row=0",
    "ask?q=actor-record&actor=condor-gold&look=picture&row=0",
    "intervention?id=per-quilla-plant&proof=LED_TO~mercury-use~improved",
    "intervention?id=%3Cimg src=x%3E *bold*",
    "graph?node=condor-gold&pick=per-quilla-plant",
    "graph?node=%3Cimg src=x%3E *bold*",
)
CARRIED_OUT = "img[src=x], a[href^=javascript], em, .katex, .stMarkdownColoredText"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an explorer whose names hold HTML, Markdown and scripts of two kinds."""
    folder = tmp_path_factory.mktemp("hostile")
    write_records(folder / "data", renamed())
    store = open_store(f"embedded:{folder / 'store'}")
    store.write(load(folder / "data").batch)
    with serving(store.url, folder) as explorer:
        yield explorer


def renamed() -> str:
    """Return the records of the tests with other names."""
    files = []
    for path in sorted(BASE.rglob("*.yaml")):
        name, text = path.relative_to(BASE).as_posix(), path.read_text("utf-8")
        for old, new in NAMES.get(name, {}).items():
            assert old in text, old
            text = text.replace(old, json.dumps(new, ensure_ascii=False), 1)
        files.append(f"# file: {name}\n{text}")
    return "".join(files)


@pytest.mark.parametrize("path", PATHS)
def test_typed_words_are_shown_and_never_carried_out(page: Page, hostile: str, path: str) -> None:
    alerts: list[str] = []

    def alerted(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", alerted)
    page.goto(f"{hostile}/{path}")
    expect(page.get_by_text("<img src=x").first).to_be_visible(timeout=15_000)
    expect(page.get_by_text("*bold*").first).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.locator(f"main :is({CARRIED_OUT})")).to_have_count(0)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= WIDE
    assert not alerts


def test_a_tooltip_says_a_cell_in_words_as_they_were_typed(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}/partnerships?view=company")
    page.locator("svg text", has_text="+1").first.hover(force=True, timeout=15_000)
    tip = page.locator("#vg-tooltip-element")
    expect(tip).to_contain_text(f"{HOSTILE} with {CHINESE}: 1 intervention; outcomes improved in 1")
    expect(tip.locator("img")).to_have_count(0)
