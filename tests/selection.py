"""What a reader sees of a selection."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def titles(page: Page) -> list[str]:
    """What the list shows, in order."""
    expect(page.locator(".selection__list")).to_be_visible()
    return page.locator(".selection__name").all_inner_texts()
