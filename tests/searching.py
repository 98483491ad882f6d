"""What a browser does to search in the tiny guide."""

from __future__ import annotations

from playwright.sync_api import Page, expect

SENTENCE = "er komt nooit iemand aan wal"
"""What someone tells who is in a situation of the tiny guide."""


def opened(page: Page, address: str) -> Page:
    """The page, with search open and ready."""
    page.goto(address)
    page.get_by_role("button", name="Zoeken").click()
    expect(page.locator(".search__list a").first).to_be_visible()
    return page
