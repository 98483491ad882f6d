"""One guide gives one site, to the byte: in another place and time zone, years later, on one core, from other hands.

`make verify` has every two circumstances meet in each of four ways; here all of them differ at once.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from machine import LONG, run
from places import ROOT
from verify import CIRCUMSTANCES, Place, copy_of_project, differences, made

OTHER = frozenset(CIRCUMSTANCES) - {"kept"}


@pytest.mark.long
def test_the_tiny_guide_is_the_same_everywhere(disk: Path, tmp_path: Path) -> None:
    """As a copy for a stick and as an export, each with its PDFs and documents, made of nothing."""
    project, exported = disk.parent / "project", tmp_path / "portable"
    done = run(project, "macros", "export", str(exported))
    assert done.returncode == 0, done.stderr
    there = Place(tmp_path / "elders", OTHER)
    copy_of_project(project, there)

    assert list(differences(disk, made(there, ("offline",)))) == []
    assert list(differences(exported, made(there, ("export", "portable")))) == []


@pytest.mark.long
@pytest.mark.real
def test_the_guide_is_the_same_everywhere(built: Path, tmp_path: Path) -> None:
    """The real guide, with the sheets and books that were made for its other site: those are proven on the tiny one.

    They are known by what they hold: what is another one here, is made here, and held against that of there.
    """
    there = Place(tmp_path, OTHER - {"letters"})
    copy_of_project(ROOT, there)
    for name in LONG:
        shutil.copytree(ROOT / ".build" / name, there.project / ".build" / name, ignore_dangling_symlinks=True)

    assert list(differences(built, made(there, ("site",)))) == []
