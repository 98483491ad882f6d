"""A real Chromium, from the system: the one without a window opens pages in half the time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from machine import PATIENCE
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LONG = PATIENCE * 1000 / 8
"""How long a browser may wait for what a test asks, in milliseconds; what is there already, is not waited for."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, for as long as it is needed."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    assert path, "Er is geen Chromium. Installeer het: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET), timeout=LONG)
        yield browser
        browser.close()
