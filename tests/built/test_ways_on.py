"""No dead end: whoever is on a page finds a way on, and what belongs together is one click apart."""

from __future__ import annotations

import re
from pathlib import Path

from sites import target

from macros.content.guide import Guide
from macros.model.advice import Key, Recommendation, Section, Tip
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.practice import Method, Worksheet
from macros.site.urls import anchor_of, page_of, page_url

_AROUND = re.compile(r'<nav class="trail".*?</nav>|<p class="edit.*?</p>', re.DOTALL)


def ways_on(built: Path, page: Path) -> set[tuple[Path, str]]:
    """Where the text of a page leads: each file and anchor.

    The menu, the crumbs and the foot of the page do not count.
    """
    text = page.read_text(encoding="utf-8").partition('<div class="md-content"')[2].partition('<footer class="foot')[0]
    found = (target(built, page, link) for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', _AROUND.sub("", text)))
    return {one for one in found if one is not None}


def file_of(built: Path, guide: Guide, entry: Entry) -> Path:
    """The built page that an entry is on."""
    return built / page_url(page_of(guide, entry)) / "index.html"


def test_no_page_is_a_dead_end(built: Path, real: Guide) -> None:
    """Every page leads on to at least three others; one that belongs with fewer, to all of these."""
    around = {}
    for entry in real:
        if entry.has_page:
            home = real.home_of(entry)
            near = [*([home] if home else []), *real.references_from(entry, *ENTRY_TYPES), *real.backlinks(entry)]
            around[file_of(built, real, entry)] = {file_of(built, real, other) for other in near} - {
                file_of(built, real, entry)
            }
    pages = [
        file
        for file in sorted(built.rglob("index.html"))
        if '<div class="md-content"' in file.read_text(encoding="utf-8")
    ]
    few = {}
    for page in pages:
        others = {file for file, _ in ways_on(built, page)} - {page}
        if len(others) < min(3, len(around.get(page, "all"))):
            few[page.parent.relative_to(built).as_posix()] = len(others)

    assert few == {}


def test_a_method_leads_to_its_sheet_its_tips_and_its_recommendation(built: Path, real: Guide) -> None:
    """From any method, what belongs to it is one click away."""
    missing = []
    for method in real.all(Method):
        ways = ways_on(built, file_of(built, real, method))
        there = {file for file, _ in ways}
        others = [*real.related(method, Worksheet), *real.references_from(method, Section, Recommendation, Key)]
        lost = [other.id for other in others if file_of(built, real, other) not in there]
        lost += [tip.id for tip in real.related(method, Tip) if (file_of(built, real, tip), anchor_of(tip)) not in ways]
        missing += [f"{method.id} -> {id}" for id in lost]

    assert missing == []


def test_a_key_leads_to_its_methods(built: Path, real: Guide) -> None:
    """From any key, its methods are one click away."""
    for key in real.all(Key):
        there = {file for file, _ in ways_on(built, file_of(built, real, key))}
        assert {file_of(built, real, method) for method in real.related(key, Method)} <= there, key.id
