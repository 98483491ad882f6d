"""What the guide promises of its own content: every tip can be found, with its sources and its way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.guide import Guide
from macros.model.advice import Key, Section, Tip
from macros.model.practice import Method
from macros.open_guide import open_guide
from macros.site.pages import pages
from macros.site.urls import anchor_of, entry_url

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The real guide."""
    return open_guide(ROOT / "content")


def html_of(built: Path, guide: Guide, entry) -> str:
    """The page that an entry is on."""
    return (built / entry_url(guide, entry).partition("#")[0] / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [Tip, Section, Key, Method], ids=lambda kind: kind.collection)
def test_every_entry_stands_at_its_anchor(built, guide, kind):
    """Each tip, section, key and method has one place, and so has every older name of a tip."""
    for entry in guide.all(kind):
        html = html_of(built, guide, entry)
        assert f'id="{anchor_of(entry)}"' in html, entry.id
        if kind is Tip:
            assert all(f'id="tip-{alias}"' in html for alias in entry.aliases), entry.id


def test_every_page_is_edited_where_it_is_written(built, guide):
    """The edit link of a generated page leads to its YAML file."""
    for page in pages(guide):
        if page.edited:
            folder = page.file.removesuffix("index.md").removesuffix(".md")
            html = (built / folder / "index.html").read_text(encoding="utf-8")
            assert guide.site.edit_address.replace("{path}", page.edited) in html, page.file


def test_what_names_a_tip_is_named_back(guide, built):
    """A method that a tip names leads back to that tip."""
    for method in guide.all(Method):
        html = html_of(built, guide, method)
        for tip in guide.backlinks(method, Tip):
            assert f"#{anchor_of(tip)}" in html, (method.id, tip.id)
