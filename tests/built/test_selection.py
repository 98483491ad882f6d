"""Keeping, sending and printing a selection, in a real browser."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from accessibility import violations
from clipboard import copied, with_clipboard
from playwright.sync_api import Page, expect
from selection import keep, share, titles
from sites import HARBOUR, OpenWindow
from storage import stored

FIVE = ["t/zwaai-naar-de-boot", "m/lantaarngesprek", "w/botenblad", "p/kustwacht", "t/bel-bij-mist"]
SENT = "#1;" + ",".join(key.replace("/", ".") for key in FIVE)

Records = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def records(harbour: Path) -> Records:
    """The catalogue, by permanent address."""
    entries = json.loads((harbour / "catalogue.json").read_text(encoding="utf-8"))["entries"]
    return {one["permalink"].rstrip("/"): one for one in entries}


@pytest.fixture
def elsewhere(windows: OpenWindow) -> Page:
    """A page on another device: nothing is kept there."""
    return windows()


def printed(page: Page, button: str) -> int:
    """How many pages of A4 come out after a press on a button."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=button).click()
    expect(page.get_by_text("Klaar om af te drukken.")).to_be_visible()
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_five_chosen_on_a_phone_open_on_another_device(
    phone: Page, elsewhere: Page, harbour_address: str, records: Records
) -> None:
    """Same order, title and notes; kept only when asked; and on paper. No request leaves the site."""
    asked: list[str] = []
    for page in (phone, elsewhere):
        page.on("request", lambda request: asked.append(request.url))
    with_clipboard(phone)
    for key in FIVE:
        phone.goto(harbour_address + records[key]["url"])
        keep(phone, records[key]["title"])
    phone.get_by_role("link", name="Bewaard 5").tap()
    assert titles(phone) == [records[key]["title"] for key in FIVE]
    phone.get_by_label("Titel").fill("Teamoverleg 12 maart; 100% samen.")
    phone.get_by_text("Notitie", exact=True).nth(1).tap()
    phone.get_by_label("Notitie bij Lantaarngesprek").fill("Wie, wat & waarom?\nMet z'n tweeën.")
    phone.get_by_role("button", name="Zet hoger: De kustwacht").tap()
    order = [*FIVE[:2], FIVE[3], FIVE[2], FIVE[4]]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390

    assert "%0A" not in copied(phone)
    phone.get_by_label("Neem mijn notities mee").check()
    link = copied(phone)
    assert link.startswith(HARBOUR + "selectie/#1;t.zwaai-naar-de-boot,m.lantaarngesprek,p.kustwacht,")

    elsewhere.goto(link.replace(HARBOUR, harbour_address))
    assert titles(elsewhere) == [records[key]["title"] for key in order] and stored(elsewhere, "selectie") is None
    expect(elsewhere.get_by_role("heading", name="Teamoverleg 12 maart; 100% samen.")).to_be_visible()
    expect(elsewhere.locator(".selection__list li").nth(1)).to_contain_text(
        "Wie, wat & waarom?\nMet z'n tweeën.", use_inner_text=True
    )
    on_paper(elsewhere)
    elsewhere.get_by_role("button", name="Bewaar op dit toestel").click()
    entries = stored(elsewhere, "selectie")["entries"]
    assert [one["key"] for one in entries] == order and entries[1]["note"].endswith("tweeën.")
    assert asked and [url for url in asked if not url.startswith((harbour_address, "data:", "blob:"))] == []


def on_paper(page: Page) -> None:
    """The five as a hand-out and as cards: text and codes, and nothing that could act."""
    assert 1 <= printed(page, "Hand-out") <= 3
    paper = page.locator(".handout")
    for part in (
        "Ga om zeven uur naar buiten",
        "Wie gezien is, durft later aan te leggen",
        "De boot van Mira vaart voorbij",
    ):
        expect(paper).to_contain_text(part)
    for folded in ("Eén zwaai, en de dag begint samen", "Doe het met", "Meer hierover"):
        expect(paper).not_to_contain_text(folded)
    expect(paper.locator(".handout__entry--method .steps li")).to_have_count(3)
    expect(paper.locator(".handout__entry--worksheet svg title")).to_have_text("QR-code van Botenblad")
    expect(paper).to_contain_text(f"{HARBOUR}t/zwaai-naar-de-boot/")
    assert paper.locator("a, script, button, [id], [onclick]").count() == 0
    assert printed(page, "Kaartjes") == 1
    assert page.locator(".cutout").count() == 5


