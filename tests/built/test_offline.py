"""A copy on a disk, as `make offline` builds it: it has all that a site has, and a selection works without a server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from clipboard import copied, with_clipboard
from places import ROOT
from playwright.sync_api import Page, expect
from selection import keep, share
from sites import HARBOUR, OpenWindow
from storage import reload_until

from macros.content.guide import Guide
from macros.site.pages import pages
from macros.site.permalinks import permalink_pages, permalinks
from macros.site.urls import page_url

METHOD = "werkvormen/lantaarngesprek.html"


@pytest.fixture
def watched(desktop: Page) -> Iterator[Page]:
    """A page on which nothing goes wrong: a fault in a script, or a file that may not be fetched, ends the test."""
    wrong: list[str] = []
    desktop.on("pageerror", lambda error: wrong.append(str(error)))
    desktop.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    yield desktop
    assert wrong == []


def test_what_is_collected_on_a_disk_is_shown_and_printed_there(disk: Path, watched: Page) -> None:
    """A tip and a method, with a note: under their own names, leading to their own pages, and whole on paper."""
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    watched.goto((disk / "sleutels" / "01-zwaai-eerst.html").as_uri())
    keep(watched, "Zwaai naar de eerste boot")
    watched.goto((disk / METHOD).as_uri())
    keep(watched, "Lantaarngesprek")
    watched.get_by_role("link", name="Mijn selectie 2").click()
    expect(watched).to_have_url((disk / "selectie.html").as_uri())
    names = watched.locator(".selection__name a")
    reload_until(watched, names.last)
    expect(names).to_have_text(["Zwaai naar de eerste boot", "Lantaarngesprek"])
    watched.get_by_text("Notitie", exact=True).first.click()
    watched.get_by_label("Notitie bij Zwaai naar de eerste boot").fill("Met de kinderen")

    watched.evaluate("window.print = () => {}")
    watched.get_by_role("button", name="Hand-out").click()
    paper = watched.locator(".handout")
    expect(paper).to_contain_text("Ga om zeven uur naar buiten")
    expect(paper).to_contain_text("Met de kinderen")
    expect(paper.locator(".handout__entry--method .steps li")).to_have_count(3)
    assert "file:" not in paper.inner_text() and paper.locator("svg").count() == 0
    watched.get_by_role("button", name="Kaartjes").click()
    expect(watched.locator(".cutout")).to_have_count(2)

    names.last.click()
    expect(watched).to_have_url((disk / METHOD).as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_a_disk_offers_no_address_that_no_one_can_open(disk: Path, watched: Page) -> None:
    """No link, no code, no „Delen”: neither at an entry nor at the selection; and it says why."""
    watched.goto((disk / METHOD).as_uri())
    keep(watched, "Lantaarngesprek")
    assert watched.locator(".share__door").count() == 0
    watched.goto((disk / "selectie.html").as_uri())
    reload_until(watched, watched.get_by_text("heeft geen adres op het internet"))
    assert watched.get_by_role("button", name="Kopieer link").count() == 0
    assert watched.get_by_role("button", name="Toon QR").count() == 0


def test_a_selection_in_an_address_opens_on_a_disk_too(disk: Path, watched: Page) -> None:
    """Who puts what was received after the address of the copy, keeps it; what is unknown has no dead link."""
    watched.goto((disk / "selectie.html").as_uri() + "#1;m.lantaarngesprek,t.bestaat-niet")
    watched.get_by_role("button", name="Bewaar op dit toestel").click()
    expect(watched.locator(".selection__name")).to_have_text(["Lantaarngesprek", "Onbekend stuk (t/bestaat-niet)"])
    assert watched.url == (disk / "selectie.html").as_uri()
    assert watched.get_by_role("link", name="Kijk wat ervan werd").count() == 0


def test_a_copy_of_a_published_guide_shares_the_published_address(
    disk: Path, windows: OpenWindow, tmp_path: Path
) -> None:
    """Whoever gets the link comes to the site, and not to a disk."""
    page, copy = with_clipboard(windows()), shutil.copytree(disk, tmp_path / "stick")
    door = '<button type="button" class="search-door"'
    for file in (copy / "selectie.html", copy / METHOD):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(door, f'{door} data-address="{HARBOUR}"'), encoding="utf-8")
    page.goto((copy / METHOD).as_uri())
    share(page, "Lantaarngesprek")
    assert copied(page) == f"{HARBOUR}m/lantaarngesprek/"
    page.goto((copy / "selectie.html").as_uri() + "#1;m.lantaarngesprek")
    page.get_by_role("button", name="Bewaar op dit toestel").click()
    assert copied(page) == f"{HARBOUR}selectie/#1;m.lantaarngesprek"


def test_no_page_of_a_copy_has_anything_to_complain_of(disk: Path, watched: Page) -> None:
    """One page of each folder, opened from a disk: no fault, no warning, and nothing asked of anyone else."""
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    places = {file.parent: file for file in sorted(disk.rglob("*.html")) if len(file.relative_to(disk).parts[0]) > 1}
    for file in places.values():
        watched.goto(file.as_uri())

    assert len(places) > 10
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_permanent_address_answers_in_a_copy_too(disk: Path, tiny: Guide, watched: Page) -> None:
    """It leads to its place there; what is withdrawn says so."""
    html = {file: file.read_text(encoding="utf-8") for file in disk.rglob("*.html")}
    lost = []
    for address in (*permalinks(tiny), *(row.address for row in tiny.published)):
        for link in re.findall(r'href="([^":]*)"', html[disk / f"{address}.html"].partition("<main>")[2]):
            path, _, anchor = link.partition("#")
            page = html.get(((disk / address).parent / path).resolve(), "")
            lost += [] if page and (not anchor or f'id="{anchor}"' in page) else [f"{address}: {link}"]
    assert lost == []

    watched.goto((disk / "t" / "wuif-eens.html").as_uri())
    watched.wait_for_url(re.compile(r"\.html#tip-zwaai-naar-de-boot$"))


def test_a_copy_of_the_guide_has_each_address_that_was_given_out(real: Guide) -> None:
    """Whatever content/published.tsv holds by now."""
    docs = [file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs").rglob("*.md")]
    files = {page_url(file): file.replace(".md", ".html") for file in (*docs, *(page.file for page in pages(real)))}
    answering = {file for file, _ in permalink_pages(real, files)}

    assert [row.address for row in real.published if f"{row.address}.html" not in answering] == []
