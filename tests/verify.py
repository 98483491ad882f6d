"""Whether one commit always gives the same site, to the byte: python tests/verify.py [ADDRESS].

The guide is made six times, each time in other circumstances. Every two circumstances meet in all four ways, so what
goes wrong only when two of them come together is seen too. Which they are: CIRCUMSTANCES.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from machine import PATIENCE
from places import ROOT, TESTS

CIRCUMSTANCES: Mapping[str, tuple[str, str]] = {
    "folder": ("een korte map", "een map met spaties, van iemand anders"),
    "zone": ("14 uur voor op Londen", "12 uur achter op Londen"),
    "locale": ("C.UTF-8", "C, zonder UTF-8"),
    "cores": ("alle kernen", "een kern"),
    "seed": ("hash 1", "hash 4242"),
    "kept": ("niets van vroeger", "met wat elders gemaakt was"),
    "clock": ("de klok van nu", "negen jaar later"),
    "umask": ("umask 022", "umask 077"),
    "disk": ("de map zoals ze komt", "de map van z naar a"),
    "letters": ("de lettertypes van het toestel", "een toestel zonder lettertypes"),
}
"""What may not matter: by name, the one way and the other."""

LEFT_OUT = (".venv", "node_modules", ".build", "site", "offline", "portable", "books", ".git")
"""What no copy of the project needs."""

_BUILDS = 6
_NO_LETTERS = (
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig></fontconfig>\n'
)


@dataclass(frozen=True)
class Place:
    """A copy of the project in a folder, and which of the circumstances are the other way there."""

    folder: Path
    other: frozenset[str]

    @property
    def project(self) -> Path:
        """Where the copy of the project stands."""
        return self.folder / ("Ouders & co (nieuw)" if "folder" in self.other else "g") / "gids"

    def make(self, *words: str) -> str:
        """What a command makes of it; answers what went wrong, or nothing."""
        done = subprocess.run(
            [sys.executable, "-m", "macros", *words],
            check=False,
            cwd=self.project,
            env=self._environment(),
            umask=0o077 if "umask" in self.other else 0o022,
            preexec_fn=_on_one_core if "cores" in self.other else None,
            capture_output=True,
            timeout=PATIENCE,
        )
        return (done.stdout + done.stderr).decode("utf-8", "replace") if done.returncode else ""

    def _environment(self) -> dict[str, str]:
        home, letters = self.project.parent / "thuis", self.project.parent / "fonts.conf"
        home.mkdir(exist_ok=True)
        letters.write_text(_NO_LETTERS, encoding="utf-8")
        ways: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
            "folder": ({}, {"HOME": str(home), "USER": "iemand"}),
            "zone": ({"TZ": "<+14>-14"}, {"TZ": "<-12>12"}),
            "locale": (
                {"LC_ALL": "C.UTF-8"},
                {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            ),
            "seed": ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "4242"}),
            "clock": ({}, {"YEARS_AHEAD": "9"}),
            "disk": ({}, {"DISK_ORDER": "z-a"}),
            "letters": ({}, {"FONTCONFIG_FILE": str(letters)}),
        }
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(self.project), str(TESTS / "elsewhere")])}
        for name, (one, other) in ways.items():
            environment |= other if name in self.other else one
        return environment


def _on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):  # Not everywhere can one ask for fewer.
        os.sched_setaffinity(0, list(os.sched_getaffinity(0))[:1])


def pairwise(names: Collection[str]) -> list[frozenset[str]]:
    """For each of six builds, what is the other way in it. Of every two, each of the four combinations is there.

    In the first build nothing is the other way, and each is in three of the five builds after it: two sets of three
    out of five overlap, and neither holds the other. There are ten such sets, so there is room for ten names.
    """
    columns = dict(zip(names, combinations(range(1, _BUILDS), _BUILDS // 2), strict=False))
    assert len(columns) == len(names), "ten at most"
    return [frozenset(name for name, builds in columns.items() if build in builds) for build in range(_BUILDS)]


def copy_of_project(root: Path, place: Place, kept: Path | None = None) -> None:
    """Put what git knows of a project in a place, with its history. kept: a .build that was made elsewhere."""
    shutil.rmtree(place.project, ignore_errors=True)
    before = os.umask(0o077 if "umask" in place.other else 0o022)
    try:
        place.project.mkdir(parents=True)
        for name in _files_of(root):
            (place.project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, place.project / name)
        if history := _git(root, "rev-parse", "--absolute-git-dir"):
            (place.project / ".git").write_text(f"gitdir: {history}\n", encoding="utf-8")
        if kept and "kept" in place.other:
            shutil.copytree(kept, place.project / ".build")
    finally:
        os.umask(before)


def _files_of(root: Path) -> Iterator[str]:
    known = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    if known == [""]:  # There is no git.
        known = [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()]
    return (name for name in known if (root / name).is_file() and Path(name).parts[0] not in LEFT_OUT)


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except OSError:
        return ""
    return os.fsdecode(done.stdout).strip("\n") if done.returncode == 0 else ""


def digest(folder: Path) -> str:
    r"""The digest of a folder: what `find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum` says."""
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  ./{name}\n" for name in sorted(files(folder))
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def files(folder: Path) -> set[str]:
    """Every file in a folder, by its path in it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def differences(one: Path, other: Path) -> Iterator[str]:
    """Which files of two folders are not the same, and in which byte for the first time."""
    here, there = files(one), files(other)
    for name in sorted(here | there):
        if name not in here & there:
            yield f"{name}: staat er maar in een van de twee"
        elif (first := (one / name).read_bytes()) != (second := (other / name).read_bytes()):
            yield f"{name}: {_first_difference(first, second)}"


