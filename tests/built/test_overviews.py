"""Narrowing an overview, in a real browser: by thumb, by keyboard, by address, on paper, and not at all."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from sites import OpenWindow

from macros.content.guide import Guide
from macros.model.practice import Method
from macros.model.reference import Partner, Resource
from macros.site.urls import overview_page, page_url


def shown(page: Page) -> list[str]:
    """The titles that are in sight."""
    names: list[str] = page.locator("article[data-facets]:visible h3").evaluate_all(
        "all => all.map(one => one.firstChild.textContent.trim())"
    )
    return names


def cards(page: Page) -> list[str]:
    """The titles of the cards that are in sight."""
    return page.locator(".cards li:visible a").all_inner_texts()


def chip(page: Page, words: str) -> Locator:
    """A choice of one tap, above the list."""
    return page.get_by_role("button", name=re.compile(rf"^{words} \(\d+\)"))


def with_many(page: Page) -> None:
    """The harbour, as if it had fifty partners more, each called after the first one: De kustwacht 0 to 49."""

    def more(route: Route) -> None:
        html = route.fetch().text()
        first = re.search(r'<article class="entry partner.*?</article>', html, re.DOTALL)
        assert first
        copies = [
            re.sub(r'( id="[^"]+|<h3[^>]*>[^<]+)', rf"\1 {at}", first[0]).replace(f' {at}"', f'-{at}"')
            for at in range(50)
        ]
        route.fulfill(content_type="text/html", body=html.replace(first[0], first[0] + "".join(copies)))

    page.route(re.compile(r"/partners/(\?.*)?$"), more)


def status(page: Page) -> Locator:
    """What a screen reader hears of what is left."""
    return page.get_by_role("status")


def test_a_teacher_finds_who_can_interpret_in_ghent(phone: Page, harbour_address: str) -> None:
    """On a phone all choices stand in one panel, which says what is left and leads to it."""
    phone.goto(harbour_address + "partners/")
    phone.get_by_label("Zoek in deze lijst").fill("tolk")
    phone.get_by_role("button", name="Filter", exact=True).click()
    panel = phone.get_by_role("dialog", name="Filter")
    panel.get_by_label("Waar?").select_option("gent")
    panel.get_by_role("button", name="Toon 2 partners").click()

    expect(panel).to_be_hidden()
    expect(phone.get_by_role("button", name="Filter (1)")).to_be_focused()
    expect(status(phone)).to_have_text("2 partners")
    assert shown(phone) == ["De vlaggentolk", "Het havenhuis"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    expect(phone.get_by_role("heading", name="Koepel")).to_be_hidden()
    expect(phone.locator("#kaart a[href='#partner-lichtschippers']").first).not_to_be_visible()

    chip(phone, "Gent").click()
    expect(chip(phone, "Gent")).to_be_hidden()
    assert "streek" not in phone.url
    phone.get_by_role("button", name="Filter", exact=True).click()
    expect(panel.get_by_label("Waar?")).to_have_value("")


def test_words_find_a_place_and_a_need_too(phone: Page, harbour_address: str) -> None:
    """Who types what they need and where, needs no choice: who works everywhere, works in Brussels too."""
    phone.goto(harbour_address + "partners/")
    phone.get_by_label("Zoek in deze lijst").fill("tolken brussel")

    expect(status(phone)).to_have_text("1 partner")
    assert shown(phone) == ["De vlaggentolk"]


def test_the_keyboard_is_enough_and_the_number_is_told(desktop: Page, harbour_address: str) -> None:
    """Tab to a choice and press it; what is left is counted aloud, and so is every other option."""
    desktop.goto(harbour_address + "werkvormen/")
    expect(status(desktop)).to_have_text("4 werkvormen")
    choice = chip(desktop, "ouders onder elkaar")
    desktop.get_by_label("Zoek in deze lijst").focus()
    for _ in range(4):
        desktop.keyboard.press("Tab")
    expect(choice).to_be_focused()
    desktop.keyboard.press("Space")
    expect(choice).to_have_attribute("aria-pressed", "true")
    expect(status(desktop)).to_have_text("2 werkvormen")
    expect(desktop.locator(".cards li:visible")).to_have_count(2)
    assert desktop.locator("#filter-niveau option[value=lager]").inner_text().endswith("(1)")

    desktop.get_by_role("button", name="Wis").press("Enter")
    expect(choice).to_have_attribute("aria-pressed", "false")
    expect(status(desktop)).to_have_text("4 werkvormen")
    assert "?" not in desktop.url


def test_the_choice_survives_reload_back_and_sharing(desktop: Page, windows: OpenWindow, harbour_address: str) -> None:
    """The address says it all."""
    desktop.goto(harbour_address + "werkvormen/")
    chip(desktop, "thuis leren").click()
    desktop.get_by_label("Zoek in deze lijst").fill("BÓÉK vrijdag")
    expect(desktop).to_have_url(re.compile(r"waarvoor=thuis-leren"))
    expect(desktop.locator(".cards li:visible")).to_have_count(1)
    desktop.reload()
    expect(desktop.locator(".cards li:visible")).to_have_count(1)
    desktop.locator(".cards li:visible a").first.click()
    expect(desktop.locator("h1")).to_have_text(re.compile("^Boekenboot"))
    desktop.go_back()
    expect(desktop.get_by_label("Zoek in deze lijst")).to_have_value("BÓÉK vrijdag")
    expect(desktop.locator(".cards li:visible")).to_have_count(1)
    other = windows()
    other.goto(desktop.url)
    expect(other.locator(".cards li:visible")).to_have_count(1)


def test_a_long_list_comes_twenty_at_a_time(desktop: Page, harbour_address: str) -> None:
    """The keyboard goes on where the next ones begin; whoever chooses something else, begins anew."""
    with_many(desktop)
    desktop.goto(harbour_address + "partners/")
    assert len(shown(desktop)) == 20
    more = desktop.get_by_role("button", name="Toon er 20 meer")
    desktop.locator("article[data-facets]").nth(20).evaluate("next => (window.next = next)")
    more.press("Enter")
    assert len(shown(desktop)) == 40
    assert desktop.evaluate("next.contains(document.activeElement)")
    desktop.get_by_role("button", name="Toon er 15 meer").click()
    assert len(shown(desktop)) == 55
    expect(desktop.locator(".filter__more")).to_be_hidden()
    desktop.get_by_label("Zoek in deze lijst").fill(" ")
    assert len(shown(desktop)) == 20


def test_what_is_not_in_sight_yet_is_found_all_the_same(desktop: Page, harbour_address: str) -> None:
    """By the browser's own search, by paper, and by an address."""
    with_many(desktop)
    last = desktop.locator("article[data-facets]").last
    for leads in ("beforematch", "beforeprint"):
        desktop.goto(harbour_address + "partners/")
        assert last.evaluate("one => one.closest('[hidden]').getAttribute('hidden')") == "until-found"
        assert len(shown(desktop)) == 20
        desktop.evaluate("leads => document.body.dispatchEvent(new Event(leads, { bubbles: true }))", leads)
        assert len(shown(desktop)) == 55
    anchor = last.locator("h3").get_attribute("id")
    desktop.goto("about:blank")
    desktop.goto(f"{harbour_address}partners/#{anchor}")
    expect(last).to_be_in_viewport()


