"""How many taps it takes on a phone, from the start page of the real guide, to what people come for.

What to tap on is found by what it does, or by what the guide calls it today: an editor may change every word.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.content.guide import Guide
from macros.model.advice import Journey, Tip
from macros.model.reference import Partner
from macros.model.situation import Situation
from macros.model.ways_in import Door
from macros.site.urls import entry_url

IN_SIGHT = """one => {
  const { left, top, width, height } = one.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return top >= 0 && top + height <= innerHeight && (one.contains(seen) || !!seen?.contains(one));
}"""
"""Whether all of something stands in the window, and nothing lies on it: no header, no bar, no panel."""

TO_SAY = re.compile("„[^”]{20,}”")
"""A sentence to say to someone."""


class Thumb:
    """A thumb on a phone that counts what it does, from the start page on. It taps on what is in sight."""

    def __init__(self, phone: Page, address: str) -> None:
        self.phone, self.actions = phone, 0
        phone.goto(address)

    def tap(self, what: Locator, *, scrolls: bool = False) -> None:
        """Tap once. scrolls: whether the reader may have to look for it first."""
        expect(what).to_be_visible()
        if scrolls:
            what.scroll_into_view_if_needed()
        assert what.evaluate(IN_SIGHT), f"{what} is out of sight"
        what.tap()
        self.actions += 1

    def types(self, words: str, into: Locator) -> None:
        """Type where one can type."""
        into.fill(words)
        self.actions += 1

    def goes(self, where: str) -> None:
        """Tap on an item of the bar at the foot of the window, wherever one is."""
        self.tap(self.phone.get_by_role("navigation", name="Snel naar").get_by_text(where))

    def keeps(self, bookmark: Locator, *, scrolls: bool = False) -> None:
        """Keep something: one tap, and it is said, with the way to what was kept."""
        before = self.actions
        self.tap(bookmark, scrolls=scrolls)
        assert self.actions == before + 1
        expect(bookmark).to_have_attribute("aria-pressed", "true")
        expect(self.kept).to_be_in_viewport()

    @property
    def kept(self) -> Locator:
        """The way to what was kept, in what is said of it."""
        said = self.phone.get_by_role("status").filter(has_text="Bewaard")
        return said.get_by_role("link", name="Bekijk")


@pytest.fixture
def thumb(phone: Page, address: str) -> Thumb:
    """A thumb over the start page."""
    return Thumb(phone, address)


@pytest.fixture
def unmet(thumb: Thumb, real: Guide) -> Locator:
    """The door of the situation that parents do not come."""
    situation = real.get(Situation, "ouders-komen-niet-opdagen")
    return thumb.phone.get_by_role("main").get_by_role("link", name=situation.title)


def test_a_sentence_to_say_is_one_tap_away(thumb: Thumb, unmet: Locator) -> None:
    """Parents do not come: what one can say to them stands in the window, above the bar."""
    thumb.tap(unmet)
    sentence = thumb.phone.get_by_role("article").locator("p", has_text=TO_SAY).first

    expect(sentence).to_be_visible()
    assert sentence.evaluate(IN_SIGHT)
    assert thumb.actions == 1


def test_a_card_is_kept_in_one_tap(thumb: Thumb, unmet: Locator) -> None:
    """A tip of a situation."""
    thumb.tap(unmet)
    thumb.keeps(thumb.phone.get_by_role("article").locator(".tip .keep").first, scrolls=True)


def test_a_tip_of_the_overview_is_kept_in_one_tap(thumb: Thumb) -> None:
    """The first one is in sight as the overview opens."""
    thumb.goes("Tips")
    thumb.keeps(thumb.phone.get_by_role("article").locator(".keep:visible").first)


def test_a_result_is_kept_in_one_tap(thumb: Thumb) -> None:
    """What was found need not be opened."""
    thumb.goes("Zoeken")
    thumb.types("oudercontact", thumb.phone.get_by_role("searchbox"))
    thumb.keeps(thumb.phone.get_by_role("dialog").locator(".keep").first)


def test_five_for_a_meeting_on_homework_are_eight_actions_away(thumb: Thumb) -> None:
    """Ask, keep five of what comes first, and look at them."""
    thumb.tap(thumb.phone.get_by_role("main").locator("button[data-search]"))
    thumb.types("huiswerk", thumb.phone.get_by_role("searchbox"))
    found = thumb.phone.get_by_role("dialog").locator(".keep")
    expect(found.nth(4)).to_be_visible()
    for at in range(5):
        thumb.keeps(found.nth(at), scrolls=True)
    thumb.tap(thumb.kept)

    expect(thumb.phone.locator(".selection__name")).to_have_count(5)
    assert thumb.actions <= 8


def test_who_interprets_in_brussels_is_three_actions_away(thumb: Thumb, real: Guide) -> None:
    """Open the menu, choose the partners, say what one looks for: first comes one that interprets."""
    interpreters = {partner.title for partner in real.all(Partner) if "tolken" in partner.needs}
    thumb.tap(thumb.phone.get_by_role("button", name="Menu"))
    thumb.tap(thumb.phone.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Partners", exact=True))
    thumb.types("tolken brussel", thumb.phone.get_by_role("searchbox"))

    expect(thumb.phone.get_by_role("search").get_by_role("status")).to_have_text(re.compile(r"^\d+ partners?$"))
    first = thumb.phone.locator("article.partner:visible").first
    assert first.get_by_role("heading").inner_text() in interpreters
    expect(first.get_by_role("heading")).to_be_in_viewport(ratio=1)
    assert thumb.actions == 3


def test_the_first_meeting_on_a_vision_is_two_taps_away(thumb: Thumb, real: Guide) -> None:
    """From the way to a vision, among the small ones, to what a team does at its first meeting."""
    journey = entry_url(real, real.get(Journey, "visietraject"))
    thumb.tap(thumb.phone.get_by_role("main").locator(f"a[href='{journey}']").first)
    thumb.tap(thumb.phone.get_by_role("main").get_by_role("link", name="Jullie eerste overleg"))

    expect(thumb.phone.locator(".first__meeting[open] li").first).to_be_in_viewport(ratio=1)
    assert thumb.actions == 2


def test_something_for_now_in_secondary_school_is_three_taps_away(thumb: Thumb, real: Guide) -> None:
    """The door of the level, what can be done now, and there is the tip."""
    door = entry_url(real, real.get(Door, "secundair"))
    fit = {tip.title for tip in real.all(Tip) if tip.effort == "nu" and {"secundair", "alle"} & set(tip.levels)}
    thumb.tap(thumb.phone.get_by_role("main").locator(f"a[href='{door}']"))
    thumb.tap(thumb.phone.get_by_role("main").get_by_role("link", name="Iets voor nu"))
    shown = thumb.phone.locator(".listed li:visible a")
    expect(shown.first).to_be_in_viewport()
    assert set(shown.all_inner_texts()) <= fit
    thumb.tap(shown.first)

    expect(
        thumb.phone.locator("article.tip:target, :target article.tip, article.tip:has(:target)").first
    ).to_be_visible()
    assert thumb.actions == 3


def test_a_self_scan_is_done_and_a_sheet_in_hand_in_forty_five_taps(thumb: Thumb, address: str) -> None:
    """From its door on the start page, the longest one: a tap for each statement, and the first sheet that helps."""
    thumb.tap(thumb.phone.get_by_role("main").locator("a[href='zelfscan/']"))
    expect(thumb.phone.get_by_role("button", name="Begin").first).to_be_visible()
    longest = max(thumb.phone.locator(".scan").all(), key=lambda one: one.locator(".scan__row").count())
    many = longest.locator(".scan__row").count()
    thumb.tap(longest.get_by_role("button", name="Begin"), scrolls=True)
    for at in range(many):
        thumb.tap(thumb.phone.locator(".scan__answers button").nth(at % 4))
    thumb.tap(thumb.phone.locator(".scan__group").last.locator("a[href*='/werkbladen/']").first, scrolls=True)

    expect(thumb.phone.locator(".sheet")).to_be_visible()
    assert many + 3 <= thumb.actions <= 45
