"""What is sent or printed today answers: every permanent address, in a real browser, from a plain file server."""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from urllib.request import urlopen

import pytest
from machine import PATIENCE
from playwright.sync_api import Page

from macros.content.guide import Guide
from macros.site.permalinks import Permalink, permalinks

SEEN = """ids => ids.map(id => {
  const place = document.getElementById(id);
  if (!place) return `${id} is not there`;
  location.hash = id;
  const { top, bottom } = place.getBoundingClientRect();
  return bottom < 0 || top > innerHeight ? `${id} is out of view` : "";
}).filter(Boolean)"""


@pytest.fixture(scope="module")
def promised(real: Guide) -> dict[str, Permalink]:
    """Every permanent address of the guide, with what it leads to."""
    return permalinks(real)


def test_every_address_answers_small_and_without_script(address: str, promised: dict[str, Permalink]) -> None:
    """Every id and alias leads on by itself, and by a plain link, in 1,200 bytes at most beside its own words."""
    wrong = []
    for one in promised.values():
        text = frame = urlopen(f"{address}{one.address}/", timeout=PATIENCE).read().decode()
        for words in (escape(one.title), escape(one.summary), one.url, one.address):
            frame = frame.replace(words, "")
        if not (
            len(frame.encode()) <= 1200
            and f'content="0;url=../../{one.url}"' in text
            and f'<a href="../../{one.url}">' in text
            and "og:title" in text
        ):
            wrong.append(one.address)

    assert wrong == []


def test_every_address_leads_to_a_place_in_view(address: str, promised: dict[str, Permalink], desktop: Page) -> None:
    """Whoever follows a link sees what it is about, on the right page."""
    desktop.route(re.compile(r"\.(woff2|svg)$"), lambda route: route.abort())
    places: dict[str, set[str]] = defaultdict(set)
    for one in promised.values():
        page, _, anchor = one.url.partition("#")
        places[page] |= {anchor} if anchor else set()
    wrong = []
    for page, anchors in places.items():
        if anchors:
            answer = desktop.goto(address + page, wait_until="domcontentloaded")
            assert answer and answer.ok
            wrong += [f"{page}: {said}" for said in desktop.evaluate(SEEN, sorted(anchors))]
        elif urlopen(address + page, timeout=PATIENCE).status != 200:
            wrong.append(page)

    assert wrong == []


@pytest.mark.parametrize(
    "gone, found",
    [("t/wuif-eens", "#tip-zwaai-naar-de-boot"), ("b/eb", "#begrip-eb"), ("p/zeewacht", "#partner-kustwacht")],
)
def test_an_address_leads_on_by_itself(harbour_address: str, phone: Page, gone: str, found: str) -> None:
    """A reader who opens a short link stands at once where it leads, and sees it marked."""
    phone.goto(f"{harbour_address}{gone}/")
    phone.wait_for_url(re.compile(f"{found}$"))

    box = phone.locator(":target").bounding_box()
    assert box and box["y"] < 844
