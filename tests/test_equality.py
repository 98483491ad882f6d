"""Comparing two sites: what differs is told, and only what is declared may."""

from __future__ import annotations

from pathlib import Path

import pytest
from equality import compare, declared

PAGE = """<!doctype html><html><head><title>{title}</title></head><body>
<nav class="trail"><ol><li><a href="{up}">Start</a></li></ol></nav>
<main class="md-main"><article class="md-content__inner">
<h2 id="{id}">Kop</h2><p>{words}</p></article></main></body></html>"""
SAME = {"title": "Tip", "up": "../", "id": "kop", "words": "Zwaai eerst."}


def site(folder: Path, **changes: str) -> Path:
    """A site of one page, in which something may be changed."""
    (folder / "tips").mkdir(parents=True)
    (folder / "tips" / "index.html").write_text(PAGE.format(**SAME | changes), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "change, told",
    [
        ({"title": "Tip!"}, "tips/index.html, head"),
        ({"up": "../tips/"}, "tips/index.html, trail"),
        ({"id": "kop_1"}, "tips/index.html, article"),
        ({"words": "Zwaai later."}, "tips/index.html, article"),
    ],
)
def test_what_differs_is_told(change: dict[str, str], told: str, tmp_path: Path) -> None:
    """In which part of which page, and how it reads here and there."""
    (difference,) = compare("other", site(tmp_path / "a"), site(tmp_path / "b", **change), declared()).differences

    assert told in difference and "here:" in difference and "there:" in difference


def test_what_is_declared_may_differ(tmp_path: Path) -> None:
    """An address in another form, a sign in another form; each difference that was met is counted."""
    ours, theirs = site(tmp_path / "a", words="Oma&#39;s"), site(tmp_path / "b", words="Oma&#x27;s", up=".././")
    report = compare("other", ours, theirs, declared())

    assert report.differences == [] and report.met["addresses"] == 1 and report.pages == 1


def test_nothing_may_differ_that_is_not_declared(tmp_path: Path) -> None:
    """The same pages, and nothing declared."""
    report = compare("other", site(tmp_path / "a"), site(tmp_path / "b", up=".././"), {})

    assert len(report.differences) == 1


def test_a_file_too_many_or_too_few_is_told(tmp_path: Path) -> None:
    """Whether it stands here or there."""
    ours, theirs = site(tmp_path / "a"), site(tmp_path / "b")
    (ours / "feed.xml").write_text("<feed/>", encoding="utf-8")
    (theirs / "theme.css").write_text("a{}", encoding="utf-8")
    differences = compare("other", ours, theirs, declared()).differences

    assert differences == ["  feed.xml: only here", "  theme.css: only there"]
