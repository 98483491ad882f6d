"""What is published, and what a first visit fetches of it."""

from __future__ import annotations

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Request
from sites import OpenWindow

from macros.publish.beside_pages import FILES
from macros.publish.heading_font import HEADING_FONT

OF_ITSELF = {*FILES, "404.html", "sitemap.xml", "sitemap.xml.gz"}
"""What no page asks for: for whoever builds on the guide, for who follows it, for a server, for search engines."""

BY_NUMBER = ("assets/home/tips/", "assets/poster/pictures/")
"""What the start page asks for by the number of the day, and posters by what they show, and so name nowhere."""

KB = 1024
MOST_BYTES = 60 * KB
MOST_REQUESTS = 10
MOST_SCRIPT = 7 * KB
MOST_STYLES = 16 * KB

MOST_FONT = 12_000

KINDS = (
    "",
    "situaties/niemand-komt-aan-wal/",
    "tips/",
    "aanbevelingen/licht/deur/",
    "sleutels/01-zwaai-eerst/",
    "werkvormen/",
    "werkbladen/botenblad/",
    "partners/",
    "overtocht/",
    "selectie/",
)


def test_nothing_is_published_that_nothing_asks_for(harbour: Path) -> None:
    """Nothing of the theme's bundle either. A licence goes along with what it is for."""
    files = [file for file in harbour.rglob("*") if file.is_file()]
    asking = [file for file in files if file.suffix in (".html", ".css", ".js") and file.name != "data.js"]
    text = "\n".join(file.read_text(encoding="utf-8") for file in asking)
    left = []
    for file in files:
        path = file.relative_to(harbour)
        asked = path.as_posix() in OF_ITSELF or file.name == "index.html" or path.parts[:2] == ("assets", "vendor")
        asked |= path.as_posix().startswith(BY_NUMBER)
        if not asked and "/".join(path.parts[-2:]) not in text and file.name not in text:
            left.append(path.as_posix())

    assert left == []
    assert {path.name for path in (harbour / "assets").iterdir()} & {"javascripts", "stylesheets", "images"} == set()


@pytest.mark.parametrize("path", KINDS)
def test_a_first_visit_is_light(windows: OpenWindow, harbour: Path, harbour_address: str, path: str) -> None:
    """Few requests, and few bytes as a server sends them: packed, but fonts, which are packed already."""
    page = windows(390, 844)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - playwright notes something on it
    page.goto(harbour_address + path, wait_until="networkidle")
    weights: dict[str, int] = {}
    for request in asked:
        file = harbour / request.url.removeprefix(harbour_address).partition("?")[0]
        content = (file / "index.html" if file.is_dir() else file).read_bytes()
        weight = len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 6))
        weights[request.resource_type] = weights.get(request.resource_type, 0) + weight

    assert len(asked) <= MOST_REQUESTS, [request.url for request in asked]
    assert weights["stylesheet"] <= MOST_STYLES
    assert weights["script"] <= MOST_SCRIPT
    assert sum(weights.values()) <= MOST_BYTES, weights


def test_the_font_of_headings_has_each_of_their_letters(harbour: Path) -> None:
    """And those of Dutch, which someone writes tomorrow. It still says whose it is, and under which licence."""
    font = TTFont(harbour / HEADING_FONT)
    pages = [page.read_text(encoding="utf-8") for page in harbour.rglob("*.html")]
    headings = " ".join(text for page in pages for text in re.findall(r"<h[1-6]\b.*?</h[1-6]>", page, re.DOTALL))
    text = unescape(re.sub(r"<[^>]*>", "", headings)) + "„Één” \u2018coördinatie\u2019 \u2013 1 \u00d7 2…"
    placed = {one.FeatureTag for table in ("GPOS", "GSUB") for one in font[table].table.FeatureList.FeatureRecord}

    assert {letter for letter in text if letter != "\n" and ord(letter) not in font.getBestCmap()} == set()
    assert {"kern", "liga"} <= placed
    assert "Fraunces Project Authors" in font["name"].getDebugName(0) and "OFL" in font["name"].getDebugName(14)


def test_the_font_of_headings_is_light(built: Path) -> None:
    """It is the largest thing that a first visit of most pages fetches."""
    assert (built / HEADING_FONT).stat().st_size <= MOST_FONT
