"""Links that a mail program, a chat or a hand hurt on their way, in a real browser.

What else may happen to a link: tests/js/link.test.js and tests/js/address.test.js.
"""

from __future__ import annotations

import re

import pytest
from clipboard import copied, with_clipboard
from playwright.sync_api import Page, expect
from selection import titles


def test_a_link_that_was_hurt_on_its_way(tab: Page, harbour_address: str) -> None:
    """All entries are there, what is lost is counted, and of a cut link one is told: not shown one's own selection.

    What else may happen to a link: tests/js/address.test.js and tests/js/link.test.js.
    """
    both = ["Zwaai naar de eerste boot", "Lantaarngesprek"]
    for sent in ("%231;", "%25231;", "?utm_source=x%231;", "#1;"):
        tab.goto(f"{harbour_address}selectie/{sent}t.zwaai-naar-de-boot,%20M.Lantaarngesprek).")
        assert titles(tab) == both, sent
    tab.get_by_role("button", name="Bewaar op dit toestel").click()
    tab.goto(f"{harbour_address}selectie/#1;w.botenblad,%E0%A4%A,p.kustw")
    expect(tab.get_by_text("Eén deel van de link konden we niet lezen")).to_be_visible()
    expect(tab.get_by_text("lijkt afgebroken in het laatste stuk")).to_be_visible()
    for cut in ("#1", "#1;", "#1;t", "#%E0%A4%A"):
        tab.goto("about:blank")
        tab.goto(f"{harbour_address}selectie/{cut}")
        expect(tab.get_by_text("geen selectie die we kunnen lezen")).to_be_visible()
        assert tab.locator(".selection__name").count() == 0, cut
    tab.get_by_role("link", name="Naar mijn selectie").click()
    assert titles(tab) == both


def test_half_an_emoji_in_a_title_stops_no_link(desktop: Page, harbour_address: str) -> None:
    """A browser cuts what is pasted at the last sign that fits, also within one."""
    desktop.goto(f"{harbour_address}selectie/#1;t.zwaai-naar-de-boot")
    desktop.get_by_role("button", name="Bewaar op dit toestel").click()
    with_clipboard(desktop)
    desktop.get_by_label("Titel").evaluate(
        """box => {
          box.value = "Samen" + "😀".slice(0, 1);
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }"""
    )
    assert copied(desktop).endswith("#1;t.zwaai-naar-de-boot;titel=Samen")


@pytest.mark.parametrize(
    "left, found",
    [
        ("T/Zwaai-naar-de-boot).", "#tip-zwaai-naar-de-boot"),
        ("b/eb&utm_source=x", "#begrip-eb"),
        ("partners/%2523partner-kustwacht", "#partner-kustwacht"),
        ("partners/?x=y%23partner-kustwacht", "#partner-kustwacht"),
        ("partners/#Partner-kustwacht).", "#partner-kustwacht"),
    ],
)
def test_an_address_that_was_hurt_on_its_way_leads_on(
    harbour_address: str, desktop: Page, left: str, found: str
) -> None:
    """Encoded once more, in capitals, with a bracket or a tracking code behind it: see tests/js/link.test.js."""
    desktop.goto(harbour_address + left)
    desktop.wait_for_url(re.compile(f"{found}$"))

    expect(desktop.locator(":target")).to_be_in_viewport()
