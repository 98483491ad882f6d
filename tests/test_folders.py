"""What a folder holds is the same for every reader: foreign files are passed over, and none of them stops anything."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from foreign import FOREIGN, litter
from places import ROOT, TINY

from macros.content.folders import files_below, is_foreign, meant_name
from macros.content.problems import ContentError
from macros.export import export
from macros.live_guide import LiveGuide

OWN = (
    "index.md",
    "a1-1.yml",
    "x.yml~",
    "x.yml.bak",
    "x (1).yml",
    "CNAME",
    "robots.txt",
    "foto.jpg",
    "#",
    "493",
    "x.db",
)
"""What people put there themselves, wanted or not."""


def said(root: Path) -> str:
    """What the check says; nothing when all is well."""
    try:
        LiveGuide(root).refresh()
    except ContentError as error:
        return str(error)
    return ""


def test_foreign_names_are_known() -> None:
    """Each of them, and nothing that people write themselves."""
    assert [name for name in FOREIGN if not is_foreign(name)] == []
    assert [name for name in OWN if is_foreign(name)] == []


@pytest.mark.parametrize("make", ["file", "folder", "broken link", "loop"])
def test_foreign_files_are_passed_over_without_a_word(make: str, root: Path) -> None:
    """Wherever they stand in content/ and docs/, whatever they are."""
    makers: dict[str, Callable[[Path], object]] = {
        "file": lambda path: path.write_bytes(b"\x00\x05\x16\x07\xff"),
        "folder": lambda path: shutil.copytree(TINY / "content" / "keys", path),
        "broken link": lambda path: path.symlink_to("iemand@toestel.1234"),
        "loop": lambda path: path.symlink_to("."),
    }
    seen = sorted(files_below(root / "docs", root))
    for folder in ("content", "content/tips", "content/sources", "docs", "docs/over"):
        for name in FOREIGN:
            makers[make](root / folder / name)

    assert said(root) == ""
    assert sorted(files_below(root / "docs", root)) == seen


def test_what_cannot_be_opened_is_told_and_stops_nothing_else(root: Path) -> None:
    """Broken links, loops, pipes and folders in the place of a file: each with its place, and all at once."""
    tips, about = root / "content" / "tips", root / "docs" / "over"
    (tips / "weg.yml").symlink_to("nergens.yml")
    (tips / "rond.yml").symlink_to("rond.yml")
    (tips / "map.yml").mkdir()
    os.mkfifo(tips / "pijp.yml")
    (root / "content" / "rollen").symlink_to("rollen")

    told = said(root)
    for file in ("weg.yml", "rond.yml", "pijp.yml"):
        assert f"content/tips/{file}:1:1\n  Dit bestand is niet te openen." in told
    assert "content/tips/map.yml:1:1\n  Een map in een map lezen we niet.\n  Ze is leeg: haal ze weg." in told
    assert "content/rollen:1:1" in told

    for path in (tips / "weg.yml", tips / "rond.yml", tips / "pijp.yml", root / "content" / "rollen"):
        path.unlink()
    (tips / "map.yml").rmdir()
    os.mkfifo(about / "pijp.md")
    (about / "foto.png").symlink_to("nergens.png")
    told = said(root)
    for file in ("foto.png", "pijp.md"):
        assert f"docs/over/{file}:1:1\n  Dit bestand is niet te openen." in told


def test_folders_that_go_round_and_folders_called_as_files_are_no_trouble(root: Path) -> None:
    """Who looks through docs/ comes out again."""
    seen = set(files_below(root / "docs", root))
    for number in range(3):
        (root / "docs" / "over" / f"rond{number}").symlink_to("..")
    (root / "docs" / "x.md").mkdir()
    (root / "docs" / "leeg").mkdir()

    assert set(files_below(root / "docs", root)) == seen
    assert said(root) == ""


def test_a_folder_that_may_not_be_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so here a folder says that it does not let us."""
    list_folder = Path.iterdir

    for place in ("content/glossary", "docs/over", "content"):
        with monkeypatch.context() as patched:

            def closed(folder: Path, shut: Path = root / place) -> Iterator[Path]:
                if folder == shut:
                    raise PermissionError(13, "Permission denied", str(folder))
                return list_folder(folder)

            patched.setattr(Path, "iterdir", closed)
            assert re.search(rf"^{place}:1:1\n  Dit bestand is|^{place}:1:1\n  Deze map is", said(root), re.MULTILINE)


def test_a_file_that_is_far_too_large_is_told_by_its_size(root: Path) -> None:
    """Before it is read: a photo in the place of a text, or a whole website in one."""
    (root / "content" / "tips" / "groot.yml").write_bytes(b"title: " + b"a" * 2_000_000)
    assert "groot.yml:1:1\n  Dit bestand is 2000 kB groot, en meer dan 100 kB lezen we niet." in said(root)


def test_the_export_takes_what_the_guide_holds(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No foreign file, no loop: what another builder gets is what we read."""
    monkeypatch.setattr("macros.export.downloads", lambda *_: ())
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets", dirs_exist_ok=True)
    litter(root / "docs" / "over")

    export(root, tmp_path / "uit")
    assert (tmp_path / "uit" / "docs" / "over" / "index.md").is_file()
    assert [path for path in (tmp_path / "uit" / "docs").rglob("*") if is_foreign(path.name)] == []


@pytest.mark.parametrize(
    "name, meant",
    [
        ("familiemuur (1).yml", "familiemuur.yml"),
        ("Kopie (2) van familiemuur.yml", "familiemuur.yml"),
        ("familiemuur - kopie - kopie.yml", "familiemuur.yml"),
        ("familiemuur.yml.bak~", "familiemuur.yml"),
        ("bewijs.markdown", "bewijs.md"),
        ("site.yml.orig", "site.yml"),
        ("een-kopie.yml", "een-kopie.yml"),
        ("kopie.yml", "kopie.yml"),
        ("foto.jpg", "foto.jpg"),
    ],
)
def test_a_copy_is_known_by_its_name(name: str, meant: str) -> None:
    """However it was made."""
    assert ".".join(meant_name(name)) == meant
