"""One setting says where the site stands, and everything follows: also below a path, as /gids/.

And what an unknown address gets there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Dialog, Page
from sites import HARBOUR, OpenWindow

OTHERS = re.compile(
    rf"https?://(?!{re.escape(HARBOUR.removeprefix('https://'))})(?:vuurtorenschool\.example|vuurtoren\.test)[^\s\"<]*"
)
"""Any other place that the tiny guide could say it stands at."""


def test_every_whole_address_begins_there(harbour: Path) -> None:
    """The sitemap, the feed, canonical links and previews name the place that was set, and no other."""
    sitemap = [
        one.text or ""
        for one in ElementTree.parse(harbour / "sitemap.xml")
        .getroot()
        .iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert f"{HARBOUR}tips/" in sitemap and all(one.startswith(HARBOUR) for one in sitemap)
    tips = (harbour / "tips/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{HARBOUR}tips/">' in tips and f'data-address="{HARBOUR}"' in tips
    assert f'<link rel="self" href="{HARBOUR}feed.xml" />' in (harbour / "feed.xml").read_text(encoding="utf-8")
    assert f'property="og:url" content="{HARBOUR}t/wuif-eens/"' in (harbour / "t/wuif-eens/index.html").read_text(
        encoding="utf-8"
    )

    strays = {
        f"{file.relative_to(harbour)}: {found}"
        for file in harbour.rglob("*.*")
        if file.suffix in (".html", ".xml", ".json")
        for found in OTHERS.findall(file.read_text(encoding="utf-8"))
        if "/bewerk/" not in found
    }
    assert strays == set()


def test_a_visitor_finds_the_way_below_a_path(desktop: Page, harbour_address: str) -> None:
    """The permanent address of a tip leads to the tip, with its looks, and the catalogue is found from there."""
    failed: list[str] = []
    desktop.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    desktop.goto(f"{harbour_address}t/wuif-eens/", wait_until="commit")
    desktop.wait_for_url(f"{harbour_address}sleutels/01-zwaai-eerst/#tip-zwaai-naar-de-boot")
    desktop.wait_for_load_state("load")

    assert desktop.locator(".tip:has(:target) h3").inner_text().startswith("Zwaai naar de eerste boot")
    entries = json.loads(desktop.request.get(f"{harbour_address}catalogue.json").text())["entries"]
    for entry in entries:
        assert (
            desktop.request.get(harbour_address + entry["url"]).ok
            and desktop.request.get(harbour_address + entry["permalink"]).ok
        ), entry["permalink"]
    assert failed == []


@pytest.mark.parametrize(
    "asked, first",
    [
        ("t/zwaai-nar-de-boot/", "Zwaai naar de eerste boot"),
        ("t/wuif-een", "Zwaai naar de eerste boot"),
        ("werkvormen/lantaarn-gesprek/", "Lantaarngesprek"),
        ("Strandwandeling.html", "Strandwandeling"),
        ("een/twee/drie/hang%20een%20lamp%20op", "Hang een lamp op"),
    ],
)
def test_an_unknown_address_gets_the_nearest(phone: Page, harbour_address: str, asked: str, first: str) -> None:
    """A slip of the finger, an older habit, a deeper folder: the page names what it looks like, and the link works."""
    answer = phone.goto(harbour_address + asked)
    assert answer and answer.status == 404
    link = phone.locator("#nearest a").first
    assert link.inner_text() == first

    link.click()
    phone.wait_for_load_state("load")
    assert "Deze pagina is er niet" not in phone.locator("main").inner_text()


@pytest.mark.parametrize(
    "asked",
    ["qqq/zzzzzz/", "%E0%A4%A/", "%3Cimg%20src=x%20onerror=alert(1)%3E/", "t/", f"t/{'a' * 3000}/"],
    ids=["niets dat lijkt", "geen tekst", "html", "een letter", "eindeloos"],
)
def test_a_strange_address_does_no_harm(phone: Page, harbour_address: str, asked: str) -> None:
    """What looks like nothing gets no guess; what is hostile stays a string; the way on is there all the same."""
    said: list[str] = []
    phone.on("pageerror", lambda error: said.append(str(error)))

    def dismiss(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    phone.on("dialog", dismiss)
    phone.goto(harbour_address + asked, wait_until="networkidle")

    assert phone.locator("h1").inner_text() == "Deze pagina is er niet"
    assert phone.locator("#nearest *").count() == 0
    assert phone.locator("main li a").count() > 3
    assert said == []


def test_an_unknown_address_has_search_and_the_menu(phone: Page, windows: OpenWindow, harbour_address: str) -> None:
    """Search works from there; without a script the menu's overviews are still named."""
    phone.goto(f"{harbour_address}nergens/")
    phone.get_by_role("button", name="Zoeken").click()
    phone.get_by_role("searchbox").fill("lantaarn")
    phone.get_by_role("dialog").get_by_role("link", name="Lantaarngesprek").first.wait_for()

    page = windows(java_script_enabled=False)
    page.goto(f"{harbour_address}nergens/")
    for link in page.locator("main li a").all():
        assert page.request.get(urljoin(page.url, link.get_attribute("href") or "")).ok
