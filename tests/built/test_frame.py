"""The frame of a page: its menu, its map, the bar of a phone. With a finger, with a keyboard, and without scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from sites import OpenWindow

from macros.content.guide import Guide
from macros.site.pages import pages
from macros.site.urls import page_url

KINDS = (
    "",
    "situaties/niemand-komt-aan-wal/",
    "tips/",
    "aanbevelingen/licht/deur/",
    "sleutels/01-zwaai-eerst/",
    "werkvormen/",
    "werkbladen/botenblad/",
    "partners/",
    "overtocht/",
    "over/",
    "selectie/",
    "nergens/",
)
"""A page of each kind, and one that is not there."""

STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const [{ left, top, width, height }] = [...one.getClientRects()].sort((a, b) => b.width - a.width);
  const x = left + width / 2, y = top + Math.min(height / 2, 12);
  const seen = document.elementFromPoint(x, y);
  const shown = one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const covered = !(seen && (one.contains(seen) || seen.contains(one) || seen.closest(".term-note")));
  const over = covered ? `covered by ${seen?.localName}.${seen?.className}` : "";
  const name = `${one.localName}.${one.className} ${(one.textContent || one.ariaLabel || "").trim().slice(0, 40)}`;
  window.stops ??= [];
  const order = window.stops.at(-1)?.compareDocumentPosition(one) ?? 4;
  const again = window.stops.includes(one);
  window.stops.push(one);
  return { name, wrong: !shown ? "unseen" : over || (order & 4 ? "" : "out of order"), again };
}"""
"""What has the focus now: whether one sees it, whether something lies over it, whether it follows the one before.

The explanation of a word stays a moment after the focus has gone on, and Escape takes it away."""

MOST_STOPS = 400


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", KINDS)
def test_every_stop_of_the_keyboard_is_seen(windows: OpenWindow, harbour_address: str, path: str, width: int) -> None:
    """Tab walks through the page in its order, and nowhere under the header, the bar or in a closed menu."""
    page = windows(width, 844)
    page.goto(harbour_address + path)
    wrong, stops = [], 0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop: dict[str, Any] | None = page.evaluate(STOP)
        if stop is None or stop["again"]:
            break
        stops += 1
        wrong += [f"{stop['wrong']}: {stop['name']}"] if stop["wrong"] else []

    assert wrong == []
    assert 8 < stops < MOST_STOPS


