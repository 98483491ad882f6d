"""Sharing one entry, in a real browser: by WhatsApp or mail, as its permanent address, as a QR code."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from clipboard import copied, with_clipboard
from playwright.sync_api import Page, expect
from selection import share
from sites import HARBOUR


@pytest.mark.parametrize("path,title,key", [
    ("sleutels/01-zwaai-eerst/", "Zwaai naar de eerste boot", "t/zwaai-naar-de-boot"),
    ("werkvormen/lantaarngesprek/", "Lantaarngesprek", "m/lantaarngesprek"),
    ("werkbladen/botenblad/", "Botenblad", "w/botenblad"),
    ("partners/", "De kustwacht", "p/kustwacht"),
])  # fmt: skip
def test_copy_link_gives_the_permanent_address(
    desktop: Page, harbour_address: str, path: str, title: str, key: str
) -> None:
    """A tip, a method, a sheet and a partner each have their address for ever.

    It is where the site says it stands, wherever it is read.
    """
    with_clipboard(desktop).goto(harbour_address + path)
    share(desktop, title)
    assert copied(desktop) == f"{HARBOUR}{key}/"


def test_a_site_without_an_address_shares_the_one_it_is_read_at(
    desktop: Page, harbour_address: str, harbour: Path
) -> None:
    """As long as content/site.yml holds an address that no one can visit."""
    page = (harbour / "werkvormen/lantaarngesprek/index.html").read_text(encoding="utf-8")
    moved = page.replace(f' data-address="{HARBOUR}"', "")
    with_clipboard(desktop).route(
        "**/werkvormen/lantaarngesprek/", lambda route: route.fulfill(body=moved, content_type="text/html")
    )
    desktop.goto(harbour_address + "werkvormen/lantaarngesprek/")
    share(desktop, "Lantaarngesprek")
    assert moved != page and copied(desktop) == f"{harbour_address}m/lantaarngesprek/"


def test_the_keyboard_shares_and_escape_gives_the_focus_back(desktop: Page, harbour_address: str) -> None:
    """Open, choose, hear, close. Each way holds the address and what it is of."""
    desktop.goto(harbour_address + "werkvormen/lantaarngesprek/")
    door = desktop.get_by_role("button", name="Deel Lantaarngesprek")
    door.focus()
    desktop.keyboard.press("Enter")
    expect(door).to_have_attribute("aria-expanded", "true")
    panel = desktop.get_by_role("dialog", name="Deel: Lantaarngesprek")
    ways = [parse_qs(urlsplit(link.get_attribute("href") or "").query) for link in panel.get_by_role("link").all()]
    assert ways == [
        {"text": [f"Lantaarngesprek\n{HARBOUR}m/lantaarngesprek/"]},
        {"subject": ["Lantaarngesprek"], "body": [f"{HARBOUR}m/lantaarngesprek/"]},
    ]
    desktop.keyboard.press("Escape")
    expect(door).to_be_focused()
    expect(door).to_have_attribute("aria-expanded", "false")


def test_the_code_is_drawn_on_asking_and_has_a_name(desktop: Page, harbour_address: str) -> None:
    """The encoder comes along only for who wants a code."""
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto(harbour_address + "werkvormen/lantaarngesprek/")
    assert not any("share.js" in url for url in asked)
    share(desktop, "Lantaarngesprek")
    assert not any("qrcode" in url for url in asked)
    desktop.get_by_role("button", name="Toon QR").click()
    expect(desktop.get_by_role("img", name="QR-code van Lantaarngesprek")).to_be_visible()
