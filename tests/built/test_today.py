"""The tip of today on the start page: the same for a whole team, and kept on this device when it was done."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from storage import CLOSED, FULL, stored

from macros.content.guide import Guide
from macros.site.quick_tips import quick_tips

DONE = "gedaan"
THURSDAY, FRIDAY = "2026-11-26T23:30:00", "2026-11-27T00:30:00"


def title(page: Page) -> Locator:
    """What the tip of today is called."""
    return page.locator(".today__title")


def title_on(page: Page, address: str, moment: str) -> str:
    """What it is called at a moment."""
    page.clock.set_fixed_time(moment)
    page.goto(address)
    expect(title(page)).to_be_visible()
    return title(page).inner_text()


def test_a_team_sees_the_same_tip_all_day(tab: Page, address: str, real: Guide) -> None:
    """It is one of two minutes, and tomorrow there is another."""
    titles = {tip.title for tip in quick_tips(real)}
    morning, evening = (title_on(tab, address, f"2026-11-26T{hour}:30:00") for hour in ("07", "23"))
    next_day = title_on(tab, address, FRIDAY)

    assert morning == evening != next_day
    assert {morning, next_day} <= titles


@pytest.mark.parametrize("moment", ["1969-12-31T12:00:00", "2099-01-01T12:00:00"])
def test_a_device_whose_clock_is_wrong_has_a_tip_too(tab: Page, address: str, moment: str) -> None:
    """A battery that ran empty sets some back to before the first day that is counted."""
    assert title_on(tab, address, moment)


def test_no_tip_of_today_asks_for_a_meeting(real: Guide) -> None:
    """Nor for a day that comes once a year; and there are enough for some weeks."""
    tips = list(quick_tips(real))

    assert all(tip.effort == "nu" and "teamoverleg" not in tip.moments for tip in tips)
    assert len(tips) > 20


def test_another_one_can_be_asked_for_and_kept(tab: Page, address: str) -> None:
    """The title leads to the tip itself, which stands open there."""
    first = title_on(tab, address, THURSDAY)
    tab.get_by_role("button", name="Andere").click()
    expect(title(tab)).not_to_have_text(first)
    second = title(tab).inner_text()
    expect(title(tab).get_by_role("link")).to_be_focused()
    tab.locator(".today__tip .keep").click()
    expect(tab.locator(".today__tip")).to_contain_text("Bewaard")
    title(tab).get_by_role("link").click()

    expect(tab.locator(":target")).to_contain_text(second)


def test_what_was_done_is_kept_and_comes_no_more(tab: Page, address: str) -> None:
    """Until someone says that it was not done after all."""
    first = title_on(tab, address, THURSDAY)
    done = tab.get_by_role("button", name="Gedaan")
    done.click()
    expect(done).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(".today__said")).to_contain_text("Mooi.")

    expect(tab.locator(".today__said")).to_contain_text("De volgende keer")
    later = title_on(tab, address, THURSDAY)

    assert later != first, "the same day, as was said"
    tab.evaluate("localStorage.clear()")
    assert title_on(tab, address, THURSDAY) == first
    done.click()
    done.click()
    expect(done).to_have_attribute("aria-pressed", "false")
    assert not stored(tab, DONE)


@pytest.mark.parametrize("storage", [FULL, CLOSED], ids=["full", "closed"])
def test_a_browser_that_keeps_nothing_says_so(tab: Page, address: str, storage: str) -> None:
    """The tip stands there all the same."""
    tab.add_init_script(storage)
    title_on(tab, address, THURSDAY)
    tab.get_by_role("button", name="Gedaan").click()

    expect(tab.locator(".today__said")).to_have_text("Deze browser kan dit niet bewaren.")


def test_odd_things_in_the_storage_do_no_harm(tab: Page, address: str) -> None:
    """What another version, another program or a hand may have left."""
    first = title_on(tab, address, THURSDAY)
    for odd in ("[]", "\n\n", "x" * 100_000, '{"a": 1}'):
        tab.evaluate("([name, odd]) => localStorage.setItem(name, odd)", [DONE, odd])
        assert title_on(tab, address, THURSDAY) == first


def test_without_the_tips_a_link_leads_to_all_of_them(tab: Page, address: str) -> None:
    """As without JavaScript."""
    tab.route("**/assets/home/tips/*.js", lambda route: route.abort())
    tab.goto(address)

    expect(tab.locator(".today__tip a")).to_have_attribute("href", "tips/")
