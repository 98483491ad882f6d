"""Messages to send and letters, on a phone, with a browser that may copy, and on paper."""

from __future__ import annotations

from clipboard import with_clipboard
from pdf import pages_of
from playwright.sync_api import Page, expect

from macros.content.guide import Guide
from macros.model.message import Message, SchoolLetter
from macros.site.urls import entry_url

MESSAGE = "berichten/de-boot-komt/"


def copied(page: Page, of: str) -> str:
    """What one tap on the button puts on the clipboard."""
    button = page.get_by_role("button", name=f"Kopieer {of}", exact=True)
    button.tap()
    expect(button.locator("xpath=following-sibling::*[@role='status']")).to_have_text("Gekopieerd")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_one_tap_copies_a_message_as_it_stands(phone: Page, harbour_address: str, tiny: Guide) -> None:
    """With what is to be filled in, and nothing of the page around it."""
    with_clipboard(phone).goto(harbour_address + MESSAGE)
    message = tiny.get(Message, "de-boot-komt")

    assert copied(phone, "de sms") == message.sms
    assert copied(phone, "de sms met u") == message.formal


def test_boxes_to_tick_begin_a_line(phone: Page, harbour_address: str) -> None:
    """In a note that was copied too."""
    with_clipboard(phone).goto(harbour_address + MESSAGE)

    assert copied(phone, "het briefje").splitlines()[1:] == ["☐ ik zwaai mee", "☐ liever bij eb"]


def test_what_is_to_be_filled_in_stands_out(phone: Page, harbour_address: str) -> None:
    """A reader sees at a glance what is theirs to say."""
    phone.goto(harbour_address + MESSAGE)

    assert phone.locator("#tekst-sms .blank").all_inner_texts() == ["[dag]", "[uur]", "[naam]"]


def test_only_the_new_letter_can_be_copied(phone: Page, harbour_address: str, tiny: Guide) -> None:
    """In paragraphs, as it stands there."""
    with_clipboard(phone).goto(f"{harbour_address}brieven/mist/")

    assert copied(phone, "de nieuwe brief").split() == tiny.get(SchoolLetter, "mist").new.split()
    assert phone.locator("[data-copy]").count() == 1


def test_the_letters_stand_beside_each_other_on_a_wide_screen(desktop: Page, phone: Page, harbour_address: str) -> None:
    """And one below the other on a phone."""
    for page, beside in ((desktop, True), (phone, False)):
        page.goto(f"{harbour_address}brieven/mist/")
        old, new = (page.locator(f".paper--{which}").bounding_box() for which in ("old", "new"))
        assert old and new and (old["y"] == new["y"]) is beside


def test_the_year_leads_to_what_one_can_send(phone: Page, harbour_address: str) -> None:
    """The overview opens with only what fits the moment."""
    phone.goto(f"{harbour_address}schooljaar/")
    phone.get_by_role("link", name="Om te sturen").tap()
    phone.wait_for_url(f"{harbour_address}berichten/?moment=poort")

    expect(phone.locator(".listed li:visible")).to_have_count(1)


def test_a_letter_takes_one_sheet(desktop: Page, address: str, real: Guide) -> None:
    """Old, new, and what changed."""
    for letter in real.all(SchoolLetter):
        desktop.goto(address + entry_url(real, letter))
        assert pages_of(desktop.pdf(prefer_css_page_size=True)) == 1, letter.id
