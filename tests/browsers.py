"""A real Chromium, from the system: the one without a window opens pages in half the time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from machine import PATIENCE
from playwright.sync_api import Browser, Page, sync_playwright
from sites import OpenWindow

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


@contextmanager
def opened(browser: Browser) -> Iterator[OpenWindow]:
    """Opens windows: what a context takes, and a page in it that waits long.

    Each page is fetched as at a first visit: the guide is kept on no device, unless a test asks for it.
    """
    contexts = []

    def window(width: int = 1280, height: int = 900, **options: Any) -> Page:
        options = {"reduced_motion": "reduce", "locale": "nl-BE", "service_workers": "block", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(LONG)
        contexts.append(context)
        return context.new_page()

    yield window
    for context in contexts:
        context.close()
