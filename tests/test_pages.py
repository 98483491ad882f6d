"""Every page of the tiny guide says what expected/ promises."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from places import TINY
from reader import anchors, dead_ends, links_to_itself, read_all

from macros.open_guide import open_guide
from macros.site.icons import Icons, known_icons
from macros.site.page import Page
from macros.site.pages import Menu, menu, pages

EXPECTED = TINY / "expected"
GUIDE = open_guide(TINY / "content")
SITE = read_all(GUIDE, TINY / "docs")


@pytest.mark.parametrize("file", SITE)
def test_page_says_what_we_promise(file: str, golden: Callable[[str, Path], None]) -> None:
    """The Markdown that becomes this page, with every named entry turned into a link."""
    golden(_without_drawings(SITE[file]), EXPECTED / file)


def test_signposts_point_where_we_promise(golden: Callable[[str, Path], None]) -> None:
    """The menu, and what lies above, before, after and beside each page."""
    signs = ["Menu", *_menu(menu(GUIDE, SITE)), ""]
    for page in pages(GUIDE):
        signs += [*_signs(page), ""]

    golden("\n".join(signs), EXPECTED / "signposts.txt")


def test_every_promise_has_a_page(accepting: bool) -> None:
    """A page that is no more leaves no golden file behind."""
    kept = {*SITE, "signposts.txt"}
    orphans = [path for path in EXPECTED.rglob("*.*") if path.relative_to(EXPECTED).as_posix() not in kept]
    if accepting:
        for path in orphans:
            path.unlink()
        orphans = []

    assert orphans == [], "Deze pagina's zijn er niet meer. Klopt dat? make accept"


def test_every_link_leads_somewhere() -> None:
    """A link points at a page that is there, and at a spot on it that is there."""
    assert list(dead_ends(SITE)) == []


def test_no_page_leads_to_itself() -> None:
    """Only to a spot on it."""
    assert list(links_to_itself(SITE)) == []


@pytest.mark.parametrize("file", SITE)
def test_no_two_spots_share_an_anchor(file: str) -> None:
    """A link to a spot can only mean one spot."""
    found = anchors(SITE[file])

    assert sorted(found) == sorted(set(found))


def _without_drawings(markdown: str) -> str:
    """The name of each icon in the place of its drawing, and of a scene only how it is drawn.

    A promise is about what a page says; test_scenes.py looks at the drawings.
    """
    icons = Icons()
    names = {icons.svg(name): f"(icoon {name})" for name in known_icons()}

    def named(drawing: re.Match[str]) -> str:
        scene = re.match(r'<svg (class="scene[^>]*)>', drawing[0])
        return f"(tekening {scene[1]})" if scene else names.get(drawing[0], drawing[0])

    return re.sub(r"<svg .*?</svg>", named, markdown)


def _menu(items: Menu, indent: str = "  ") -> Iterator[str]:
    for item in items:
        for word, under in item.items():
            yield f"{indent}{word}" if isinstance(under, list) else f"{indent}{word}: {under}"
            if isinstance(under, list):
                yield from _menu(under, f"{indent}  ")


def _signs(page: Page) -> list[str]:
    rows = {
        "titel": page.title,
        "titel van het venster": page.window if page.window != page.title else "",
        "inhoud": f'{page.macro}("{page.about}")',
        "bewerk": page.edited or "(geen bestand)",
        "erboven": ", ".join(page.trail),
        "vorige": page.before or "",
        "volgende": page.after or "",
        f"ernaast, onder '{page.beside_label}'": ", ".join(page.beside),
    }
    return [page.file, *(f"  {label}: {value}" for label, value in rows.items() if value)]
