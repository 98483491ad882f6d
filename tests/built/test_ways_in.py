"""Where a reader comes in: a door for a level or a role, and the school year on one sheet of paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf import code_on, pages_of
from playwright.sync_api import Page, expect
from sites import HARBOUR

from macros.content.guide import Guide
from macros.model.ways_in import Door
from macros.site.urls import entry_url, overview_page, page_url, site_url

YEAR = "schooljaar/"


def printed(page: Page) -> bytes:
    """The page as a browser prints it."""
    return page.pdf(prefer_css_page_size=True)


def test_a_door_leads_to_what_can_be_done_now(phone: Page, harbour_address: str) -> None:
    """The overview opens with only what fits the level, and is about that."""
    phone.goto(f"{harbour_address}matroos/")
    phone.get_by_role("link", name="Iets voor nu").tap()
    phone.wait_for_url(f"{harbour_address}tips/?niveau=lager&wanneer=nu")
    shown = phone.locator(".listed li:visible small")

    expect(shown.first).to_be_visible()
    for facts in shown.all_inner_texts():
        assert facts.startswith("nu") and ("lager" in facts or "elk niveau" in facts)


def test_a_tip_of_a_door_is_kept_there(phone: Page, harbour_address: str) -> None:
    """A row offers what every tip offers."""
    phone.goto(f"{harbour_address}matroos/")
    keep = phone.locator(".ways .keep").first
    keep.tap()

    expect(keep).to_have_attribute("aria-pressed", "true")


def test_the_year_is_one_sheet(desktop: Page, address: str, real: Guide) -> None:
    """With the way back to the page, to type and to scan."""
    desktop.goto(address + YEAR)
    paper = printed(desktop)

    assert pages_of(paper) == 1
    assert code_on(paper) == [site_url(real.site) + YEAR]


def test_the_year_of_another_guide_is_one_sheet(desktop: Page, harbour_address: str) -> None:
    """Its code leads to where that guide says that it stands."""
    desktop.goto(harbour_address + YEAR)
    paper = printed(desktop)

    assert pages_of(paper) == 1
    assert code_on(paper) == [HARBOUR + YEAR]


def test_a_full_year_is_one_sheet(desktop: Page, harbour_address: str) -> None:
    """As many moments as may be, with the longest words that the check allows."""
    desktop.goto(harbour_address + YEAR)
    desktop.evaluate(
        """() => {
          const year = document.querySelector(".year"), moment = year.querySelector(".year__moment");
          const said = (selector, words, most) =>
            moment.querySelector(selector).textContent = words.repeat(3).slice(0, most);
          said(".year__when", "Als er veel ouders tegelijk op school zijn, ja", 45);
          said("h2 + p", "Vraag hoe de start verliep en wat er nog nodig is. ", 90);
          moment.querySelectorAll(".year__more:not(.year__more--sheet)").forEach(
            line => line.textContent = "Anders wordt de week alleen maar voller dan vol.".slice(0, 48));
          moment.querySelectorAll("li:not(:last-child) a").forEach(
            link => link.textContent = "Zoek een andere plek en een ander moment als er geen schoolpoort is");
          for (let more = 1; more < 8; more += 1) year.append(moment.cloneNode(true));
        }"""
    )

    assert pages_of(printed(desktop)) == 1


@pytest.mark.parametrize("path", ["matroos/", YEAR, "voor-wie/"])
def test_they_are_in_the_map_of_the_site(harbour: Path, path: str) -> None:
    """A search engine finds them, as every other page."""
    assert f"<loc>{HARBOUR}{path}</loc>" in (harbour / "sitemap.xml").read_text(encoding="utf-8")


def test_every_door_can_be_reached(phone: Page, address: str, real: Guide) -> None:
    """From the start page, or else from their overview, which the foot of every page leads to."""
    phone.goto(address)
    for path in [entry_url(real, door) for door in real.all(Door)]:
        assert phone.get_by_role("main").locator(f"a[href='{path}']").count(), path
    expect(phone.locator(f"a[href='{page_url(overview_page(Door))}']").last).to_be_visible()