def test_a_closed_menu_is_there_for_no_one(phone: Page, harbour_address: str) -> None:
    """The button says whether it is open; Escape closes it and gives the focus back; so does a tap beside it."""
    phone.goto(harbour_address + "tips/")
    door, menu = phone.get_by_role("button", name="Menu"), phone.locator("#menu")
    expect(door).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()
    door.press("Enter")
    expect(door).to_have_attribute("aria-expanded", "true")
    expect(menu.get_by_role("link").first).to_be_focused()
    expect(menu.get_by_role("link", name="Rollen")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(door).to_be_focused()
    expect(door).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()

    door.tap()
    phone.touchscreen.tap(20, 400)
    expect(menu).to_be_hidden()


def test_a_list_of_the_menu_opens_one_at_a_time(desktop: Page, harbour_address: str) -> None:
    """By keyboard; Escape gives the focus back to its word, and who goes on leaves it closed behind."""
    desktop.goto(harbour_address)
    first, last = desktop.locator("#menu summary").first, desktop.locator("#menu summary").last
    first.press("Enter")
    expect(desktop.locator("#menu").get_by_role("link", name="Werkvormen")).to_be_visible()
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Escape")
    expect(first).to_be_focused()
    expect(desktop.locator("#menu").get_by_role("link", name="Werkvormen")).to_be_hidden()
    first.press("Enter")
    last.press("Enter")
    expect(desktop.locator("#menu details[open]")).to_have_count(1)
    desktop.locator("h1").click()
    expect(desktop.locator("#menu details[open]")).to_have_count(0)


def test_the_map_of_a_page_opens_on_a_phone(phone: Page, harbour_address: str) -> None:
    """One tap shows what is on the page, the next one leads there; the map of a wide screen stands beside it."""
    phone.goto(harbour_address + "aanbevelingen/licht/deur/")
    expect(phone.locator("#kaart")).to_be_hidden()
    phone.get_by_role("button", name="Op deze pagina").tap()
    phone.get_by_role("dialog").get_by_role("link", name="Schrijf een fleskaart").tap()
    expect(phone.get_by_role("dialog")).to_be_hidden()
    expect(phone.locator("#tip-schrijf-een-fleskaart")).to_be_in_viewport()


def test_the_map_says_what_is_being_read(desktop: Page, harbour_address: str) -> None:
    """Also after going back up."""
    desktop.goto(harbour_address + "aanbevelingen/licht/deur/")
    desktop.evaluate("document.querySelector('main').style.paddingBottom = '100vh'")
    desktop.locator("#kaart").get_by_role("link", name="Schrijf een fleskaart").click()
    expect(desktop.locator("#kaart [aria-current]")).to_contain_text("Schrijf een fleskaart")
    desktop.evaluate("scrollTo(0, 0)")
    expect(desktop.locator("#kaart [aria-current]").filter(has_text="Schrijf een fleskaart")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_the_menu_is_a_list_of_links(windows: OpenWindow, harbour_address: str, width: int) -> None:
    """And no button is there that would do nothing."""
    page = windows(width, 844, java_script_enabled=False)
    page.goto(harbour_address + "sleutels/")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.get_by_role("link", name="Tips", exact=True)).to_be_visible()
    menu.locator("summary").first.click()
    expect(menu.get_by_role("link", name="Werkvormen")).to_be_visible()
    assert page.locator("header button:visible, .bar button:visible, .map-door:visible, .up:visible").count() == 0


SMALL = """(selector, least) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({
  visibilityProperty: true })).map((one) => [one, one.getBoundingClientRect()]).filter(([, { width, height }]) =>
  Math.min(width, height) < least).map(([one, { width, height }]) => `${one.textContent.trim()} ${width} ${height}`)"""


def test_a_thumb_finds_what_it_needs(phone: Page, harbour_address: str) -> None:
    """In the header, the menu, the bar and above the page 44 pixels; in the footer no less than 24."""
    phone.goto(harbour_address + "aanbevelingen/licht/deur/")
    phone.get_by_role("button", name="Menu").tap()
    found = phone.evaluate(f"({SMALL})('.top :is(a, button), .menu :is(a, summary), .bar > *, .map-door', 44)")
    found += phone.evaluate(f"({SMALL})('.foot a:not(p a), .edit a, .trail a', 24)")

    assert found == []


MISSED = """() => {
  const misses = (one, spots) => {
    one.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = one.getBoundingClientRect();
    return !spots.every(([across, down]) => {
      const hit = document.elementFromPoint(left + width / 2 + across, top + height / 2 + down);
      return one.contains(hit) || hit?.closest("label")?.control === one;
    });
  };
  const thumb = [[0, -21], [0, 21]], finger = [[-11.5, 0], [11.5, 0], [0, -11.5], [0, 11.5]];
  document.querySelectorAll("details").forEach((fold) => (fold.open = true));
  return [...document.querySelectorAll("main :is(a[href], button, summary, input)")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !(getComputedStyle(one).display === "inline"
      && one.parentElement.textContent.trim() !== one.textContent.trim()))
    .filter((one) => misses(one, one.matches("button, summary") ? thumb : finger))
    .map((one) => `${one.localName}.${one.className} ${one.textContent.trim().slice(0, 40)}`);
}"""
"""What a finger would miss though it lands near its middle: a button or what opens by 21 pixels, anything else by 11.

It may well miss a link in a sentence: that is as high as its line."""


@pytest.mark.parametrize("path", KINDS)
def test_a_finger_does_not_miss(phone: Page, harbour_address: str, path: str) -> None:
    """Buttons, bookmarks and what opens are 44 pixels high, all else is 24 wide and high, or reacts as if it were."""
    phone.goto(harbour_address + path)
    assert phone.evaluate(MISSED) == []


def test_the_dark_prints_on_light_paper(windows: OpenWindow, harbour_address: str) -> None:
    """To the edge: a browser colours the margins as the page says it is."""
    page = windows(color_scheme="dark")
    page.goto(harbour_address + "sleutels/01-zwaai-eerst/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    paper = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True))[0].render().to_pil()

    assert {paper.getpixel(spot) for spot in ((2, 2), (paper.width - 3, paper.height - 3))} == {(255, 255, 255)}


def test_a_marked_word_can_be_read_in_the_colours_of_the_system(windows: OpenWindow, harbour_address: str) -> None:
    """Its letters and what is behind them are a pair of the system's own."""
    page = windows(forced_colors="active")
    page.goto(harbour_address + "over/")
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<p><mark>geel</mark></p>')")
    letters, behind = page.locator("mark").evaluate(
        "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    )

    assert letters != behind


def test_every_page_is_somewhere_in_the_menu(harbour: Path, tiny: Guide) -> None:
    """One item says that the reader is there, or below it; also on the pages that only the footer leads to."""
    lost = []
    for file in [*(page.file for page in pages(tiny)), "index.md", "over/index.md", "handboek/index.md", "selectie.md"]:
        text = (harbour / page_url(file) / "index.html").read_text(encoding="utf-8")
        around = text.partition("<main")[0] + text.partition("<footer")[2]
        if "aria-current" not in around:
            lost.append(file)

    assert lost == []


def test_no_page_breaks_its_own_rules(windows: OpenWindow, harbour_address: str) -> None:
    """The browser refuses nothing of what a page of any kind does, and would refuse a script that is not ours."""
    page, said = windows(), list[str]()
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for path in KINDS[:-1]:
        page.goto(harbour_address + path)
        page.keyboard.press("Control+k")
        page.get_by_role("searchbox", name="Zoeken in de gids").fill("boot")
        page.get_by_role("dialog").get_by_role("link").first.wait_for()
        page.keyboard.press("Escape")
    assert said == []

    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ours = false'}))"
    )
    assert page.evaluate("window.ours") is None and len(said) == 1


def test_the_script_in_the_page_is_named_by_its_hash(harbour: Path, disk: Path) -> None:
    """One, the same on every page, and no other inline script or handler anywhere."""
    files = [
        file
        for folder in (harbour, disk)
        for file in folder.rglob("*.html")
        if 'http-equiv="refresh"' not in (text := file.read_text(encoding="utf-8")) and "<header" in text
    ]
    assert len(files) > 60
    for file in files:
        text = file.read_text(encoding="utf-8")
        (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
        assert rules["script-src"].split()[-1] == f"'sha256-{digest}'" and "unsafe" not in rules["script-src"]
        assert rules["object-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
        assert re.search(r'<[a-z][^>]*\son[a-z]+="', text) is None, file
