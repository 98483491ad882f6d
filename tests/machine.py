"""Everything that makes a site, around the tiny guide: a project of one's own, to build, serve and make mistakes in."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

from places import ROOT, TESTS, TINY, copy_of_tiny

PATIENCE = int(os.environ.get("PATIENCE", "1200"))
"""Seconds that anything may take on a busy machine before we call it stuck.

Whatever waits, goes on as soon as it can. Who writes a test may have less of it: PATIENCE=30."""


def machine(folder: Path) -> Path:
    """A copy of the project with the tiny guide in the place of the real one."""
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    copy_of_tiny(folder)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    shutil.copy(ROOT / "docs" / "selectie.md", folder / "docs")  # the header of every page leads there
    return folder


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