def other_rights(one: Path, other: Path) -> Iterator[str]:
    """Which files of two folders are not for the same people to read."""
    for name in sorted(files(one) & files(other)):
        if (one / name).stat().st_mode != (other / name).stat().st_mode:
            yield f"{name}: niet dezelfde mensen mogen het lezen"


def _first_difference(one: bytes, other: bytes) -> str:
    """Where two files begin to differ, as cmp counts, and what stands there."""
    pairs = enumerate(zip(one, other, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    seen = slice(max(0, at - 20), at + 30)
    return f"byte {at + 1}, regel {one[:at].count(10) + 1}: {one[seen]!r}, en {other[seen]!r}"


def made(place: Place, words: tuple[str, ...]) -> Path:
    """The folder that a command makes. Raises SystemExit when it cannot."""
    if wrong := place.make(*words):
        sys.exit(f"In {place.project} lukte `{' '.join(words)}` niet:\n{wrong}")
    return folder_of(place, words)


def folder_of(place: Place, words: tuple[str, ...]) -> Path:
    """Where a command puts what it makes: in the folder that it names last, or that it is called for."""
    return place.project / {"export": words[-1], "offline": "offline"}.get(words[0], "site")


def what_is_made(address: str) -> dict[str, tuple[str, ...]]:
    """By how people know it, what makes it. address: where the site is to stand; none to only look at it."""
    return {
        "make online" if address else "make site": ("online", address) if address else ("site",),
        "make offline": ("offline",),
        "make portable": ("export", "portable"),
    }


def verify(folder: Path, address: str = "") -> int:
    """Make everything in every circumstance, tell what differs, and answer how much does."""
    first, commit, head = Place(folder / "1", frozenset()), _commit(), _git(ROOT, "rev-parse", "HEAD")
    wrong = 0
    for number, other in enumerate(pairwise(CIRCUMSTANCES), 1):
        place = Place(folder / str(number), other)
        ways = ", ".join(words[name in other] for name, words in CIRCUMSTANCES.items())
        print(f"Bouw {number} van {_BUILDS}: {ways}.", flush=True)
        # The others are copies of the first: who goes on writing, changes nothing here. Who commits, does: see below.
        copy_of_project(ROOT if number == 1 else first.project, place, first.project / ".build")
        for name, words in what_is_made(address).items():
            old, new = folder_of(first, words), made(place, words)
            found = [f"  {name}: {line}" for line in (*differences(old, new), *other_rights(old, new))]
            wrong += len(found)
            print("".join(f"{line}\n" for line in found), end="", flush=True)
        if number > 1:
            shutil.rmtree(place.folder)
    if _git(ROOT, "rev-parse", "HEAD") != head:  # Every copy has this history.
        sys.exit("Er kwam intussen een commit bij: begin opnieuw.")
    print(f"{commit} {f'Verschillen: {wrong}.' if wrong else 'Alles is zes keer gelijk, tot op de byte.'}")
    for name, words in what_is_made(address).items() if not wrong else ():
        print(f"  {name}: {len(files(folder_of(first, words)))} bestanden, {digest(folder_of(first, words))}")
    return wrong


def _commit() -> str:
    commit, changed = _git(ROOT, "rev-parse", "--short", "HEAD"), _git(ROOT, "status", "--porcelain")
    if not commit:
        return "Er is geen git."
    return f"Commit {commit}, met wat nog niet in git zit." if changed else f"Commit {commit}."


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        sys.exit(min(1, verify(Path(name), *sys.argv[1:])))
