"""A selection in a meeting: one thing at a time on a big screen, and what the team agrees."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from accessibility import violations
from playwright.sync_api import Page, expect
from selection import keep
from sites import OpenWindow
from storage import stored

KEYS = ["t/zwaai-naar-de-boot", "m/lantaarngesprek", "w/botenblad", "p/kustwacht"]
SENT = "#1;" + ",".join(key.replace("/", ".") for key in KEYS) + ";titel=Overleg%20op%20de%20kade"

LETTERS = """() => [...document.querySelectorAll(".stage *")]
  .filter(one => one.checkVisibility() && !one.matches(".said, .said *"))
  .filter(one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) || one.value)
  .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent || one.value])"""
"""How large everything is that one reads on the screen of a meeting."""

OVERFLOWS = (
    "document.querySelector('.stage__screen').scrollHeight > document.querySelector('.stage__screen').clientHeight"
)
READABLE = 28
"""The letters of a screen of 1280 by 720 that are read four metres away, in pixels."""


def begin(page: Page, address: str, sent: str = SENT) -> Page:
    """Open a meeting; all that it needs is there when its bar is."""
    page.goto(f"{address}overleg/{sent}")
    expect(page.locator(".stage__bar")).to_be_visible()
    return page


def title(page: Page, text: str) -> None:
    """What the screen is about."""
    expect(page.locator(".stage__title")).to_have_text(text)


def agree(page: Page, what: str, who: str = "", when: str = "") -> None:
    """Write down what is agreed, and go back to the screen."""
    page.get_by_role("button", name="Wij spreken af").click()
    panel = page.get_by_role("dialog", name="Wij spreken af")
    panel.get_by_label("Wat spreken we af?").fill(what)
    panel.get_by_label("Wie?").fill(who)
    panel.get_by_label("Tegen wanneer?").fill(when)
    panel.get_by_role("button", name="Leg vast").click()
    expect(panel.get_by_text("Vastgelegd.")).to_be_visible()
    panel.get_by_role("button", name="Sluit").click()


def test_a_selection_is_brought_to_a_meeting_in_one_press(tab: Page, harbour_address: str) -> None:
    """From the page of the selection, as it is kept; and back to it."""
    tab.goto(f"{harbour_address}werkvormen/lantaarngesprek/")
    keep(tab, "Lantaarngesprek")
    tab.goto(f"{harbour_address}selectie/")
    tab.get_by_role("link", name="Start het overleg").click()
    title(tab, "Ons overleg")
    tab.get_by_role("link", name="Sluit het overleg").click()
    expect(tab.locator(".selection__name")).to_have_text(["Lantaarngesprek"])


def test_a_selection_that_was_sent_is_brought_along(tab: Page, harbour_address: str) -> None:
    """It is shown, and not kept; who leaves is back at what was sent."""
    tab.goto(f"{harbour_address}selectie/{SENT}")
    tab.get_by_role("link", name="Start het overleg").click()
    title(tab, "Overleg op de kade")
    assert stored(tab, "selectie") is None
    tab.keyboard.press("Escape")
    expect(tab.locator(".selection__name")).to_have_count(4)


def test_a_screen_says_what_to_do_how_it_sounds_and_what_to_talk_about(tab: Page, harbour_address: str) -> None:
    """In letters that are read from the back of a room, whole on a screen of 1280 by 720."""
    tab.set_viewport_size({"width": 1280, "height": 720})
    begin(tab, harbour_address)
    expect(tab.locator(".stage__list li")).to_have_text(
        ["Zwaai naar de eerste boot", "Lantaarngesprek werkvorm", "Botenblad werkblad", "De kustwacht partner"]
    )
    seen = [
        ("Zwaai naar de eerste boot", "Ga om zeven uur naar buiten", "Naar welke boot zwaaide je deze week niet"),
        ("Lantaarngesprek", "Elkaar horen zonder naar papieren te kijken.", "Wat hoorde de torenwachter in het donker"),
        ("Botenblad", "Open dit blad op je eigen toestel.", "Met wie vullen we dit blad in"),
        ("De kustwacht", "", "Voor welke vraag kunnen wij hier terecht"),
    ]
    for name, what, ask in seen:
        tab.keyboard.press("PageDown")
        title(tab, name)
        expect(tab.locator(".stage__screen")).to_contain_text(what)
        expect(tab.locator(".stage__ask")).to_contain_text(ask)
        expect(tab.locator(".stage__label")).to_have_text("Vraag van ons")
        assert [one for one in tab.evaluate(LETTERS) if one[0] < READABLE] == []
        assert not tab.evaluate(OVERFLOWS), name
    tab.keyboard.press("Home")
    tab.keyboard.press("ArrowRight")
    expect(tab.locator("blockquote")).to_have_text(
        "De boot van Mira vaart voorbij. „Goeie vangst!” roep je. Morgen legt ze aan."
    )
    expect(tab.locator(".stage__screen")).not_to_contain_text("Wie gezien is")
    tab.keyboard.press("End")
    title(tab, "Wij spreken af")
    assert [one for one in tab.evaluate(LETTERS) if one[0] < READABLE] == []


def test_a_sheet_shows_its_permanent_address_as_a_code(tab: Page, harbour_address: str) -> None:
    """Large enough for who sits at the back."""
    begin(tab, harbour_address, "#1;w.botenblad")
    tab.get_by_role("button", name="Volgende").click()
    code = tab.locator(".stage__code svg")
    expect(code.locator("title")).to_have_text("QR-code van Botenblad")
    box = code.bounding_box()
    assert box and box["height"] > 250


def test_arrows_a_clicker_and_a_keyboard_turn_the_screens(tab: Page, harbour_address: str) -> None:
    """What someone types stays where it is typed, and a reload comes back to the same screen."""
    begin(tab, harbour_address)
    place = tab.locator(".stage__place")
    for key, at in [
        ("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1), ("PageUp", 1),
        ("End", 6), ("ArrowRight", 6), ("Home", 1),
    ]:  # fmt: skip
        tab.keyboard.press(key)
        expect(place).to_have_text(f"{at} / 6")
    tab.keyboard.press("ArrowRight")
    expect(tab.locator(".stage > [role=status]")).to_have_text("2 van 6: Zwaai naar de eerste boot")
    tab.get_by_role("button", name="Wij spreken af").press("Enter")
    tab.keyboard.type("ab")
    for key in ("ArrowLeft", "Home", "End", "PageDown"):
        tab.keyboard.press(key)
    expect(place).to_have_text("2 / 6")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name="Wij spreken af")).to_be_focused()
    expect(place).to_have_text("2 / 6")
    tab.reload()
    expect(place).to_have_text("2 / 6")


def swipe(page: Page, across: int, down: int) -> None:
    """One finger that goes from the middle of the screen so far."""
    touch = page.context.new_cdp_session(page)
    at = {"x": 200, "y": 300}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    end = {"x": at["x"] + across, "y": at["y"] + down}
    touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [end]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_swipe_turns_the_screens_of_a_phone(phone: Page, harbour_address: str) -> None:
    """Sideways only: up and down scrolls."""
    begin(phone, harbour_address)
    for across, down, at in [(-120, 10, 2), (-120, -10, 3), (120, 0, 2), (-70, 60, 2), (0, -100, 2), (-30, 0, 2)]:
        swipe(phone, across, down)
        expect(phone.locator(".stage__place")).to_have_text(f"{at} / 6")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_clock_counts_for_each_part_and_knows_the_running_order(tab: Page, harbour_address: str) -> None:
    """It waits while another part is shown. A break and a point of one's own have a screen too."""
    parts = [
        {"own": "Welkom", "minutes": 5, "who": "An"},
        {"key": KEYS[1], "minutes": 20, "who": "", "note": ""},
        {"break": True, "minutes": 15},
        {"key": KEYS[0], "minutes": 0, "who": "", "note": ""},
    ]
    plan = json.dumps({"v": 1, "start": "13:30", "people": 12, "parts": parts})
    tab.clock.install(time="2027-01-15T13:30:00")
    tab.add_init_script(f"localStorage.setItem('draaiboek', {json.dumps(plan)})")
    selection = json.dumps({"version": 1, "title": "", "entries": [{"key": key, "note": ""} for key in KEYS]})
    tab.add_init_script(f"localStorage.setItem('selectie', {json.dumps(selection)})")
    begin(tab, harbour_address, "")
    tab.clock.pause_at("2027-01-15T14:00:00")
    expect(tab.locator(".stage__list li")).to_have_text(
        [
            "Welkom 5 min", "Lantaarngesprek werkvorm, 20 min", "Pauze 15 min",
            "Zwaai naar de eerste boot", "Botenblad werkblad", "De kustwacht partner",
        ]
    )  # fmt: skip
    clock = tab.get_by_role("timer")
    expect(clock).to_have_text("")
    tab.keyboard.press("PageDown")
    title(tab, "Welkom")
    tab.clock.run_for(65_000)
    expect(clock).to_have_text("1:05 van 5 min")
    tab.keyboard.press("PageDown")
    tab.clock.run_for(600_000)
    expect(clock).to_have_text("10:00 van 20 min")
    tab.keyboard.press("PageUp")
    expect(clock).to_have_text("1:05 van 5 min")
    tab.keyboard.press("End")
    expect(clock).to_have_text("")


