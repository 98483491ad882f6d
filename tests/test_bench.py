"""The bench measures something sound: a multiplied guide is a guide."""

from __future__ import annotations

import shutil
from pathlib import Path

import nginx_bench
import pytest
from bench import CHAPTERS, REPORT, with_chapter
from places import CONTENT, TINY
from sized_guides import multiply, thin_out

from macros.content.guide import Guide
from macros.model.ways_in import SchoolMoment
from macros.open_guide import open_guide


def test_a_multiplied_guide_opens(tiny: Guide, tmp_path: Path) -> None:
    """Every copy names the others of its own copy, so all names exist."""
    shutil.copytree(TINY / "content", tmp_path / "content")

    multiply(tiny, tmp_path / "content", "-k2")

    assert len(list(open_guide(tmp_path / "content"))) == 2 * len(list(tiny)) - len(tiny.all(SchoolMoment))


def test_the_real_guide_may_be_multiplied(real: Guide, tmp_path: Path) -> None:
    """What it holds just one of, or as many as fit somewhere, is not copied: then no rule says no."""
    shutil.copytree(CONTENT, tmp_path / "content")

    multiply(real, tmp_path / "content", "-k2")

    assert len(list(open_guide(tmp_path / "content"))) > 1.9 * len(list(real))


def test_a_thinned_guide_opens(tiny: Guide, tmp_path: Path) -> None:
    """What is left is as many entries as asked for, and names nothing that is gone."""
    thin_out(tiny, TINY / "docs", tmp_path / "content", 45)

    assert len(list(tiny)) > 45 == len(list(open_guide(tmp_path / "content")))


def test_one_chapter_is_made_anew() -> None:
    """`make bench PART=…` leaves what stands before and after it as it is."""
    report = "# Benchmarks\n\n## Pages\n\n| 4 |\n\n## Search\n\n| 5 |\n"

    assert with_chapter(report, "## Pages\n\n| 3 |") == report.replace("4", "3")
    assert with_chapter(report, "## Search\n\n| 6 |") == report.replace("5", "6")


def test_the_report_has_each_chapter() -> None:
    """Else it could not be put there."""
    assert REPORT.read_text(encoding="utf-8").count("\n## ") == len(CHAPTERS)


@pytest.mark.parametrize(
    "nginx, wrk, said",
    [
        ("/n", "/w", ""),
        (None, "/w", "here is no nginx ("),
        ("/n", None, "here is no wrk ("),
        (None, None, "here is no nginx and no wrk ("),
    ],
)
def test_without_a_server_nothing_is_measured(
    nginx: str | None, wrk: str | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the report says what it takes."""
    monkeypatch.setattr(nginx_bench, "NGINX", nginx)
    monkeypatch.setattr(nginx_bench, "WRK", wrk)

    assert said in nginx_bench.missing()
    assert bool(nginx_bench.missing()) == bool(said)
