"""The bench measures something sound: a multiplied guide is a guide."""

from __future__ import annotations

import shutil
from pathlib import Path

from places import TINY
from sized_guides import multiply, thin_out

from macros.content.guide import Guide
from macros.open_guide import open_guide


def test_a_multiplied_guide_opens(tiny: Guide, tmp_path: Path) -> None:
    """Every copy names the others of its own copy, so all names exist."""
    shutil.copytree(TINY / "content", tmp_path / "content")

    multiply(tiny, tmp_path / "content", "-k2")

    assert len(list(open_guide(tmp_path / "content"))) == 2 * len(list(tiny))


def test_a_thinned_guide_opens(tiny: Guide, tmp_path: Path) -> None:
    """What is left is as many entries as asked for, and names nothing that is gone."""
    thin_out(tiny, TINY / "docs", tmp_path / "content", 45)

    assert len(list(tiny)) > 45 == len(list(open_guide(tmp_path / "content")))
