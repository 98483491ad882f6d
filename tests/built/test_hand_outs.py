"""A page on paper, as the browser prints it: what it links to has its address at the end."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from places import asset
from playwright.sync_api import Page
from sites import HARBOUR

from macros.model.entry_types import BY_NOUN

PAGES = ("aanbevelingen/licht/", "sleutels/01-zwaai-eerst/", "overtocht/", "aanbevelingen/licht/zwaaien/")
"""What one hands out: a recommendation, a key, a journey, a section."""


def printed(page: Page) -> str:
    """What stands on the paper."""
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in paper)


@pytest.mark.parametrize("path", PAGES)
def test_each_address_stands_at_the_end_once(desktop: Page, harbour_address: str, path: str) -> None:
    """By the number that stands behind the link; what someone types, leads there for ever when that can be."""
    desktop.goto(harbour_address + path)
    before = desktop.locator(".md-content__inner").inner_text()

    text = printed(desktop)
    desktop.evaluate("dispatchEvent(new Event('beforeprint'))")

    listed = desktop.locator(".md-content__inner section:last-child li").all_inner_texts()
    addresses = [one.rpartition(": ")[2] for one in listed]
    numbers = {int(one) for one in desktop.locator(".md-content__inner sup").all_inner_texts()}
    assert listed and len(set(addresses)) == len(addresses)
    assert numbers == set(range(1, len(listed) + 1))
    assert "Adressen" in text
    assert all(re.sub(r"\s", "", one) in re.sub(r"\s", "", text) for one in addresses)
    assert not [one for one in addresses if "#" in one and one.startswith(HARBOUR.partition("://")[2])]
    desktop.evaluate("dispatchEvent(new Event('afterprint'))")
    assert desktop.locator(".md-content__inner").inner_text() == before


def test_a_tip_on_another_page_has_its_permanent_address(desktop: Page, harbour_address: str) -> None:
    """Its anchor would be long to type, and moves when the tip does."""
    desktop.goto(harbour_address + "sleutels/02-spreek-elke-taal/")
    links = desktop.locator('.md-content__inner .rows a[href*="#tip-"]')
    there: list[str] = links.evaluate_all("all => all.map(one => one.hash)")

    text = re.sub(r"\s", "", printed(desktop))

    assert there
    assert all(f"/t/{anchor.removeprefix('#tip-')}" in text for anchor in there)


def test_the_letters_are_those_of_the_addresses() -> None:
    """The script knows by which letter a permanent address begins: the model says it."""
    known = dict(re.findall(r'(\w+): "(\w)"', asset("addresses.js").read_text(encoding="utf-8").partition(");")[0]))

    assert known == {noun: BY_NOUN[noun].letter for noun in known} and len(known) > 5
    assert {noun for noun, kind in BY_NOUN.items() if not kind.own_page} <= {*known, "begrip"}
