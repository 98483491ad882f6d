"""What a reader keeps on this device: in two tabs at once, after a sleep, in a full storage, after damage."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from storage import CLOSED, FULL, stored

STORE = "sleutelbos-werkblad-botenblad"
SHEET = "werkbladen/botenblad/"

ODD = [
    '"oops"',
    "5",
    "true",
    "null",
    "[]",
    '["een", "twee"]',
    "{",
    "",
    "\u0000",
    '{"kop_school": 5, "kop_datum": {"a": 1}, "wie-zag-je": ["x"]}',
    '{"__proto__": {"kop_school": "boos"}, "constructor": 1, "toString": "x"}',
    '{"kop_school": "' + "x" * 200_000 + '"}',
    "[" * 20_000,
]
"""What another version, another program or a hand may have left in the storage."""


def fields(page: Page) -> Locator:
    """The places to write on a sheet."""
    return page.locator(".w input:not(.w-tick), .w textarea")


def said(page: Page) -> Locator:
    """What the page of a sheet says about keeping."""
    return page.locator(".sheet-tools [role=status]")


# --- a sheet ---------------------------------------------------------------------------------


def test_two_tabs_fill_in_one_sheet(tab: Page, other: Page, harbour_address: str) -> None:
    """What is written in the one stands in the other, ticks too; after a reload everything is there."""
    for page in (tab, other):
        page.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("De Toren")
    fields(other).nth(1).fill("3 maart")
    other.locator(".w-tick").first.check()
    expect(fields(tab).nth(1)).to_have_value("3 maart")
    expect(tab.locator(".w-tick").first).to_be_checked()
    expect(fields(other).nth(0)).to_have_value("De Toren")
    fields(other).nth(0).fill("")
    fields(tab).nth(1).focus()
    expect(fields(tab).nth(0)).to_have_value("")
    fields(other).nth(0).fill("De Kade")
    for page in (tab, other):
        page.reload()
        expect(fields(page).nth(0)).to_have_value("De Kade")
        expect(fields(page).nth(1)).to_have_value("3 maart")
        expect(page.locator(".w-tick").first).to_be_checked()


def test_what_two_tabs_write_at_the_same_moment_is_all_kept(tab: Page, other: Page, harbour_address: str) -> None:
    """A browser tells a tab a little late what the other wrote; what it overwrote then, comes back."""
    for page in (tab, other):
        page.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("De Toren")
    other.evaluate("([name, text]) => localStorage.setItem(name, text)", [STORE, '{"kop_datum": "3 maart"}'])
    expect(fields(tab).nth(1)).to_have_value("3 maart")
    expect(fields(other).nth(0)).to_have_value("De Toren")
    assert stored(tab, STORE) == {"kop_school": "De Toren", "kop_datum": "3 maart"}


def test_a_tab_that_lags_behind_puts_nothing_back(tab: Page, other: Page, harbour_address: str) -> None:
    """It wrote its own field beside half of what was typed here: both stay. Who changes only this field, means it."""
    for page in (tab, other):
        page.goto(harbour_address + SHEET)
    fields(tab).nth(0).press_sequentially("De")
    fields(tab).nth(2).focus()
    other.evaluate(
        "([name, text]) => localStorage.setItem(name, text)", [STORE, '{"kop_school": "D", "kop_datum": "3 maart"}']
    )
    expect(fields(tab).nth(1)).to_have_value("3 maart")
    expect(fields(other).nth(0)).to_have_value("De")
    assert fields(tab).nth(0).input_value() == "De"
    fields(other).nth(0).fill("D")
    expect(fields(tab).nth(0)).to_have_value("D")


def test_no_text_changes_under_the_cursor(tab: Page, other: Page, harbour_address: str) -> None:
    """Where someone writes, the own text stays; the other fields follow."""
    for page in (tab, other):
        page.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("De Tor")
    fields(other).nth(0).fill("iets anders")
    fields(other).nth(1).fill("3 maart")
    expect(fields(tab).nth(1)).to_have_value("3 maart")
    expect(fields(tab).nth(0)).to_have_value("De Tor")
    tab.keyboard.type("en")
    expect(fields(tab).nth(0)).to_have_value("De Toren")
    fields(other).nth(1).focus()
    expect(fields(other).nth(0)).to_have_value("De Toren")


def test_wiping_in_one_tab_wipes_in_the_other(tab: Page, other: Page, harbour_address: str) -> None:
    """Also a field with the cursor in it; and what is then written, is kept."""
    for page in (tab, other):
        page.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("De Toren")
    expect(fields(other).nth(0)).to_have_value("De Toren")
    other.get_by_role("button", name="Wis alles").click()
    expect(fields(tab).nth(0)).to_have_value("")
    expect(said(tab)).to_contain_text("gewist in een ander tabblad")
    assert stored(tab, STORE) is None
    fields(tab).nth(1).fill("3 maart")
    assert stored(tab, STORE) == {"kop_datum": "3 maart"}


@pytest.mark.parametrize("event", ["pageshow", "visibilitychange"])
def test_a_tab_that_heard_nothing_catches_up(tab: Page, harbour_address: str, event: str) -> None:
    """It slept, or comes back out of the browser's memory: what was written or wiped meanwhile, it shows."""
    tab.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("De Toren")
    fields(tab).nth(1).focus()
    # What this tab writes itself, it does not hear of; so it is as if another wrote while it slept.
    tab.evaluate("([name, text]) => localStorage.setItem(name, text)", [STORE, '{"kop_school": "De Kade"}'])
    tab.evaluate("name => document.dispatchEvent(new Event(name, { bubbles: true }))", event)
    expect(fields(tab).nth(0)).to_have_value("De Kade")
    tab.evaluate("name => localStorage.removeItem(name)", STORE)
    tab.evaluate("name => document.dispatchEvent(new Event(name, { bubbles: true }))", event)
    expect(fields(tab).nth(0)).to_have_value("")
    fields(tab).nth(1).fill("3 maart")
    assert stored(tab, STORE) == {"kop_datum": "3 maart"}


