"""Other builders make the same site of an export, without our code and wherever it stands."""

from __future__ import annotations

import os
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from builders import BUILDERS, build_export
from equality import CHANGES, DECLARED, compare, declared
from machine import run
from places import ROOT
from sites import HARBOUR, once

from macros.publish.portable import ZENSICAL


@pytest.fixture(scope="session")
def portable(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The real guide, exported."""

    def make(folder: Path) -> str:
        done = run(ROOT, "macros", "export", str(folder))
        return done.stderr if done.returncode else ""

    folder, wrong = once(request, tmp_path_factory, "uitgevoerd", make)
    assert wrong == "", wrong
    return folder


@pytest.fixture(scope="session")
def portable_harbour(harbour: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The tiny guide, exported for the place where it was built for."""

    def make(folder: Path) -> str:
        done = run(harbour.parents[1] / "project", "macros", "export", str(folder), SITE_URL=HARBOUR)
        return done.stderr if done.returncode else ""

    folder, wrong = once(request, tmp_path_factory, "uitgevoerde haven", make)
    assert wrong == "", wrong
    return folder


def moved(folder: Path, to: Path) -> Path:
    """A copy of an export in a place of another name."""
    shutil.copytree(folder, to, copy_function=os.link)
    return to


@pytest.mark.long
@pytest.mark.real
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_every_page_of_the_guide_is_the_same(builder: str, portable: Path, built: Path, tmp_path: Path) -> None:
    """To the byte, but for what tests/engines/declared.yml declares: texts, ids, links, trails, search, the lot."""
    folder = moved(portable, tmp_path / "ergens anders")
    build_export(builder, folder)
    report = compare(builder, built, folder / "site", declared())

    assert report.differences == [], report
    assert report.pages == sum(b'<main class="md-main"' in page.read_bytes() for page in built.rglob("*.html"))


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_guide_with_odd_titles_is_the_same(
    builder: str, harbour: Path, portable_harbour: Path, tmp_path: Path
) -> None:
    """Below a path, with pictures to share, an address to write to, and signs that HTML means something by."""
    folder = moved(portable_harbour, tmp_path / "a & b")
    build_export(builder, folder)
    report = compare(builder, harbour, folder / "site", declared())

    assert report.differences == [], report


def test_few_differences_are_declared() -> None:
    """Each says why, and there is a function for it that all files it names go through."""
    differences = yaml.safe_load(DECLARED.read_text(encoding="utf-8"))

    assert 0 < len(differences) <= 5
    assert [one["change"] for one in differences] == list(CHANGES)
    assert all(one["why"].strip() and one["files"] for one in differences)


def test_who_moves_is_told_the_version_that_we_try() -> None:
    """LEES-MIJ.md names one."""
    assert version("zensical") == ZENSICAL
