"""A word of the glossary explains itself: to a mouse, a keyboard, a finger, a screen reader, and without a script."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGE = "aanbevelingen/communicatie/toegankelijk-communiceren/"
ASSETS = Path(__file__).parents[2] / "docs" / "assets"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def word(desktop, address):
    """The first word on the page that is explained."""
    desktop.goto(address + PAGE)
    return desktop.locator("a.term").first


def test_a_mouse_can_rest_on_the_explanation(desktop, word):
    """It appears beside the word, stays while the mouse is on it, and leaves with the mouse."""
    note = desktop.get_by_role("tooltip")
    word.hover()
    expect(note).to_be_visible()
    note.hover()
    desktop.wait_for_timeout(400)
    expect(note).to_be_visible()
    desktop.mouse.move(2, 2)

    expect(note).to_have_count(0)


def test_a_keyboard_reaches_and_leaves_the_explanation(desktop, word):
    """Focus shows it, Escape hides it and leaves the focus alone, Tab leads into it and on, Enter follows the link."""
    note = desktop.get_by_role("tooltip")
    word.focus()
    expect(note).to_be_visible()
    expect(word).to_have_accessible_description(note.inner_text())
    desktop.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(word).to_be_focused()

    word.blur()
    word.focus()
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("link", name="Meer over dit woord")).to_be_focused()
    desktop.keyboard.press("Tab")
    expect(word).not_to_have_attribute("aria-describedby", "term-note")

    word.focus()
    desktop.keyboard.press("Enter")
    desktop.wait_for_url("**/begrippen/#begrip-*")


def test_a_finger_taps_once_to_read_and_twice_to_go(phone, address):
    """A first tap stays on the page, within the window; a tap beside it hides it; a second tap leads on."""
    phone.goto(address + PAGE)
    word, note = phone.locator("a.term").first, phone.get_by_role("tooltip")
    word.scroll_into_view_if_needed()
    word.tap()
    expect(note).to_be_in_viewport(ratio=1)
    assert phone.url.endswith(PAGE)
    box = phone.locator(".term-note").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    phone.locator("h1").tap()
    expect(note).to_have_count(0)

    word.tap()
    expect(note).to_be_visible()
    word.tap()
    phone.wait_for_url("**/begrippen/#begrip-*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_explanation(desktop, address, scheme):
    """The open explanation has contrast, a name and a place."""
    desktop.emulate_media(color_scheme=scheme)
    desktop.goto(address + PAGE)
    desktop.locator("a.term").first.focus()
    expect(desktop.get_by_role("tooltip")).to_be_visible()

    assert [one["id"] for one in Axe().run(desktop, context=".term-note", options=RULES).response["violations"]] == []


def test_without_a_script_it_is_a_link_with_a_title(browser, address):
    """Nothing is lost where scripts do not run."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGE)
    first = page.locator("a.term").first
    title, target = first.get_attribute("title"), first.get_attribute("href")
    context.close()

    assert title and target.startswith("../../../begrippen/#begrip-")


def test_only_a_page_with_words_pays_for_them(built):
    """The script is small, and is asked for where a word is explained and nowhere else; and no word is explained twice."""
    assert len(gzip.compress((ASSETS / "term/term.js").read_bytes(), 9)) <= 1500
    for file in built.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        explained = [part.partition('"')[0] for part in html.split('class="term" href="')[1:]]
        assert ("assets/term/term.js" in html) == bool(explained), file
        if "begrippen" not in file.parts and "handboek" not in file.parts:
            assert len(explained) < 25, file


def test_a_letter_leads_to_its_words(desktop, address):
    """All letters that have words are there, and each leads to its own."""
    desktop.goto(address + "begrippen/")
    letters = desktop.get_by_role("navigation", name="Naar een letter").get_by_role("link")
    shown = letters.all_inner_texts()
    assert shown == sorted(shown) and "C" in shown
    letters.filter(has_text="T").click()

    expect(desktop.locator("#begrip-thuisbetrokkenheid")).to_be_in_viewport()
    assert desktop.locator("article.entry h3").count() == 94


def test_a_document_shows_what_rests_on_it(desktop, address):
    """From the source to a tip that it carries: open a group, follow a link."""
    desktop.goto(address + "bronnen/")
    desktop.get_by_role("heading", name="Zes aha's").get_by_role("link").first.click()
    desktop.locator("summary", has_text="Tips").click()
    desktop.locator("details[open] a").first.click()

    expect(desktop).to_have_url(re.compile("#tip-"))