def test_what_is_here_is_never_silently_replaced(desktop: Page, harbour_address: str, records: Records) -> None:
    """A link can be added, or put in the place of what was here, and that can be undone."""
    desktop.goto(harbour_address + "selectie/#1;t.zwaai-naar-de-boot;titel=Van%20mij")
    desktop.get_by_role("button", name="Bewaar op dit toestel").click()
    desktop.goto(harbour_address + "selectie/" + SENT)
    expect(desktop.get_by_role("button", name="Bewaar op dit toestel")).to_have_count(0)
    assert len(stored(desktop, "selectie")["entries"]) == 1
    desktop.get_by_role("button", name="Vervang mijn selectie").click()
    assert len(stored(desktop, "selectie")["entries"]) == 5
    desktop.get_by_role("button", name="Zet terug").click()
    assert [one["key"] for one in stored(desktop, "selectie")["entries"]] == ["t/zwaai-naar-de-boot"]
    desktop.goto(harbour_address + "selectie/" + SENT)
    desktop.get_by_role("button", name="Voeg toe aan mijn selectie").click()
    held = stored(desktop, "selectie")
    assert [one["key"] for one in held["entries"]] == FIVE and held["title"] == "Van mij"


def test_the_keyboard_orders_removes_and_undoes(desktop: Page, harbour_address: str, records: Records) -> None:
    """The focus stays where the hand is, and what happened is said."""
    desktop.goto(harbour_address + "selectie/" + SENT)
    desktop.get_by_role("button", name="Bewaar op dit toestel").press("Enter")
    down = desktop.get_by_role("button", name="Zet lager: Zwaai naar de eerste boot")
    down.press("Enter")
    expect(desktop.get_by_role("status")).to_contain_text("nu op plaats 2 van 5")
    expect(down).to_be_focused()
    for _ in range(3):
        desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("button", name="Zet hoger: Zwaai naar de eerste boot")).to_be_focused()
    assert titles(desktop)[4] == records["t/zwaai-naar-de-boot"]["title"]
    desktop.get_by_role("button", name="Haal weg: Lantaarngesprek").press("Enter")
    expect(desktop.get_by_role("button", name="Haal weg: Botenblad")).to_be_focused()
    desktop.get_by_role("button", name="Maak leeg").press("Enter")
    assert stored(desktop, "selectie") is None
    expect(desktop.get_by_role("button", name="Zet terug")).to_be_focused()
    desktop.keyboard.press("Enter")
    assert len(titles(desktop)) == 4


def test_an_old_name_still_answers_and_an_unknown_one_is_named(
    desktop: Page, harbour_address: str, records: Records
) -> None:
    """Renamed and merged entries go on under their name of today, once."""
    new, old = next(
        (key, f"{key.split('/')[0]}/{one['aliases'][0]}")
        for key, one in records.items()
        if one["aliases"] and one["kind"] == "tip"
    )
    desktop.goto(
        f"{harbour_address}selectie/#1;{old.replace('/', '.')},{new.replace('/', '.')},t.bestaat-niet;n1=blijft"
    )
    assert titles(desktop) == [records[new]["title"], "Onbekend stuk (t/bestaat-niet)"]
    expect(desktop.locator(".selection__list li").first).to_contain_text("blijft")


# What such addresses come to as text: tests/js/address.test.js. Here: that the page takes none of it for anything else.
HOSTILE = [
    (
        "#1;t.zwaai-naar-de-boot;titel=%3Cscript%3Ewindow.bad=1%3C/script%3E%3Cimg%20src=x%20onerror=window.bad=1%3E"
        ";n1=%3Csvg/onload=window.bad=1%3E"
    ),
    (
        "#1;t.zwaai-naar-de-boot,javascript:alert(1),../../boos,t.__proto__,__proto__.x,t.constructor"
        ";__proto__=1;constructor=2;titel=a"
    ),
    "#1;t.zwaai-naar-de-boot,%3Cscript%3E,t.%2e%2e;titel=%E0%A4%A;n1=%;n2=%zz;nNaN=x",
    "#1;" + ",".join(f"t.x{number}" for number in range(10_000)) + ";titel=" + "a" * 5000,
    "#1%3Bt.zwaai-naar-de-boot%3Btitel=heel",
    "#1;t.zwaai-naar-de-boot;titel=%E2%80%AEomgekeerd%00;n1=" + "b" * 9000,
]


@pytest.mark.parametrize("sent", HOSTILE, ids=range(len(HOSTILE)))
def test_a_tampered_address_can_do_no_harm(tab: Page, harbour_address: str, sent: str) -> None:
    """No script, no strange address, nothing longer or more than a selection holds; what is sound in it is shown."""
    tab.goto(harbour_address + "selectie/" + sent)
    names = titles(tab)
    tab.get_by_role("button", name="Bewaar op dit toestel").click()
    held = stored(tab, "selectie")
    assert tab.evaluate("[window.bad, ({}).x, Object.prototype.hasOwnProperty('x')]") == [None, None, False]
    assert 1 <= len(names) <= 60 and len(held["entries"]) == len(names)
    assert all(re.fullmatch(r"[a-z]/[a-z0-9-]+", one["key"]) and len(one["note"]) <= 600 for one in held["entries"])
    assert len(held["title"]) <= 120 and not re.search("[\u202e\x00]", held["title"])
    assert tab.locator(".selection :is(script, img, svg, iframe)").count() == 0
    assert all(
        url.startswith(harbour_address)
        for url in tab.locator(".selection a").evaluate_all("all => all.map(one => one.href)")
    )


