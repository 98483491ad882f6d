"""What a person does with the guide, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

PAGES = ["", "situaties/", "aanbevelingen/", "aanbevelingen/partnerschap/", "aanbevelingen/partnerschap/vertrouwen/", "sleutels/02-families-nemen-zoals-ze-zijn/", "werkvormen/waaromvraag/", "werkbladen/inschrijvingsgesprek/", "partners/", "begrippen/", "tips/", "over/", "handboek/macros/"]


def test_a_coach_goes_from_the_start_to_a_tip(desktop, address):
    """Start, recommendation, section, tip: three clicks, and the tip is in view."""
    desktop.goto(address)
    desktop.get_by_role("link", name="Maak van ouderbetrokkenheid een effectief partnerschap").first.click()
    desktop.get_by_role("link", name="Zelfreflectie en leren kennen van ouders").first.click()
    desktop.locator(".md-sidebar--secondary a[href='#tip-stel-oordeel-uit']").click()

    assert desktop.url.endswith("#tip-stel-oordeel-uit")
    expect(desktop.locator("#tip-stel-oordeel-uit")).to_be_in_viewport()


def test_a_teacher_finds_a_first_step_on_a_phone(phone, address):
    """From a worry on the start page to a tip: two taps."""
    phone.goto(address)
    phone.get_by_role("link", name="Ouders komen niet opdagen").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(re.compile("Ouders komen niet opdagen"))
    first = phone.locator(".tip h3 a").first
    name = first.inner_text()
    first.tap()

    expect(phone.locator(f"h3:has-text('{name}')").first).to_be_in_viewport()


def test_dark_is_remembered(desktop, address):
    """Whoever chooses dark, finds it dark on the next page."""
    desktop.goto(address)
    desktop.locator("label[title='Donkere weergave']").click()
    expect(desktop.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    desktop.goto(address + "sleutels/")

    expect(desktop.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_menu_opens_on_a_phone(phone, address):
    """The menu of a phone leads to the keys."""
    phone.goto(address)
    phone.locator("label.md-header__button[for='__drawer']").tap()
    phone.locator(".md-nav--primary").get_by_role("link", name="Sleutels", exact=True).tap()

    expect(phone.get_by_role("heading", level=1)).to_contain_text("Twaalf sleutels")


def test_the_edit_link_and_crumbs_lead_on(desktop, address):
    """A section says where it belongs, and what comes before and after."""
    desktop.goto(address + "aanbevelingen/partnerschap/rolverdeling/")

    expect(desktop.get_by_role("navigation", name="Kruimelpad").get_by_role("link")).to_have_text(["Start", "Aanbevelingen", "Maak van ouderbetrokkenheid een effectief partnerschap"])
    expect(desktop.locator(".md-footer__link--prev")).to_have_attribute("href", "../wat-is-partnerschap/")
    expect(desktop.locator(".md-footer__link--next")).to_have_attribute("href", "../gedeelde-doelen/")
    expect(desktop.locator(".beside [aria-current=page]")).to_have_text("Een heldere en gelijkwaardige rolverdeling")
    expect(desktop.locator(".md-tabs__item--active")).to_have_text("Aanbevelingen")


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_scrolls_sideways(browser, address, built, width):
    """Every page of the guide fits its window, down to 320 wide."""
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", java_script_enabled=False)
    page = context.new_page()
    too_wide = []
    for file in sorted(built.rglob("index.html")):
        if "http-equiv=\"refresh\"" in file.read_text(encoding="utf-8"):
            continue  # a permanent address, which leads on at once
        page.goto(address + file.parent.relative_to(built).as_posix().removeprefix("."))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            too_wide.append(page.url.removeprefix(address))
    context.close()

    assert too_wide == []


@pytest.mark.parametrize("path,most", [("werkbladen/inschrijvingsgesprek/", 3), ("werkvormen/waaromvraag/", 2), ("sleutels/01-begin-bij-het-elementaire/", 8), ("over/vijf-aanbevelingen/", 1)])
def test_a_page_prints_without_the_site_around_it(desktop, address, path, most, tmp_path):
    """On paper there is no menu, no search and no footer, and few sheets are needed."""
    desktop.goto(address + path)
    desktop.emulate_media(media="print")

    for around in (".md-header", ".md-tabs", ".md-footer", ".beside", ".trail"):
        assert desktop.locator(around).count() == 0 or not desktop.locator(around).first.is_visible(), around
    printed = desktop.pdf(format="A4")
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert 1 <= sheets <= most


def test_no_page_asks_another_site_for_anything(browser, address):
    """Whatever a reader opens, only the guide itself is asked for it."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(address + path)
    context.close()

    assert asked and [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