def test_an_address_cannot_choose_what_is_not_there(desktop: Page, harbour_address: str) -> None:
    """What is no option is ignored, and no script comes in by the address."""
    desktop.goto(
        harbour_address + "werkvormen/?waarvoor=%22%3E%3Cscript%3Ewindow.bad=1%3C/script%3E&niveau=__proto__&wat=x"
    )
    expect(status(desktop)).to_have_text("4 werkvormen")
    assert desktop.evaluate("window.bad") is None


def test_a_choice_that_was_hurt_on_its_way(desktop: Page, harbour_address: str) -> None:
    """What a mail program makes of a link to an overview, narrows it all the same: see tests/js/link.test.js.

    Who then chooses something else, or all again, keeps that.
    """
    place = desktop.locator("select[name=streek]")
    for hurt in ("streek=gent).", "streek%253Dgent", "streek=3DGent%20", "x=y&amp;streek=gent", "x=y%26streek%3Dgent"):
        for other in ("elders", ""):
            desktop.goto(f"{harbour_address}partners/?{hurt}")
            expect(place).to_have_value("gent")
            place.select_option(other)
            desktop.reload(wait_until="networkidle")
            expect(place).to_have_value(other)


def test_the_filter_reads_words_as_search_does(tab: Page, harbour_address: str) -> None:
    """However they are spelled (tests/spelling.json). Signs alone find nothing, and a broken anchor breaks nothing."""
    tab.goto(harbour_address + "werkvormen/#%E0%A4%A")
    box = tab.get_by_label("Zoek in deze lijst")
    for asked in (
        "lantaarngesprek,",
        "LANTAARN\u00adgesprek\u200b",
        "\u00a0„lantaarngesprek”",
        "\uff2cantaarngesprek’s",
    ):
        box.fill(asked)
        expect(status(tab)).to_have_text("1 werkvorm")
        assert cards(tab) == ["Lantaarngesprek"], asked
    for asked in ("😀", "%", "???", "مرحبا"):
        box.fill(asked)
        expect(status(tab)).to_have_text("0 werkvormen")
    box.fill(" ")
    expect(status(tab)).to_have_text("4 werkvormen")


