"""What is sent or printed today answers: every permanent address, in a real browser, from a plain file server."""

from __future__ import annotations

import re
from html import escape
from urllib.request import urlopen

import pytest
from machine import PATIENCE
from playwright.sync_api import Page

from macros.content.guide import Guide
from macros.site.permalinks import Permalink, permalinks


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
            and f'content="0; url=../../{one.url}"' in text
            and f'<a href="../../{one.url}">' in text
            and "og:title" in text
        ):
            wrong.append(one.address)

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
