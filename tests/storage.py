"""What a browser holds of a site, and a storage that holds nothing more."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError') })"
CLOSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('dicht', 'SecurityError') } })"


def stored(page: Page, name: str) -> Any:
    """What the browser holds."""
    return json.loads(page.evaluate("name => localStorage.getItem(name)", name) or "null")
