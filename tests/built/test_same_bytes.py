"""One guide gives one site, to the byte: in another place and time zone, years later, on one core, from other hands.

`make verify` has every two circumstances meet in each of four ways; here all of them differ at once.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from machine import machine
from places import ROOT
from verify import CIRCUMSTANCES, Place, copy_of_project, differences, made, other_rights

OTHER = frozenset(CIRCUMSTANCES) - {"kept"}


def test_the_tiny_guide_is_the_same_everywhere(tmp_path: Path) -> None:
    """As a copy for a stick and as an export, each with its PDFs and documents, made of nothing."""
    project = machine(tmp_path / "vuurtoren")
    here, there = Place(tmp_path / "1", frozenset()), Place(tmp_path / "2", OTHER)
    commands = (("offline",), ("export", "portable"))
    copy_of_project(project, here)
    mine = [made(here, words) for words in commands]
    copy_of_project(project, there)

    for words, old in zip(commands, mine, strict=True):
        new = made(there, words)
        assert [*differences(old, new), *other_rights(old, new)] == []


@pytest.mark.real
def test_the_guide_is_the_same_everywhere(built: Path, tmp_path: Path) -> None:
    """The real guide, with the sheets that were made for its other site: those are proven on the tiny one."""
    there = Place(tmp_path, OTHER - {"letters"})
    copy_of_project(ROOT, there)
    shutil.copytree(ROOT / ".build" / "sheets", there.project / ".build" / "sheets", ignore_dangling_symlinks=True)

    assert list(differences(built, made(there, ("site",)))) == []
