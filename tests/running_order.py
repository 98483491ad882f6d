"""What a coach does with a running order, and sees of it."""

from __future__ import annotations

import io

import pypdfium2
from playwright.sync_api import Locator, Page, expect

FIVE = {
    "t/zwaai-naar-de-boot": "Zwaai naar de eerste boot",
    "m/lantaarngesprek": "Lantaarngesprek",
    "w/botenblad": "Botenblad",
    "m/kaartlezen": "Kaartlezen met het team",
    "p/kustwacht": "De kustwacht",
}
"""What a selection holds, by key."""

TIMED = (
    "#1;punt.5,m.lantaarngesprek.25,pauze.15,t.zwaai-naar-de-boot.10;om=13.30;met=12;titel=Overleg;wat1=Welkom;wie2=An"
)
"""The end of the address of a running order."""

_SELECTED = "#1;" + ",".join(key.replace("/", ".") for key in FIVE) + ";titel=Overleg;n2=Neem%20olie"


def collect(page: Page, harbour_address: str) -> None:
    """Keep a selection of five, as one that was sent."""
    page.goto(harbour_address + "selectie/" + _SELECTED)
    page.get_by_role("button", name="Bewaar op dit toestel").click()
    expect(page.locator(".selection__name")).to_have_count(len(FIVE))


def receive(page: Page, harbour_address: str) -> None:
    """Keep a running order that was sent."""
    page.goto(harbour_address + "draaiboek/" + TIMED)
    page.get_by_role("button", name="Bewaar op dit toestel").click()
    expect(rows(page)).to_have_count(4)


def rows(page: Page) -> Locator:
    """The parts that can be worked on."""
    return page.locator(".runsheet__list > li")


def names(page: Page) -> list[str]:
    """What the parts are called, in order."""
    expect(rows(page).first).to_be_visible()
    told = "all => all.map(one => one.querySelector('input')?.value ?? one.innerText)"
    return list(page.locator(".runsheet__list .selection__name").evaluate_all(told))


def clocks(page: Page) -> list[str]:
    """When each part begins."""
    return page.locator(".runsheet__at").all_text_contents()


def on_paper(page: Page) -> list[str]:
    """The text of each sheet of A4 that the browser prints."""
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
