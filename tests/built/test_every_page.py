"""Every page of the real guide, opened once on a small phone. Whatever the guide holds, this holds."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from sites import OpenWindow

from macros.content.guide import Guide
from macros.site.permalinks import permalinks

OUT_OF_VIEW = """ids => ids.map(id => {
  const place = document.getElementById(id);
  if (!place) return `${id} is not there`;
  location.hash = id;
  const { top, bottom } = place.getBoundingClientRect();
  return bottom < 0 || top > innerHeight ? `${id} is out of view` : "";
}).filter(Boolean)"""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


def test_every_page_fits_and_shows_what_is_sent_of_it(
    windows: OpenWindow, address: str, built: Path, real: Guide
) -> None:
    """Nothing scrolls sideways, whoever follows a permanent address sees what it is about, and no one else is asked."""
    page = windows(320, 800)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wrong = []
    places = anchors(real)
    assert places.keys() <= set(pages(built))
    for path in pages(built):
        page.goto(address + path, wait_until="domcontentloaded")
        if page.evaluate(TOO_WIDE):
            wrong.append(f"{path} scrolls sideways")
        wrong += [f"{path}: {said}" for said in page.evaluate(OUT_OF_VIEW, sorted(places[path]))]

    assert wrong == []
    assert asked and [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_one_page_of_each_kind_fits_a_phone(windows: OpenWindow, address: str, built: Path) -> None:
    """As wide as most are, and also where no script runs: every page of the first level, and one of each folder."""
    page = windows(390, 800, java_script_enabled=False)
    wrong = []
    for path in {path.rstrip("/").rpartition("/")[0] or path: path for path in pages(built)}.values():
        page.goto(address + path)
        if page.evaluate(TOO_WIDE):
            wrong.append(path)

    assert wrong == []


def pages(built: Path) -> list[str]:
    """Where every page stands, but those that lead on at once."""
    files = [
        file
        for file in sorted(built.rglob("index.html"))
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
    ]
    return [
        file.parent.relative_to(built).as_posix().removeprefix(".") + "/" * (file.parent != built) for file in files
    ]


def anchors(guide: Guide) -> dict[str, set[str]]:
    """The places on each page that a permanent address leads to."""
    places: dict[str, set[str]] = defaultdict(set)
    for one in permalinks(guide).values():
        path, _, anchor = one.url.partition("#")
        places[path] |= {anchor} if anchor else set()
    return places
