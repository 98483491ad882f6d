"""Every kind of page, in light and dark, on a phone and a desktop, has no violation that axe can see (WCAG 2.2 AA).

What axe looks for hangs on what a page is built of, and hardly on what it says. So it looks at the few pages on which
everything stands that any page is built of (tests/shapes.py); with EVERY=yes at all pages, in all ways.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from accessibility import COLOURS, RULES, violations
from playwright.sync_api import Browser, Page
from shapes import of_every_shape
from sites import once, pages_of

Scheme = Literal["light", "dark"]
Way = tuple[Scheme, int]
WAYS: list[Way] = [("light", 390), ("light", 1280), ("dark", 390), ("dark", 1280)]
"""How people look."""

PARTS = 4
"""In so many tests all pages are looked at, each way: so several cores can share them."""

NO_COLOURS = {**RULES, "rules": {rule: {"enabled": False} for rule in ("color-contrast", "link-in-text-block")}}
"""All rules but those by far the slowest."""

Windows = dict[Way, Page]
Looks = list[tuple[str, dict[str, Any]]]
"""Pages to look at, each with the rules that it is held to."""


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


@pytest.fixture(scope="session")
def telling(
    built: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[list[str], list[str]]:
    """The pages that show every element there is; and those that show in what else it stands."""

    def make(folder: Path) -> str:
        found = of_every_shape(built / path / "index.html" for path in pages_of(built))
        paths = [[page.relative_to(built).as_posix().removesuffix("index.html") for page in pages] for pages in found]
        folder.mkdir()
        (folder / "paths.json").write_text(json.dumps(paths), encoding="utf-8")
        return ""

    folder, wrong = once(request, tmp_path_factory, "gedaanten", make)
    assert wrong == "", wrong
    elements, others = json.loads((folder / "paths.json").read_text(encoding="utf-8"))
    return elements, others


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
def test_axe_finds_nothing(
    ways: Windows, address: str, built: Path, telling: tuple[list[str], list[str]], way: Way, part: int
) -> None:
    """Whoever reads with a screen reader, a keyboard or less sight can use every page."""
    every = os.environ.get("EVERY") == "yes"
    looks = every_look(pages_of(built), way) if every else needed_looks(*telling, way)
    found = [seen(ways[way], address + path, options) for path, options in looks[part::PARTS]]

    assert found and [broken for one in found for broken in one] == []


def every_look(pages: list[str], way: Way) -> Looks:
    """All pages; those in a wide window without their colours, which are the same on a phone."""
    light = RULES if way[1] == 390 else NO_COLOURS
    return [(path, COLOURS if way[0] == "dark" else light) for path in pages]


def needed_looks(elements: list[str], others: list[str], way: Way) -> Looks:
    """All rules go over every element, and all but the colours also over what else it may stand in.

    A wide window moves things, and the dark colours them; wide and dark shows a few pages as these two do.
    """
    looks: dict[Way, Looks] = {
        ("light", 390): [*((path, RULES) for path in elements), *((path, NO_COLOURS) for path in others)],
        ("light", 1280): [(path, RULES if at < PARTS else NO_COLOURS) for at, path in enumerate(elements)],
        ("dark", 390): [(path, COLOURS) for path in elements],
        ("dark", 1280): [(path, COLOURS) for path in elements[: 2 * PARTS]],
    }
    return looks[way]


def seen(page: Page, url: str, options: dict[str, Any]) -> list[str]:
    """What axe has against the page at a URL; on a phone with all that folds open, in a wide window as it comes."""
    answer = page.goto(url)
    assert answer and answer.ok, url
    if page.viewport_size == {"width": 390, "height": 900}:
        page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
    return [f"{url} {broken}" for broken in violations(page, options)]
