"""What is sent or printed today answers: every permanent address, in a real browser, from a plain file server."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.open_guide import open_guide
from macros.site.permalinks import permalinks

ROOT = Path(__file__).parents[2]

SEEN = """ids => ids.map(id => {
  const place = document.getElementById(id);
  if (!place) return `${id} is not there`;
  location.hash = id;
  const { top, bottom } = place.getBoundingClientRect();
  return bottom < 0 || top > innerHeight ? `${id} is out of view` : "";
}).filter(Boolean)"""


@pytest.fixture(scope="module")
def promised():
    """Every permanent address of the guide, with what it leads to."""
    return permalinks(open_guide(ROOT / "content"))


def test_every_address_answers_small_and_without_script(address, promised):
    """Every id and alias has a page of at most 2 kB that leads on by itself, and by a plain link."""
    wrong = []
    for one in promised.values():
        page = urlopen(f"{address}{one.address}/").read()
        text = page.decode()
        if not (len(page) <= 2048 and f'content="0;url=../../{one.url}"' in text and f'<a href="../../{one.url}">' in text and "og:title" in text):
            wrong.append(one.address)

    assert wrong == []


def test_every_address_leads_to_a_place_in_view(address, promised, desktop):
    """Whoever follows a link sees what it is about, on the right page."""
    desktop.route(re.compile(r"\.(woff2|svg)$"), lambda route: route.abort())
    places = defaultdict(set)
    for one in promised.values():
        page, _, anchor = one.url.partition("#")
        places[page] |= {anchor} if anchor else set()
    wrong = []
    for page, anchors in places.items():
        if anchors:
            assert desktop.goto(address + page, wait_until="domcontentloaded").ok
            wrong += [f"{page}: {said}" for said in desktop.evaluate(SEEN, sorted(anchors))]
        elif urlopen(address + page).status != 200:
            wrong.append(page)

    assert wrong == []


@pytest.mark.parametrize("gone, found", [("t/familiemuur", "#tip-familiemuur"), ("b/wederkerigheid", "#begrip-wederkerigheid"), ("p/onderwijscentrum-brussel", "#partner-onderwijscentrum-brussel")])
def test_an_address_leads_on_by_itself(address, phone, gone, found):
    """A reader who opens a short link stands at once where it leads, and sees it marked."""
    phone.goto(f"{address}{gone}/")
    phone.wait_for_url(re.compile(f"{found}$"))

    assert phone.locator(":target").bounding_box()["y"] < 844
