"""The bench measures something sound: a multiplied guide is a guide."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench import ROOT, multiply, thin_out

from macros.open_guide import open_guide

TINY = Path(__file__).parent / "tiny_guide"


def test_a_multiplied_guide_opens(tmp_path):
    """Every copy names the others of its own copy, so all names exist."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    guide = open_guide(TINY / "content")

    multiply(guide, tmp_path / "content", "-k2")

    assert len(list(open_guide(tmp_path / "content"))) == 2 * len(list(guide))


def test_a_thinned_guide_opens(tmp_path):
    """What is left of the real guide is as many entries as asked for, and names nothing that is gone."""
    thin_out(open_guide(ROOT / "content"), tmp_path / "content", 500)

    assert len(list(open_guide(tmp_path / "content"))) == 500
