"""A selection in two tabs at once, after a sleep, in a full storage."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect
from storage import CLOSED, FULL, stored


def keep(page: Page, harbour_address: str, *keys: str) -> None:
    """Open a page with a selection of one's own."""
    page.goto(f"{harbour_address}selectie/#1;{','.join(keys)}")
    page.get_by_role("button", name="Bewaar op dit toestel").click()


def names(page: Page) -> Locator:
    """What the list shows."""
    return page.locator(".selection__name")


def test_two_tabs_make_one_selection(tab: Page, other: Page, harbour_address: str) -> None:
    """What the one adds, the other shows; a note, a title or an order that is changed then, loses none of it."""
    keep(tab, harbour_address, "t.zwaai-naar-de-boot", "p.kustwacht")
    other.goto(harbour_address + "werkvormen/lantaarngesprek/")
    tab.get_by_label("Titel").fill("Overle")
    bookmark = other.get_by_role("button", name="Bewaar Lantaarngesprek")
    bookmark.click()
    expect(names(tab)).to_have_text(["Zwaai naar de eerste boot", "De kustwacht", "Lantaarngesprek"])
    expect(tab.get_by_label("Titel")).to_be_focused()
    tab.keyboard.type("g")
    tab.get_by_role("button", name="Zet lager: Zwaai naar de eerste boot").click()
    tab.get_by_text("Notitie", exact=True).first.click()
    tab.get_by_label("Notitie bij De kustwacht").fill("Bel eerst")
    assert stored(other, "selectie") == {
        "version": 1,
        "title": "Overleg",
        "entries": [
            {"key": "p/kustwacht", "note": "Bel eerst"},
            {"key": "t/zwaai-naar-de-boot", "note": ""},
            {"key": "m/lantaarngesprek", "note": ""},
        ],
    }
    tab.get_by_role("button", name="Haal weg: Lantaarngesprek").click()
    expect(bookmark).to_have_attribute("aria-pressed", "false")


def test_what_is_put_back_takes_nothing_away(tab: Page, other: Page, harbour_address: str) -> None:
    """Emptied in one tab, added to in the other, and put back: all of it is there."""
    keep(tab, harbour_address, "t.zwaai-naar-de-boot")
    tab.get_by_role("button", name="Maak leeg").click()
    keep(other, harbour_address, "m.lantaarngesprek")
    expect(names(tab)).to_have_text(["Lantaarngesprek"])
    tab.get_by_role("button", name="Zet terug").click()
    expect(names(tab)).to_have_text(["Zwaai naar de eerste boot", "Lantaarngesprek"])


def test_a_selection_that_heard_nothing_catches_up(tab: Page, harbour_address: str) -> None:
    """A title that is typed after a sleep does not bring back what was there before it."""
    keep(tab, harbour_address, "t.zwaai-naar-de-boot")
    after = {"version": 1, "title": "", "entries": [{"key": "m/lantaarngesprek", "note": ""}]}
    tab.evaluate("text => localStorage.setItem('selectie', text)", json.dumps(after))
    tab.get_by_label("Titel").fill("Overleg")
    assert stored(tab, "selectie") == {**after, "title": "Overleg"}
    expect(names(tab)).to_have_text(["Lantaarngesprek"])
    expect(tab.get_by_label("Titel")).to_have_value("Overleg")
    tab.evaluate("name => localStorage.removeItem(name)", "selectie")
    tab.evaluate("dispatchEvent(new Event('pageshow'))")
    expect(names(tab)).to_have_count(0)


@pytest.mark.parametrize("trouble", [FULL, CLOSED], ids=["full", "closed"])
def test_a_selection_that_cannot_be_kept_says_so(tab: Page, harbour_address: str, trouble: str) -> None:
    """On the page where one collects, and where one receives; the link still holds all of it."""
    tab.add_init_script(trouble)
    tab.goto(harbour_address + "werkvormen/lantaarngesprek/")
    tab.get_by_role("button", name="Bewaar Lantaarngesprek").click()
    expect(tab.get_by_role("status")).to_have_text("Deze browser kan dit niet bewaren.")
    tab.goto(harbour_address + "selectie/#1;m.lantaarngesprek")
    tab.get_by_role("button", name="Bewaar op dit toestel").click()
    expect(tab.get_by_text("Deze browser kan dit niet bewaren. Kopieer de link")).to_be_visible()
    expect(names(tab)).to_have_text(["Lantaarngesprek"])


def test_a_selection_that_grows_too_large_for_the_device_stays_on_the_page(tab: Page, harbour_address: str) -> None:
    """A note that is not kept is told, stays, moves along, and goes into the link."""
    keep(tab, harbour_address, "t.zwaai-naar-de-boot", "m.lantaarngesprek")
    tab.evaluate(FULL)
    tab.get_by_text("Notitie", exact=True).first.click()
    tab.get_by_label("Notitie bij Zwaai naar de eerste boot").fill("Bel eerst")
    refused = tab.get_by_text("Deze browser kan dit niet bewaren. Kopieer de link")
    expect(refused).to_be_visible()
    tab.get_by_role("button", name="Zet lager: Zwaai naar de eerste boot").click()
    expect(names(tab)).to_have_text(["Lantaarngesprek", "Zwaai naar de eerste boot"])
    expect(refused).to_be_visible()
    expect(tab.get_by_label("Notitie bij Zwaai naar de eerste boot")).to_have_value("Bel eerst")


def test_what_a_later_version_wrote_of_what_was_tried_is_left_alone(tab: Page, harbour_address: str) -> None:
    """It is told, and the box says what is kept."""
    keep(tab, harbour_address, "t.zwaai-naar-de-boot")
    tab.evaluate("text => localStorage.setItem('hoe-ging-het', text)", '{"v":2}')
    box = tab.get_by_label("Gedaan: Zwaai naar de eerste boot")
    box.click()
    expect(tab.get_by_text("nieuwere versie van de gids")).to_be_visible()
    expect(box).not_to_be_checked()
    assert stored(tab, "hoe-ging-het") == {"v": 2} and stored(tab, "gedaan") is None
