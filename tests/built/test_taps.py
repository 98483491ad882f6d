"""How many taps it takes on a phone, from the start page of the real guide, to what people come for."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

IN_SIGHT = """one => {
  const { left, top, width, height } = one.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return top >= 0 && top + height <= innerHeight && (one.contains(seen) || !!seen?.contains(one));
}"""


class Thumb:
    """A thumb on a phone that counts its taps. It taps on what is in sight, after scrolling if it may."""

    def __init__(self, phone: Page, address: str) -> None:
        self.phone, self.taps = phone, 0
        phone.goto(address)

    def tap(self, what: Locator, *, scrolls: bool = True) -> None:
        """Tap once. scrolls: whether the reader may have to look for it."""
        expect(what).to_be_visible()
        if scrolls:
            what.scroll_into_view_if_needed()
        else:
            assert what.evaluate(IN_SIGHT), f"{what} is out of sight"
        what.tap()
        self.taps += 1


@pytest.fixture
def thumb(phone: Page, address: str) -> Thumb:
    """A thumb over the start page."""
    return Thumb(phone, address)


def test_a_sentence_to_say_is_one_tap_away(thumb: Thumb) -> None:
    """Parents do not come: the first thing to see is what one can say, without scrolling."""
    thumb.tap(thumb.phone.get_by_role("link", name="Ouders komen niet opdagen"), scrolls=False)
    words = thumb.phone.locator("article p", has_text=re.compile("„[^”]{20,}”")).first

    expect(words).to_be_in_viewport(ratio=1)
    bar = thumb.phone.get_by_role("navigation", name="Snel naar")
    sentence, below = words.bounding_box(), bar.bounding_box()
    assert sentence and below and sentence["y"] + sentence["height"] <= below["y"]
    assert thumb.taps == 1


@pytest.mark.parametrize("path", ["situaties/ouders-komen-niet-opdagen/", "tips/"])
def test_a_tip_is_kept_in_one_tap(thumb: Thumb, path: str, address: str) -> None:
    """From a card, and from an overview; from a result of search, see below. It says so, and where to find it."""
    thumb.phone.goto(address + path)
    bookmark = thumb.phone.locator(".keep:visible").first
    thumb.tap(bookmark)

    expect(bookmark).to_have_attribute("aria-pressed", "true")
    expect(thumb.phone.get_by_role("status").filter(has_text="Bewaard")).to_contain_text("Bekijk")
    assert thumb.taps == 1


def test_five_for_a_meeting_on_homework_are_eight_taps_away(thumb: Thumb) -> None:
    """Ask, keep five of what comes first, and look at them."""
    thumb.tap(thumb.phone.get_by_role("button", name="Waar ben je mee bezig?"), scrolls=False)
    thumb.phone.get_by_role("searchbox").fill("huiswerk")
    results = thumb.phone.locator(".search__hits .keep")
    expect(results.nth(4)).to_be_visible()
    for at in range(5):
        thumb.tap(results.nth(at))
    thumb.tap(thumb.phone.get_by_role("status").get_by_role("link", name="Bekijk"))

    expect(thumb.phone.locator(".selection__name")).to_have_count(5)
    assert thumb.taps <= 8


def test_who_interprets_in_brussels_is_three_actions_away(thumb: Thumb) -> None:
    """Open the menu, choose the partners, say what one looks for."""
    thumb.tap(thumb.phone.get_by_role("button", name="Menu"), scrolls=False)
    thumb.tap(thumb.phone.locator("#menu").get_by_role("link", name="Partners", exact=True))
    thumb.phone.get_by_label("Zoek in deze lijst").fill("tolken brussel")

    shown = thumb.phone.locator("article.partner:visible")
    expect(thumb.phone.locator(".filter__status, form [role=status]").first).to_have_text(re.compile(r"^\d partners?$"))
    expect(shown.first).to_contain_text("tolk", ignore_case=True)
    assert thumb.taps + 1 <= 3


def test_the_first_meeting_on_a_vision_is_two_taps_away(thumb: Thumb) -> None:
    """From the door of the school leader to what a team does at its first meeting."""
    thumb.tap(thumb.phone.get_by_role("link", name="Directie"), scrolls=False)
    meeting = thumb.phone.get_by_text("Op jullie eerste overleg").first
    thumb.tap(thumb.phone.get_by_role("link", name="Jullie eerste overleg"), scrolls=False)

    expect(meeting).to_be_in_viewport()
    expect(thumb.phone.locator("details[open]", has=meeting).get_by_role("listitem").first).to_be_visible()
    assert thumb.taps == 2
