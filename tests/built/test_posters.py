"""Tips and keys as posters, and as cards with a back, in a real browser and on paper."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from accessibility import violations
from clipboard import copied, with_clipboard
from pdf import code_on, pages_of
from playwright.sync_api import Page, expect
from selection import keep, share
from sites import HARBOUR, OpenWindow

WAVE, MIST, SOUP, SHIP = "t.zwaai-naar-de-boot", "t.bel-bij-mist", "t.soep-op-de-kade", "t.schrijf-een-fleskaart"
SEVEN = [WAVE, MIST, SOUP, SHIP, "s.s01", "s.s02", "t.hang-een-lamp-op"]
MM = 25.4 / 72
"""How many millimetres make a point on paper."""

PER_SHEET = {"a5": 2, "a6": 4, "k6": 4, "k7": 8}
SHEETS = {"a5": [(297, 210)] * 4, "a6": [(210, 297)] * 2, "k6": [(210, 297)] * 4, "k7": [(210, 297)] * 2}
"""For each size, the sheets that seven of them make, in millimetres."""


def hung(page: Page, address: str, size: str, *keys: str) -> None:
    """Open these at a size, and wait until they stand there."""
    page.goto("about:blank")
    page.goto(f"{address}affiches/#1;{size};{','.join(keys)}")
    expect(page.locator(".poster__face[data-step]").first).to_be_visible()


def printed(page: Page) -> bytes:
    """The page as a browser prints it, on the paper that it asks for."""
    return page.pdf(prefer_css_page_size=True)


Text = tuple[str, float, float, float, float, float]
"""A letter on paper, how large it is in points, and its box in millimetres from the left and from the top."""


def letters(document: bytes, sheet: int) -> list[Text]:
    """Every letter of one sheet."""
    read = pypdfium2.PdfDocument(document)[sheet]
    words, high = read.get_textpage(), read.get_height()
    drawn, found = pypdfium2.raw.FS_MATRIX(), []
    for at in range(words.count_chars()):
        left, bottom, right, top = (side * MM for side in words.get_charbox(at, loose=True))
        sign = chr(pypdfium2.raw.FPDFText_GetUnicode(words, at))
        if sign.strip():
            pypdfium2.raw.FPDFText_GetMatrix(words, at, drawn)
            size = pypdfium2.raw.FPDFText_GetFontSize(words, at) * drawn.d
            found.append((sign, size, left, high * MM - top, right, high * MM - bottom))
    return found


def within(document: bytes, sheet: int, column: int, row: int, rows: int) -> str:
    """What stands in one place of a sheet of two columns, without spaces."""
    read = pypdfium2.PdfDocument(document)[sheet]
    wide, high = read.get_width() * MM / 2, read.get_height() * MM / rows
    return "".join(
        sign
        for sign, _, left, top, _, _ in letters(document, sheet)
        if int(left // wide) == column and int(top // high) == row
    )


def bare(text: str) -> str:
    """A text without spaces."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("size", SHEETS)
