"""Sharing one entry, in a real browser: its permanent address, a QR code, a place in the selection."""

from __future__ import annotations

from pathlib import Path

import pytest
from clipboard import copied, with_clipboard
from playwright.sync_api import Page, expect
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
    desktop.get_by_role("button", name=f"Deel {title}", exact=True).click()
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
    desktop.get_by_role("button", name="Deel Lantaarngesprek").click()
    assert moved != page and copied(desktop) == f"{harbour_address}m/lantaarngesprek/"


def test_the_keyboard_shares_and_escape_gives_the_focus_back(desktop: Page, harbour_address: str) -> None:
    """Open, choose, hear, close; and the number in the header follows."""
    desktop.goto(harbour_address + "werkvormen/lantaarngesprek/")
    expect(desktop.locator(".kept-door")).to_be_hidden()
    door = desktop.get_by_role("button", name="Deel Lantaarngesprek")
    door.focus()
    desktop.keyboard.press("Enter")
    expect(door).to_have_attribute("aria-expanded", "true")
    keep = desktop.get_by_role("button", name="In mijn selectie", exact=True)
    expect(keep).to_have_attribute("aria-pressed", "false")
    keep.press("Space")
    expect(keep).to_have_attribute("aria-pressed", "true")
    expect(desktop.locator(".share [role=status]")).to_contain_text("In je selectie gezet")
    desktop.keyboard.press("Escape")
    expect(door).to_be_focused()
    expect(door).to_have_attribute("aria-expanded", "false")
    expect(desktop.get_by_role("link", name="Mijn selectie 1")).to_have_attribute("href", "../../selectie/")


def test_the_code_is_drawn_on_asking_and_has_a_name(desktop: Page, harbour_address: str) -> None:
    """The encoder comes along only for who wants a code."""
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto(harbour_address + "werkvormen/lantaarngesprek/")
    desktop.get_by_role("button", name="Deel Lantaarngesprek").click()
    assert not any("qrcode" in url for url in asked)
    desktop.get_by_role("button", name="Toon QR").click()
    expect(desktop.get_by_role("img", name="QR-code van Lantaarngesprek")).to_be_visible()
