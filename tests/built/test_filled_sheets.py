"""A sheet in a meeting: filled in on a phone, taken along as a file or as a PDF, and opened on another device."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from accessibility import violations
from pdf import complaints, same_pictures
from places import CONTENT
from playwright.sync_api import Browser, Dialog, Locator, Page, expect
from sites import OpenWindow
from storage import CLOSED, FULL, stored

from macros.content.guide import Guide
from macros.model.practice import Worksheet

REAL = sorted(path.stem for path in (CONTENT / "worksheets").glob("*.yml"))
"""The real worksheets, by the names of their files: to know these, no file need be sound."""

KNOWN = "botenblad"
STORE = f"sleutelbos-werkblad-{KNOWN}"
ALL_KINDS = "koersblad"
PHONE = {"has_touch": True, "is_mobile": True}

FILL_IN = """() => {
  const seen = () => [...document.querySelectorAll(".w input, .w textarea")].filter(place => place.checkVisibility());
  document.querySelectorAll(".w details").forEach(fold => { fold.open = true; });
  let nr = 0;
  for (let place; (place = seen().find(one => one.type === "checkbox" ? !one.checked : !one.value)); )
    if (place.type === "checkbox") place.click();
    else {
      place.value = `x${++nr}`;
      place.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""
"""Fills in whatever can be seen, also what comes as one goes on."""

WRITTEN = """() => Object.fromEntries([...document.querySelectorAll(".w input, .w textarea")]
  .map(place => [place.name, place.type === "checkbox" ? place.checked : place.value]))"""
"""What stands in each field of the page, by name."""

UNFIT = """() => {
  const places = [...document.querySelectorAll(".w input, .w textarea")].filter(one => one.checkVisibility());
  const small = places.filter(one => one.type === "checkbox"
    ? one.offsetWidth < 24 || one.offsetHeight < 24
    : parseFloat(getComputedStyle(one).fontSize) < 16);
  const out = [...document.querySelectorAll(".w *")].filter(one => one.scrollWidth > one.clientWidth + 1
    && ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.tagName !== "TEXTAREA");
  const wide = document.documentElement.scrollWidth > innerWidth || visualViewport.scale !== 1;
  return [...small.map(one => one.name), ...out.map(one => one.className), ...(wide ? ["the page"] : [])];
}"""
"""What a phone would zoom in on, what a finger misses, and what scrolls sideways."""


def visit(page: Page, address: str, id: str) -> Locator:
    """A page with the worksheet open."""
    page.goto(f"{address}werkbladen/{id}/")
    return page.locator(".w")


def fields(page: Page) -> Locator:
    """The places to write on a sheet."""
    return page.locator(".w input:not(.w-tick), .w textarea")


def said(page: Page) -> Locator:
    """What the page of a sheet says."""
    return page.locator(".sheet-tools [role=status]")


def taken(page: Page, button: str) -> tuple[str, bytes]:
    """What a button hands out: the name of the file, and what is in it."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=button).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def open_file(page: Page, content: bytes) -> None:
    """Open a file on a sheet, as someone does who chooses it on the device."""
    with page.expect_file_chooser() as coming:
        page.get_by_role("button", name="Open een bestand").click()
    coming.value.set_files({"name": "blad.json", "mimeType": "application/json", "buffer": content})


def values_of(document: bytes) -> dict[str, str]:
    """What stands in each field of a PDF that holds something, by name."""
    with pikepdf.open(io.BytesIO(document)) as read:
        return {str(one["/T"]): str(one.V) for one in read.Root.AcroForm.Fields if str(one.V) not in ("", "/Off")}


def kept_file(**other: Any) -> bytes:
    """A file of the known sheet, as it is kept today but for what is told otherwise."""
    answer = {"name": "kop_school", "label": "School", "value": "De Toren"}
    return json.dumps(
        {
            "format": "sleutelbos-werkblad",
            "version": 1,
            "sheet": KNOWN,
            "title": "Botenblad",
            "fields": [answer],
            **other,
        }
    ).encode()


# --- on the real guide, whatever it holds -------------------------------------------------------


@pytest.fixture(scope="module")
def phone_window(browser: Browser) -> Iterator[Page]:
    """One phone for all sheets: what they share, it fetches once."""
    with browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce", **PHONE) as context:
        context.set_default_timeout(0)
        yield context.new_page()


@pytest.mark.parametrize("id", REAL)
def test_a_phone_fills_in_the_sheet_and_takes_it_along(
    phone_window: Page, windows: OpenWindow, address: str, real: Guide, id: str
) -> None:
    """Nothing scrolls sideways and nothing zooms; what was written is in the PDF, on paper and on another device."""
    page = phone_window
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, address, id)
    page.evaluate(FILL_IN)
    written = page.evaluate(WRITTEN)
    unfit = {390: page.evaluate(UNFIT)}
    _, made = taken(page, "Bewaar mijn blad als PDF")
    name, file = taken(page, "Bewaar als bestand")
    page.set_viewport_size({"width": 320, "height": 700})
    unfit[320] = page.evaluate(UNFIT)
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    words = "".join("".join(one.get_textpage().get_text_bounded() for one in paper).split())
    texts = {value for value in written.values() if isinstance(value, str)}
    held = values_of(made)

    assert unfit == {390: [], 320: []}
    assert all(written.values()), "each place can be seen and filled in"
    assert complaints(made) == ""
    assert {value for value in held.values() if value != "/on"} == texts
    assert {name for name, value in held.items() if value == "/on"} == {
        n for n, value in written.items() if value is True
    }
    assert len(paper) == real.get(Worksheet, id).pages
    assert {text for text in texts if text not in words} == set()

    other = windows()
    visit(other, address, id)
    open_file(other, file)
    expect(said(other)).to_contain_text("staan nu op dit blad")
    assert name.startswith(f"{id}-") and name.endswith(".sleutelbos.json")
    assert other.evaluate(WRITTEN) == written


# --- on a phone ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("id", [KNOWN, ALL_KINDS, "tijtabel"])
def test_every_block_fits_a_phone(windows: OpenWindow, harbour_address: str, id: str, width: int) -> None:
    """Also a week of seven days; and axe finds nothing on it."""
    page = windows(width, 700, **PHONE)
    visit(page, harbour_address, id)

    assert page.evaluate(UNFIT) == []
    page.evaluate(FILL_IN)
    assert page.evaluate(UNFIT) == []
    assert violations(page) == []


def test_a_row_on_a_phone_is_still_a_row_to_who_hears_it(windows: OpenWindow, harbour_address: str) -> None:
    """Each head names its cells, though they stand under each other."""
    told = []
    for width in (390, 1280):
        page = windows(width)
        visit(page, harbour_address, KNOWN)
        table = page.get_by_role("table", name="Wie komt wanneer?")
        told.append([table.get_by_role("columnheader").all_inner_texts(), table.get_by_role("rowheader").count()])
        told[-1].append(table.get_by_role("cell").count() >= 4)

    assert told[0] == told[1] == [["Boot", "Uur", "Lading"], 2, True]


def test_the_head_of_a_column_stands_in_each_field(phone: Page, harbour_address: str) -> None:
    """Whoever sees one card knows what to write in it."""
    visit(phone, harbour_address, KNOWN)
    heads = phone.evaluate("""() => [...document.querySelectorAll(".w tbody tr:first-child td")]
      .map(cell => getComputedStyle(cell, "::before").content.split('"')[1])""")

    assert heads == ["Uur", "Lading"]


def test_an_empty_row_comes_when_the_one_before_it_is_begun(phone: Page, harbour_address: str) -> None:
    """Six empty cards would only be long; and a row that holds something stays."""
    sheet = visit(phone, harbour_address, KNOWN)
    rows = sheet.locator("tbody tr")
    expect(rows.nth(2)).to_be_visible()
    expect(rows.nth(3)).to_be_hidden()
    rows.nth(2).locator("textarea").first.fill("De Kade")
    expect(rows.nth(3)).to_be_visible()
    rows.nth(3).locator("textarea").first.fill("De Toren")
    rows.nth(2).locator("textarea").first.fill("")
    expect(rows.nth(3)).to_be_visible()


def test_a_tree_is_read_from_its_trunk(windows: OpenWindow, harbour_address: str) -> None:
    """On a phone one sees it first, and in a wide window it stands where a trunk stands; Tab meets it first in both."""
    for width in (390, 1280):
        page = windows(width)
        tree = visit(page, harbour_address, ALL_KINDS).locator(".w-tree")
        high = {
            part: tree.locator(part).first.evaluate("part => part.getBoundingClientRect().top")
            for part in (".w-trunk", ".w-row--tak", ".w-row--wortel")
        }
        assert min(high, key=lambda part: high[part]) == (".w-trunk" if width == 390 else ".w-row--tak")
        assert high[".w-row--wortel"] == max(high.values())
        assert "stam" in (tree.locator("textarea").first.get_attribute("name") or "")


def test_a_finger_may_come_down_anywhere_on_an_answer(phone: Page, harbour_address: str) -> None:
    """Not only on its box."""
    sheet = visit(phone, harbour_address, ALL_KINDS)
    answer = sheet.locator(".w-scale td.w-tickcell").first
    answer.tap(position={"x": 8, "y": 8})
    expect(answer.locator(".w-tick")).to_be_checked()


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
    phone.add_init_script("window.print = () => { window.printed = true; }")
    visit(phone, harbour_address, KNOWN)
    fields(phone).nth(0).fill("مدرسة" if trouble == "letters" else "De Toren")
    if trouble == "line":
        phone.route("**/*.pdf", lambda route: route.abort())
    phone.get_by_role("button", name="Bewaar mijn blad als PDF").click()
    phone.wait_for_function("window.printed")
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
