"""Filling in a worksheet on its page: it stays on the device, it prints alone, and it can be wiped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from accessibility import violations
from places import CONTENT
from playwright.sync_api import Browser, Dialog, Locator, Page
from sites import OpenWindow

from macros.content.guide import Guide
from macros.model.practice import MADE_UP, Worksheet

KNOWN = "botenblad"
REAL = sorted(path.stem for path in (CONTENT / "worksheets").glob("*.yml"))
"""The real worksheets, by the names of their files: to know these, no file need be sound."""

CUT = """() => [...document.querySelectorAll('.w .w-title, .w thead th')].flatMap((place) => {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
    const range = document.createRange();
    range.setStart(walker.currentNode, word.index);
    range.setEnd(walker.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word[0]);
  }
  return found;
})"""
"""The words in titles and column heads that stand on two lines."""


def visit(page: Page, address: str, id: str) -> Locator:
    """A page with the worksheet open."""
    page.goto(f"{address}werkbladen/{id}/")
    return page.locator(".w")


def printed(page: Page, **options: Any) -> pypdfium2.PdfDocument:
    """What comes out of the printer."""
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, **options))


def test_what_is_written_is_there_after_a_reload(desktop: Page, harbour_address: str) -> None:
    """A teacher who is called away finds back what stood on the sheet, on this device only."""
    sheet = visit(desktop, harbour_address, KNOWN)
    sheet.locator("textarea").first.fill("Zingt graag")
    sheet.locator("input[type=checkbox]").first.check()
    assert "Bewaard op dit toestel" in desktop.locator(".sheet-tools [role=status]").inner_text()

    desktop.reload()

    assert sheet.locator("textarea").first.input_value() == "Zingt graag"
    assert sheet.locator("input[type=checkbox]").first.is_checked()


def test_wiping_leaves_nothing_behind(desktop: Page, harbour_address: str) -> None:
    """The next one who uses this device reads nothing of it."""
    sheet = visit(desktop, harbour_address, KNOWN)
    sheet.locator("textarea").first.fill("Zingt graag")
    desktop.on("dialog", Dialog.accept)
    desktop.get_by_role("button", name="Wis alles").click()
    desktop.reload()

    assert sheet.locator("textarea").first.input_value() == ""
    assert desktop.evaluate("Object.keys(localStorage).filter(name => name.startsWith('sleutelbos-werkblad'))") == []


def test_it_prints_filled_in_or_blank(desktop: Page, harbour_address: str) -> None:
    """Before the talk one prints the questions, after it what was said."""
    sheet = visit(desktop, harbour_address, KNOWN)
    sheet.locator("textarea").first.fill("Zingt graag")
    assert "Zingt graag" in printed(desktop)[0].get_textpage().get_text_bounded()

    desktop.evaluate("""void (window.printed = new Promise((seen) => {
      window.print = () => {
        seen(document.querySelector(".w textarea").value);
        dispatchEvent(new Event("afterprint"));
      };
    }))""")
    desktop.get_by_role("button", name="Druk leeg af").click()

    assert desktop.evaluate("window.printed") == ""
    assert sheet.locator("textarea").first.input_value() == "Zingt graag"


def test_a_text_that_is_too_long_is_told_before_it_is_printed(desktop: Page, harbour_address: str) -> None:
    """Nothing falls off the paper unseen."""
    sheet = visit(desktop, harbour_address, KNOWN)
    sheet.locator("textarea").first.fill("Een lang verhaal. " * 60)

    assert "te lang voor zijn vak" in desktop.locator(".sheet-tools [role=status]").inner_text()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("id", [KNOWN, "koersblad"])
def test_axe_finds_nothing_on_a_filled_in_sheet(windows: OpenWindow, harbour_address: str, id: str, width: int) -> None:
    """Who fills it in with a screen reader hears what each place is for, in every kind of block."""
    page = windows(width)
    sheet = visit(page, harbour_address, id)
    sheet.locator("textarea").first.fill("Zingt graag")

    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("id", [KNOWN, "koersblad"])
def test_axe_finds_nothing_on_an_example(windows: OpenWindow, harbour_address: str, id: str, width: int) -> None:
    """Who looks at an example with a screen reader hears what was written, in every kind of block."""
    page = windows(width)
    visit(page, harbour_address, f"voorbeeld/{id}")

    assert violations(page) == []


def test_an_example_prints_as_a_sheet_and_says_that_it_is_one(desktop: Page, harbour_address: str) -> None:
    """Alone on its paper, with what was written and without what stands around it on the screen."""
    visit(desktop, harbour_address, f"voorbeeld/{KNOWN}")
    paper = printed(desktop)
    told = "".join(page.get_textpage().get_text_bounded() for page in paper)

    assert len(paper) == 1
    assert "De Misthoorn" in told and "soep & brood" in told and MADE_UP in told
    assert "Naar het lege blad" not in told


# --- on the real guide, whatever it holds -------------------------------------------------------


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all sheets: what they share, it fetches once."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.set_default_timeout(0)
        yield context.new_page()


@pytest.mark.parametrize("id", REAL)
def test_the_browser_shows_and_prints_the_sheet(window: Page, address: str, real: Guide, id: str) -> None:
    """No word above a column is broken, from a small phone to a wide window.

    And it prints alone, on as much paper as it says.
    """
    worksheet = real.get(Worksheet, id)
    visit(window, address, worksheet.id)
    cut = {}
    for width in (320, 390, 800, 1280):
        window.set_viewport_size({"width": width, "height": 900})
        cut[width] = window.evaluate(CUT)
    paper = printed(window, print_background=False)
    words = " ".join(one.get_textpage().get_text_bounded() for one in paper)

    assert {width: found for width, found in cut.items() if found} == {}
    assert len(paper) == worksheet.pages
    assert worksheet.title in " ".join(words.split())
    assert "Waarvoor" not in words.split("Naar:")[-1] and "Download" not in words
