"""What is folded opens for whom an address leads there, with and without a script, and lies open on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from macros.content.guide import Guide
from macros.model.advice import Section
from macros.site.urls import anchor_of, page_of, page_url


@pytest.fixture
def chapters(real: Guide) -> list[tuple[str, str]]:
    """The page and the anchor of the last chapter of each section that has several: a row that opens."""
    found = []
    for section in real.all(Section):
        parts = real.at_home(section, Section)
        if section.has_page and len(parts) > 1:
            found.append((page_url(page_of(real, section)), anchor_of(parts[-1])))
    return found


def test_an_anchor_opens_its_chapter_and_no_other(phone: Page, address: str, chapters: list[tuple[str, str]]) -> None:
    """The anchor stands in the row itself, which no browser opens by its own."""
    for path, anchor in chapters:
        phone.goto(f"{address}{path}#{anchor}")

        opened = phone.locator("details.chapter[open]")
        begins_open = phone.locator("#tips").count() == 0  # The first chapter, where nothing else says what to do.
        assert opened.last.locator("h2").get_attribute("id") == anchor
        assert phone.locator("details.chapter[open]").count() == (2 if begins_open else 1)


def test_without_a_script_it_is_seen_too(browser: Browser, address: str, chapters: list[tuple[str, str]]) -> None:
    """Whoever has no JavaScript reads what the address leads to."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for path, anchor in chapters:
            page.goto(f"{address}{path}#{anchor}")

            assert page.locator(f"details.chapter:has(#{anchor}) > p").first.is_visible()


def test_paper_holds_everything(desktop: Page, address: str, chapters: list[tuple[str, str]]) -> None:
    """Nothing stays folded, and nothing says that it would open."""
    for path, _ in chapters[:2]:
        desktop.goto(address + path)
        desktop.emulate_media(media="print")

        for text in desktop.locator("details.chapter > p").all():
            assert text.is_visible()
        assert not desktop.locator("details.more > summary").first.is_visible()
