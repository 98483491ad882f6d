"""Everything that makes a site, around the tiny guide: a project of one's own, to build, serve and make mistakes in."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from places import ROOT, TESTS, TINY, copy_of_tiny

PATIENCE = int(os.environ.get("PATIENCE", "1200"))
"""Seconds that anything may take on a busy machine before we call it stuck.

Whatever waits, goes on as soon as it can. Who writes a test may have less of it: PATIENCE=30."""


KEPT = ROOT / ".build" / "tiny"
"""What took long to make of the tiny guide: its sheets and books, each under a hash of all that it is made of."""

LONG = ("sheets", "books")
"""Where that is kept."""


HALF_COMPILED = shutil.ignore_patterns("*.pyc.*")
"""What Python is compiling at this moment, and will have another name when it is copied. What it did, goes along."""


def machine(folder: Path) -> Path:
    """A copy of the project with the tiny guide in the place of the real one.

    What was made of that before, need not be again, as on the machine of an editor.
    """
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=HALF_COMPILED)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    copy_of_tiny(folder)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    give(KEPT, folder / ".build")
    return folder


def keep(project: Path) -> None:
    """Have what this project made there for who copies it next, in this run or a later one; and no more than that."""
    made = {path.relative_to(project / ".build") for name in LONG for path in (project / ".build" / name).glob("*")}
    for path in KEPT.glob("*/*"):
        if path.relative_to(KEPT) not in made:
            path.unlink(missing_ok=True)
    for name in LONG:
        give(project / ".build", KEPT, name)


def give(kept: Path, to: Path, folder: str = "*") -> None:
    """Copy what is kept. Others may do so at the same time: each file comes there whole, and one may be gone again."""
    for path in kept.glob(f"{folder}/*"):
        place = to / path.relative_to(kept)
        place.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            half = Path(shutil.copy(path, to / f"{path.name}.{os.getpid()}"))
            half.rename(place)


def quick_tests(project: Path, *files: str) -> str:
    """Do quick tests in a copy of the project, and answer what failed; nothing when all went well."""
    tests = project / "tests"
    tests.mkdir(exist_ok=True)
    for file in TESTS.glob("*.py"):
        shutil.copy(file, tests)
    if not (tests / TINY.name).exists():
        shutil.copytree(TINY, tests / TINY.name)
    shutil.copy(ROOT / "pyproject.toml", project)
    done = run(project, "pytest", "-p", "no:xdist", "-m", "not real", *(f"tests/{file}" for file in files))
    return done.stdout + done.stderr if done.returncode else ""


def run(project: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """What a Python module does with a project, and what it says. settings: what its environment holds besides."""
    environment = {**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", **settings}
    return subprocess.run(
        [sys.executable, "-m", *words],
        check=False,
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


def full_disk(*_: object, **__: object) -> None:
    """What a disk without room answers to whoever writes: it does not say of which file."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def build(project: Path, site: Path, *options: str, **settings: str) -> str:
    """Build a project strictly into a folder, and answer what went wrong; nothing when all went well."""
    done = run(project, "mkdocs", "build", "--strict", "--site-dir", str(site), *options, **settings)
    return done.stdout + done.stderr if done.returncode else ""
