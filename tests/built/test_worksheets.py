"""Filling in a worksheet on its page: it stays on the device, it prints alone, and it can be wiped."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from macros.model.practice import Worksheet
from macros.open_guide import open_guide

GUIDE = open_guide(Path(__file__).parents[2] / "content")
SHEETS = GUIDE.all(Worksheet)
KNOWN = "inschrijvingsgesprek"
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


def visit(page, address: str, id: str):
    """A page with the worksheet open."""
    page.goto(f"{address}werkbladen/{id}/")
    return page.locator(".w")


def printed(page, **options) -> pypdfium2.PdfDocument:
    """What comes out of the printer."""
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, **options))


def test_what_is_written_is_there_after_a_reload(desktop, address):
    """A teacher who is called away finds back what stood on the sheet, on this device only."""
    sheet = visit(desktop, address, KNOWN)
    sheet.locator("textarea").first.fill("Zingt graag")
    sheet.locator("input[type=checkbox]").first.check()
    assert "Bewaard op dit toestel" in desktop.locator(".sheet-tools [role=status]").inner_text()

    desktop.reload()

    assert sheet.locator("textarea").first.input_value() == "Zingt graag"
    assert sheet.locator("input[type=checkbox]").first.is_checked()


def test_wiping_leaves_nothing_behind(desktop, address):
    """The next one who uses this device reads nothing of it."""
    sheet = visit(desktop, address, KNOWN)
    sheet.locator("textarea").first.fill("Zingt graag")
    desktop.on("dialog", lambda dialog: dialog.accept())
    desktop.get_by_role("button", name="Wis alles").click()
    desktop.reload()

    assert sheet.locator("textarea").first.input_value() == ""
    assert desktop.evaluate("Object.keys(localStorage).filter(name => name.startsWith('sleutelbos-werkblad'))") == []


def test_it_prints_filled_in_or_blank(desktop, address):
    """Before the talk one prints the questions, after it what was said."""
    sheet = visit(desktop, address, KNOWN)
    sheet.locator("textarea").first.fill("Zingt graag")
    assert "Zingt graag" in printed(desktop)[0].get_textpage().get_text_bounded()

    desktop.evaluate("window.print = () => { window.seen = document.querySelector('.w textarea').value; dispatchEvent(new Event('afterprint')); }")
    desktop.get_by_role("button", name="Druk een leeg blad af").click()

    assert desktop.evaluate("window.seen") == ""
    assert sheet.locator("textarea").first.input_value() == "Zingt graag"


def test_a_text_that_is_too_long_is_told_before_it_is_printed(desktop, address):
    """Nothing falls off the paper unseen."""
    sheet = visit(desktop, address, KNOWN)
    sheet.locator("textarea").first.fill("Een lang verhaal. " * 60)

    assert "te lang voor zijn vak" in desktop.locator(".sheet-tools [role=status]").inner_text()


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.id)
def test_the_browser_prints_the_sheet_alone(desktop, address, one):
    """On as many sheets of paper as it says, with the backgrounds off as well, and without menu, tips or links around it."""
    visit(desktop, address, one.id)
    paper = printed(desktop, print_background=False)
    words = " ".join(page.get_textpage().get_text_bounded() for page in paper)

    assert len(paper) == one.pages
    assert one.title in " ".join(words.split())
    assert "Waarvoor" not in words.split("Naar:")[-1] and "Download" not in words


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_a_filled_in_sheet(browser, address, width):
    """Who fills it in with a screen reader hears what each place is for."""
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    sheet = visit(page, address, KNOWN)
    sheet.locator("textarea").first.fill("Zingt graag")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).response["violations"]
    context.close()

    assert [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"][:3]] == []


def test_no_sheet_is_wider_than_a_small_phone(phone, address):
    """At 320 pixels a wide table scrolls in its own place; the page does not."""
    phone.set_viewport_size({"width": 320, "height": 700})
    visit(phone, address, KNOWN)

    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_no_word_above_a_column_is_broken(browser, address, width):
    """'meestal' is one word, also where the column is narrow."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    cut = {}
    for one in SHEETS:
        visit(page, address, one.id)
        cut[one.id] = page.evaluate(CUT)
    page.close()

    assert {id: words for id, words in cut.items() if words} == {}


@pytest.mark.parametrize("id", ["uitbestedingstoets", "oudercontact", "nabespreking"])
def test_a_narrow_table_is_wholly_in_view_on_a_phone(phone, address, id):
    """With three columns, or a statement and its answers, no one has to find out that a table scrolls."""
    visit(phone, address, id)

    assert phone.evaluate("[...document.querySelectorAll('.w .w-scroll')].filter(place => place.scrollWidth > place.clientWidth).length") == 0
