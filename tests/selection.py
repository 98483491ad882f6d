"""What a reader does with one entry, and sees of a selection."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def titles(page: Page) -> list[str]:
    """What the list shows, in order."""
    expect(page.locator(".selection__list")).to_be_visible()
    return page.locator(".selection__name").all_inner_texts()


def keep(within: Page | Locator, title: str) -> None:
    """Put an entry in the selection, or take it out: one tap on its bookmark."""
    within.get_by_role("button", name=f"Bewaar {title}", exact=True).click()


def share(page: Page, title: str) -> None:
    """Open the ways to share an entry; they stand in what of it is folded, if anything is."""
    card = page.get_by_role("button", name=f"Bewaar {title}", exact=True).locator("xpath=..")
    fold = card.locator("> details").first
    if fold.count() and fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    page.get_by_role("button", name=f"Deel {title}", exact=True).click()
    expect(page.get_by_role("dialog", name=f"Deel: {title}")).to_be_visible()
