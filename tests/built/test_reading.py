"""What a person does with the guide, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect


def test_a_coach_goes_from_the_start_to_a_tip(desktop: Page, harbour_address: str) -> None:
    """Start, recommendation, section, tip: three clicks, and the tip is in view."""
    desktop.goto(harbour_address)
    desktop.get_by_role("link", name="Laat het licht branden").first.click()
    desktop.get_by_role("link", name="Houd de deur open").first.click()
    desktop.locator("#kaart a[href='#tip-schrijf-een-fleskaart']").click()

    assert desktop.url.endswith("#tip-schrijf-een-fleskaart")
    expect(desktop.locator("#tip-schrijf-een-fleskaart")).to_be_in_viewport()


def test_a_teacher_finds_a_first_step_on_a_phone(phone: Page, harbour_address: str) -> None:
    """From a worry on the start page to a first step, in one tap; to where it lives in two."""
    phone.goto(harbour_address)
    phone.get_by_role("link", name="Er komt niemand aan wal").first.tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(re.compile("Er komt niemand aan wal"))
    tip = phone.locator(".tip").first
    expect(tip.locator(".tip__body")).to_be_visible()
    name = tip.locator("h3").inner_text()
    tip.locator(".tip__home a").tap()

    expect(phone.locator(f"h3:has-text('{name}')").first).to_be_in_viewport()


def test_dark_is_remembered(desktop: Page, harbour_address: str) -> None:
    """Whoever chooses dark, finds it dark on the next page."""
    desktop.goto(harbour_address)
    switch = desktop.get_by_role("button", name="Donkere weergave")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    desktop.goto(harbour_address + "sleutels/", wait_until="commit")

    expect(desktop.locator("html")).to_have_attribute("data-theme", "dark")
    expect(switch).to_have_attribute("aria-pressed", "true")


def test_the_menu_opens_on_a_phone(phone: Page, harbour_address: str) -> None:
    """The menu of a phone leads to the keys."""
    phone.goto(harbour_address)
    phone.get_by_role("button", name="Menu").tap()
    phone.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Sleutels", exact=True).tap()

    expect(phone.get_by_role("heading", level=1)).to_contain_text("Sleutels")


def test_the_edit_link_and_crumbs_lead_on(desktop: Page, harbour_address: str) -> None:
    """A section says where it belongs, and what comes before and after."""
    desktop.goto(harbour_address + "aanbevelingen/licht/deur/")

    expect(desktop.get_by_role("navigation", name="Kruimelpad").get_by_role("link")).to_have_text(
        ["Start", "Aanbevelingen", "Laat het licht branden"]
    )
    expect(desktop.locator(".foot a[rel=prev]")).to_have_attribute("href", "../zwaaien/")
    expect(desktop.locator(".foot a[rel=next]")).to_have_attribute("href", "../../tij/")
    expect(desktop.locator(".beside [aria-current=page]")).to_have_text("Houd de deur open")
    expect(desktop.locator(".menu [aria-current]")).to_have_text("Aanbevelingen")
    expect(desktop.locator("a[href='https://bewerk.vuurtoren.test/content/sections/a1-2.yml']")).to_have_count(1)


@pytest.mark.parametrize(
    "path,most",
    [("werkbladen/botenblad/", 1), ("werkvormen/lantaarngesprek/", 2), ("sleutels/01-zwaai-eerst/", 3), ("over/", 1)],
)
def test_a_page_prints_without_the_site_around_it(desktop: Page, harbour_address: str, path: str, most: int) -> None:
    """On paper there is no menu, no search and no footer, and few sheets are needed."""
    desktop.goto(harbour_address + path)
    desktop.emulate_media(media="print")

    for around in (".top", ".menu", ".foot", ".bar", ".beside", ".trail"):
        assert desktop.locator(around).count() == 0 or not desktop.locator(around).first.is_visible(), around
    sheets = len(re.findall(rb"/Type\s*/Page\b", desktop.pdf(format="A4")))
    assert 1 <= sheets <= most