@pytest.mark.parametrize(
    "held",
    [
        "{",
        "[]",
        '{"entries": 7}',
        '{"title": {}, "entries": [null, 3, {"key": "<b>"}, {"key": "t/zwaai-naar-de-boot", "note": 9}]}',
        '{"__proto__": {"x": 1}, "entries": "abc"}',
    ],
)
def test_what_was_stored_wrongly_breaks_nothing(tab: Page, harbour_address: str, held: str) -> None:
    """Another version, another program or a hand in the storage: the page opens."""
    tab.goto(harbour_address)
    tab.evaluate("text => localStorage.setItem('selectie', text)", held)
    tab.goto(harbour_address + "selectie/")
    expect(tab.locator(".selection > p, .selection-empty:visible, .selection__list").first).to_be_visible()
    assert tab.locator(".selection__list li").count() == ("zwaai-naar-de-boot" in held)


def test_a_link_of_a_later_version_says_so(desktop: Page, harbour_address: str) -> None:
    """Rather than showing half of it."""
    desktop.goto(harbour_address + "selectie/#2;t.zwaai-naar-de-boot")
    expect(desktop.get_by_text("nieuwere versie")).to_be_visible()


def test_fifty_entries_work(phone: Page, harbour_address: str, records: Records) -> None:
    """Of every kind; they fit in an address and a code, and print as cards on seven sheets, the longest words too."""
    keys = list(records)[:50]
    phone.goto(f"{harbour_address}selectie/#1;{','.join(key.replace('/', '.') for key in keys)};titel=Vijftig")
    assert titles(phone) == [records[key]["title"] for key in keys]
    assert 5 <= printed(phone, "Hand-out") <= 20
    assert phone.locator(".handout__entry").count() == 50 and phone.locator(".handout__end svg").count() == 1
    assert printed(phone, "Kaartjes") == 7
    phone.emulate_media(media="print")
    assert (
        phone.locator(".cutout__text").evaluate_all(
            "all => all.filter(one => one.scrollHeight > one.clientHeight + 1).length"
        )
        == 0
    )


# --- for everyone ---------------------------------------------------------------------------


def test_without_javascript_the_page_says_what_it_needs(windows: OpenWindow, harbour_address: str) -> None:
    """And no button does nothing."""
    page = windows(java_script_enabled=False)
    page.goto(harbour_address + "selectie/")
    expect(page.get_by_text("heeft je browser JavaScript nodig")).to_be_visible()
    page.goto(harbour_address + "werkvormen/lantaarngesprek/")
    assert page.locator(".share__door, .keep, .kept-door:visible").count() == 0


@pytest.mark.parametrize(
    "colours,sent",
    [("light", ""), ("dark", SENT + ";titel=Overleg;n1=Let%20op"), ("light", SENT + ";n2=Let%20op")],
    ids=["empty", "received", "kept"],
)
def test_axe_finds_nothing(windows: OpenWindow, harbour_address: str, colours: str, sent: str) -> None:
    """Empty, received and kept, and the ways to share one entry."""
    page = windows(390, color_scheme=colours)
    page.goto(harbour_address + "selectie/" + sent)
    expect(page.locator(".selection > p, .selection-empty:visible, .selection__list").first).to_be_visible()
    if colours == "light" and sent:
        page.get_by_role("button", name="Bewaar op dit toestel").click()
        page.get_by_role("button", name="Toon QR").click()
        expect(page.locator("svg.qr")).to_be_visible()
        page.evaluate("scrollTo(0, 0)")  # what lies under the fixed header, axe takes for too small
    found = violations(page)
    if not sent or colours == "dark":
        page.goto(harbour_address + "werkvormen/lantaarngesprek/")
        share(page, "Lantaarngesprek")
        found += violations(page)
    assert found == []


@pytest.mark.parametrize(
    "name,most",
    [
        ("base/base.js", 4300),
        ("selection/opens.js", 700),
        ("selection/share.js", 1300),
        ("selection/printing.js", 1700),
        ("selection/page.js", 7500),
        ("selection/page.css", 2400),
    ],
)
def test_it_weighs_little(harbour: Path, name: str, most: int) -> None:
    """In bytes, compressed: what every page carries, and what a page that offers sharing carries beside it."""
    assert len(gzip.compress((harbour / "assets" / name).read_bytes())) <= most
