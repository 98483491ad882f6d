"""No dead end: whoever is on a page finds a way on, and what belongs together is one click apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_links import target

from macros.content.guide import Guide
from macros.model.advice import Key, Recommendation, Section, Tip
from macros.model.practice import Method, Worksheet
from macros.open_guide import open_guide
from macros.site.urls import anchor_of, page_of, page_url

ROOT = Path(__file__).parents[2]
_AROUND = re.compile(r'<nav class="trail".*?</nav>|<p class="edit.*?</p>', re.S)


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The real guide."""
    return open_guide(ROOT / "content")


def ways_on(built: Path, page: Path) -> set[tuple[Path, str]]:
    """Where the text of a page leads: each file and anchor. The menu, the crumbs and the foot of the page do not count."""
    text = page.read_text(encoding="utf-8").partition('<div class="md-content"')[2].partition('<footer class="md-footer"')[0]
    found = (target(built, page, link) for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', _AROUND.sub("", text)))
    return {one for one in found if one is not None}


def file_of(built: Path, guide: Guide, entry) -> Path:
    """The built page that an entry is on."""
    return built / page_url(page_of(guide, entry)) / "index.html"


def test_no_page_is_a_dead_end(built):
    """Every page leads on to at least three others."""
    pages = [file for file in sorted(built.rglob("index.html")) if '<div class="md-content"' in file.read_text(encoding="utf-8")]
    few = {page.parent.relative_to(built).as_posix(): len(others) for page in pages if len(others := {file for file, _ in ways_on(built, page)} - {page}) < 3}

    assert few == {}


def test_a_method_leads_to_its_sheet_its_tips_and_its_recommendation(built, guide):
    """From any method, what belongs to it is one click away."""
    missing = []
    for method in guide.all(Method):
        ways = ways_on(built, file_of(built, guide, method))
        for other in [*guide.related(method, Worksheet), *guide.references_from(method, Section, Recommendation, Key)]:
            if file_of(built, guide, other) not in {file for file, _ in ways}:
                missing.append(f"{method.id} -> {other.id}")
        for tip in guide.related(method, Tip):
            if (file_of(built, guide, tip), anchor_of(tip)) not in ways:
                missing.append(f"{method.id} -> {tip.id}")

    assert missing == []


def test_every_method_belongs_somewhere(guide):
    """A method says with which part of the guide it goes."""
    assert [method.id for method in guide.all(Method) if not guide.references_from(method, Section, Recommendation, Key)] == []


def test_a_key_leads_to_its_methods(built, guide):
    """From any key, its methods are one click away."""
    for key in guide.all(Key):
        there = {file for file, _ in ways_on(built, file_of(built, guide, key))}
        assert {file_of(built, guide, method) for method in guide.related(key, Method)} <= there, key.id
