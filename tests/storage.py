"""What a browser holds of a site, and a storage that holds nothing more."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError') })"
CLOSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('dicht', 'SecurityError') } })"


_TRIES = 10


def reload_until(page: Page, shown: Locator) -> None:
    """Open a page of a disk again until it shows what was kept on another: a browser may tell it some moments later."""
    for _ in range(_TRIES):
        page.reload(wait_until="networkidle")
        if shown.is_visible():
            return
    expect(shown).to_be_visible()


def stored(page: Page, name: str) -> Any:
    """What the browser holds."""
    return json.loads(page.evaluate("name => localStorage.getItem(name)", name) or "null")
