"""What is filled in on a sheet goes along: as a PDF, and as a file that another device opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled import KNOWN, STORE, fields, kept_file, open_file, said, taken, values_of, visit
from pdf import complaints, same_pictures, smallest_letters
from playwright.sync_api import Dialog, Page, expect
from sites import OpenWindow
from storage import CLOSED, FULL, stored

# --- one's own PDF ---------------------------------------------------------------------------------


def test_the_first_button_is_for_what_one_has(phone: Page, harbour_address: str) -> None:
    """The empty sheet says that it is empty; once something is filled in, one's own comes first."""
    sheet = visit(phone, harbour_address, KNOWN)
    first = phone.locator(".sheet-tools .md-button:visible")
    expect(first).to_have_text("Leeg blad als PDF")
    top = sheet.evaluate("sheet => sheet.offsetTop")
    fields(phone).first.fill("De Toren")
    expect(first).to_have_text("Bewaar mijn blad als PDF")
    expect(phone.get_by_role("link", name="Leeg blad als PDF")).to_be_visible()
    assert sheet.evaluate("sheet => sheet.offsetTop") == top
    phone.reload()
    expect(first).to_have_text("Bewaar mijn blad als PDF")


def test_ones_own_pdf_shows_what_was_written(phone: Page, harbour_address: str, tmp_path: Path) -> None:
    """Whoever draws it, also on a second line and in other letters; and it stays a form that reads aloud."""
    sheet = visit(phone, harbour_address, KNOWN)
    fields(phone).nth(0).fill("Basisschool De Ġorġ Żółć")
    fields(phone).nth(2).fill("Een boot met een lange naam en veel aan boord. " * 4 + "\nNog een")
    sheet.locator(".w-tick").first.check()
    name, made = taken(phone, "Bewaar mijn blad als PDF")
    empty = phone.request.get(f"{harbour_address}werkbladen/{KNOWN}.pdf").body()
    held = values_of(made)
    alike = set(same_pictures(empty, made, tmp_path))

    assert name.startswith(f"{KNOWN}-") and name.endswith(".pdf")
    assert complaints(made) == ""
    assert held["kop_school"] == "Basisschool De Ġorġ Żółć" and "/on" in held.values()
    lines = [text for name, text in sorted(held.items()) if name.startswith("welke-boot")]
    assert len(lines) == 3 and lines[-1] == "Nog een" and lines[0].startswith("Een boot met een lange naam")
    readers = {reader for reader, _ in alike}
    assert all({field for reader, field in alike if reader == one}.isdisjoint({0, 2, 3, 4}) for one in readers)
    assert made.startswith(empty), "what was there, stays as it was"


def test_ones_own_pdf_is_there_in_large_print_too(phone: Page, harbour_address: str) -> None:
    """What was written stands in the same fields, in letters of 18 points."""
    visit(phone, harbour_address, KNOWN)
    fields(phone).nth(0).fill("De Toren")
    name, made = taken(phone, "Mijn blad in grote letters")

    assert name.startswith(f"{KNOWN}-groot-") and complaints(made) == ""
    assert values_of(made)["kop_school"] == "De Toren" and smallest_letters(made) >= 18


def test_what_is_too_long_for_paper_is_told_with_its_question(phone: Page, harbour_address: str) -> None:
    """It stands in the PDF all the same."""
    visit(phone, harbour_address, KNOWN)
    fields(phone).nth(0).fill("Een school met een naam zonder einde. " * 10)
    _, made = taken(phone, "Bewaar mijn blad als PDF")

    expect(said(phone)).to_contain_text("Te lang om op papier te passen: „School”.")
    assert values_of(made)["kop_school"].startswith("Een school met een naam zonder einde. Een school")


@pytest.mark.parametrize("trouble", ["letters", "line"])
def test_where_no_pdf_can_be_filled_in_the_browser_prints_one(phone: Page, harbour_address: str, trouble: str) -> None:
    """In Arabic, or without a connection; and a sentence says what to choose."""
    phone.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    visit(phone, harbour_address, KNOWN)
    fields(phone).nth(0).fill("مدرسة" if trouble == "letters" else "De Toren")
    if trouble == "line":
        phone.route("**/*.pdf", lambda route: route.abort())
    phone.get_by_role("button", name="Bewaar mijn blad als PDF").click()
    expect(phone.locator("html")).to_have_attribute("data-printed", "yes")
    expect(said(phone)).to_contain_text("Opslaan als PDF")


