"""The self-scan in a real browser: by touch and by keyboard, kept and compared, on paper, and as a team."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from accessibility import COLOURS, RULES, violations
from playwright.sync_api import Page, expect
from scanning import OTHER, SHEET, answer, handed, part, rows
from sites import OpenWindow
from storage import CLOSED, stored

from macros.content.guide import Guide
from macros.model.practice import Worksheet
from macros.pages.selfscan import scans_of

MOST_SCRIPT = 7_300
"""How many bytes of script the page may ask for, as a server sends them."""


@pytest.fixture
def scan(phone: Page, harbour_address: str) -> Page:
    """The self-scan of the tiny guide on a phone."""
    phone.goto(f"{harbour_address}zelfscan/")
    return phone


def test_a_statement_a_screen_and_one_tap_each(scan: Page) -> None:
    """Nothing else of the page is there; the ring fills, and what was answered is kept at once."""
    part(scan).get_by_role("button", name="Begin").tap()
    expect(scan.locator(".scan__place")).to_have_text("1 van 4")
    expect(part(scan, OTHER)).to_be_hidden()
    expect(scan.get_by_text("Liever op papier?").first).to_be_hidden()
    for button in scan.locator(".scan__answers button").all():
        expect(button).to_be_in_viewport(ratio=1)
    scan.locator(".scan__answers button").nth(1).tap()

    expect(scan.locator(".scan__place")).to_have_text("2 van 4")
    expect(scan.get_by_role("img", name="1 van 4 ingevuld")).to_be_visible()
    assert scan.locator(".scan__ring .on").count() == 2
    scan.get_by_role("button", name="Terug").tap()
    expect(scan.locator(".scan__answers button").nth(1)).to_have_attribute("aria-pressed", "true")
    scan.reload()
    expect(part(scan).get_by_role("button", name="Ga verder bij 2")).to_be_visible()


def test_what_is_strong_and_what_may_grow_with_what_helps(scan: Page, tiny: Guide) -> None:
    """Two of each; a tip, a method and a sheet with what may grow, as the page itself has them without script."""
    answer(scan, "3123")
    strong, grow = scan.locator(".scan__group").all()

    assert [text.split(".")[0] for text in strong.locator("li").all_inner_texts()] == [
        "Wij zwaaien eerst",
        "Wij roeien samen",
    ]
    helped = next(scan for scan in scans_of(tiny) if scan.sheet.id == SHEET).statements[1].helps
    assert helped.tip and helped.method
    first = grow.locator("ol > li").first
    expect(first).to_contain_text("Wij kennen elke vlag.")
    expect(first.get_by_role("link", name=helped.tip.title)).to_be_visible()
    expect(first.get_by_role("link", name=helped.method.title)).to_be_visible()
    assert strong.get_by_role("link").count() == 0
    assert [row[1] for row in rows(scan)] == ["3 · altijd", "1 · nooit", "2 · soms", "3 · altijd"]
    expect(scan.get_by_role("status").filter(has_text="Bewaard op dit toestel.")).to_be_visible()


def test_each_statement_of_the_guide_has_something_to_do(real: Guide) -> None:
    """At least one thing, whatever editors take away; and no sheet that is a scan itself."""
    for scan in scans_of(real):
        for statement in scan.statements:
            helps = statement.helps
            assert helps.tip or helps.method or helps.sheet, statement.text
            assert not (helps.sheet and helps.sheet.scored)
    assert {scan.sheet.id for scan in scans_of(real)} == {sheet.id for sheet in real.all(Worksheet) if sheet.scored}


def test_a_second_time_stands_beside_the_first(scan: Page) -> None:
    """Both are kept with their day; one is taken away, and put back."""
    answer(scan, "1223")
    scan.get_by_role("button", name="Klaar").tap()
    answer(scan, "3213")
    assert [row[2] for row in rows(scan)] == [
        "1 · nooit ↑ vooruit",
        "2 · soms = gelijk",
        "2 · soms ↓ achteruit",
        "3 · altijd = gelijk",
    ]
    scan.get_by_role("button", name="Klaar").tap()
    kept = part(scan).get_by_role("button", name=re.compile("^Bekijk je scan van"))
    expect(kept).to_have_count(2)
    part(scan).get_by_role("button", name=re.compile("^Haal je scan van")).first.tap()
    expect(kept).to_have_count(1)
    scan.get_by_role("button", name="Zet terug").tap()
    expect(kept).to_have_count(2)
    assert len(stored(scan, "zelfscan")["done"]) == 2


def test_with_keys_alone(desktop: Page, harbour_address: str) -> None:
    """A digit answers, an arrow goes back; the focus goes along."""
    desktop.goto(f"{harbour_address}zelfscan/")
    part(desktop).get_by_role("button", name="Begin").focus()
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".scan__place")).to_have_text("1 van 4")
    for key in ("1", "9", "4", "2", "ArrowLeft", "3", "2", "1"):
        desktop.keyboard.press(key)
    assert [row[1] for row in rows(desktop)] == ["1 · nooit", "3 · altijd", "2 · soms", "1 · nooit"]
    assert desktop.evaluate("document.activeElement.tagName") == "H2"
    for _ in range(20):
        desktop.keyboard.press("Tab")
        if desktop.evaluate("document.activeElement.textContent") == "Klaar":
            break
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("document.activeElement.textContent") == "Begin"


def test_nothing_is_sent_and_no_network_is_needed(scan: Page, harbour_address: str) -> None:
    """Every request is for a file of the site, and none names an answer; once open, the page does all by itself."""
    asked: list[str] = []
    scan.on("request", lambda request: asked.append(request.url))
    scan.get_by_role("heading", name="Zelfscan").tap()
    scan.wait_for_function("typeof ScanAsk === 'object'")  # It may have come before the tap.
    scan.context.set_offline(True)
    answer(scan, "1321")
    code = handed(scan)
    scan.get_by_role("button", name="Tel mee op dit toestel").tap()
    scan.get_by_role("button", name="Klaar").tap()
    assert len(stored(scan, "zelfscan")["team"]) == 1
    scan.context.set_offline(False)
    scan.goto(f"{harbour_address}zelfscan/{code[code.index('#') :]}")
    expect(part(scan)).to_contain_text("Die telden al mee.")
    assert all(url.startswith(harbour_address) and "1321" not in url.split("#")[0] for url in asked)


def test_a_browser_that_keeps_nothing_says_so(windows: OpenWindow, harbour_address: str) -> None:
    """And shows what came of it all the same."""
    page = windows()
    page.add_init_script(CLOSED)
    page.goto(f"{harbour_address}zelfscan/")
    answer(page, "1321")
    assert len(rows(page)) == 4
    expect(page.get_by_role("status").filter(has_text="Deze browser bewaart dit niet.")).to_be_visible()


def test_without_script_all_is_there_to_read(windows: OpenWindow, harbour_address: str) -> None:
    """The statements with what helps, and the sheet for on paper."""
    page = windows(java_script_enabled=False)
    page.goto(f"{harbour_address}zelfscan/")
    part(page).locator("summary", has_text="Lees alle 4").click()
    expect(part(page).locator(".scan__row").first.get_by_role("link").first).to_be_visible()
    expect(part(page).get_by_role("link", name="het werkblad")).to_be_visible()
    expect(page.get_by_text("Met je team")).to_have_count(2)
    expect(page.get_by_text("Met je team").first).to_be_hidden()


def test_on_a_disk_the_code_alone_is_handed_over(desktop: Page, disk: Path) -> None:
    """There is no address that others can open, unless the guide says its own."""
    desktop.goto((disk / "zelfscan.html").as_uri())
    answer(desktop, "1321")
    assert handed(desktop).split("#")[-1].startswith("1;")


def test_what_it_weighs(harbour: Path) -> None:
    """The script, as it is sent."""
    files = [harbour / "assets/scan" / name for name in ("open.js", "page.js")]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= MOST_SCRIPT


@pytest.mark.parametrize("width, scheme", [(320, "light"), (1280, "light"), (390, "dark")])
def test_everyone_can_use_it(windows: OpenWindow, harbour_address: str, width: int, scheme: str) -> None:
    """At rest, while it asks, and what came of it; axe finds nothing, and nothing is wider than the window."""
    page = windows(width, 800, color_scheme=scheme, forced_colors="none")
    rules = RULES if scheme == "light" else COLOURS
    page.goto(f"{harbour_address}zelfscan/")

    def look() -> None:
        assert violations(page, rules) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    look()
    part(page).get_by_role("button", name="Begin").click()
    look()
    for at in (0, 1, 2, 1):
        page.locator(".scan__answers button").nth(at).click()
    handed(page)
    look()


def test_steps_of_the_ring_show_in_forced_colours(windows: OpenWindow, harbour_address: str) -> None:
    """What is filled has the colour of text, and what is not, none."""
    page = windows(forced_colors="active")
    page.goto(f"{harbour_address}zelfscan/")
    part(page).get_by_role("button", name="Begin").click()
    page.locator(".scan__answers button").nth(1).click()
    fill = "one => getComputedStyle(one).fill"
    assert page.locator(".scan__ring .on").first.evaluate(fill) == page.locator(".scan__key").evaluate(
        "one => getComputedStyle(one).color"
    )
    assert page.locator(".scan__ring path:not(.on)").first.evaluate(fill) == "none"