def test_a_sheet_works_whatever_was_stored(tab: Page, harbour_address: str) -> None:
    """It saves, it comes back after a reload; and what could not be read stays until someone writes."""
    tab.goto(harbour_address + SHEET)
    for text in ODD:
        tab.evaluate("([name, text]) => localStorage.setItem(name, text)", [STORE, text])
        tab.reload()
        assert tab.evaluate("name => localStorage.getItem(name)", STORE) == text
        assert fields(tab).nth(2).input_value() == "", text[:50]
        fields(tab).nth(2).fill("Zingt graag")
        expect(said(tab)).to_contain_text("Bewaard op dit toestel.")
        tab.reload()
        assert fields(tab).nth(2).input_value() == "Zingt graag", text[:50]
    assert tab.evaluate("[({}).kop_school, Object.prototype.hasOwnProperty('kop_school')]") == [None, False]


def test_fields_that_a_sheet_no_longer_has_are_not_thrown_away(tab: Page, harbour_address: str) -> None:
    """The guide changed a question between two visits, and may change it back."""
    tab.goto(harbour_address)
    tab.evaluate("([name, text]) => localStorage.setItem(name, text)", [STORE, '{"oude-vraag": "een antwoord"}'])
    tab.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("De Toren")
    assert stored(tab, STORE) == {"oude-vraag": "een antwoord", "kop_school": "De Toren"}


@pytest.mark.parametrize("trouble", [FULL, CLOSED], ids=["full", "closed"])
def test_a_sheet_that_cannot_be_kept_says_so(tab: Page, harbour_address: str, trouble: str) -> None:
    """In one sentence; and what was written stays on the tab, also when the reader comes back to it."""
    tab.add_init_script(trouble)
    tab.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("De Toren")
    expect(said(tab)).to_have_text(
        "Deze browser kan dit niet bewaren. Bewaar het als bestand of druk het af voor je weggaat."
    )
    fields(tab).nth(1).fill("3 maart")
    tab.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    assert [fields(tab).nth(at).input_value() for at in (0, 1)] == ["De Toren", "3 maart"]


def test_what_could_not_be_kept_goes_along_once_there_is_room(tab: Page, harbour_address: str) -> None:
    """Not only the field that was written last."""
    tab.goto(harbour_address + SHEET)
    tab.evaluate("void (window.before = Storage.prototype.setItem)")
    tab.evaluate(FULL)
    fields(tab).nth(0).fill("De Toren")
    tab.evaluate("void (Storage.prototype.setItem = window.before)")
    fields(tab).nth(1).fill("3 maart")
    assert stored(tab, STORE) == {"kop_school": "De Toren", "kop_datum": "3 maart"}


def test_letters_that_a_pdf_cannot_hold_are_named_while_typing(tab: Page, harbour_address: str) -> None:
    """Of other scripts; a Polish, Turkish or Vietnamese name says nothing."""
    tab.goto(harbour_address + SHEET)
    fields(tab).nth(0).fill("Łukasz, Iğdır, Nguyễn, Добро – “€”\tI\u0307")  # noqa: RUF001 - names
    expect(said(tab)).to_have_text("Bewaard op dit toestel.")
    fields(tab).nth(0).fill("محمد of λένη 😀")
    expect(said(tab)).to_contain_text("In de PDF kun je dit niet typen: م ح د λ έ. Hier wel")
    fields(tab).nth(0).fill("مُ ❤️\u200b")  # a vowel on its letter, a heart in colour, a sign that no one sees
    expect(said(tab)).to_contain_text("In de PDF kun je dit niet typen: م ❤. Hier wel")
    fields(tab).nth(0).fill("Mohammed")
    expect(said(tab)).to_have_text("Bewaard op dit toestel.")


# --- light or dark --------------------------------------------------------------------------


def test_a_damaged_choice_of_colours_breaks_nothing(tab: Page, harbour_address: str) -> None:
    """The page opens without a fault, and the choice can be made anew."""
    for text in ("", "rood", '"dark"', "null", "x" * 100_000):
        tab.goto(harbour_address)
        tab.evaluate("text => localStorage.setItem('weergave', text)", text)
        tab.reload()
        for choice in ("dark", "light"):
            tab.get_by_role("button", name="Donkere weergave").click()
            expect(tab.locator("html")).to_have_attribute("data-theme", choice)


@pytest.mark.parametrize("trouble", [FULL, CLOSED], ids=["full", "closed"])
def test_a_choice_that_cannot_be_kept_holds_for_the_page(tab: Page, harbour_address: str, trouble: str) -> None:
    """Without a fault."""
    tab.add_init_script(trouble)
    tab.goto(harbour_address)
    tab.get_by_role("button", name="Donkere weergave").click()
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")


def test_another_tab_follows_the_choice(tab: Page, other: Page, harbour_address: str) -> None:
    """At once; and who chooses again what the device asks, follows the device from then on."""
    for page in (tab, other):
        page.goto(harbour_address)
    tab.get_by_role("button", name="Donkere weergave").click()
    expect(other.locator("html")).to_have_attribute("data-theme", "dark")
    tab.get_by_role("button", name="Donkere weergave").click()
    other.emulate_media(color_scheme="dark")
    expect(other.locator("html")).to_have_attribute("data-theme", "dark")