def test_when_nothing_fits_the_page_says_so(desktop: Page, harbour_address: str) -> None:
    """And how to go on."""
    desktop.goto(harbour_address + "materiaal/?zoek=xyzzy")
    expect(status(desktop)).to_have_text("0 stukken materiaal")
    expect(desktop.get_by_text("Hier past niets bij")).to_be_visible()


def test_a_link_to_an_entry_wins_from_a_choice(desktop: Page, harbour_address: str) -> None:
    """Whoever follows a link sees what it points at, and sees all of it."""
    desktop.goto(harbour_address + "partners/?streek=elders#partner-havenhuis")
    expect(desktop.locator("#partner-havenhuis")).to_be_in_viewport()
    expect(desktop.locator("details:has(#partner-havenhuis) .partner__offer")).to_be_visible()


@pytest.mark.parametrize(
    "kind,what",
    [(Partner, "article[data-facets]"), (Resource, "article[data-facets]"), (Method, ".cards li")],
    ids=lambda one: getattr(one, "collection", ""),
)
def test_without_javascript_the_page_is_whole(
    windows: OpenWindow, harbour_address: str, tiny: Guide, kind: Any, what: str
) -> None:
    """All of it in sight, and no controls that do nothing."""
    page = windows(java_script_enabled=False)
    page.goto(harbour_address + page_url(overview_page(kind)))

    assert page.locator(what).count() == len(tiny.all(kind)) == page.locator(f"{what}:visible").count()
    assert not page.locator("form.filter").is_visible()


def test_paper_holds_what_is_shown_and_says_what_was_asked(desktop: Page, harbour_address: str) -> None:
    """The social map: a title, the choice in words, the date, a source, and only these partners, on one sheet."""
    desktop.goto(harbour_address + "partners/?zoek=tolk&streek=gent")
    desktop.evaluate("window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true }")
    desktop.get_by_role("button", name="Druk deze lijst af").click()
    assert desktop.evaluate("window.printed")
    desktop.emulate_media(media="print")
    text = desktop.locator(".md-content").inner_text()
    assert "Sociale kaart" in text and "Waar: Gent · met „tolk”" in text
    assert re.search(r"\d{1,2} [a-z]+ \d{4}\.", text)
    assert "De vlaggentolk" in text and "Bron:" in text
    assert "De kustwacht" not in text and "Wis" not in text.split()
    assert len(re.findall(rb"/Type\s*/Page\b", desktop.pdf(format="A4"))) == 1
