"""The start page: ready in two screens of a phone, and where the reader was is one tap away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from storage import CLOSED, FULL, stored

SCREENS = 2.4
"""How long the start page may be on a phone of 390 by 844, in screens, its foot counted."""

READ = "gelezen"
ODD = ['"oops"', "", " ", "\n\n\n", "[5]", "javascript:alert(1) Boos", "https://elders.test/ Elders", "x" * 200_000]
"""What another version, another program or a hand may have left."""


def test_the_start_page_is_ready_in_two_screens(phone: Page, address: str) -> None:
    """Search, three doors and the first worry stand in the first one."""
    phone.goto(address)
    # A bar at the foot of a phone may cover the last part of the screen.
    seen = "one => one.getBoundingClientRect().bottom < innerHeight - 60"

    assert phone.evaluate("document.documentElement.scrollHeight / innerHeight") <= SCREENS
    assert phone.locator(".hero button[data-search]").evaluate(seen)
    assert phone.locator(".doors").first.locator("li").count() == 3
    assert phone.locator(".doors li").nth(2).evaluate(seen)
    assert phone.locator(".worries .cards li").first.evaluate(seen)


def test_whole_rows_can_be_tapped(phone: Page, address: str) -> None:
    """Each is as high as a thumb is wide, and leads somewhere wherever it is touched."""
    phone.goto(address)
    for row in phone.locator(":is(.doors, .worries .cards) > ul > li").all():
        box = row.bounding_box()
        assert box and box["height"] >= 44
    phone.locator(".doors li").first.click(position={"x": 8, "y": 8})

    phone.wait_for_url(f"{address}leerkracht/")


@pytest.mark.parametrize("place", ["situaties", "voor-wie", "aanbevelingen", "sleutels"])
def test_places_of_before_answer(phone: Page, address: str, place: str) -> None:
    """Who kept a link to a part of the start page still lands on it."""
    phone.goto(f"{address}#{place}")

    expect(phone.locator(":target")).to_be_in_viewport()


def test_a_field_in_the_page_opens_search(desktop: Page, harbour_address: str) -> None:
    """And gets the focus back."""
    desktop.goto(harbour_address)
    door = desktop.get_by_role("button", name="Wat zoek je op zee?")
    door.click()
    expect(desktop.get_by_role("searchbox")).to_be_focused()
    desktop.keyboard.press("Escape")

    expect(door).to_be_focused()


def test_a_new_reader_was_nowhere(tab: Page, harbour_address: str) -> None:
    """There is nothing to go on with, so nothing is said; an overview is no place to go on from."""
    tab.goto(f"{harbour_address}tips/")
    tab.goto(harbour_address)

    expect(tab.locator("#verder")).to_be_hidden()


def test_the_last_three_pages_are_kept(tab: Page, harbour_address: str) -> None:
    """The latest first, each once, by its own title; one tap leads back."""
    for path in ("sleutels/01-zwaai-eerst/", "werkvormen/boekenboot/", "overtocht/peilen/", "overtocht/"):
        tab.goto(harbour_address + path)
    tab.goto(f"{harbour_address}overtocht/peilen/#tips")
    tab.goto(harbour_address)
    links = tab.locator("#verder li a")

    expect(links).to_have_text(["Peil de diepte", "Samen naar de overkant", "Boekenboot"])
    links.nth(1).click()
    tab.wait_for_url(f"{harbour_address}overtocht/")


def test_what_was_read_can_be_wiped(tab: Page, harbour_address: str) -> None:
    """It is said, and after a reload there is nothing."""
    tab.goto(f"{harbour_address}overtocht/")
    tab.goto(harbour_address)
    tab.get_by_role("button", name="Wis wat je las van dit toestel").click()

    expect(tab.locator("#verder")).to_contain_text("Gewist.")
    assert stored(tab, READ) is None
    tab.reload()
    expect(tab.locator("#verder")).to_be_hidden()


@pytest.mark.parametrize("odd", ODD)
def test_odd_things_in_the_storage_do_no_harm(tab: Page, harbour_address: str, odd: str) -> None:
    """What cannot be read is nothing, and what is read next is kept."""
    tab.goto(harbour_address)
    tab.evaluate("([name, odd]) => localStorage.setItem(name, odd)", [READ, odd])
    tab.reload()
    expect(tab.locator("#verder")).to_be_hidden()
    tab.goto(f"{harbour_address}overtocht/")
    tab.goto(harbour_address)

    expect(tab.locator("#verder li a")).to_have_text(["Samen naar de overkant"])


@pytest.mark.parametrize("storage", [FULL, CLOSED], ids=["full", "closed"])
def test_a_browser_that_keeps_nothing(tab: Page, harbour_address: str, storage: str) -> None:
    """Shows the same pages, without what it cannot know."""
    tab.add_init_script(storage)
    for path in ("overtocht/", ""):
        tab.goto(harbour_address + path)

    expect(tab.locator("#verder")).to_be_hidden()
