"""The self-scan as a team, in a real browser: what is handed over, what is gathered, and what comes on paper."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from scanning import OTHER, answer, handed, part, rows
from sites import HARBOUR, OpenWindow
from storage import stored

from macros.content.guide import Guide
from macros.pages.selfscan import scans_of

ADDRESS = re.compile(r"#1;[0-9a-f]{5};[1-3]{4};[0-9a-z]{6};[0-9a-z]{3}$")


@pytest.fixture
def codes(windows: OpenWindow, harbour_address: str) -> list[str]:
    """The addresses of three colleagues, each answered on a device of their own."""
    made = []
    for answers in ("1133", "3132", "1131"):
        page = windows()
        page.goto(f"{harbour_address}zelfscan/")
        answer(page, answers)
        made.append(handed(page))
    return made


def test_a_team_sees_how_its_answers_lie_from_three_on(phone: Page, harbour_address: str, codes: list[str]) -> None:
    """Opened or pasted; the same twice counts once; what is hurt is refused, and nothing is lost."""
    assert all(ADDRESS.search(code) and code.startswith(HARBOUR) for code in codes)
    scan = phone
    scan.goto(f"{harbour_address}zelfscan/{codes[0][codes[0].index('#') :]}")
    scan.get_by_role("button", name="Verzamel ze op dit toestel").tap()
    expect(part(scan)).to_contain_text("Nog 2, en je ziet hoe jullie antwoorden liggen.")
    field = part(scan).get_by_label("Adressen van je collega's")
    field.fill(f"{codes[0]} {codes[1]}x {codes[1]}")
    part(scan).get_by_role("button", name="Tel mee").tap()
    expect(part(scan)).to_contain_text(
        "1 erbij. Dit adres raakte onderweg beschadigd. Vraag het nog eens. Die telden al mee."
    )
    assert field.input_value()
    expect(scan.locator(".scan__table")).to_have_count(0)

    scan.evaluate("code => (location.hash = code)", codes[2].split("#")[1])
    expect(part(scan)).to_contain_text("1 erbij.")
    assert [row[1:] for row in rows(scan)] == [
        ["1,7", "1 tot 3", "Hier denken jullie verschillend"],
        ["1,0", "allemaal 1", ""],
        ["3,0", "allemaal 3", ""],
        ["2,0", "1 tot 3", "Hier denken jullie verschillend"],
    ]
    before = stored(scan, "zelfscan")
    for hurt in ("1;00000;1111;abcdef;000", codes[2].split("#")[1][:-1], "2;iets;anders"):
        scan.evaluate("code => (location.hash = code)", hurt)
        expect(part(scan, OTHER).get_by_role("status").first).not_to_be_empty()
        assert stored(scan, "zelfscan") == before and "#" not in scan.url
    part(scan).get_by_role("button", name="Wis deze groep").tap()
    part(scan).get_by_role("button", name="Zet terug").tap()
    assert stored(scan, "zelfscan")["team"] == before["team"]


def test_the_square_holds_the_address(desktop: Page, harbour_address: str) -> None:
    """As a phone reads it off the screen."""
    desktop.goto(f"{harbour_address}zelfscan/")
    answer(desktop, "1231")
    address = handed(desktop)
    square = desktop.get_by_role("img", name="QR-code met je antwoorden")
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(square.screenshot())))
    assert [one.text for one in read] == [address]
    desktop.get_by_role("button", name="Tel mee op dit toestel").click()
    assert len(stored(desktop, "zelfscan")["team"]) == 1


@pytest.mark.parametrize("what", ["own", "team"])
def test_it_is_one_sheet_of_paper(desktop: Page, address: str, real: Guide, what: str) -> None:
    """The longest scan of the guide, with all it says, and nothing else."""
    longest = max(scans_of(real), key=lambda scan: len(scan.statements))
    many, of = len(longest.statements), len(longest.answers)
    desktop.goto(f"{address}zelfscan/")
    desktop.evaluate("window.print = () => {}")
    for _ in range(2 if what == "own" else 3):
        answer(desktop, "".join(str(at % of + 1) for at in range(many)), longest.sheet.id)
        desktop.get_by_role("button", name="Geef door aan je team").click()
        desktop.get_by_role("button", name="Tel mee op dit toestel").click()
        if what == "team" or not stored(desktop, "zelfscan")["done"][1:]:
            desktop.get_by_role("button", name="Klaar").click()
    desktop.get_by_role("button", name="Druk af").click()
    document = pypdfium2.PdfDocument(desktop.pdf(format="A4", prefer_css_page_size=True))
    text = document[0].get_textpage().get_text_bounded()

    assert len(document) == 1
    assert all(statement.text[:20] in text for statement in longest.statements)
    strong, grow = (
        ("Hier sta je sterk", "Hier kun je groeien")
        if what == "own"
        else (
            "Hier staan jullie sterk",
            "Hier kunnen jullie groeien",
        )
    )
    assert strong in text and grow in text
    assert "Met je team" not in text and "Begin" not in text