def test_a_meeting_goes_on_without_network_and_asks_nothing_of_others(
    windows: OpenWindow, harbour_address: str
) -> None:
    """Once it is open, all of it is there: every screen, the code of a sheet, agreeing and what is made of it."""
    page, asked = windows(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    begin(page, harbour_address)
    page.context.set_offline(True)
    open_before = len(asked)
    for name in ("Zwaai naar de eerste boot", "Lantaarngesprek", "Botenblad", "De kustwacht"):
        page.keyboard.press("PageDown")
        title(page, name)
    page.keyboard.press("PageUp")
    expect(page.locator(".stage__code svg")).to_be_visible()
    agree(page, "We hangen een lamp")
    page.keyboard.press("End")
    expect(page.locator(".agreed__list li")).to_have_count(1)
    page.get_by_role("button", name="Toon QR").click()
    expect(page.locator(".agreed__ways svg.qr")).to_be_visible()
    later = [url for url in asked[open_before:] if not url.startswith(("data:", "blob:"))]
    assert [url for url in later if not url.endswith("/feedback.js")] == []  # asked for by the line below any page
    assert [url for url in asked if not url.startswith((harbour_address, "data:", "blob:"))] == []


def test_who_comes_back_to_the_tab_finds_all_of_it(tab: Page, harbour_address: str) -> None:
    """What is typed stays, also over a panel that closed; and nothing is asked of a network that may be gone."""
    begin(tab, harbour_address)
    tab.keyboard.press("PageDown")
    tab.get_by_role("button", name="Wij spreken af").click()
    tab.get_by_label("Wat spreken we af?").fill("We hangen")
    tab.keyboard.press("Escape")
    tab.keyboard.press("End")
    expect(tab.get_by_label("Wat spreken we af?")).to_have_value("We hangen")
    tab.get_by_label("Wat spreken we af?").fill("We hangen een lamp")
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.evaluate("dispatchEvent(new Event('pageshow'))")
    expect(tab.get_by_label("Wat spreken we af?")).to_have_value("We hangen een lamp")
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("Home")
    tab.keyboard.press("PageDown")
    expect(tab.locator("blockquote")).to_contain_text("De boot van Mira")
    assert asked == []


@pytest.mark.parametrize("size", [(390, 844), (1280, 720), (320, 568)])
def test_nothing_is_in_the_way_of_anyone(windows: OpenWindow, harbour_address: str, size: tuple[int, int]) -> None:
    """No rule of axe is broken on any screen, nor in the panel; and nothing scrolls sideways."""
    page = begin(windows(*size), harbour_address)
    for _ in range(6):
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        wide = page.evaluate(
            "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.stage__screen'))"
        )
        assert wide <= 0
        page.keyboard.press("PageDown")
    page.keyboard.press("Home")
    agree(page, "We zwaaien elke dag", "Mira", "vanaf maandag")
    page.get_by_role("button", name="Wij spreken af (1)").click()
    expect(page.get_by_role("dialog").get_by_text("Mira · vanaf maandag")).to_be_visible()
    assert violations(page) == []


def test_a_meeting_about_nothing_says_so(tab: Page, harbour_address: str) -> None:
    """Nothing chosen, an address that was hurt, or one that names nothing."""
    for sent in ("", "#1;", "#9;t.a", "#%00"):
        tab.goto(f"{harbour_address}over/")
        tab.goto(f"{harbour_address}overleg/{sent}")
        expect(tab.locator(".stage").get_by_text("Er staat nog niets op tafel.")).to_be_visible()
        expect(tab.get_by_role("link", name="Naar mijn selectie")).to_be_visible()


def test_a_big_screen_is_filled_where_the_browser_can(tab: Page, harbour_address: str) -> None:
    """And where it cannot, nothing is offered."""
    begin(tab, harbour_address)
    tab.evaluate("document.documentElement.requestFullscreen = async () => { window.filled = true }")
    tab.locator("[aria-label='Volledig scherm'][aria-pressed=false]").click()
    assert tab.evaluate("window.filled")
    tab.add_init_script("Object.defineProperty(document, 'fullscreenEnabled', { value: false })")
    tab.reload()
    expect(tab.locator(".stage__bar")).to_be_visible()
    assert tab.get_by_role("button", name="Volledig scherm").count() == 0


def test_a_meeting_is_read_from_a_disk(disk: Path, windows: OpenWindow) -> None:
    """With its example and its question; and without an address that no one can open."""
    page = windows()
    page.goto((disk / "overleg.html").as_uri() + SENT)
    expect(page.locator(".stage__bar")).to_be_visible()
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator("blockquote")).to_contain_text("De boot van Mira")
    expect(page.locator(".stage__ask")).to_contain_text("Naar welke boot zwaaide je deze week niet")
    page.keyboard.press("End")
    assert page.get_by_role("button", name="Kopieer link").count() == 0


def test_no_other_page_carries_a_meeting(harbour: Path) -> None:
    """Its scripts are small, and asked for by its own two pages only."""
    asking = {file.parent.name for file in harbour.rglob("*.html") if "assets/meeting/" in file.read_text("utf-8")}
    assert asking == {"overleg", "afspraken"}
    for name, most in [("page.js", 11_000), ("looked-back.js", 7_500)]:
        assert len(gzip.compress((harbour / "assets" / "meeting" / name).read_bytes())) <= most, name
