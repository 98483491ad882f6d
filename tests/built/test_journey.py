"""A journey guides a team: what to do at the first meeting, and which steps are done, on this device."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from sites import OpenWindow
from storage import CLOSED, FULL, stored

ROUTE, STEP = "overtocht/", "overtocht/peilen/"


def box(page: Page) -> Locator:
    """The box to tick with the first step."""
    return page.get_by_role("checkbox", name="Klaar: Peil de diepte")


def test_a_tick_survives(tab: Page, harbour_address: str) -> None:
    """On the route and on the page of the step; it is said how far the team is; and it can be taken back."""
    tab.goto(harbour_address + ROUTE)
    box(tab).check()
    expect(tab.get_by_role("status")).to_have_text("1 van de 1 stappen klaar. Dat staat alleen op dit toestel.")
    tab.reload()
    expect(box(tab)).to_be_checked()
    expect(tab.locator(".stop--done")).to_have_count(1)

    tab.goto(harbour_address + STEP)
    expect(box(tab)).to_be_checked()
    box(tab).uncheck()
    tab.goto(harbour_address + ROUTE)
    expect(box(tab)).not_to_be_checked()
    assert stored(tab, "trajecten") == {"overtocht": []}


def test_two_tabs_tick_one_journey(tab: Page, other: Page, harbour_address: str) -> None:
    """What is ticked in the one is ticked in the other."""
    tab.goto(harbour_address + ROUTE)
    other.goto(harbour_address + STEP)
    box(other).check()

    expect(box(tab)).to_be_checked()


@pytest.mark.parametrize("odd", ['"oops"', "5", "null", "[1]", "{", '{"overtocht": 5}', '{"overtocht": [{}, "x"]}'])
def test_odd_things_in_the_storage_do_no_harm(tab: Page, harbour_address: str, odd: str) -> None:
    """What cannot be read is nothing."""
    tab.goto(harbour_address + ROUTE)
    tab.evaluate("odd => localStorage.setItem('trajecten', odd)", odd)
    tab.reload()
    expect(box(tab)).not_to_be_checked()
    box(tab).check()
    tab.reload()

    expect(box(tab)).to_be_checked()


@pytest.mark.parametrize("storage", [FULL, CLOSED], ids=["full", "closed"])
def test_a_browser_that_keeps_nothing_ticks_for_now(tab: Page, harbour_address: str, storage: str) -> None:
    """As long as the page stands."""
    tab.add_init_script(storage)
    tab.goto(harbour_address + ROUTE)
    box(tab).check()

    expect(tab.locator(".stop--done")).to_have_count(1)


def test_without_script_the_first_meeting_is_there(windows: OpenWindow, harbour_address: str) -> None:
    """Open, with its source and what is ours; a box that nothing keeps is not shown."""
    page = windows(java_script_enabled=False)
    page.goto(harbour_address + ROUTE)
    meeting = page.locator(".first__meeting")

    expect(meeting.get_by_text("Kies wie het lood laat zakken.")).to_be_visible()
    expect(meeting).to_contain_text("Voorbeeld van ons. „Waar liep jij al eens vast?”")
    expect(meeting.get_by_role("link", name="Zeekaart")).to_be_visible()
    expect(page.get_by_text("Of kies iets anders (2)")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)
