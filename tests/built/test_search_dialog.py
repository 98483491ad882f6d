"""What a person does with search: by keyboard, thumb or screen reader, by an address someone sent, or from a disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from accessibility import COLOURS, RULES, violations
from playwright.sync_api import Page, expect
from sites import OpenWindow

SENTENCE = "er komt nooit iemand aan wal"
"""What someone tells who is in a situation of the tiny guide."""

EVERYWHERE = "boot school"
"""More than twenty things in the tiny guide say one of these."""


def opened(page: Page, address: str) -> Page:
    """The page, with search open and ready."""
    page.goto(address)
    page.get_by_role("button", name="Zoeken").click()
    expect(page.locator(".search__list a").first).to_be_visible()
    return page


def test_keys_alone_lead_to_the_best_answer(desktop: Page, harbour_address: str) -> None:
    """Ctrl and K open, Enter goes to the best, at its anchor."""
    desktop.goto(harbour_address)
    desktop.keyboard.press("Control+k")
    expect(desktop.get_by_role("searchbox", name="Zoeken in de gids")).to_be_focused()
    desktop.keyboard.type("warme pot aan de kade")
    expect(desktop.locator(".search__hits a").first).to_contain_text(re.compile("soep", re.IGNORECASE))
    expect(desktop.get_by_role("status")).to_have_text(re.compile(r"^\d+ resultaten$"))
    desktop.keyboard.press("Enter")

    expect(desktop).to_have_url(re.compile("soep"))
    expect(desktop.locator(":target, h1").first).to_be_in_viewport()


def test_arrows_walk_tab_stays_and_escape_closes(desktop: Page, harbour_address: str) -> None:
    """Arrows go through what was found and back to the box; Tab never leaves the dialog; Escape gives the page back."""
    opened(desktop, harbour_address + "sleutels/")
    desktop.keyboard.type("vlággen")
    hits = desktop.locator(".search__hits a")
    expect(hits.nth(1)).to_be_visible()
    desktop.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    desktop.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    desktop.keyboard.press("ArrowUp")
    desktop.keyboard.press("ArrowUp")
    expect(desktop.get_by_role("searchbox", name="Zoeken in de gids")).to_be_focused()
    for _ in range(4):
        desktop.keyboard.press("Tab")
        assert desktop.evaluate("document.activeElement.closest('dialog') !== null")
    desktop.keyboard.press("Escape")

    expect(desktop.get_by_role("dialog")).to_have_count(0)
    expect(desktop.locator("button.search-door")).to_be_focused()
    expect(desktop).to_have_url(harbour_address + "sleutels/")


def test_pasting_dictating_and_wiping_count_as_typing(desktop: Page, harbour_address: str) -> None:
    """Words can come from anywhere, and go with one button."""
    opened(desktop, harbour_address)
    box = desktop.get_by_role("searchbox", name="Zoeken in de gids")
    box.evaluate(
        """box => {
          box.value = "lantaarngesprek";
          box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
        }"""
    )
    expect(desktop.locator(".search__hits a").first).to_contain_text("Lantaarngesprek")
    desktop.get_by_role("button", name="Wis").click()

    expect(box).to_have_value("")
    expect(box).to_be_focused()
    expect(desktop.locator(".search__hits")).to_have_count(0)
    expect(desktop.get_by_role("dialog").get_by_role("heading", name="Waar loop je tegenaan?")).to_be_visible()


def test_choices_are_part_of_what_is_asked(desktop: Page, harbour_address: str) -> None:
    """A chip narrows what is found, says that it is pressed, stands in the address, and works with the keyboard."""
    opened(desktop, harbour_address)
    desktop.keyboard.type("boot")
    chip = desktop.get_by_role("group", name="Soort").get_by_role("button", name=re.compile("^Werkvorm"))
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.focus()
    desktop.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    kinds = desktop.locator(".search__kind")
    expect(kinds.first).to_have_text("Werkvorm")
    assert {text.split(" · ")[0] for text in kinds.all_inner_texts()} == {"Werkvorm"}
    expect(desktop).to_have_url(re.compile(r"vind=boot&vind-soort=werkvorm$"))
    desktop.get_by_text("Verfijn op niveau").click()
    desktop.get_by_role("group", name="Niveau").get_by_role("button", name="secundair").click()
    desktop.get_by_role("group", name="Voor wie").get_by_role("button", name="directie").click()

    expect(desktop).to_have_url(re.compile(r"vind-soort=werkvorm&vind-niveau=secundair&vind-voor=directie$"))


def test_an_address_brings_a_search_back(desktop: Page, harbour_address: str) -> None:
    """Someone shares a search; someone follows an answer and comes back."""
    desktop.goto(harbour_address + "partners/?vind=vlag&vind-soort=lijst")
    expect(desktop.get_by_role("searchbox", name="Zoeken in de gids")).to_have_value("vlag")
    expect(desktop.get_by_role("button", name=re.compile("^Lijst"))).to_have_attribute("aria-pressed", "true")
    desktop.locator(".search__hits a").first.click()
    expect(desktop.get_by_role("dialog")).to_have_count(0)
    desktop.go_back()
    expect(desktop.get_by_role("searchbox", name="Zoeken in de gids")).to_have_value("vlag")
    desktop.keyboard.press("Escape")

    expect(desktop).to_have_url(harbour_address + "partners/")


@pytest.mark.parametrize(
    "hurt", ["vind%3Dboot&vind-soort=werkvorm", "vind=boot&amp;vind-soort=werkvorm", "vind=boot&vind-soort=Werkvorm)."]
)
def test_a_search_that_was_hurt_on_its_way(desktop: Page, harbour_address: str, hurt: str) -> None:
    """By a mail program, on any page: the words and the choice are there, and what is chosen next takes their place."""
    desktop.goto(f"{harbour_address}partners/?{hurt}")
    expect(desktop.get_by_role("searchbox", name="Zoeken in de gids")).to_have_value("boot")
    chip = desktop.get_by_role("button", name=re.compile("^Werkvorm"))
    expect(chip).to_have_attribute("aria-pressed", "true")
    chip.click()

    expect(desktop).to_have_url(f"{harbour_address}partners/?vind=boot")


def test_a_pasted_page_is_answered_and_the_reader_told(desktop: Page, harbour_address: str) -> None:
    """Its beginning is looked for, also when an address brings it. How little work that is: tests/js/finder.test.js."""
    desktop.goto(f"{harbour_address}?vind={'lantaarngesprek%20' * 30}{'1234567890' * 200}")
    told = desktop.get_by_role("status").filter(has_text="We zochten alleen met het begin")
    expect(told).to_be_visible()
    expect(desktop.locator(".search__hits a").first).to_contain_text("Lantaarngesprek")
    desktop.get_by_role("searchbox", name="Zoeken in de gids").fill("x" * 10_000)
    expect(told).to_have_text(re.compile("^Geen resultaten"))
    assert len(desktop.url) < 1200


def test_the_back_button_closes_what_it_opened(phone: Page, harbour_address: str) -> None:
    """On a phone, back leaves the search and not the page; on a phone it fills the screen."""
    phone.goto(harbour_address + "sleutels/")
    phone.get_by_role("button", name="Zoeken").tap()
    phone.get_by_role("searchbox", name="Zoeken in de gids").fill("meeuwen")
    expect(phone.locator(".search__hits a").first).to_be_visible()
    box = phone.get_by_role("dialog").bounding_box()
    assert box and (box["width"], box["height"]) == (390, 844)
    phone.go_back()
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone).to_have_url(harbour_address + "sleutels/")
    phone.get_by_role("button", name="Zoeken").tap()
    phone.get_by_role("searchbox", name="Zoeken in de gids").fill("meeuwen")
    phone.locator(".search__hits a").first.tap()

    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.locator("h1")).to_be_visible()


def test_context_shows_the_words_that_were_looked_for(desktop: Page, harbour_address: str) -> None:
    """Title, kind and two lines, with the words marked, also inside a compound."""
    opened(desktop, harbour_address)
    desktop.keyboard.type("wandeling")
    hit = desktop.locator(".search__hits a").filter(has_text="Strandwandeling").first

    expect(hit.locator("mark").first).to_have_text("Strandwandeling")
    expect(hit.locator(".search__kind")).to_have_text("Werkvorm")
    lines = hit.locator(".search__context").evaluate(
        "lines => lines.clientHeight / parseFloat(getComputedStyle(lines).lineHeight)"
    )
    assert lines <= 2.1


def test_the_lines_begin_just_before_the_word(phone: Page, harbour_address: str) -> None:
    """On a phone there is room for two lines: what was looked for stands in them, and is not cut off."""
    opened(phone, harbour_address)
    phone.get_by_role("searchbox", name="Zoeken in de gids").fill("boot")
    contexts = phone.locator(".search__context").filter(has=phone.locator("mark"))
    expect(contexts.first).to_be_visible()
    cut = contexts.evaluate_all(
        """all => all.map(lines => [lines, lines.querySelector("mark")])
          .filter(([lines, mark]) => mark.getBoundingClientRect().bottom > lines.getBoundingClientRect().bottom + 1)
          .map(([lines]) => lines.textContent)"""
    )

    assert cut == []


def test_enter_on_a_phone_shows_the_list_first(phone: Page, harbour_address: str) -> None:
    """The keyboard covers half of it: the first Enter takes that away, the next one follows the best answer."""
    opened(phone, harbour_address + "sleutels/")
    phone.get_by_role("searchbox", name="Zoeken in de gids").fill("lantaarngesprek")
    best = phone.locator(".search__hits a").first
    expect(best).to_contain_text("Lantaarngesprek")
    phone.keyboard.press("Enter")
    expect(best).to_be_focused()
    expect(phone.get_by_role("dialog")).to_be_visible()
    expect(phone).to_have_url(re.compile(r"sleutels/\?vind="))
    phone.keyboard.press("Enter")

    expect(phone).to_have_url(re.compile("lantaarngesprek/"))


def test_who_tells_what_happens_is_recognised(desktop: Page, harbour_address: str) -> None:
    """On four words and more the situation that fits stands on top, once, and Enter goes there."""
    opened(desktop, harbour_address)
    desktop.keyboard.type(SENTENCE)
    recognised = desktop.locator(".search__recognised a")
    expect(recognised).to_contain_text("Herken je dit?")
    expect(recognised).to_contain_text("Er komt niemand aan wal")
    expect(desktop.locator(".search__hits strong").filter(has_text="Er komt niemand aan wal")).to_have_count(0)
    desktop.keyboard.press("Enter")

    expect(desktop).to_have_url(re.compile("situaties/"))


def test_a_result_without_the_words_says_what_led_there(desktop: Page, harbour_address: str) -> None:
    """A search word that is not in its text, or something else that names it."""
    opened(desktop, harbour_address)
    desktop.keyboard.type("flessenpost")
    expect(desktop.locator(".search__via").first).to_have_text(re.compile("^Hoort bij „.+”$"))


def test_what_the_guide_does_not_have_it_says(desktop: Page, harbour_address: str) -> None:
    """With who can help, when a source says so; Enter leads nowhere then."""
    opened(desktop, harbour_address)
    desktop.keyboard.type("kwallen")
    gap = desktop.locator(".search__gap")
    expect(gap).to_contain_text("Over kwallen zegt deze gids niets.")
    expect(gap.get_by_role("link")).to_have_attribute("href", re.compile("partners/"))
    expect(desktop.get_by_role("status")).to_have_text("Hierover heeft de gids niets")
    expect(desktop.locator(".search__hits")).to_have_count(0)
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(re.compile("vind=kwallen"))
    desktop.get_by_role("searchbox", name="Zoeken in de gids").fill("lantaarngesprek over haaien")

    expect(gap).to_have_text("Over haaien zegt deze gids niets.")
    expect(desktop.locator(".search__hits a").first).to_contain_text("Lantaarngesprek")


def test_who_finds_nothing_is_helped_on(desktop: Page, harbour_address: str) -> None:
    """A slip is offered back as a word; whoever chose too narrowly can let go; there is always a next step."""
    opened(desktop, harbour_address)
    desktop.keyboard.type("lantarngesprk")
    desktop.get_by_role("button", name="lantaarngesprek", exact=True).click()
    expect(desktop.locator(".search__hits a").first).to_contain_text("Lantaarngesprek")
    desktop.get_by_role("searchbox", name="Zoeken in de gids").fill("parkeerboete")
    expect(desktop.get_by_role("status")).to_have_text("Geen resultaten")
    expect(desktop.get_by_role("dialog").get_by_role("link", name="Sleutels", exact=True)).to_be_visible()
    desktop.goto(harbour_address + "?vind=lantaarngesprek&vind-soort=bron")
    desktop.get_by_role("button", name="Toon alles").click()

    expect(desktop.locator(".search__hits a").first).to_contain_text("Lantaarngesprek")


def test_more_can_be_shown(desktop: Page, harbour_address: str) -> None:
    """Twenty at once; the rest when asked for, and the keyboard goes on from there."""
    opened(desktop, harbour_address)
    desktop.keyboard.type(EVERYWHERE)
    expect(desktop.locator(".search__hits a")).to_have_count(20)
    desktop.get_by_role("button", name="Toon er meer").click()

    expect(desktop.locator(".search__hits a").nth(20)).to_be_focused()


def test_a_lost_address_has_search(desktop: Page, harbour_address: str) -> None:
    """Who lands nowhere, can search from there."""
    opened(desktop, harbour_address + "nergens/")
    desktop.keyboard.type("lantaarngesprek")
    desktop.keyboard.press("Enter")

    expect(desktop).to_have_url(re.compile("lantaarngesprek"))


def test_without_javascript_there_is_no_empty_box(windows: OpenWindow, harbour_address: str) -> None:
    """A box that does nothing would be a lie; the overview of tips is not."""
    page = windows(java_script_enabled=False)
    page.goto(harbour_address + "sleutels/")

    expect(page.locator("button.search-door")).to_be_hidden()
    expect(page.locator("a.search-door")).to_have_attribute("href", "../tips/")


def test_the_offline_guide_searches_from_a_disk(disk: Path, desktop: Page) -> None:
    """`make offline` makes a folder that works when it is opened from a disk or a stick: search and every link."""
    page = desktop
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((disk / "index.html").as_uri())
    page.locator("button.search-door").click()
    page.locator(".search__list a").first.wait_for()
    page.keyboard.type("lampje")
    page.locator(".search__hits a").first.click()
    page.wait_for_url(re.compile(r"\.html#tip-hang-een-lamp-op$"))
    expect(page.locator("#tip-hang-een-lamp-op")).to_be_in_viewport()

    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    links = {
        (file, unquote(link))
        for file in disk.rglob("*.html")
        for link in re.findall(r'href="([^"#?:]+)["#?]', file.read_text(encoding="utf-8"))
    }
    assert [
        f"{file.relative_to(disk)}: {link}" for file, link in sorted(links) if not (file.parent / link).is_file()
    ] == []


@pytest.mark.parametrize(
    "scheme, width, rules", [("light", 1280, RULES), ("light", 390, RULES), ("dark", 390, COLOURS)]
)
def test_axe_finds_nothing_while_searching(
    windows: OpenWindow, harbour_address: str, scheme: str, width: int, rules: dict[str, Any]
) -> None:
    """Before, during and after a search, and when nothing was found."""
    page = windows(width, color_scheme=scheme)
    found = []
    opened(page, harbour_address)
    for words in ("", "lamp", "lantarngesprk", "parkeerboete", "kwallen", SENTENCE):
        page.get_by_role("searchbox", name="Zoeken in de gids").fill(words)
        expect(page.locator(".search__list a, .search__hits a").first).to_be_visible()
        if words == "lamp":
            page.get_by_text("Verfijn op niveau").click()
            page.get_by_role("button", name=re.compile("^Tip")).click()
        found += [f"{words}: {broken}" for broken in violations(page, rules)]

    assert found == []
