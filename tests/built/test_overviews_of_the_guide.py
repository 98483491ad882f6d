"""The overviews of the real guide, whatever it holds: every one of them short, light, and at rest."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page
from sites import OpenWindow

from macros.content.guide import Guide
from macros.model.entry_types import ENTRY_TYPES
from macros.model.reference import Partner, Resource
from macros.pages.facets import narrowing
from macros.site.urls import entry_url, overview_page, page_url

HEAVIEST = 60_000
"""Bytes, compressed, of a page that shows a whole collection; more takes a phone on a bad line too long."""

LONGEST = 10
"""Screens of a phone that an overview is as it opens."""

JUMPS = """
    window.jumped = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.jumped += value)))
        .observe({ type: "layout-shift", buffered: true });
"""
"""Counts how far a page jumps while it loads, as browsers do (CLS)."""


def overviews(guide: Guide) -> list[str]:
    """Where every overview stands."""
    return [page_url(overview_page(kind)) for kind in ENTRY_TYPES if kind.overview and guide.all(kind)]


def test_a_partner_that_merged_says_so_and_points_on(built: Path, real: Guide) -> None:
    """Its old name keeps its place, with what became of it, and leads to who can help today."""
    html = (built / "partners/index.html").read_text(encoding="utf-8")
    for partner in real.all(Partner):
        if partner.now:
            entry = html.split(f'id="partner-{partner.id}"')[1].split("</article>")[0]
            assert f'href="#partner-{real.get(Partner, partner.now).id}"' in entry, partner.id
            assert (partner.fact or "")[:20] in entry, partner.id


@pytest.mark.parametrize("kind", [Partner, Resource], ids=lambda kind: kind.collection)
def test_every_older_id_keeps_its_place(built: Path, real: Guide, kind: type[Partner | Resource]) -> None:
    """Who follows an older link to a partner or material, lands beside it."""
    html = (built / page_url(overview_page(kind)) / "index.html").read_text(encoding="utf-8")
    places = [
        f"{entry_url(real, one).partition('#')[2].removesuffix(one.id)}{id}"
        for one in real.all(kind)
        for id in (one.id, *one.aliases)
    ]

    assert [place for place in places if f'id="{place}"' not in html] == []


def test_every_overview_stays_light(built: Path, real: Guide) -> None:
    """All on one page, and still quick on a phone."""
    shelves = [built / place / "index.html" for place in overviews(real)]
    heavy = {file.parent.name: size for file in shelves if (size := len(gzip.compress(file.read_bytes()))) > HEAVIEST}

    assert heavy == {}, (
        f"Een overzicht weegt meer dan {HEAVIEST // 1000} kB. Dat is geen fout van wie iets toevoegde: "
        "splits de pagina, of zeg in DECISIONS.md waarom het mag."
    )


def test_every_overview_is_short_and_stands_still(windows: OpenWindow, address: str, real: Guide) -> None:
    """On a phone it opens in few screens, and nothing moves under a thumb while it loads."""
    for place in overviews(real):
        phone = windows(390, 844)
        phone.add_init_script(JUMPS)
        phone.goto(address + place, wait_until="networkidle")
        screens = phone.evaluate("document.documentElement.scrollHeight") / 844
        assert screens <= LONGEST, f"{place} is {screens:.1f} schermen lang."
        assert phone.evaluate("window.jumped") <= 0.02, f"{place} verspringt tijdens het laden."


def test_whoever_needs_an_interpreter_in_brussels_types_just_that(phone: Page, address: str, real: Guide) -> None:
    """Three actions from the home page: the menu, Partners, and these two words."""
    marks = narrowing(real, Partner).marks
    helpers = {
        real.get(Partner, id).title
        for id, mark in marks.items()
        if {"nodig=tolken", "streek=brussel"} <= set(mark.facets.split())
    }
    phone.goto(address + "partners/")
    phone.get_by_label("Zoek in deze lijst").fill("tolken brussel")

    assert helpers <= {name.strip() for name in phone.locator("article[data-facets]:visible h3").all_inner_texts()}
