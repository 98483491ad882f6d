"""A running order in a link, on paper, from a disk and for everyone, in a real browser."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from accessibility import COLOURS, violations
from clipboard import copied, with_clipboard
from playwright.sync_api import Page, expect
from running_order import TIMED, clocks, collect, names, on_paper, receive, rows
from selection import keep
from sites import HARBOUR, OpenWindow
from storage import CLOSED, FULL, reload_until, stored

# --- by link and on paper -------------------------------------------------------------------


def test_a_running_order_travels_in_its_address(phone: Page, windows: OpenWindow, harbour_address: str) -> None:
    """Names go along only when asked. On the other device it is read and printed first, and kept only when asked."""
    receive(phone, harbour_address)
    with_clipboard(phone)
    assert "wie" not in copied(phone)
    phone.get_by_label("Neem namen en notities mee").check()
    link = copied(phone)
    assert link == f"{HARBOUR}draaiboek/{TIMED}"

    elsewhere = windows()
    elsewhere.goto(link.replace(HARBOUR, harbour_address))
    programme = elsewhere.locator(".runsheet .programme")
    expect(programme).to_contain_text("13:30 tot 14:25 · 55 minuten · 12 deelnemers")
    expect(programme.locator("li", has_text="Lantaarngesprek").first).to_contain_text("Leiding An")
    assert stored(elsewhere, "draaiboek") is None
    elsewhere.get_by_role("button", name="Bewaar op dit toestel").click()
    expect(elsewhere.get_by_text("Bewaard op dit toestel.").locator("..")).to_be_focused()
    assert clocks(elsewhere) == ["13:30", "13:35", "14:00", "14:15"]
    elsewhere.goto(link.replace(HARBOUR, harbour_address).replace("13.30", "14.00"))
    elsewhere.get_by_role("button", name="Vervang mijn draaiboek").click()
    assert clocks(elsewhere)[0] == "14:00"
    elsewhere.get_by_role("button", name="Zet terug").click()
    assert clocks(elsewhere)[0] == "13:30"


@pytest.mark.parametrize(
    "sent, says",
    [
        ("#1", "geen draaiboek dat we kunnen lezen"),
        ("#1;%3Cscript%3Ewindow.bad=1%3C/script%3E", "geen draaiboek dat we kunnen lezen"),
        ("#9;m.lantaarngesprek", "nieuwere versie van de gids"),
        ("#1;m.lantaarngesprek.10,%E0%A4%A", "Een stuk van de link konden we niet lezen"),
        ("#1;t.bestaat-niet.5,punt.5;wat2=%3Cimg%20src=x%20onerror=window.bad=1%3E", "Onbekend stuk (t/bestaat-niet)"),
    ],
)
def test_a_hurt_or_hostile_address_loses_nothing(tab: Page, harbour_address: str, sent: str, says: str) -> None:
    """It is said, nothing of it acts, and what was kept stays."""
    receive(tab, harbour_address)
    before = stored(tab, "draaiboek")
    tab.goto("about:blank")
    tab.goto(harbour_address + "draaiboek/" + sent)
    expect(tab.get_by_text(says).first).to_be_visible()
    assert tab.locator(".runsheet :is(script, img)").count() == 0 and tab.evaluate("window.bad") is None
    assert stored(tab, "draaiboek") == before
    tab.get_by_role("link", name="Naar mijn draaiboek").click()
    assert names(tab)[0] == "Welkom"


def test_what_a_later_version_kept_is_left_alone(tab: Page, harbour_address: str) -> None:
    """It is said, and not written over."""
    collect(tab, harbour_address)
    tab.evaluate("localStorage.setItem('draaiboek', '{\"v\":2}')")
    tab.goto(harbour_address + "draaiboek/")
    expect(tab.get_by_text("nieuwere versie van de gids")).to_be_visible()
    assert stored(tab, "draaiboek") == {"v": 2}


@pytest.mark.parametrize("trouble", [FULL, CLOSED], ids=["full", "closed"])
def test_what_cannot_be_kept_says_so_and_stays_on_the_page(tab: Page, harbour_address: str, trouble: str) -> None:
    """Also when a row moves."""
    tab.add_init_script(trouble)
    tab.goto(harbour_address + "draaiboek/" + TIMED)
    tab.get_by_role("button", name="Bewaar op dit toestel").click()
    expect(tab.get_by_text("Deze browser kan dit niet bewaren. Kopieer de link")).to_be_visible()
    expect(tab.locator(".programme__name")).to_have_count(4)


def test_it_prints_on_one_sheet_and_longer_ones_are_not_cut(
    desktop: Page, harbour_address: str, tmp_path: Path
) -> None:
    """Read back from the PDF: times, who leads, what to bring, the steps in short; by the browser's own menu too."""
    receive(desktop, harbour_address)
    desktop.get_by_label("Zelf nog meenemen").fill("Koffie")
    sheets = on_paper(desktop)
    assert len(sheets) == 1
    for words in (
        "Overleg",
        "13:30 tot 14:25",
        "14:00",
        "25 min",
        "Welkom",
        "Leiding",
        "An",
        "1 Steek de lantaarn aan.",
    ):
        assert words in sheets[0], words
    assert "een lantaarn" in sheets[0] and "12 keer" in sheets[0] and "Koffie" in sheets[0]
    for words in ("Begint om", "Notitie", "Druk af", "Begin opnieuw"):
        assert words not in sheets[0], words
    desktop.get_by_label("Met de stappen").uncheck()
    assert "Steek de lantaarn aan" not in on_paper(desktop)[0]

    many = ",".join(f"punt.{at}" for at in range(1, 61))
    said = ";".join(f"wat{at}=Punt%20nummer%20{at}%20van%20de%20lange%20dag" for at in range(1, 61))
    desktop.goto("about:blank")
    desktop.goto(f"{harbour_address}draaiboek/#1;{many};om=08.30;{said}")
    expect(desktop.locator(".programme__name")).to_have_count(60)
    sheets = on_paper(desktop)
    assert 2 <= len(sheets) <= 4
    assert re.findall(r"Punt nummer (\d+) van de lange dag", "\n".join(sheets)) == [str(at) for at in range(1, 61)]


