"""What the guide promises of its own content: every tip can be found, with its sources and its way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.guide import Guide
from macros.model.advice import Key, Section, Tip
from macros.model.entry import Entry
from macros.model.practice import Method
from macros.site.pages import pages
from macros.site.urls import anchor_of, entry_url, public_url


def html_of(built: Path, guide: Guide, entry: Entry) -> str:
    """The page that an entry is on."""
    return (built / entry_url(guide, entry).partition("#")[0] / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [Tip, Section, Key, Method], ids=lambda kind: kind.collection)
def test_every_entry_stands_at_its_anchor(built: Path, real: Guide, kind: type[Entry]) -> None:
    """Each tip, section, key and method has one place, and so has every older name of a tip."""
    for entry in real.all(kind):
        html = html_of(built, real, entry)
        assert f'id="{anchor_of(entry)}"' in html, entry.id
        if kind is Tip:
            assert all(f'id="tip-{alias}"' in html for alias in entry.aliases), entry.id


def test_every_page_is_edited_where_it_is_written(built: Path, real: Guide) -> None:
    """The edit link of a generated page leads to its YAML file, once the settings say where that can be edited."""
    for page in pages(real):
        if page.edited and public_url(real.site.edit_address):
            folder = page.file.removesuffix("index.md").removesuffix(".md")
            html = (built / folder / "index.html").read_text(encoding="utf-8")
            assert real.site.edit_address.replace("{path}", page.edited) in html, page.file


def test_what_names_a_tip_is_named_back(real: Guide, built: Path) -> None:
    """A method that a tip names leads back to that tip."""
    for method in real.all(Method):
        html = html_of(built, real, method)
        for tip in real.backlinks(method, Tip):
            assert f"#{anchor_of(tip)}" in html, (method.id, tip.id)
