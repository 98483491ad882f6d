"""A sheet in a meeting: filled in on a phone, whatever block it is made of."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from accessibility import violations
from browsers import opened
from filled import ALL_KINDS, FILL_IN, KNOWN, PHONE, UNFIT, WRITTEN, open_file, said, taken, values_of, visit
from pdf import complaints
from places import CONTENT
from playwright.sync_api import Browser, Page, expect
from sites import OpenWindow

from macros.content.guide import Guide
from macros.model.practice import Worksheet

REAL = sorted(path.stem for path in (CONTENT / "worksheets").glob("*.yml"))
"""The real worksheets, by the names of their files: to know these, no file need be sound."""


@pytest.mark.parametrize("size", [(320, 700), (390, 700), (844, 390)], ids=["small", "phone", "on its side"])
@pytest.mark.parametrize("id", [KNOWN, ALL_KINDS, "tijtabel"])
def test_every_block_fits_a_phone(windows: OpenWindow, harbour_address: str, id: str, size: tuple[int, int]) -> None:
    """Also a week of seven days; and axe finds nothing on it."""
    page = windows(*size, **PHONE)
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


# --- on the real guide, whatever it holds -------------------------------------------------------


@pytest.fixture(scope="module")
def devices(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """One phone for all sheets, and one desktop that knows of none of them: what they share, each fetches once."""
    with opened(browser) as windows:
        yield windows(390, 844, **PHONE), windows()


@pytest.mark.parametrize("id", REAL)
def test_a_phone_fills_in_the_sheet_and_takes_it_along(
    devices: tuple[Page, Page], address: str, real: Guide, id: str
) -> None:
    """Nothing scrolls sideways and nothing zooms; what was written is in the PDF, on paper and on another device."""
    page, other = devices
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

    visit(other, address, id)
    assert not any(other.evaluate(WRITTEN).values())
    open_file(other, file)
    expect(said(other)).to_contain_text("staan nu op dit blad")
    assert name.startswith(f"{id}-") and name.endswith(".sleutelbos.json")
    assert other.evaluate(WRITTEN) == written