def test_paper_is_as_it_says(desktop: Page, harbour_address: str, size: str) -> None:
    """As many sheets, and as large; no letter below nine points; no text near a cut or the edge of the paper."""
    hung(desktop, harbour_address, size, *SEVEN)
    paper = printed(desktop)
    sheets = [
        tuple(round(side * MM) for side in (one.get_width(), one.get_height())) for one in pypdfium2.PdfDocument(paper)
    ]
    assert sheets == SHEETS[size]
    for at, (wide, high) in enumerate(sheets):
        across = [0, wide / 2, wide]
        down = [nth * high / (PER_SHEET[size] / 2) for nth in range(PER_SHEET[size] // 2 + 1)]
        for sign, points, left, top, right, bottom in letters(paper, at):
            assert points >= 9, (sign, points)
            assert min(abs(cut - side) for cut in across for side in (left, right)) >= 6, sign
            assert any(one + 4 <= top and bottom <= other - 4 for one, other in pairwise(down)), (sign, top, bottom)


def test_a_poster_says_where_it_comes_from(desktop: Page, harbour_address: str) -> None:
    """Its title, its example as ours, the consent it takes; and a code that leads to its permanent address."""
    hung(desktop, harbour_address, "a6", WAVE, "t.houd-een-kom-apart", "s.s01")
    posters = desktop.locator(".poster")
    expect(posters.nth(0).get_by_role("heading")).to_have_text("Zwaai naar de eerste boot")
    expect(posters.nth(0).locator("blockquote")).to_have_text(re.compile("Voorbeeld van ons.*Morgen legt ze aan"))
    expect(posters.nth(0)).to_contain_text(f"{HARBOUR.removeprefix('https://')}t/zwaai-naar-de-boot")
    expect(posters.nth(1)).to_contain_text("Alleen als de ouders het weten")
    expect(posters.nth(1).locator(".poster__ours")).to_have_count(0)
    expect(posters.nth(2)).to_contain_text("Sleutel 1")
    expect(posters.nth(2).locator("blockquote")).to_have_text("Wacht niet tot de ander zwaait.")
    pictures = desktop.locator(".poster img")
    expect(pictures).to_have_count(3)
    assert pictures.evaluate_all("all => all.every(one => one.complete && one.naturalWidth > 0)")
    assert set(code_on(printed(desktop))) == {
        f"{HARBOUR}{key}/" for key in ("t/zwaai-naar-de-boot", "t/houd-een-kom-apart", "s/s01")
    }


@pytest.mark.parametrize("size", ["k6", "k7"])
def test_a_back_stands_behind_its_front(desktop: Page, harbour_address: str, size: str) -> None:
    """Turned over its long edge, the left column of a sheet lies behind the right one, row by row."""
    fronts = ["Goeie vangst", "Om zes uur", "Zet soep", "spoelde een fles", "Wacht niet tot", "Een vlag, een bel"]
    backs = [
        "Wie gezien is",
        "Geluid komt verder",
        "Soep begrijpt",
        "Wie niet terug",
        "De eerste groet",
        "Niet elke schipper",
    ]
    hung(desktop, harbour_address, size, *SEVEN[:6])
    paper, on = printed(desktop), PER_SHEET[size]
    for at, (front, back) in enumerate(zip(fronts, backs, strict=True)):
        sheet, place = at // on * 2, at % on
        row, column = place // 2, place % 2
        assert bare(front) in within(paper, sheet, column, row, on // 2), front
        assert bare(back) in within(paper, sheet + 1, 1 - column, row, on // 2), back


def test_what_hangs_is_in_the_address(phone: Page, windows: OpenWindow, harbour_address: str) -> None:
    """Whoever gets the link sees the same, in the same size; nothing is kept, and nothing leaves the site."""
    asked: list[str] = []
    other = windows()
    for page in (phone, other):
        page.on("request", lambda request: asked.append(request.url))
    with_clipboard(phone)
    hung(phone, harbour_address, "a5", WAVE, "s.s02", SOUP)
    phone.get_by_text("Kaartje A7").tap()
    expect(phone.locator(".poster--back")).to_have_count(3)
    phone.get_by_label("In zwart-wit").check()
    expect(phone.locator("img[src$='-zw.svg']").first).to_be_visible()
    phone.get_by_role("button", name="Haal weg: Spreek elke taal van de zee").tap()
    expect(phone.locator(".poster--back")).to_have_count(2)
    link = copied(phone)
    assert link == f"{HARBOUR}affiches/#1;k7z;{WAVE},{SOUP}"
    other.goto(link.replace(HARBOUR, harbour_address))
    expect(other.locator(".poster h2")).to_have_text(["Zwaai naar de eerste boot", "Zet soep op de kade"])
    expect(other.get_by_label("Kaartje A7")).to_be_checked()
    expect(other.get_by_label("In zwart-wit")).to_be_checked()
    assert phone.evaluate("localStorage.length") == 0
    assert asked and [url for url in asked if not url.startswith((harbour_address, "data:", "blob:"))] == []


def test_a_tip_a_key_and_a_selection_lead_there(desktop: Page, harbour_address: str) -> None:
    """From what is folded under „Deel”, from the page of a key, and from what was kept."""
    desktop.goto(f"{harbour_address}sleutels/01-zwaai-eerst/#tip-zwaai-naar-de-boot")
    share(desktop, "Zwaai naar de eerste boot")
    desktop.get_by_role("link", name="Affiche of kaartje").click()
    expect(desktop.locator(".poster h2")).to_have_text(["Zwaai naar de eerste boot"])
    desktop.goto(f"{harbour_address}sleutels/02-spreek-elke-taal/")
    keep(desktop.get_by_role("article").first, "Zet soep op de kade")
    desktop.get_by_role("link", name="maak een affiche van deze sleutel").click()
    expect(desktop.locator(".poster h2")).to_have_text(["Spreek elke taal van de zee"])
    expect(desktop).to_have_url(f"{harbour_address}affiches/#1;a5;s.s02")
    desktop.goto(f"{harbour_address}selectie/")
    desktop.get_by_role("link", name="Maak er affiches van").click()
    expect(desktop.locator(".poster h2")).to_have_text(["Zet soep op de kade"])
    desktop.goto(f"{harbour_address}affiches/")
    expect(desktop.locator(".posters-empty")).to_be_visible()
    desktop.get_by_role("button", name="Mijn selectie (1)").click()
    expect(desktop.locator(".poster")).to_have_count(1)


def test_the_keyboard_chooses_and_takes_away(desktop: Page, harbour_address: str) -> None:
    """The focus stays with what was chosen; and the last poster that goes, leaves something to begin with."""
    hung(desktop, harbour_address, "a5", "s.s01", "s.s02")
    desktop.get_by_label("Affiche A5").focus()
    desktop.keyboard.press("ArrowRight")
    expect(desktop.locator(".posters--a6")).to_be_visible()
    expect(desktop.get_by_label("Affiche A6")).to_be_focused()
    desktop.get_by_label("In zwart-wit").focus()
    desktop.keyboard.press("Space")
    expect(desktop.get_by_label("In zwart-wit")).to_be_focused()
    for title in ("Zwaai eerst", "Spreek elke taal van de zee"):
        desktop.get_by_role("button", name=f"Haal weg: {title}").press("Enter")
    expect(desktop.get_by_role("button", name="Alle sleutels")).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".poster h2")).to_have_count(2)


@pytest.mark.parametrize(
    "sent,says",
    [
        ("#2;a5;t.zwaai-naar-de-boot", "nieuwere versie"),
        ("#1;a5;t.bestaat-niet", "geen tip of sleutel"),
        ("#rommel", "geen tip of sleutel"),
        (f"#1;a6;m.lantaarngesprek,{WAVE}", "Van 1 stuk maken we geen affiche"),
        ("#1;a5;" + "t.x," * 5000, "geen tip of sleutel"),
        (f"#1;__proto__;{WAVE}", ""),
        (f"#1%3Ba6%3B{WAVE}%2Cs.s01", ""),
        (f"#1;zz9;{WAVE};titel=%3Cimg%20src=x%20onerror=window.bad=1%3E", "Van 1 stuk"),
        (f"?affiches={WAVE}", ""),
        ("?kaartjes=%3Cscript%3Ewindow.bad=1%3C/script%3E", "geen tip of sleutel"),
    ],
    ids=range(10),
)
def test_an_address_that_was_hurt_is_answered(tab: Page, harbour_address: str, sent: str, says: str) -> None:
    """What is sound in it is shown; what is not, is told in a sentence. Nothing of it acts."""
    tab.goto(f"{harbour_address}affiches/{sent}")
    shown = tab.locator(".poster h2, .posters-page button:visible").first
    expect(shown).to_be_visible()
    if says:
        expect(tab.get_by_role("status")).to_contain_text(says)
    else:
        expect(tab.locator(".poster h2").first).to_have_text("Zwaai naar de eerste boot")
    assert tab.evaluate("window.bad") is None
    assert tab.locator(".posters-page :is(script, iframe, a:not([href^='#1;']))").count() == 0


@pytest.mark.parametrize("width,colours", [(390, "light"), (390, "dark"), (1280, "light"), (320, "light")])
def test_axe_finds_nothing_and_nothing_sticks_out(
    windows: OpenWindow, harbour_address: str, width: int, colours: str
) -> None:
    """Empty, as posters, and as cards."""
    page = windows(width, color_scheme=colours)
    page.goto(f"{harbour_address}affiches/")
    expect(page.get_by_role("button", name="Alle sleutels")).to_be_visible()
    found = violations(page)
    for size in ("a5", "k7"):
        hung(page, harbour_address, size, *SEVEN)
        found += violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []


def test_without_javascript_it_says_so(windows: OpenWindow, harbour_address: str) -> None:
    """And nothing stands there that does nothing."""
    page = windows(java_script_enabled=False)
    page.goto(f"{harbour_address}affiches/")
    expect(page.get_by_text("heeft je browser JavaScript nodig")).to_be_visible()
    assert page.locator(".posters-page button").count() == 0


def test_it_works_on_without_network(desktop: Page, harbour_address: str) -> None:
    """Once it stands there, another size needs nothing more."""
    hung(desktop, harbour_address, "a5", WAVE, "s.s01")
    desktop.context.set_offline(True)
    desktop.get_by_text("Kaartje A6").click()
    expect(desktop.locator(".poster--back")).to_have_count(2)
    expect(desktop.locator(".poster--back").first).to_contain_text("Wie gezien is")
    assert pages_of(printed(desktop)) == 2


def test_a_disk_makes_them_too(disk: Path, tab: Page) -> None:
    """Without an address elsewhere there is no code, and no link to copy."""
    tab.goto(f"{(disk / 'affiches.html').as_uri()}#1;k7;{WAVE}")
    expect(tab.locator(".poster--back")).to_contain_text("Wie gezien is")
    expect(tab.locator("blockquote")).to_contain_text("Goeie vangst")
    assert tab.locator(".poster svg").count() == 0
    assert tab.get_by_role("button", name="Kopieer link").count() == 0
