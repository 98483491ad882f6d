"""What a person does with search: by keyboard, thumb or screen reader, by an address someone sent, or from a disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from accessibility import COLOURS, RULES, violations
from playwright.sync_api import Page, expect
from searching import SENTENCE, opened
from sites import OpenWindow

EVERYWHERE = "boot school"
"""More than twenty things in the tiny guide say one of these."""


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
    expect(desktop.locator(":target")).to_be_in_viewport()


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
