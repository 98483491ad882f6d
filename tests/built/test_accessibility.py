"""Every kind of page, in light and dark, on a phone and a desktop, has no violation that axe can see (WCAG 2.2 AA)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from accessibility import COLOURS, RULES, violations
from places import ROOT
from playwright.sync_api import Browser, Page
from sites import pages_of

from macros.content.guide import Guide
from macros.model.entry_types import ENTRY_TYPES
from macros.site.urls import overview_page, page_of, page_url

PROSE = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))
KINDS = [kind.collection for kind in ENTRY_TYPES]
Scheme = Literal["light", "dark"]
Way = tuple[Scheme, int]
WAYS: list[Way] = [("light", 390), ("light", 1280), ("dark", 390), ("dark", 1280)]
"""How people look."""

NO_COLOURS = {**RULES, "rules": {rule: {"enabled": False} for rule in ("color-contrast", "link-in-text-block")}}
"""A wide window moves things and leaves their colours: these rules, by far the slowest, go over one page of it only."""

Windows = dict[Way, Page]


@pytest.fixture(scope="module")
def ways(browser: Browser) -> Iterator[Windows]:
    """A window for each way of looking."""
    contexts = {
        way: browser.new_context(
            viewport={"width": way[1], "height": 900},
            color_scheme=way[0],
            reduced_motion="reduce",
            service_workers="block",
        )
        for way in WAYS
    }
    for context in contexts.values():
        context.set_default_timeout(0)
    yield {way: context.new_page() for way, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("file", PROSE)
def test_axe_finds_nothing_on_a_page_of_prose(ways: Windows, address: str, file: str) -> None:
    """Whoever reads with a screen reader, a keyboard or less sight can use what we wrote by hand.

    A wide window and the dark show it as they show any page.
    """
    assert seen(ways["light", 390], address + page_url(file), RULES) == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
@pytest.mark.parametrize("collection", KINDS)
def test_axe_finds_nothing_on_a_page_of_any_kind(
    ways: Windows, address: str, built: Path, real: Guide, collection: str, way: Way
) -> None:
    """The overview of each collection, and the fullest page of its entries."""
    kind = next(one for one in ENTRY_TYPES if one.collection == collection)
    entries = [built / page_url(page_of(real, entry)) / "index.html" for entry in real.all(kind) if entry.has_page]
    looked_at = [max(entries, key=lambda file: file.stat().st_size)] if entries else []
    looked_at += [built / page_url(overview_page(kind)) / "index.html"] if kind.overview and real.all(kind) else []

    wide = RULES if collection == KINDS[0] else NO_COLOURS
    options = COLOURS if way[0] == "dark" else RULES if way[1] == 390 else wide
    for file in looked_at:
        assert seen(ways[way], address + file.parent.relative_to(built).as_posix() + "/", options) == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
@pytest.mark.parametrize("part", range(4))
def test_axe_finds_nothing_on_any_page(ways: Windows, address: str, built: Path, way: Way, part: int) -> None:
    """All pages: with EVERY=yes in all ways, with EVERY=once, as in .ci/run, in the first way; else one in forty.

    Once is without the colours, two fifths of the work: the fullest page of each kind and all prose show each of them.
    """
    every = os.environ.get("EVERY")
    step = 4 if every == "yes" or (every == "once" and way == WAYS[0]) else 160
    with_colours = RULES if way[1] == 390 and every != "once" else NO_COLOURS
    options = COLOURS if way[0] == "dark" else with_colours
    found = [seen(ways[way], address + path, options) for path in pages_of(built)[part * step // 4 :: step]]

    assert found and [broken for one in found for broken in one] == []


def seen(page: Page, url: str, options: dict[str, Any]) -> list[str]:
    """What axe has against the page at a URL; on a phone with all that folds open, in a wide window as it comes."""
    answer = page.goto(url)
    assert answer and answer.ok, url
    if page.viewport_size == {"width": 390, "height": 900}:
        page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
    return [f"{url} {broken}" for broken in violations(page, options)]
