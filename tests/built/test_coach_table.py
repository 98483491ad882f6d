"""What a coach brings to a meeting is for everyone: on a narrow phone, in the dark, in one's own colours, in a room."""

from __future__ import annotations

import io

import pytest
from accessibility import COLOURS, violations
from coach_table import MEETING, SCAN, STATES, State
from PIL import Image
from playwright.sync_api import Page, expect
from running_order import TIMED, receive
from sites import OpenWindow

READABLE = 28
"""The letters of a screen of 1280 by 720 that are read four metres away, in pixels."""

LETTERS = """least => [...document.querySelectorAll(":is(.stage, .panel, .md-typeset:has(> .scan)) *")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".said, .said *"))
  .filter(one => !one.closest(".feedback, .edit"))
  .filter(one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) || one.value)
  .map(one => [parseFloat(getComputedStyle(one).fontSize), one.textContent || one.value])
  .filter(([size]) => size < least)"""
"""What one reads there that is smaller."""

WORDLESS = """() => [...document.querySelectorAll("main :is(a, button, summary, label, input), dialog[open] button")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.innerText?.trim() && !one.value)
  .map((one, at) => (one.dataset.wordless = at, one.ariaLabel || one.id || one.className))"""
"""What one can press that says nothing in words; each gets a mark to find it by."""


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_everyone_can_use_it(windows: OpenWindow, harbour_address: str, state: State) -> None:
    """Axe finds nothing, in light and dark; nothing sticks out; and who chose the colours sees what to press."""
    page = windows(320, 640)
    state(page, harbour_address)
    found = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    page.emulate_media(color_scheme="light", forced_colors="active")

    assert found == [] and unseen(page) == []


@pytest.mark.parametrize("state", [*MEETING.values(), *SCAN.values()], ids=[*MEETING, *SCAN])
def test_a_room_reads_it(windows: OpenWindow, harbour_address: str, state: State) -> None:
    """Whatever stands there, from four metres away, on what most projectors show."""
    page = windows(1280, 720)
    state(page, harbour_address)

    assert page.evaluate(LETTERS, READABLE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_a_running_order_leads_to_its_meeting(tab: Page, harbour_address: str) -> None:
    """One's own; not one that was only sent, and not as long as there is none."""
    door = tab.locator("main").get_by_role("link", name="Naar de vergadering")
    for sent in ("", TIMED):
        tab.goto("about:blank")
        tab.goto(f"{harbour_address}draaiboek/{sent}")
        expect(tab.locator(".runsheet > p, .programme").first).to_be_visible()
        expect(door).to_be_hidden()
    receive(tab, harbour_address)
    door.click()
    expect(tab.locator(".stage__list li").first).to_have_text("Welkom 5 min")


def unseen(page: Page) -> list[str]:
    """What one can press of which nothing is drawn."""
    names = page.evaluate(WORDLESS)
    drawn = [Image.open(io.BytesIO(page.locator(f"[data-wordless='{at}']").screenshot())) for at in range(len(names))]
    return [name for name, picture in zip(names, drawn, strict=True) if picture.convert("RGB").getcolors(1) is not None]
