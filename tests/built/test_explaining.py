"""A word of the glossary explains itself: to a mouse, a keyboard, a finger, a screen reader, and without a script."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from accessibility import violations
from playwright.sync_api import Locator, Page, expect
from sites import OpenWindow

PAGE = "praktijk/het-lege-strand/"


@pytest.fixture
def word(desktop: Page, harbour_address: str) -> Locator:
    """The first word on the page that is explained."""
    desktop.goto(harbour_address + PAGE)
    return desktop.locator("a.term").first


def test_a_mouse_can_rest_on_the_explanation(desktop: Page, word: Locator) -> None:
    """It appears beside the word, stays while the mouse is on it, and leaves with the mouse."""
    note = desktop.get_by_role("tooltip")
    word.hover()
    expect(note).to_be_visible()
    note.hover()
    desktop.wait_for_timeout(400)
    expect(note).to_be_visible()
    desktop.mouse.move(2, 2)

    expect(note).to_have_count(0)


def test_a_keyboard_reaches_and_leaves_the_explanation(desktop: Page, word: Locator) -> None:
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


def test_a_finger_reads_it_in_the_panel(phone: Page, harbour_address: str) -> None:
    """A tap stays on the page and shows it whole; what closes it leads back to the word; a link in it leads on."""
    phone.goto(harbour_address + PAGE)
    word, panel = phone.locator("a.term").first, phone.get_by_role("dialog")
    told = word.get_attribute("data-note") or ""
    word.scroll_into_view_if_needed()
    word.tap()
    expect(panel).to_be_in_viewport(ratio=1)
    expect(panel).to_have_accessible_name(re.compile(word.inner_text(), re.IGNORECASE))
    expect(panel).to_contain_text(told)
    assert phone.url.endswith(PAGE)
    panel.get_by_role("button", name="Sluit").tap()
    expect(panel).to_be_hidden()
    expect(word).to_be_focused()
    expect(phone.get_by_role("tooltip")).to_have_count(0)

    word.tap()
    panel.get_by_role("link", name="Meer over dit woord").tap()
    phone.wait_for_url("**/begrippen/#begrip-*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_explanation(desktop: Page, harbour_address: str, scheme: Any) -> None:
    """The open explanation has contrast, a name and a place."""
    desktop.emulate_media(color_scheme=scheme)
    desktop.goto(harbour_address + PAGE)
    desktop.locator("a.term").first.focus()
    expect(desktop.get_by_role("tooltip")).to_be_visible()

    assert violations(desktop, context=".term-note") == []


def test_without_a_script_it_is_a_link_with_a_title(windows: OpenWindow, harbour_address: str) -> None:
    """Nothing is lost where scripts do not run."""
    page = windows(java_script_enabled=False)
    page.goto(harbour_address + PAGE)
    first = page.locator("a.term").first
    title, target = first.get_attribute("title"), first.get_attribute("href")

    assert title and target and target.startswith("../../begrippen/#begrip-")


def test_only_who_comes_to_a_word_pays_for_it(windows: OpenWindow, harbour: Path, harbour_address: str) -> None:
    """The script is small, and is fetched once someone comes to a word that is explained."""
    assert len(gzip.compress((harbour / "assets" / "term" / "term.js").read_bytes(), 9)) <= 950
    page = windows()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(harbour_address + PAGE)
    page.get_by_role("heading", level=1).hover()
    assert "term.js" not in asked
    page.locator("a.term").first.hover()

    expect(page.get_by_role("tooltip")).to_be_visible()
    assert asked.count("term.js") == 1


def test_a_letter_leads_to_its_words(windows: OpenWindow, harbour_address: str) -> None:
    """All letters that have words are there, and each leads to its own."""
    low = windows(height=300)
    low.goto(harbour_address + "begrippen/")
    letters = low.get_by_role("navigation", name="Naar een letter").get_by_role("link")
    assert letters.all_inner_texts() == ["B", "E", "V"]
    letters.filter(has_text="V").click()

    expect(low.locator("#begrip-vloed")).to_be_in_viewport()
    assert low.locator("article.entry h3").count() == 3


def test_a_document_shows_what_rests_on_it(desktop: Page, harbour_address: str) -> None:
    """From the source to a tip that it carries: open a group, follow a link."""
    desktop.goto(harbour_address + "bronnen/")
    desktop.get_by_role("heading", name="Logboek van de vuurtorenschool").get_by_role("link").first.click()
    desktop.locator("summary", has_text="Tips").click()
    desktop.locator("details[open] a").first.click()

    expect(desktop).to_have_url(re.compile("#tip-"))
