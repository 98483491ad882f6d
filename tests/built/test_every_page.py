"""Every page of the real guide, opened once on a phone. Whatever the guide holds, this holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from goals import GOALS, GROWS, KB
from page_measures import SCREEN, WATCH, Visit, moved_when_all_comes_late, slow_line, visit
from sites import OpenWindow, heaviest_of_each_kind, pages_of

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
MOST: Mapping[str, tuple[float, Callable[[Visit], float]]] = {
    "schermen": (GOALS["screens"].bound, lambda one: one.screens),
    "bestanden": (GOALS["requests"].bound, lambda one: one.requests),
    "bytes": (GOALS["weight"].bound * KB, lambda one: one.weight - (GROWS if one.path == "tips/" else 0)),
    "bytes aan scripts": (7 * KB, lambda one: one.script),
    "bytes aan stijlen": (16 * KB, lambda one: one.style),
}
"""What a page may ask of a phone at a first visit. A page that grows too long folds what it can, or becomes two."""

MOST_MOVED = GOALS["shift"].bound
"""How much of the layout may move while a page comes, as browsers count it (CLS)."""


@pytest.mark.long
def test_every_page_is_short_and_light_and_shows_what_is_sent_of_it(
    windows: OpenWindow, address: str, built: Path, real: Guide
) -> None:
    """Nothing scrolls sideways, whoever follows a permanent address sees what it is about, and no one else is asked."""
    page = windows(*SCREEN)
    page.add_init_script(WATCH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wrong = []
    places = anchors(real)
    assert places.keys() <= set(pages_of(built))
    for path in pages_of(built):
        page.set_viewport_size({"width": SCREEN[0], "height": SCREEN[1]})
        seen = visit(page, address, path, built)
        wrong += [f"{path}: {value(seen):g} {what}" for what, (most, value) in MOST.items() if value(seen) > most]
        page.set_viewport_size({"width": 320, "height": 800})
        if page.evaluate(TOO_WIDE):
            wrong.append(f"{path} scrolls sideways")
        wrong += [f"{path}: {said}" for said in page.evaluate(OUT_OF_VIEW, sorted(places[path]))]

    assert wrong == []
    assert asked and [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize("width", [SCREEN[0], 1280])
def test_nothing_moves_as_a_page_comes(windows: OpenWindow, address: str, built: Path, width: int) -> None:
    """On a slow line, where script and style come after the text, and the end of a long text after its beginning.

    The heaviest page of each kind.
    """
    page = windows(width, SCREEN[1])
    page.add_init_script(WATCH)
    slow_line(page)
    moved = {path: visit(page, address, path, built).shift for path in heaviest_of_each_kind(built)}

    assert {path: shift for path, shift in moved.items() if shift > MOST_MOVED} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_for_whom_an_address_led_to_a_place(
    windows: OpenWindow, address: str, built: Path, real: Guide, width: int
) -> None:
    """Nor on a page of each kind, when every script and font comes after the text was drawn."""
    page = windows(width, SCREEN[1])
    page.add_init_script(WATCH)
    kept = {"version": 1, "title": "", "entries": [{"key": key, "note": ""} for key in list(permalinks(real))[:3]]}
    page.add_init_script(f"localStorage.setItem('selectie', {json.dumps(json.dumps(kept))})")
    paths = [*heaviest_of_each_kind(built), "selectie/", *landings(real)]
    moved = {path: moved_when_all_comes_late(page, address + path) for path in paths}

    assert {path: shift for path, shift in moved.items() if shift > MOST_MOVED} == {}


def test_one_page_of_each_kind_fits_a_phone(windows: OpenWindow, address: str, built: Path) -> None:
    """As wide as most are, and also where no script runs: every page of the first level, and one of each folder."""
    page = windows(390, 800, java_script_enabled=False)
    wrong = []
    for path in {path.rstrip("/").rpartition("/")[0] or path: path for path in pages_of(built)}.values():
        page.goto(address + path)
        if page.evaluate(TOO_WIDE):
            wrong.append(path)

    assert wrong == []


def anchors(guide: Guide) -> dict[str, set[str]]:
    """The places on each page that a permanent address leads to."""
    places: dict[str, set[str]] = defaultdict(set)
    for one in permalinks(guide).values():
        path, _, anchor = one.url.partition("#")
        places[path] |= {anchor} if anchor else set()
    return places


def landings(guide: Guide) -> list[str]:
    """The last of each kind that shares a page: of those with a summary, of those without, and by an earlier name."""
    places = permalinks(guide)
    last: dict[tuple[str, bool, bool], str] = {}
    for entry in guide:
        for name in (entry.id, *entry.aliases):
            url = places[f"{entry.letter}/{name}"].url
            if "#" in url:
                last[entry.noun, bool(entry.summary), name == entry.id] = url
    return list(last.values())
