"""A tip for every week of a school year: one sheet of paper, and on a phone folded by period."""

from __future__ import annotations

import pytest
from accessibility import violations
from pdf import code_on, pages_of
from playwright.sync_api import Page, expect
from sites import HARBOUR, OpenWindow
from storage import stored

from macros.content.guide import Guide
from macros.site.urls import site_url
from macros.site.week_tips import week_tips

WEEK = "tip-van-de-week/"


def printed(page: Page) -> bytes:
    """The page as a browser prints it."""
    return page.pdf(prefer_css_page_size=True)


def test_the_year_is_one_sheet(desktop: Page, address: str, real: Guide) -> None:
    """Every week with its tip, and the way back to the page. The holidays are for the school to fill in."""
    desktop.goto(address + WEEK)
    paper = printed(desktop)
    desktop.emulate_media(media="print")
    titles = [one.tip.title for period in week_tips(real) for one in period.weeks]

    assert pages_of(paper) == 1
    assert code_on(paper) == [site_url(real.site) + WEEK]
    expect(desktop.locator(".weeks li a")).to_have_text(titles)
    assert desktop.locator(".weeks li:visible").count() == len(titles)
    expect(desktop.get_by_text("vullen zelf de vakanties in")).to_be_visible()


def test_the_longest_words_fit_too(desktop: Page, harbour_address: str) -> None:
    """Forty titles of sixty signs: longer than nine out of ten."""
    desktop.goto(harbour_address + WEEK)
    desktop.evaluate(
        """() => {
          const weeks = document.querySelector(".weeks"), period = weeks.querySelector("details");
          const list = period.querySelector("ol"), line = list.querySelector("li");
          list.replaceChildren(...Array.from({ length: 10 }, () => line.cloneNode(true)));
          const words = "Vraag de ouders van een nieuw kind hoe het thuis en hier gaat";
          list.querySelectorAll("a").forEach(link => (link.textContent = words.slice(0, 60)));
          for (let more = 1; more < 4; more += 1) weeks.append(period.cloneNode(true));
        }"""
    )

    assert pages_of(printed(desktop)) == 1


def test_a_phone_shows_a_period_at_a_time(phone: Page, harbour_address: str, address: str) -> None:
    """The first stands open; each week can be kept, or opened where its tip lives."""
    phone.goto(address + WEEK)
    open_ones = phone.locator("details.weeks__period[open]")
    expect(open_ones).to_have_count(1)
    phone.locator("details.weeks__period > summary").nth(1).tap()
    expect(open_ones).to_have_count(2)
    second = phone.locator("details.weeks__period").nth(1)
    first_week = second.locator("ol").get_attribute("start")
    assert first_week and int(first_week) == phone.locator("details.weeks__period").first.locator("li").count() + 1
    phone.goto(harbour_address + WEEK)
    phone.get_by_role("button", name="Bewaar Zwaai naar de eerste boot").tap()
    assert [one["key"] for one in stored(phone, "selectie")["entries"]] == ["t/zwaai-naar-de-boot"]
    phone.get_by_role("link", name="Zwaai naar de eerste boot").tap()
    expect(phone.locator("article.tip:has(:target)")).to_be_visible()


def test_all_of_them_become_cards(desktop: Page, harbour_address: str) -> None:
    """With a front and a back, in the order of the year."""
    desktop.goto(harbour_address + WEEK)
    titles = desktop.locator(".weeks li a").all_inner_texts()
    desktop.get_by_role("link", name="Maak kaartjes").click()

    expect(desktop.locator(".poster h2")).to_have_text(titles)
    expect(desktop.locator(".poster--back")).to_have_count(len(titles))
    assert desktop.url.startswith(f"{harbour_address}affiches/#1;k7;t.zwaai-naar-de-boot,")


def test_it_is_whole_without_javascript(windows: OpenWindow, address: str, real: Guide) -> None:
    """Every title is in the page, and each period opens."""
    page = windows(390, java_script_enabled=False)
    page.goto(address + WEEK)
    count = sum(len(period.weeks) for period in week_tips(real))
    expect(page.locator(".weeks li a")).to_have_count(count)
    page.locator("details.weeks__period > summary").nth(1).click()
    expect(page.locator("details.weeks__period").nth(1).locator("li").first).to_be_visible()


@pytest.mark.parametrize("width,colours", [(390, "light"), (1280, "dark"), (320, "light")])
def test_axe_finds_nothing_and_nothing_sticks_out(windows: OpenWindow, address: str, width: int, colours: str) -> None:
    """With all that folds open."""
    page = windows(width, color_scheme=colours)
    page.goto(address + WEEK)
    page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_school_year_leads_there(desktop: Page, harbour_address: str) -> None:
    """And what hangs in the staff room says where it came from."""
    desktop.goto(f"{harbour_address}schooljaar/")
    desktop.get_by_role("link", name="een tip voor elke week").click()
    expect(desktop).to_have_url(harbour_address + WEEK)
    assert code_on(printed(desktop)) == [HARBOUR + WEEK]
