"""Nothing of the sources got lost: everything the inventory lists has a place in the guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content.problems import UnknownEntry
from macros.model.advice import Enumeration, Key, Recommendation, Section
from macros.model.entry_types import BY_NOUN
from macros.open_guide import open_guide

ROOT = Path(__file__).parent.parent
INVENTORY = Path(__file__).parent / "inventory"


@pytest.fixture(scope="module")
def guide():
    """The real guide."""
    return open_guide(ROOT / "content")


@pytest.fixture(scope="module")
def written() -> set[str]:
    """Every anchor that the prose of docs/ gives a name."""
    return {anchor for path in (ROOT / "docs").rglob("*.md") for anchor in re.findall(r"\{ ?#([a-z0-9-]+)", path.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def points(guide) -> set[str]:
    """Every anchor that a point of a list has."""
    return {item.anchor for one in guide.all(Enumeration) for item in one.items if item.anchor}


@pytest.mark.parametrize("list_", sorted(INVENTORY.glob("*.txt")), ids=lambda path: path.stem)
def test_everything_listed_has_a_place(list_, guide, written, points):
    """Each name is an entry, the alias of one, an anchor on a page of docs/ (`anker:…`) or of a point in a list (`punt:…`)."""
    anchors = {"anker": written, "punt": points}
    lost = []
    for name in list_.read_text(encoding="utf-8").split():
        noun, _, id = name.partition(":")
        try:
            found = id in anchors[noun] if noun in anchors else noun in BY_NOUN and guide.by_name(name)
        except UnknownEntry:
            found = False
        if not found:
            lost.append(name)

    assert lost == []


def test_every_tip_answers(guide):
    """Each tip of the sources is a tip of the guide under its own id, or merged into one whose alias it is."""
    tips = [name for name in (INVENTORY / "tips.txt").read_text(encoding="utf-8").split() if name.startswith("tip:")]

    assert len(tips) == len(set(tips)) >= 436
    assert [name for name in tips if not guide.find("tips", name.removeprefix("tip:"))] == []


@pytest.mark.parametrize("line", (INVENTORY / "aantallen.tsv").read_text(encoding="utf-8").splitlines(), ids=lambda line: line.partition("\t")[0])
def test_a_list_is_complete(line, guide):
    """Each list has as many items as its source names."""
    name, _, count = line.partition("\t")

    assert len(guide.by_name(name).items) == int(count)


def test_the_frame_is_complete(guide):
    """Five recommendations in 24 sections, and twelve keys."""
    assert len(guide.all(Recommendation)) == 5
    assert len([section for section in guide.all(Section) if section.has_page and isinstance(guide.home_of(section), Recommendation)]) == 24
    assert [key.id for key in guide.all(Key)] == [f"s{number:02}" for number in range(1, 13)]
