"""In the built guide, every link leads somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sites import target


class _Reader(HTMLParser):
    """Collects what a page links to, what it fetches by itself, and which anchors it has."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if values.get("id"):
            self.anchors.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("script", "img", "iframe", "source", "video", "audio") and values.get("src"):
            self.fetched.append(values["src"])
        if tag == "link" and values.get("rel") not in ("canonical", "prev", "next", "edit"):
            self.fetched.append(values["href"])


def read(file: Path) -> _Reader:
    """What a page holds."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[Path, _Reader]:
    """What every page of the built guide holds, but the one for unknown addresses, which has absolute links."""
    return {file: read(file) for file in sorted(built.rglob("*.html")) if file.name != "404.html"}


def test_every_internal_link_and_anchor_exists(built: Path, pages: dict[Path, _Reader]) -> None:
    """Whoever follows a link arrives, at the very spot."""
    dead = []
    count = 0
    for page, held in pages.items():
        for link in held.links:
            found = target(built, page, link)
            if found is None:
                continue
            count += 1
            file, fragment = found
            if not file.is_file():
                dead.append(f"{page.relative_to(built)}: {link}")
            elif fragment and file.suffix == ".html" and fragment not in pages[file].anchors:
                dead.append(f"{page.relative_to(built)}: {link} (geen anker)")

    assert count > len(pages)
    assert dead == []


def test_no_unresolved_name_is_left(pages: dict[Path, _Reader]) -> None:
    """No page still says tip:familiemuur where a link should be."""
    left = [
        f"{page}: {link}"
        for page, held in pages.items()
        for link in held.links
        if urlsplit(link).scheme not in ("", "http", "https", "mailto", "tel")
    ]

    assert left == []


def test_anchors_are_unique(built: Path, pages: dict[Path, _Reader]) -> None:
    """An anchor names one place on its page."""
    twice = [
        f"{page.relative_to(built)}: {anchor}"
        for page, held in pages.items()
        for anchor in set(held.anchors)
        if held.anchors.count(anchor) > 1
    ]

    assert twice == []


def test_nothing_is_fetched_from_elsewhere(built: Path, pages: dict[Path, _Reader]) -> None:
    """No page fetches a script, a style, a font or a picture from another site."""
    outside = [
        f"{page.relative_to(built)}: {what}"
        for page, held in pages.items()
        for what in held.fetched
        if target(built, page, what) is None
    ]

    assert outside == []


def test_what_is_fetched_is_there(built: Path, pages: dict[Path, _Reader]) -> None:
    """Every style, script and picture of our own that a page asks for was built with it."""
    asked = [(page, what, target(built, page, what)) for page, held in pages.items() for what in held.fetched]
    missing = {f"{page.relative_to(built)}: {what}" for page, what, found in asked if found and not found[0].is_file()}

    assert len(asked) > len(pages)
    assert sorted(missing) == []