def test_it_works_without_network_once_it_is_open(desktop: Page, harbour_address: str) -> None:
    """What was typed is kept, printed without its code, and there again."""
    receive(desktop, harbour_address)
    desktop.context.set_offline(True)
    desktop.evaluate("window.print = () => {}")
    desktop.get_by_label("Minuten voor Welkom").fill("10")
    desktop.get_by_role("button", name="+ Pauze").click()
    desktop.get_by_role("button", name="Druk af").click()
    expect(desktop.get_by_text("Klaar om af te drukken.")).to_be_visible()
    expect(desktop.locator(".runsheet-print .programme__name")).to_have_count(5)
    assert stored(desktop, "draaiboek")["parts"][0]["minutes"] == 10


def test_it_works_from_a_disk(disk: Path, tab: Page) -> None:
    """With the selection of that copy, and without an address to share."""
    tab.goto((disk / "werkvormen" / "lantaarngesprek.html").as_uri())
    keep(tab, "Lantaarngesprek")
    tab.goto((disk / "selectie.html").as_uri())
    reload_until(tab, link := tab.get_by_role("link", name="Maak een draaiboek"))
    link.click()
    expect(tab).to_have_url((disk / "draaiboek.html").as_uri())
    reload_until(tab, rows(tab).first)
    assert names(tab) == ["Lantaarngesprek"]
    expect(tab.get_by_text("heeft geen adres op het internet")).to_be_visible()
    tab.evaluate("window.print = () => {}")
    tab.get_by_role("button", name="Druk af").click()
    expect(tab.locator(".runsheet-print .programme__steps")).to_contain_text("Steek de lantaarn aan.")
    assert "file:" not in tab.locator(".runsheet-print").inner_text()


# --- for everyone ---------------------------------------------------------------------------


def test_the_page_says_what_it_needs(windows: OpenWindow, harbour_address: str) -> None:
    """Without a selection it leads to one, and without JavaScript to the methods."""
    page = windows()
    page.goto(harbour_address + "draaiboek/")
    page.get_by_role("main").get_by_role("link", name="Mijn selectie").click()
    expect(page).to_have_url(harbour_address + "selectie/")
    page = windows(java_script_enabled=False)
    page.goto(harbour_address + "draaiboek/")
    expect(page.get_by_text("heeft je browser JavaScript nodig")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_and_nothing_falls_off(windows: OpenWindow, harbour_address: str, width: int) -> None:
    """Empty, received and worked on, also in the dark."""
    page = windows(width, 844, color_scheme="dark" if width == 390 else "light")
    found: list[str] = []
    for sent in ("", TIMED):
        page.goto("about:blank")
        page.goto(harbour_address + "draaiboek/" + sent)
        expect(page.locator(".runsheet > p, .programme").first).to_be_visible()
        found += violations(page, COLOURS) if width == 390 else violations(page)
    page.get_by_role("button", name="Bewaar op dit toestel").click()
    page.get_by_text("De stappen", exact=True).click()
    page.evaluate("scrollTo(0, 0)")
    found += violations(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name, most", [("page.js", 10_000), ("page.css", 2_700), ("data.js", 1_500)])
def test_it_weighs_little(harbour: Path, name: str, most: int) -> None:
    """In bytes, compressed: only this page fetches them."""
    assert len(gzip.compress((harbour / "assets" / "runsheet" / name).read_bytes())) <= most
