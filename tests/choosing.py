"""Choosing a file on the device, as the pages ask for one."""

from __future__ import annotations

from playwright.sync_api import FilePayload, Page


def choose(page: Page, name: str, content: bytes) -> None:
    """Tap "Open een bestand" and choose this.

    The page keeps hold of what asks: a browser may clean up what no one holds, and then nobody hears what was chosen.
    """
    with page.expect_file_chooser() as coming:
        page.get_by_role("button", name="Open een bestand").click()
    assert coming.value.element.evaluate("asks => asks.isConnected")
    coming.value.set_files(FilePayload(name=name, mimeType="application/json", buffer=content))