# --- a file ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content,why",
    [
        (b"{", "beschadigd"),
        (b"\x89PNG\r\n\x00\xff", "beschadigd"),
        (b"null", "geen ingevuld werkblad"),
        (b"[]", "geen ingevuld werkblad"),
        (b'{"version": 1, "fields": []}', "geen ingevuld werkblad"),
        (kept_file(version="1"), "geen ingevuld werkblad"),
        (kept_file(version=2), "nieuwere versie"),
        (kept_file(sheet="koersblad", title="Koersblad"), "ander werkblad: „Koersblad”"),
        (kept_file(sheet="x", title="<img src=x onerror=alert(1)>" + "y" * 999), "ander werkblad: „<img"),
        (kept_file(fields=[]), "niets dat op dit blad past"),
        (kept_file(fields=[{"name": "__proto__", "value": "x"}, 5, None, {"name": 3}]), "niets dat op dit blad past"),
        (kept_file(fields=[{"name": "kop_school", "value": True}]), "niets dat op dit blad past"),
        (b" " * 2_000_000, "te groot"),
    ],
)
def test_a_file_that_is_no_sheet_of_this_kind_changes_nothing(
    tab: Page, harbour_address: str, content: bytes, why: str
) -> None:
    """A sentence says why, and what stood there stays."""
    visit(tab, harbour_address, KNOWN)
    fields(tab).nth(0).fill("De Kade")
    open_file(tab, content)
    expect(said(tab)).to_contain_text(why)
    expect(said(tab)).to_contain_text("Er is niets veranderd.")
    expect(fields(tab).nth(0)).to_have_value("De Kade")
    assert stored(tab, STORE) == {"kop_school": "De Kade"}


def test_it_asks_before_a_file_takes_the_place_of_what_was_filled_in(windows: OpenWindow, harbour_address: str) -> None:
    """Who says no, keeps all; who says yes, has the sheet as it was kept. Nothing to lose is nothing to ask."""
    page = windows()
    asked: list[str] = []
    answers = iter([Dialog.dismiss, Dialog.accept])

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        next(answers)(dialog)

    page.on("dialog", answer)
    visit(page, harbour_address, KNOWN)
    fields(page).nth(1).fill("3 maart")
    open_file(page, kept_file())
    expect(said(page)).to_contain_text("Er is niets veranderd.")
    expect(fields(page).nth(1)).to_have_value("3 maart")
    open_file(page, kept_file())
    expect(fields(page).nth(0)).to_have_value("De Toren")
    expect(fields(page).nth(1)).to_have_value("")
    open_file(page, kept_file())
    expect(said(page)).to_contain_text("1 van 1 antwoorden")
    assert len(asked) == 2 and "Vervangen" in asked[0]


def test_a_file_of_before_the_questions_changed_gives_what_it_can(tab: Page, harbour_address: str) -> None:
    """By what a field asks, when its name is another now; what has no place any more is shown, not thrown away."""
    visit(tab, harbour_address, KNOWN)
    answers = [
        {"name": "oude_naam", "label": "School", "value": "De Toren"},
        {"name": "weg", "label": "Wie was de kapitein?", "value": "Amina"},
        {"name": "kop_datum", "value": "3 maart"},
    ]
    open_file(tab, kept_file(fields=answers))
    expect(said(tab)).to_contain_text("2 van 3 antwoorden uit het bestand staan nu op dit blad.")
    expect(said(tab)).to_contain_text("Wie was de kapitein?: Amina")
    expect(fields(tab).nth(0)).to_have_value("De Toren")
    expect(fields(tab).nth(1)).to_have_value("3 maart")


def test_what_is_opened_in_one_tab_stands_in_the_other(tab: Page, other: Page, harbour_address: str) -> None:
    """Also when that one wrote in the same fields before: it puts nothing of its own back."""
    for page in (tab, other):
        visit(page, harbour_address, KNOWN)
    fields(other).nth(0).press_sequentially("De Kade")
    fields(other).nth(1).fill("1 april")
    fields(other).nth(2).focus()
    expect(fields(tab).nth(1)).to_have_value("1 april")
    open_file(tab, kept_file())
    expect(fields(other).nth(0)).to_have_value("De Toren")
    expect(fields(other).nth(1)).to_have_value("")
    fields(other).nth(1).fill("3 maart")
    expect(fields(tab).nth(1)).to_have_value("3 maart")
    for page in (tab, other):
        page.reload()
        assert [fields(page).nth(at).input_value() for at in (0, 1)] == ["De Toren", "3 maart"]


@pytest.mark.parametrize("trouble", [FULL, CLOSED], ids=["full", "closed"])
def test_a_file_opens_where_nothing_can_be_kept(tab: Page, harbour_address: str, trouble: str) -> None:
    """It stands on the page, and it says that it does not stay."""
    tab.add_init_script(trouble)
    visit(tab, harbour_address, KNOWN)
    open_file(tab, kept_file())
    expect(said(tab)).to_contain_text("Deze browser kan het niet bewaren.")
    expect(fields(tab).nth(0)).to_have_value("De Toren")


def test_an_empty_sheet_is_not_kept_as_a_file(tab: Page, harbour_address: str) -> None:
    """There would be nothing in it."""
    visit(tab, harbour_address, KNOWN)
    tab.get_by_role("button", name="Bewaar als bestand").click()
    expect(said(tab)).to_have_text("Er is nog niets ingevuld om te bewaren.")
