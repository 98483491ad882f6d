"""A new site takes the place of the old one in one go, also when a kill or a full disk comes at the worst moment."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from machine import full_disk
from places import ROOT

from macros.system import folders
from macros.system.errors import Refusal, in_dutch
from macros.system.files import write_file
from macros.system.folders import new_folder

OLD, NEW = ({"index.html": f"{name} start", "tips/index.html": f"{name} tips"} for name in ("oud", "nieuw"))


def fill(folder: Path, site: dict[str, str]) -> None:
    """Write a small site."""
    for name, text in site.items():
        write_file(folder / name, text)


def held(folder: Path) -> dict[str, str]:
    """All that stands in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


BUILD = """
import os, shutil, signal, sys
from pathlib import Path
from macros.system import files, folders

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def without_exchange():
    folders.exchange = lambda *_: False

def at_rename(number):
    rename, done = Path.rename, []
    def counted(path, to):
        done.append(path)
        return die() if len(done) > number else rename(path, to)
    Path.rename = counted

place = Path(sys.argv[1])
exec(sys.argv[2])
with folders.new_folder(place) as new:
    for name in ("index.html", "tips/index.html"):
        files.write_file(new.path / name, "nieuw start" if name == "index.html" else "nieuw tips")
    new.put_in_place()
"""
"""A build of a small site in a process of its own, that is killed at one moment."""

MOMENTS = {
    "while it is filled": "files.write_file = lambda file, text: (file.write_text(text[:3]), die())",
    "before it is put in place": "folders._make_readable = die",
    "before the two are exchanged": "folders.exchange = die",
    "after the two are exchanged": "folders.NewFolder.clear = die",
    "while the old one is removed": "folders.shutil.rmtree = lambda path: ((path / 'index.html').unlink(), die())",
    "before the first rename": "without_exchange(); at_rename(0)",
    "between the two renames": "without_exchange(); at_rename(1)",
    "after the two renames": "without_exchange(); folders.NewFolder.clear = die",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_leaves_a_whole_site_and_the_next_run_mends(moment: str, tmp_path: Path) -> None:
    """Wherever it falls. A next run that comes to nothing has cleared up as well."""
    place = tmp_path / "site"
    fill(place, OLD)
    killed = subprocess.run([sys.executable, "-c", BUILD, place, MOMENTS[moment]], cwd=ROOT, check=False)
    assert killed.returncode == -9
    # Only where a disk cannot exchange two folders, and only there, may it be gone until the next run.
    assert moment == "between the two renames" if not place.exists() else held(place) in (OLD, NEW)

    with pytest.raises(ZeroDivisionError), new_folder(place):
        raise ZeroDivisionError

    assert held(place) in (OLD, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("can", [True, False], ids=["exchanged", "renamed twice"])
def test_a_new_site_takes_its_place(can: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A web server can read it, whatever who builds keeps to himself; hidden files of others stay.

    Also where it goes through a link, to a folder that may only be read.
    """
    if not can:
        monkeypatch.setattr(folders, "exchange", lambda *_: False)
    root, site = tmp_path / "www" / "html", tmp_path / "site"
    fill(root, {**OLD, ".htaccess": "van de server", ".well-known/acme": "sleutel"})
    (root / "tips").chmod(0o555)
    root.chmod(0o555)
    site.symlink_to(root)
    before = os.umask(0o077)
    try:
        with new_folder(site, ours=["index.html"]) as new:
            fill(new.path, NEW)
            new.put_in_place()
    finally:
        os.umask(before)

    assert site.is_symlink()
    assert held(root) == {**NEW, ".htaccess": "van de server", ".well-known/acme": "sleutel"}
    assert {path.stat().st_mode & 0o777 for path in (root, root / "tips")} == {0o755}
    assert {(root / name).stat().st_mode & 0o777 for name in NEW} == {0o644}
    assert [path.name for path in root.parent.iterdir()] == ["html"]


def test_a_stick_knows_no_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guide for on a stick can be built on the stick."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "chmod", refuse)
    monkeypatch.setattr(os, "link", refuse)
    fill(tmp_path / "offline", {**OLD, ".stick": "van wie hem kreeg"})
    with new_folder(tmp_path / "offline") as new:
        fill(new.path, NEW)
        new.put_in_place()

    assert held(tmp_path / "offline") == {**NEW, ".stick": "van wie hem kreeg"}


def test_a_rename_that_fails_halfway_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no moment after which there is no site."""
    monkeypatch.setattr(folders, "exchange", lambda *_: False)
    fill(tmp_path / "site", OLD)
    rename = Path.rename
    monkeypatch.setattr(Path, "rename", lambda path, to: full_disk() if path.name == ".site.new" else rename(path, to))
    with pytest.raises(OSError, match="No space"), new_folder(tmp_path / "site") as new:
        new.put_in_place()

    assert held(tmp_path / "site") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def a_file(site: Path) -> None:
    site.write_text("van iemand", encoding="utf-8")


def link_to_a_file(site: Path) -> None:
    a_file(site.with_name("blad"))
    site.symlink_to("blad")


def link_to_another_site(site: Path) -> None:
    fill(site.with_name("html"), {"wp-config.php": "van iemand"})
    site.symlink_to("html")


@pytest.mark.parametrize(
    "stands, says",
    [
        (a_file, "is een bestand, en hier komt een map: geef dat bestand een andere naam."),
        (link_to_a_file, "is een bestand, en hier komt een map: geef dat bestand een andere naam."),
        (lambda site: site.symlink_to("weg"), "/weg', en die map is er niet: maak ze met `mkdir -p '"),
        (lambda site: site.symlink_to("site"), "is een link die naar zichzelf leidt: haal die link weg."),
        (
            link_to_another_site,
            "en daar staat iets anders, dat verloren zou gaan: maak die map leeg, of kies een lege.",
        ),
    ],
    ids=["a file", "a link to a file", "a dead link", "a link to itself", "a link to another site"],
)
def test_what_is_someone_elses_is_not_replaced(stands: Callable[[Path], None], says: str, tmp_path: Path) -> None:
    """It is said before anything is built, and all stays as it was."""
    stands(tmp_path / "site")
    before = {path.name: path.is_symlink() for path in tmp_path.iterdir()}, held(tmp_path)

    with pytest.raises(Refusal) as caught, new_folder(tmp_path / "site", ours=["catalogue.json"]):
        pytest.fail("nothing may be built")

    assert str(caught.value).startswith(f"'{tmp_path / 'site'}' is een ") and says in str(caught.value)
    assert ({path.name: path.is_symlink() for path in tmp_path.iterdir()}, held(tmp_path)) == before


def test_a_folder_that_is_a_disk_is_said_so() -> None:
    """A volume cannot be renamed: who has the site on one, hears how it can be done."""
    with pytest.raises(OSError, match="busy") as caught, new_folder(Path("/proc")):
        pytest.fail("nothing may be built")

    assert in_dutch(caught.value).startswith("'/proc' is zelf een schijf, en niet te vervangen: ")
