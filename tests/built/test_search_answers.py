"""What search shows: two lines with the words, what led there, the situation that fits, and what the guide lacks."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from searching import SENTENCE, opened


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
