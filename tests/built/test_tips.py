"""A tip, wherever it stands: closed a glance, open a page; kept in one tap; open for whom an address leads there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from selection import keep
from sites import OpenWindow
from storage import stored

KEY = "sleutels/01-zwaai-eerst/"
SITUATION = "situaties/niemand-komt-aan-wal/"
WAVE = "Zwaai naar de eerste boot"


def tip(page: Page, title: str = WAVE) -> Locator:
    """The card of a tip."""
    return page.locator(".tip").filter(has=page.get_by_role("heading", name=title))


def covered(page: Page, heading: str) -> bool:
    """Whether something lies on the title that an address led to."""
    return bool(
        page.locator(heading).evaluate(
            """title => {
              const { left, top, height } = title.getBoundingClientRect();
              return !title.contains(document.elementFromPoint(left + 5, top + height / 2));
            }"""
        )
    )


def test_a_closed_tip_is_a_glance_and_opens_at_a_tap(phone: Page, harbour_address: str) -> None:
    """Its title, a line, how soon, for whom and what it rests on; a tap shows the rest, another tap puts it away."""
    phone.goto(harbour_address + KEY)
    card = tip(phone)
    for seen in ("Eén zwaai, en de dag begint samen", "nu", "kleuter, lager", "Uit de praktijk"):
        expect(card.get_by_text(seen).first).to_be_visible()
    expect(card.get_by_text("Wie gezien is")).to_be_hidden()
    assert 90 <= card.evaluate("card => card.offsetHeight") <= 126
    card.get_by_role("heading").tap()
    for seen in ("Ga om zeven uur naar buiten", "Wie gezien is", "De boot van Mira", "Lantaarngesprek"):
        expect(card.get_by_text(seen)).to_be_visible()
    expect(card.get_by_text("Wout deed het")).to_be_hidden()
    card.get_by_text("Meer hierover en de bron").tap()
    expect(card.get_by_text("Wout deed het")).to_be_visible()
    card.get_by_role("heading").tap()
    expect(card.get_by_text("Wie gezien is")).to_be_hidden()


@pytest.mark.parametrize("path", [KEY, SITUATION, "sleutels/02-spreek-elke-taal/", "aanbevelingen/licht/deur/"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_of_a_tip_is_cut_off(windows: OpenWindow, harbour_address: str, path: str, width: int) -> None:
    """However long its title, closed and open; no line ends in dots."""
    page = windows(width)
    page.goto(harbour_address + path)
    for _ in range(2):
        cut = page.locator(".tip, .tip :not(.said)").evaluate_all(
            """all => all.filter(one => one.scrollWidth > Math.ceil(one.clientWidth) && one.clientWidth
                 || getComputedStyle(one).textOverflow === "ellipsis").map(one => one.outerHTML.slice(0, 100))"""
        )
        assert cut == []
        page.locator(".tip details").evaluate_all("all => all.forEach(one => one.open = true)")


@pytest.mark.parametrize("path", [KEY, "sleutels/02-spreek-elke-taal/", SITUATION])
def test_one_tap_keeps_and_the_next_takes_out(phone: Page, harbour_address: str, path: str) -> None:
    """From a card at home, from a card that leads there, and from a first step; it is said, and lasts."""
    phone.goto(harbour_address + path)
    bookmark = phone.get_by_role("button", name="Bewaar").first
    box = bookmark.bounding_box()
    assert box and min(box["width"], box["height"]) >= 44
    expect(bookmark).to_have_attribute("aria-pressed", "false")
    bookmark.tap()
    expect(phone.get_by_role("status")).to_have_text("Bewaard · Bekijk")
    expect(bookmark).to_have_attribute("aria-pressed", "true")
    phone.reload()
    expect(bookmark).to_have_attribute("aria-pressed", "true")
    bookmark.tap()
    expect(phone.get_by_role("status")).to_have_text("Niet meer bewaard")
    assert stored(phone, "selectie") is None


def test_one_tap_keeps_what_was_found(phone: Page, harbour_address: str) -> None:
    """Each result has a bookmark: of what has a page, and of what shares one. What was kept leads on."""
    phone.goto(harbour_address)
    phone.get_by_role("navigation", name="Snel naar").get_by_role("button", name="Zoeken").tap()
    phone.get_by_role("searchbox").fill("zwaai")
    found = phone.get_by_role("dialog", name="Zoeken in de gids")
    keep(found, WAVE)
    keep(found, "Zwaai eerst")
    assert [one["key"] for one in stored(phone, "selectie")["entries"]] == ["t/zwaai-naar-de-boot", "s/s01"]
    phone.get_by_role("status").get_by_role("link", name="Bekijk").tap()
    expect(phone.locator(".selection__name")).to_have_text([WAVE, "Zwaai eerst"])


@pytest.mark.parametrize("anchor", ["tip-zwaai-naar-de-boot", "tip-wuif-eens", "tip-dag-boot"])
@pytest.mark.parametrize("width", [390, 1280])
def test_an_address_finds_its_tip_open(windows: OpenWindow, harbour_address: str, anchor: str, width: int) -> None:
    """Also one of before: whole, its title free of the header, with where one is. Then it is the reader's again."""
    page = windows(width, 700)
    page.goto(f"{harbour_address}{KEY}#{anchor}")
    card = tip(page)
    expect(card.get_by_text("Wie gezien is")).to_be_visible()
    assert not covered(page, "#tip-zwaai-naar-de-boot") and not covered(page, ".tip__whence")
    expect(card.locator(".tip__whence")).to_have_text("Uit: Zwaai eerst")
    card.get_by_role("heading").click()
    expect(card.get_by_text("Wie gezien is")).to_be_hidden()


