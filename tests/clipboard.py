"""A page that may copy, and what it copied."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def with_clipboard(page: Page) -> Page:
    """The page, with leave to copy."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Page) -> str:
    """What a press on the button puts on the clipboard."""
    page.get_by_role("button", name="Kopieer link").click()
    expect(page.get_by_role("status").filter(has_text="Link gekopieerd")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))
