"""What `make verify` rests on: circumstances that truly differ, in pairs, and a difference that is seen."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, product
from pathlib import Path

import pytest
from places import TESTS
from verify import CIRCUMSTANCES, Place, copy_of_project, differences, digest, pairwise


def test_each_two_circumstances_meet_in_every_way() -> None:
    """Six builds are enough for that."""
    builds = pairwise(CIRCUMSTANCES)

    assert len(builds) == 6 and builds[0] == frozenset()
    for one, other in combinations(CIRCUMSTANCES, 2):
        assert {(one in build, other in build) for build in builds} == set(product((True, False), repeat=2))


def test_a_difference_is_told_with_its_place(tmp_path: Path) -> None:
    """In which file, and at which byte it begins, as cmp counts."""
    for name, text in (("a", b"een\ntwee\n"), ("b", b"een\ndrie\n")):
        (tmp_path / name / "map").mkdir(parents=True)
        (tmp_path / name / "map" / "x.html").write_bytes(text)
        (tmp_path / name / f"{name}.css").write_bytes(b"")

    assert list(differences(tmp_path / "a", tmp_path / "b")) == [
        "a.css: staat er maar in een van de twee",
        "b.css: staat er maar in een van de twee",
        r"map/x.html: byte 5, regel 2: b'een\ntwee\n', en b'een\ndrie\n'",
    ]
    assert list(differences(tmp_path / "a", tmp_path / "a")) == []


def test_anyone_can_repeat_the_digest(tmp_path: Path) -> None:
    """With what every Linux has: the command stands with the function."""
    (tmp_path / "é en b").mkdir()
    for name in ("index.html", "Z.css", "é en b/c.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    command = (digest.__doc__ or "").split("`")[1]

    said = subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert said.split()[0] == digest(tmp_path)


@pytest.mark.parametrize(
    "expression",
    [
        "datetime.date.today().year",
        "datetime.datetime.now().year",
        "datetime.datetime.now(datetime.UTC).year",
        "datetime.datetime.today().year",
        "time.gmtime().tm_year",
        "int(time.strftime('%Y'))",
        "int(time.ctime().split()[-1])",
        "int(email.utils.formatdate().split()[3])",
    ],
)
def test_the_other_clock_is_years_ahead(expression: str) -> None:
    """Whichever way Python is asked, also by what it starts: two builds on one day would prove nothing."""
    words = [sys.executable, "-c", f"import datetime, email.utils, time; print({expression})"]
    path = {"PYTHONPATH": str(TESTS / "elsewhere")}
    now, ahead = (
        int(subprocess.run(words, check=True, capture_output=True, env={**os.environ, **path, **more}).stdout)
        for more in ({}, {"YEARS_AHEAD": "9"})
    )

    assert ahead - now in (8, 9)  # It counts days of years without a leap.


def test_the_other_disk_names_its_files_from_z_to_a(tmp_path: Path) -> None:
    """However Python asks what a folder holds."""
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    code = (
        "import os, pathlib; print(os.listdir('.'), [p.name for p in pathlib.Path('.').iterdir()],"
        " [p.name for p in os.scandir('.')], next(os.walk('.'))[2], [p.name for p in pathlib.Path('.').glob('*')])"
    )
    environment = {**os.environ, "PYTHONPATH": str(TESTS / "elsewhere"), "DISK_ORDER": "z-a"}

    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, env=environment)
    assert said.stdout.decode().strip() == " ".join(["['c', 'b', 'a']"] * 5)


def test_a_copy_of_a_project_has_what_git_knows_and_its_history(tmp_path: Path) -> None:
    """Also what is not kept yet, but not what git is told to leave alone; read by no one else, where that is so."""
    root = tmp_path / "hier"
    root.mkdir()
    (root / ".gitignore").write_text("gebouwd\n", encoding="utf-8")
    (root / "gebouwd").touch()
    (root / "nieuw.md").touch()
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    place = Place(tmp_path / "daar", frozenset({"umask", "folder"}))

    copy_of_project(root, place)

    assert {path.name for path in place.project.iterdir()} == {".git", ".gitignore", "nieuw.md"}
    assert (place.project / "nieuw.md").stat().st_mode & 0o777 == 0o600
    known = subprocess.run(["git", "ls-files", "-o"], cwd=place.project, check=True, capture_output=True, text=True)
    assert "nieuw.md" in known.stdout
