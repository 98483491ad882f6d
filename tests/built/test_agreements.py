"""What a team agrees: written down in a meeting, kept on the device, handed on by link, on paper and in a calendar."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
from accessibility import COLOURS, violations
from clipboard import copied, with_clipboard
from pdf import code_on, pages_of
from playwright.sync_api import Page, expect
from sites import HARBOUR, OpenWindow
from storage import CLOSED, reload_until, stored

LAMP = {"what": "We hangen een lamp, ook in maart; elke week", "who": "Mira & Wout", "when": "voor 1/12", "key": ""}
WAVE = {"what": "Elke morgen zwaait één van ons", "who": "", "when": "", "key": "t/zwaai-naar-de-boot"}
TWO = {"v": 1, "title": "Overleg op de kade", "date_back": "2027-01-15", "items": [LAMP, WAVE]}
BOTH = "#1;titel=Overleg;terug=2027-01-15;wat1=Een%20lamp;wie1=Mira;wat2=Zwaaien;bij2=t.zwaai-naar-de-boot"


def look_back(page: Page, address: str, sent: str = "") -> Page:
    """Open the page of the agreements, once what it shows is there."""
    page.goto(f"{address}afspraken/{sent}")
    begin, there = page.locator("[data-opens] > p > button"), page.locator(".agreed__frame, .agreed__received")
    expect(begin.or_(there)).to_be_visible()
    if begin.is_visible():
        begin.click()
    expect(there).to_be_visible()
    return page


def given(page: Page, held: object) -> None:
    """Have the browser hold these agreements."""
    page.evaluate("held => localStorage.setItem('afspraken', JSON.stringify(held))", held)


def whats(page: Page) -> list[str]:
    """What stands in the list."""
    return page.locator(".agreed__list li strong").all_inner_texts()


def test_agreements_are_gathered_on_the_screens(phone: Page, harbour_address: str) -> None:
    """Each at what it came up at; the last screen has all of them, under the name of the meeting."""
    phone.goto(f"{harbour_address}overleg/#1;t.zwaai-naar-de-boot,w.botenblad;titel=Overleg%20op%20de%20kade")
    door = phone.get_by_role("button", name="Wij spreken af")
    panel = phone.get_by_role("dialog", name="Wij spreken af")
    for what in ("We beginnen om vier uur", "Elke morgen zwaait één van ons"):
        door.tap()
        expect(panel.locator("li")).to_have_count(0)
        panel.get_by_label("Wat spreken we af?").fill(what)
        panel.get_by_label("Wie?").fill("Mira")
        panel.get_by_role("button", name="Leg vast").tap()
        expect(panel.locator("li strong")).to_have_text(what)
        panel.get_by_role("button", name="Sluit").tap()
        phone.get_by_role("button", name="Volgende").tap()
    expect(door).to_have_text("Wij spreken af (2)")
    phone.get_by_role("button", name="Volgende").tap()
    assert whats(phone) == ["We beginnen om vier uur", "Elke morgen zwaait één van ons"]
    expect(phone.get_by_role("link", name="Bij: Zwaai naar de eerste boot")).to_be_visible()
    expect(phone.get_by_label("Titel")).to_have_value("Overleg op de kade")
    phone.get_by_label("Wanneer kijken jullie terug?").fill("2027-01-15")
    held = stored(phone, "afspraken")
    assert (held["v"], held["title"], held["date_back"]) == (1, "Overleg op de kade", "2027-01-15")
    assert [(one["who"], one["key"]) for one in held["items"]] == [("Mira", ""), ("Mira", "t/zwaai-naar-de-boot")]


def test_an_agreement_is_changed_taken_away_and_put_back(tab: Page, harbour_address: str) -> None:
    """By keyboard too; and it all begins anew for the next meeting, which can be undone."""
    look_back(tab, harbour_address)
    given(tab, TWO)
    look_back(tab, harbour_address)
    tab.get_by_role("button", name=f"Wijzig: {WAVE['what']}").press("Enter")
    expect(tab.get_by_label("Wat spreken we af?")).to_be_focused()
    tab.keyboard.type(", twee keer")
    tab.keyboard.press("Enter")
    assert whats(tab) == [LAMP["what"], f"{WAVE['what']}, twee keer"]
    assert stored(tab, "afspraken")["items"][1]["key"] == WAVE["key"]
    tab.get_by_role("button", name=f"Haal weg: {LAMP['what']}").click()
    expect(tab.locator(".agreed__list li")).to_have_count(1)
    expect(tab.get_by_role("button", name="Zet terug")).to_be_focused()
    tab.get_by_role("button", name="Zet terug").click()
    assert whats(tab) == [LAMP["what"], f"{WAVE['what']}, twee keer"]
    tab.get_by_role("button", name="Maak leeg").click()
    assert stored(tab, "afspraken") is None
    expect(tab.get_by_label("Titel")).to_have_value("")
    tab.get_by_role("button", name="Zet terug").click()
    assert len(stored(tab, "afspraken")["items"]) == 2
    expect(tab.get_by_label("Titel")).to_have_value("Overleg op de kade")


def test_what_another_tab_writes_is_not_lost(tab: Page, other: Page, harbour_address: str) -> None:
    """Neither what it added, nor what is being typed here."""
    look_back(tab, harbour_address)
    look_back(other, harbour_address)
    tab.get_by_label("Titel").fill("Over")
    tab.get_by_label("Titel").press_sequentially("leg")
    other.get_by_label("Wat spreken we af?").fill("Een lamp")
    other.get_by_label("Wat spreken we af?").press("Enter")
    expect(other.locator(".agreed__list li")).to_have_count(1)
    tab.get_by_label("Wat spreken we af?").fill("Zwaaien")
    tab.get_by_label("Wat spreken we af?").press("Enter")
    expect(tab.locator(".agreed__list li")).to_have_count(2)
    held = stored(tab, "afspraken")
    assert held["title"] == "Overleg" and [one["what"] for one in held["items"]] == ["Een lamp", "Zwaaien"]


def test_a_link_holds_all_of_them(windows: OpenWindow, harbour_address: str) -> None:
    """On another device they are shown first, and kept only when asked; what was there stays."""
    here, there = with_clipboard(windows()), windows()
    look_back(here, harbour_address)
    given(here, TWO)
    look_back(here, harbour_address)
    link = copied(here)
    assert link.startswith(f"{HARBOUR}afspraken/#1;")
    look_back(there, harbour_address)
    given(there, {"v": 1, "title": "", "date_back": "", "items": [LAMP, {**LAMP, "what": "Van ons"}]})
    there.goto("about:blank")
    there.goto(link.replace(HARBOUR, harbour_address))
    expect(
        there.get_by_text("Je kreeg 2 afspraken. Op dit toestel staan al 2 afspraken; die blijven staan.")
    ).to_be_visible()
    assert whats(there) == [LAMP["what"], WAVE["what"]] and len(stored(there, "afspraken")["items"]) == 2
    there.get_by_role("button", name="Voeg toe aan mijn afspraken").click()
    expect(there.get_by_text("Toegevoegd.")).to_be_visible()
    assert [one["what"] for one in stored(there, "afspraken")["items"]] == [LAMP["what"], "Van ons", WAVE["what"]]
    assert stored(there, "afspraken")["date_back"] == "2027-01-15" and "#" not in there.url


def test_a_selection_leads_back_to_what_was_agreed_once_there_is_any(tab: Page, harbour_address: str) -> None:
    """Before, no door stands there that leads to nothing."""
    tab.goto(f"{harbour_address}selectie/#1;m.lantaarngesprek")
    tab.get_by_role("button", name="Bewaar op dit toestel").click()
    door = tab.get_by_role("link", name="Kijk terug")
    expect(tab.get_by_role("link", name="Start het overleg")).to_be_visible()
    expect(door).to_have_count(0)
    given(tab, TWO)
    tab.reload()
    expect(door).to_be_visible()


def test_what_cannot_be_read_is_refused_and_nothing_is_lost(tab: Page, harbour_address: str) -> None:
    """A later version, a link that broke, markup, and a storage full of nonsense."""
    look_back(tab, harbour_address)
    given(tab, TWO)
    for sent, told in [
        ("#2;wat1=a", "nieuwere versie"),
        ("#1;", "geen afspraken die we kunnen lezen"),
        ("#1;wie1=An", "geen afspraken die we kunnen lezen"),
    ]:
        tab.goto("about:blank")
        tab.goto(f"{harbour_address}afspraken/{sent}")
        expect(tab.get_by_text(told)).to_be_visible()
        expect(tab.get_by_text("Op dit toestel staan al 2 afspraken")).to_be_visible()
    tab.goto("about:blank")
    look_back(tab, harbour_address, "#1;wat1=%3Cimg%20src=x%20onerror=alert(1)%3E;bij1=x.y")
    assert whats(tab) == ["<img src=x onerror=alert(1)>"] and tab.locator(".looked-back img").count() == 0
    tab.evaluate("localStorage.setItem('afspraken', '{\"items\": [7, null, {\"what\": {}}]}')")
    tab.goto("about:blank")
    look_back(tab, harbour_address)
    assert whats(tab) == []


def test_what_a_later_version_kept_is_left_alone(tab: Page, harbour_address: str) -> None:
    """It is said, and not written over."""
    look_back(tab, harbour_address)
    given(tab, {"v": 2, "items": [LAMP], "more": 1})
    tab.reload()
    tab.get_by_label("Titel").fill("Overleg")
    expect(tab.get_by_text("Deze afspraken zijn van een nieuwere versie van de gids")).to_be_visible()
    assert stored(tab, "afspraken") == {"v": 2, "items": [LAMP], "more": 1}


def test_a_code_holds_what_is_agreed_by_now(tab: Page, harbour_address: str) -> None:
    """It goes as soon as something is added, so that no one scans what was."""
    look_back(tab, harbour_address)
    given(tab, TWO)
    look_back(tab, harbour_address)
    tab.get_by_role("button", name="Toon QR").click()
    expect(tab.locator(".agreed__ways svg.qr")).to_have_count(1)
    tab.get_by_label("Titel").fill("Morgen")
    expect(tab.locator(".agreed__ways svg.qr")).to_have_count(0)


def test_a_browser_that_keeps_nothing_says_so(tab: Page, harbour_address: str) -> None:
    """What was written down stays as long as the page, and can be handed on."""
    tab.add_init_script(CLOSED)
    look_back(tab, harbour_address)
    tab.get_by_label("Wat spreken we af?").fill("Een lamp")
    tab.get_by_label("Wat spreken we af?").press("Enter")
    expect(tab.get_by_text("Deze browser kan dit niet bewaren.")).to_be_visible()
    assert whats(tab) == ["Een lamp"]


def test_the_day_to_look_back_goes_to_a_calendar(windows: OpenWindow, harbour_address: str, tmp_path: Path) -> None:
    """As a whole day, in a file; the rest of that file is held by tests/js/calendar.test.js."""
    page = windows(timezone_id="Pacific/Auckland")
    look_back(page, harbour_address, BOTH)
    with page.expect_download() as got:
        page.get_by_role("button", name="Zet in je agenda").click()
    assert got.value.suggested_filename == "terugkijken-2027-01-15.ics"
    got.value.save_as(tmp_path / "day.ics")
    text = (tmp_path / "day.ics").read_bytes().decode()
    lines = text.replace("\r\n ", "").split("\r\n")
    assert {"DTSTART;VALUE=DATE:20270115", "DTEND;VALUE=DATE:20270116", "SUMMARY:Terugkijken: Overleg"} <= {*lines}
    assert any(line.startswith("DESCRIPTION:- Een lamp (Mira)\\n- Zwaaien\\n\\nhttps:") for line in lines)
    assert any(line.startswith(f"URL:{HARBOUR}afspraken/#1;titel=Overleg;") for line in lines)
    assert re.search(r"\r\nUID:[a-z0-9]{10,}@sleutelbos\r\n", text) and "\n" not in text.replace("\r\n", "")
    page.goto("about:blank")
    look_back(page, harbour_address, "#1;wat1=Een%20lamp")
    page.get_by_role("button", name="Zet in je agenda").click()
    expect(page.get_by_text("Kies eerst een dag om terug te kijken.")).to_be_visible()


def on_paper(page: Page) -> tuple[bytes, str]:
    """What is printed, and what one reads on it."""
    expect(page.locator(".agreed-print svg")).to_have_count(1)
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert pages_of(printed) == 1
    return printed, " ".join(pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_range().split())


def test_agreements_are_printed_with_a_code_that_opens_them(tab: Page, harbour_address: str) -> None:
    """On one sheet, from their page and from the last screen of a meeting."""
    look_back(tab, harbour_address)
    given(tab, TWO)
    for path in ("afspraken/", "overleg/#1;t.zwaai-naar-de-boot"):
        tab.goto(harbour_address + path)
        if path.startswith("overleg"):
            expect(tab.locator(".stage__bar")).to_be_visible()
            tab.keyboard.press("End")
        printed, read = on_paper(tab)
        for part in ("Overleg op de kade", LAMP["what"], "Mira & Wout", "voor 1/12", "vrijdag 15 januari 2027"):
            assert part in read
        assert "Kopieer link" not in read
        (code,) = code_on(printed)
        assert code.startswith(f"{HARBOUR}afspraken/#1;titel=Overleg%20op%20de%20kade;terug=2027-01-15;wat1=")


def test_twelve_agreements_fit_on_one_sheet(tab: Page, harbour_address: str) -> None:
    """Each of more than a line."""
    look_back(tab, harbour_address)
    given(tab, {**TWO, "items": [{**LAMP, "what": f"{nth} {LAMP['what']}, bij elke boot"} for nth in range(12)]})
    _, read = on_paper(look_back(tab, harbour_address))
    assert f"11 {LAMP['what']}" in read and "vrijdag 15 januari 2027" in read


def test_nothing_is_in_the_way_of_anyone(windows: OpenWindow, harbour_address: str) -> None:
    """No rule of axe is broken, in the dark neither, and a narrow phone does not scroll sideways."""
    for width, options in [(1280, {}), (320, {}), (390, {"color_scheme": "dark"})]:
        page = windows(width, 700, **options)
        look_back(page, harbour_address)
        given(page, TWO)
        look_back(page, harbour_address)
        assert (
            violations(page, COLOURS if options else {"runOnly": ["wcag2a", "wcag2aa", "wcag22aa", "best-practice"]})
            == []
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_works_from_a_disk(disk: Path, tab: Page) -> None:
    """What comes with an address is kept there, and there again; no address is offered that no one can open."""
    tab.goto(f"{(disk / 'afspraken.html').as_uri()}{BOTH}")
    tab.get_by_role("button", name="Bewaar").click()
    expect(tab.locator(".agreed__list li strong")).to_have_text(["Een lamp", "Zwaaien"])
    tab.goto((disk / "afspraken.html").as_uri())
    reload_until(tab, tab.locator(".agreed__list li strong").first)
    assert whats(tab) == ["Een lamp", "Zwaaien"]
