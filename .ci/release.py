"""Brings out a version: checks everything, notes new addresses, dates the changelog, commits and tags.

The version is the one of pyproject.toml. Nothing is sent anywhere: that is the last command, and it is said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

from macros.content import days
from macros.system.errors import in_dutch
from macros.system.files import save_file

ROOT = Path(__file__).parents[1]
UNRELEASED = "## Nog niet uitgebracht"


class NotNowError(Exception):
    """Why there can be no release as things stand, in Dutch."""


def dated(changelog: str, version: str, day: date) -> str:
    """The changelog in which what was not released yet belongs to a version, with its day."""
    before, heading, after = changelog.partition(f"{UNRELEASED}\n")
    news = after.partition("\n## ")[0]
    if not heading or not news.strip():
        raise NotNowError(f"CHANGELOG.md zegt niet wat er nieuw is. Schrijf dat onder '{UNRELEASED}'.")
    return f"{before}## {version} ({day.isoformat()})\n{after}"


def main() -> int:
    """Release, or say why not."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    try:
        _look_at_git(f"v{version}")
        changelog = dated((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version, days.today())
        for target in ("lint", "test", *_fresh()):
            _run("make", target)
        _run(sys.executable, "-m", "macros", "publish")
        save_file(ROOT / "CHANGELOG.md", changelog)
        _run("git", "commit", "--quiet", "--message", f"Release {version}", "CHANGELOG.md", "content/published.tsv")
        _run("git", "tag", "--annotate", "--message", f"Sleutelbos {version}", f"v{version}")
    except NotNowError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(in_dutch(error), file=sys.stderr)
        return 1
    print(f"Sleutelbos {version} is uitgebracht in deze map. Stuur het door: git push --follow-tags")
    return 0


def _look_at_git(tag: str) -> None:
    """Nothing half done, on the branch that everyone gets, and a version that was not given out before."""
    if _said("git", "status", "--porcelain"):
        raise NotNowError("Er staan wijzigingen klaar die nog niet bewaard zijn: git status")
    if (branch := _said("git", "branch", "--show-current")) != "main":
        raise NotNowError(f"Een uitgave komt van main, en je staat op '{branch}': git switch main")
    if _said("git", "tag", "--list", tag):
        raise NotNowError(f"{tag} bestaat al. Zet een nieuwe version in pyproject.toml en bewaar dat eerst.")


def _fresh() -> list[str]:
    """The trial on an empty Debian, where it can be done."""
    if os.getuid() == 0 and shutil.which("debootstrap"):
        return ["fresh"]
    print("make fresh sla ik over: dat kan alleen als root, en met debootstrap.")
    return []


def _run(*command: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise NotNowError(f"Geen uitgave: {' '.join(command)} lukte niet.")


def _said(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
