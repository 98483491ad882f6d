"""Narrowing an overview, in a real browser: by thumb, by keyboard, by address, on paper, and not at all."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from macros.model.reference import Partner, Resource
from macros.open_guide import open_guide


def shown(page) -> list[str]:
    """The titles that are in sight."""
    return page.locator("article[data-facets]:visible h3").evaluate_all("all => all.map(one => one.firstChild.textContent.trim())")


def status(page):
    return page.get_by_role("status")


def test_a_teacher_finds_who_can_interpret_in_brussels(phone, address):
    """Two actions on a phone: a word, and a place."""
    phone.goto(address + "partners/")
    phone.get_by_label("Zoek in deze lijst").fill("tolk")
    phone.get_by_label("Waar?").select_option("brussel")

    expect(status(phone)).to_have_text("3 partners")
    assert shown(phone) == ["Agentschap Integratie en Inburgering", "Lokaal bestuur (stad of gemeente)", "Centrum voor leerlingenbegeleiding (CLB)"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    expect(phone.get_by_role("heading", name="Koepels")).to_be_hidden()
    expect(phone.locator(".md-nav--secondary a[href='#partner-koogo']").first).not_to_be_visible()


def test_the_keyboard_is_enough_and_the_number_is_told(desktop, address):
    """Tab to a choice, an arrow to make it; what is left is counted aloud, and so is every other option."""
    desktop.goto(address + "werkvormen/")
    expect(status(desktop)).to_have_text("77 werkvormen")
    desktop.get_by_label("Zoek in deze lijst").focus()
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_label("Waarvoor")).to_be_focused()
    desktop.keyboard.type("thuis")
    expect(desktop.get_by_label("Waarvoor")).to_have_value("thuis-leren")
    count = desktop.locator(".cards li:visible").count()
    expect(status(desktop)).to_have_text(f"{count} werkvormen")
    assert 0 < count < 77
    secondary = desktop.locator("#filter-niveau option[value=secundair]").inner_text()
    assert int(re.search(r"\d+", secondary)[0]) <= count

    desktop.get_by_role("button", name="Wis").press("Enter")
    expect(status(desktop)).to_have_text("77 werkvormen")
    assert "?" not in desktop.url


def test_the_choice_survives_reload_back_and_sharing(desktop, browser, address):
    """The address says it all."""
    desktop.goto(address + "werkvormen/")
    desktop.get_by_label("Waarvoor").select_option("thuis-leren")
    desktop.get_by_label("Zoek in deze lijst").fill("LÉZEN kind")
    expect(desktop).to_have_url(re.compile(r"waarvoor=thuis-leren"))
    count = desktop.locator(".cards li:visible").count()
    assert 0 < count < 20
    desktop.reload()
    assert desktop.locator(".cards li:visible").count() == count
    desktop.locator(".cards li:visible a").first.click()
    expect(desktop.locator("h1")).not_to_have_text(re.compile("^Werkvormen"))
    desktop.go_back()
    expect(desktop.get_by_label("Zoek in deze lijst")).to_have_value("LÉZEN kind")
    assert desktop.locator(".cards li:visible").count() == count
    other = browser.new_page()
    other.goto(desktop.url)
    assert other.locator(".cards li:visible").count() == count
    other.close()


def test_an_address_cannot_choose_what_is_not_there(desktop, address):
    """What is no option is ignored, and no script comes in by the address."""
    desktop.goto(address + "werkvormen/?waarvoor=%22%3E%3Cscript%3Ewindow.bad=1%3C/script%3E&niveau=__proto__&wat=x")
    expect(status(desktop)).to_have_text("77 werkvormen")
    assert desktop.evaluate("window.bad") is None


def test_when_nothing_fits_the_page_says_so(desktop, address):
    """And how to go on."""
    desktop.goto(address + "materiaal/?zoek=xyzzy")
    expect(status(desktop)).to_have_text("0 stukken materiaal")
    expect(desktop.get_by_text("Hier past niets bij")).to_be_visible()


def test_a_link_to_an_entry_wins_from_a_choice(desktop, address):
    """Whoever follows a link sees what it points at."""
    desktop.goto(address + "partners/?streek=aalst#partner-foyer")
    expect(desktop.locator("#partner-foyer")).to_be_in_viewport()


@pytest.mark.parametrize("path,count,what", [("partners/", 65, "article[data-facets]"), ("materiaal/", 58, "article[data-facets]"), ("werkvormen/", 77, ".cards li")])
def test_without_javascript_the_page_is_whole(browser, address, path, count, what):
    """All of it in sight, and no controls that do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    assert page.locator(what).count() == count == page.locator(f"{what}:visible").count()
    assert not page.locator("form.filter").is_visible()
    context.close()


def test_paper_holds_what_is_shown_and_says_what_was_asked(desktop, address):
    """The social map: a title, the choice in words, the date, a source, and only these partners, on one sheet."""
    desktop.goto(address + "partners/?zoek=tolk&streek=brussel")
    desktop.evaluate("window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true }")
    desktop.get_by_role("button", name="Druk deze sociale kaart af").click()
    assert desktop.evaluate("window.printed")
    desktop.emulate_media(media="print")
    text = desktop.locator(".md-content").inner_text()
    assert "Sociale kaart" in text and "Waar: Brussel · met „tolk”" in text
    assert re.search(r"\d{1,2} [a-z]+ \d{4}\.", text)
    assert "Agentschap Integratie en Inburgering" in text and "Bron:" in text
    assert "Netwerk tegen Armoede" not in text and "Wis" not in text.split()
    assert len(re.findall(rb"/Type\s*/Page\b", desktop.pdf(format="A4"))) == 1


def test_merged_associations_answer_and_say_so(built):
    """Their old names keep their place, with what became of them; so does every older id of a partner or material."""
    html = (built / "partners/index.html").read_text(encoding="utf-8")
    for id in ("koogo", "vcov", "go-ouders"):
        entry = html.split(f'id="partner-{id}"')[1].split("</article>")[0]
        assert "1 januari 2026" in entry and 'href="#partner-ouderkoepelvereniging"' in entry
    guide = open_guide(Path(__file__).parents[2] / "content")
    for kind, path in ((Partner, "partners"), (Resource, "materiaal")):
        page = (built / path / "index.html").read_text(encoding="utf-8")
        assert [alias for one in guide.all(kind) for alias in (one.id, *one.aliases) if f'id="{one.noun}-{alias}"' not in page] == []


def test_the_directory_stays_light(built):
    """All 65 on one page, and still quick on a phone."""
    assert len(gzip.compress((built / "partners/index.html").read_bytes())) <= 60_000
