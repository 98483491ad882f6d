"""The figures on how good the guide is: written by `make quality`, laid out on a page, held to one list of goals."""

from __future__ import annotations

import re
import statistics
from dataclasses import replace
from pathlib import Path

import pytest
from goals import GOALS
from places import ROOT, copy_of_tiny
from quality import in_order, past

from macros.content.guide import Guide
from macros.content.measured import FILE, Measured, measured_text, read_measured
from macros.content.problems import ContentError, UnknownEntry
from macros.content.readability import hardest
from macros.open_guide import open_guide
from macros.pages.measured import PARTS, in_dutch, measured
from macros.pages.render import Renderer

BOATS = Measured("weight", 37.2, 60, False, "kB", 293, "Elke boot.", "een weegschaal", "2026-11-27")
FOUND = Measured("first", 89, 85, True, "op honderd vragen", None, "Elke vraag.", "onze vragen", "2026-11-26")


@pytest.mark.real
def test_the_guide_keeps_to_what_its_page_says(real: Guide) -> None:
    """What was written down last keeps to the goals of today, and so does how the texts read."""
    kept = list(real.measured.values())

    assert past(kept) == []
    assert {one.name: (one.goal, one.least, one.unit) for one in kept} == {
        one.name: (GOALS[one.name].bound, GOALS[one.name].least, GOALS[one.name].unit) for one in kept
    }
    assert GOALS["lix"].held(statistics.median(one.lix for one in hardest(real, 10_000)))


def test_every_figure_has_a_goal_and_a_place_on_the_page() -> None:
    """Whoever adds one, finds both."""
    page = (ROOT / "docs" / "over" / "hoe-goed.md").read_text(encoding="utf-8")

    assert sorted(re.findall(r'measured\("([\w-]+)"\)', page)) == sorted(GOALS)
    assert sorted(name for names in PARTS.values() for name in names) == sorted(GOALS)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """With and without a figure of plain Material; a goal of at most, and of at least."""
    content = copy_of_tiny(tmp_path) / "content"
    (content / FILE).write_text(measured_text({one.name: one for one in (BOATS, FOUND)}), encoding="utf-8")

    assert open_guide(content).measured == {"weight": BOATS, "first": FOUND}


def test_a_guide_that_no_one_measured_says_so(tiny: Guide) -> None:
    """Nothing is made up."""
    assert "Nog niet gemeten" in Renderer(tiny).markdown(measured(tiny, "axe"))


def test_a_figure_stands_with_its_goal_and_its_day(tiny: Guide) -> None:
    """And with the plain site, what was looked at, and how to do it again."""
    said = Renderer(tiny).markdown(measured(replace(tiny, measured={"weight": BOATS}), "weight"))

    for words in (
        "<strong>37,2</strong> kB",
        "hoogstens 60. Gehaald.",
        "293",
        "Elke boot.",
        "27 november 2026",
        "PART=pages",
    ):
        assert words in said
    assert "Niet gehaald" in Renderer(tiny).markdown(
        measured(replace(tiny, measured={"weight": replace(BOATS, value=61)}), "weight")
    )


def test_a_figure_that_there_is_not_is_refused(tiny: Guide) -> None:
    """With the nearest one that there is."""
    with pytest.raises(UnknownEntry, match="Bedoelde je 'weight'"):
        measured(tiny, "wieght")


@pytest.mark.parametrize("line", ["weight\t37", BOATS.day, "\t".join(["x"] * 9)])
def test_what_make_quality_did_not_write_is_refused(tmp_path: Path, line: str) -> None:
    """With its line, and what mends it."""
    (tmp_path / FILE).write_text(f"# Gemaakt\n{line}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"quality\.tsv:2:1(?s:.*)make quality"):
        read_measured(tmp_path)


def test_what_is_past_its_goal_is_named_in_dutch() -> None:
    """Too much, and too little."""
    heavy, lost = replace(BOATS, value=61.5), replace(FOUND, value=84)

    assert past([BOATS, FOUND]) == []
    assert past([heavy, lost]) == [
        "weight: 61,5 kB; het doel is hoogstens 60.",
        "first: 84 op honderd vragen; het doel is minstens 85.",
    ]


def test_figures_keep_their_order() -> None:
    """However they were measured: a line moves only when its part does."""
    assert list(in_order({"first": FOUND, "weight": BOATS})) == ["weight", "first"]


@pytest.mark.parametrize("number, words", [(0, "0"), (0.02, "0,02"), (37.2, "37,2"), (1573, "1.573"), (12.0, "12")])
def test_numbers_are_written_as_in_dutch(number: float, words: str) -> None:
    """A comma before what is broken, a point between thousands."""
    assert in_dutch(number) == words