def test_a_reader_walks_from_tip_to_tip(desktop: Page, harbour_address: str) -> None:
    """The next one opens, and says where one is; the last one has no next."""
    desktop.goto(f"{harbour_address}aanbevelingen/licht/zwaaien/")
    first, second = desktop.locator(".tip h3").first, desktop.locator(".tip h3").last
    desktop.goto(f"{desktop.url}#{first.get_attribute('id')}")
    if first.get_attribute("id") != second.get_attribute("id"):
        desktop.get_by_role("link", name="volgende tip").click()
        expect(desktop.locator(".tip:has(:target) h3")).to_have_id(second.get_attribute("id") or "")
    expect(desktop.get_by_role("link", name="volgende tip")).to_have_count(0)


def test_a_new_address_on_the_same_page_opens_its_tip(desktop: Page, harbour_address: str) -> None:
    """As a link within the page asks for it."""
    desktop.goto(harbour_address + KEY)
    expect(tip(desktop).get_by_text("Wie gezien is")).to_be_hidden()
    desktop.evaluate("location.hash = 'tip-wuif-eens'")
    expect(tip(desktop).get_by_text("Wie gezien is")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_all_of_it_is_on_paper(windows: OpenWindow, harbour_address: str, script: bool) -> None:
    """What is folded on the screen, is open on paper; and no bookmark, no door, no line that only leads."""
    page = windows(java_script_enabled=script)
    page.goto(harbour_address + KEY)
    page.emulate_media(media="print")
    for seen in ("Ga om zeven uur naar buiten", "Wie gezien is", "De boot van Mira", "Wout deed het"):
        expect(tip(page).get_by_text(seen)).to_be_visible()
    for unseen in ("Eén zwaai, en de dag begint samen", "Meer hierover en de bron"):
        expect(tip(page).get_by_text(unseen)).to_be_hidden()
    assert page.locator(".keep:visible, .share__door:visible").count() == 0


def test_what_opened_for_paper_closes_again(desktop: Page, harbour_address: str) -> None:
    """What was open stays so; a note that was not written does not open."""
    desktop.goto(harbour_address + KEY)
    more = desktop.locator(".tip .more").first
    tip(desktop).get_by_role("heading").click()
    desktop.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(more).to_have_attribute("open", "")
    desktop.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(more).not_to_have_attribute("open", "")
    expect(tip(desktop).get_by_text("Wie gezien is")).to_be_visible()


def test_without_a_script_all_of_a_tip_is_there(windows: OpenWindow, harbour_address: str) -> None:
    """Open, and without a button that does nothing."""
    page = windows(390, java_script_enabled=False)
    page.goto(harbour_address + KEY)
    expect(tip(page).get_by_text("Wie gezien is")).to_be_visible()
    assert page.get_by_role("button", name="Bewaar").count() == 0


def test_a_method_and_its_sheet_are_told_apart(desktop: Page, harbour_address: str) -> None:
    """What a tip is done with, says of what kind it is, in sight by its sign."""
    desktop.goto(f"{harbour_address}{KEY}#tip-zwaai-naar-de-boot")
    tools = tip(desktop).locator(".tip__tools li")
    expect(tools.first).to_have_text("Werkvorm: Lantaarngesprek")
    expect(tools.nth(1)).to_have_text("Werkblad: Botenblad")
    assert tools.locator("svg").count() == tools.count()
