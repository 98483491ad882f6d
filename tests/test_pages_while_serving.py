"""Pages that one process makes again and again: what it knows already, is still kept for the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kept_site import append, build, written

from macros.content.guide import Guide
from macros.kept.made_by import KEEP
from macros.kept_pages.rendered_pages import RenderedPages
from macros.serve.linked_pages import LinkedPages


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two pages, whose pages are kept."""
    monkeypatch.setenv(KEEP, "yes")
    return written(tmp_path)


def test_what_was_rendered_before_is_kept_too(root: Path) -> None:
    """While serving: at another list of files nothing comes from the disk, and the next start finds all there again."""
    before = RenderedPages()
    build(root, before=before)
    append(root, "docs/twee.md", "# Twee\n")
    assert build(root, before=before).rendered == {"twee.md"}
    known: list[object] = []

    made = build(root, seen=lambda page: known.append(page.links_to_anchors and list(page.links_to_anchors.values())))

    assert made.rendered == set()
    assert [{"deel": "een.md#deel"}] in known


def test_what_led_to_a_part_of_a_page_that_went_is_rendered_again(root: Path) -> None:
    """While serving: then MkDocs warns. What led to the page as such, the check tells of."""
    before = RenderedPages()
    build(root, before=before)
    (root / "docs/een.md").unlink()

    assert 'href="een.md#deel"' in build(root, before=before).site["index.md"]


def test_links_are_asked_for_always(tiny: Guide) -> None:
    """What is not asked for, is not kept for the next start; and what is known, is not made again."""
    asked: list[tuple[str, ...]] = []
    linked = LinkedPages()

    def keep(made_of: tuple[str, ...], make: Callable[[], str]) -> str:
        asked.append(made_of)
        return make() if len(asked) > 1 else "zoals het was"

    said = [linked.linked(tiny, "een.md", text, keep) for text in ("Tekst", "Tekst", "[](tip:bel-bij-mist)")]

    assert said[:2] == ["zoals het was"] * 2
    assert ".md#tip-bel-bij-mist)" in said[2]
    assert len(asked) == 3 and asked[0] == asked[1]
