"""A folder that is filled again holds what was written this time, and no one who shares a file with it notices."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from test_new_folder import fill, held

from macros.system.files import fill_file
from macros.system.folders import new_folder
from macros.system.spare_folder import SpareFolder

BEFORE = {"index.html": "oud", "tips/een/index.html": "een", "tips/twee/index.html": "twee", "assets/stijl.css": "rood"}
NOW = {"index.html": "nieuw", "tips/een/index.html": "een", "over/index.html": "over", "assets/drie.css": "groen"}


@pytest.fixture
def spare(tmp_path: Path) -> SpareFolder:
    """One that waits, as a build left it."""
    waits = SpareFolder(tmp_path / "kept" / "site", anew=("assets",))
    fill(tmp_path / "site", BEFORE)
    with new_folder(tmp_path / "site", keep=waits.keep) as new:
        new.put_in_place()
    assert held(tmp_path / "kept" / "site") == BEFORE
    return waits


def again(spare: SpareFolder, place: Path, now: dict[str, str] = NOW) -> dict[str, str]:
    """What a folder holds that is filled again."""
    place.mkdir()
    spare.lend(place)
    for name, text in now.items():
        fill_file(place / name, text)
    spare.settle(place)
    assert not [folder for folder, inside, files in os.walk(place) if not inside and not files]
    return held(place)


def test_it_holds_what_was_written_this_time(spare: SpareFolder, tmp_path: Path) -> None:
    """Other files, the same one, one that went; and the folders of what went, go too."""
    before = (tmp_path / "kept" / "site" / "index.html").stat().st_ino

    assert again(spare, tmp_path / "new") == NOW
    assert (tmp_path / "new" / "index.html").stat().st_ino == before
    assert not (tmp_path / "kept" / "site").exists()


def test_once_is_once(spare: SpareFolder, tmp_path: Path) -> None:
    """What was lent, is not there any more: the next one is made anew, and nothing of it is removed."""
    again(spare, tmp_path / "new")

    assert again(SpareFolder(tmp_path / "kept" / "site"), tmp_path / "newer") == NOW


def test_what_is_made_anew(spare: SpareFolder, tmp_path: Path) -> None:
    """Is not there when it is lent."""
    (tmp_path / "new").mkdir()
    spare.lend(tmp_path / "new")

    assert held(tmp_path / "new").keys() == BEFORE.keys() - {"assets/stijl.css"}


def copied(folder: Path) -> Path:
    """Someone has a copy that takes no room: the same file under another name."""
    os.link(folder / "index.html", folder.parent / "copy.html")
    return folder.parent / "copy.html"


def led_elsewhere(folder: Path) -> Path:
    """A link where a file stood."""
    (folder / "index.html").rename(folder.parent / "elsewhere.html")
    (folder / "index.html").symlink_to(folder.parent / "elsewhere.html")
    return folder.parent / "elsewhere.html"


@pytest.mark.parametrize("shared", [copied, led_elsewhere])
def test_what_others_have_too(spare: SpareFolder, tmp_path: Path, shared: Callable[[Path], Path]) -> None:
    """Stays as it was."""
    theirs = shared(tmp_path / "kept" / "site")

    assert again(spare, tmp_path / "new") == NOW
    assert theirs.read_text(encoding="utf-8") == "oud"


@pytest.mark.parametrize(
    "hurt",
    [
        lambda folder: (folder / "index.html").chmod(0o400),
        lambda folder: (folder / "tips").chmod(0o500),
        lambda folder: (folder / ".htaccess").write_text("oud", encoding="utf-8"),
        lambda folder: fill(folder, {"over": "een bestand, waar nu een map komt"}),
        lambda folder: fill(folder, {"index.html.d/x.html": "", "tips/een/a.b/x.html": ""}),
        lambda folder: fill(folder / "leeg", {}),
        lambda folder: os.mkfifo(folder / "pijp.html"),
    ],
    ids=["a file to read", "a folder to read", "hidden", "no ending", "a folder with one", "empty", "no file"],
)
def test_what_cannot_be_filled(spare: SpareFolder, tmp_path: Path, hurt: Callable[[Path], object]) -> None:
    """Is made anew, or goes."""
    hurt(tmp_path / "kept" / "site")

    assert again(spare, tmp_path / "new") == NOW


def nowhere(*_: object) -> None:
    raise OSError(18, "Invalid cross-device link")


@pytest.mark.parametrize(
    "asked, answer", [("os.utime", lambda *_, **__: None), ("pathlib.Path.rename", nowhere)], ids=["times", "renaming"]
)
def test_a_disk_that_cannot(
    spare: SpareFolder, tmp_path: Path, asked: str, answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gives an empty folder, and nothing waits any more."""
    monkeypatch.setattr(asked, answer)

    assert again(spare, tmp_path / "new") == NOW
    assert not (tmp_path / "kept" / "site").exists()


def test_what_is_replaced_bit_by_bit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does not wait: where two folders cannot be exchanged, names may be compared otherwise too (Makkelijk.html)."""
    monkeypatch.setattr("macros.system.folders.exchange", lambda *_: False)
    fill(tmp_path / "site", BEFORE)
    with new_folder(tmp_path / "site", keep=SpareFolder(tmp_path / "kept").keep) as new:
        new.put_in_place()

    assert not (tmp_path / "kept").exists()
