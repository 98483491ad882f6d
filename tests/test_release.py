"""A release dates what the changelog says is new, and is refused when there is nothing to bring out."""

from __future__ import annotations

import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RELEASE = runpy.run_path(str(ROOT / ".ci" / "release.py"))
DAY = date(2026, 12, 1)

NEW = """\
# Wat er veranderde

## Nog niet uitgebracht

- Je vindt nu ook wat je half typt.

## 1.0.0 (2026-11-30)

- De gids staat er.
"""


def test_what_is_new_gets_a_version_and_a_day() -> None:
    """What was brought out before keeps its own."""
    promised = NEW.replace("## Nog niet uitgebracht", "## 1.1.0 (2026-12-01)")

    assert RELEASE["dated"](NEW, "1.1.0", DAY) == promised


@pytest.mark.parametrize("heading", ["", "## Nog niet uitgebracht\n\n"])
def test_without_news_there_is_no_release(heading: str) -> None:
    """Whoever brings out a version, first says what it brings."""
    with pytest.raises(RELEASE["NotNowError"], match="zegt niet wat er nieuw is"):
        RELEASE["dated"](
            f"# Wat er veranderde\n\n{heading}## 1.0.0 (2026-11-30)\n\n- De gids staat er.\n", "1.1.0", DAY
        )


class Project:
    """A small project of its own, to bring out: its checks pass, and it knows one new address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("pyproject.toml", '[project]\nversion = "1.1.0"\n')
        self.write("CHANGELOG.md", NEW)
        self.write("Makefile", "lint test fresh:\n\t@true\n")
        self.write("content/published.tsv", "")
        self.write(".gitignore", "__pycache__/\n")
        self.write("macros/__init__.py", "")
        self.write("macros/__main__.py", 'open("content/published.tsv", "a").write("t/zwaai")\n')
        self.write(".ci/release.py", (ROOT / ".ci" / "release.py").read_text(encoding="utf-8"))
        self.git("init", "--quiet", "--initial-branch", "main")
        self.git("config", "user.name", "Redactie")
        self.git("config", "user.email", "redactie@sleutelbos.example")
        self.keep()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def git(self, *words: str) -> str:
        return subprocess.run(["git", *words], cwd=self.folder, check=True, capture_output=True, text=True).stdout

    def keep(self) -> None:
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "De gids staat er")

    def release(self) -> str:
        """What whoever releases is told, of what went wrong."""
        command = [sys.executable, ".ci/release.py"]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False).stderr


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that can be brought out as it stands."""
    return Project(tmp_path)


def test_a_release_is_one_commit_with_a_tag(project: Project) -> None:
    """It holds the dated changelog and the new addresses, and leaves nothing lying about."""
    assert project.release() == ""

    assert project.git("show", "v1.1.0:CHANGELOG.md") == RELEASE["dated"](NEW, "1.1.0", date.today())
    assert project.git("show", "v1.1.0:content/published.tsv") == "t/zwaai"
    assert project.git("status", "--porcelain") == ""


def test_only_what_is_on_main_is_released(project: Project) -> None:
    """Others get what is on main."""
    project.git("switch", "--quiet", "--create", "proef")

    refused(project, "git switch main")


def test_a_version_is_released_once(project: Project) -> None:
    """A tag that was given out, stays what it is."""
    project.release()
    project.write("CHANGELOG.md", NEW)
    project.keep()

    assert "v1.1.0 bestaat al" in project.release()


def test_only_what_is_kept_is_released(project: Project) -> None:
    """What is not in git, cannot be brought out."""
    project.write("idee.txt", "Nog niet af.")

    refused(project, "git status")


def test_what_fails_a_check_is_not_released(project: Project) -> None:
    """One check that fails is enough."""
    project.write("Makefile", "lint fresh:\n\t@true\ntest:\n\t@false\n")
    project.keep()

    refused(project, "make test lukte niet")


def refused(project: Project, why: str) -> None:
    """The project is not brought out, and stays as it was."""
    assert why in project.release()
    assert project.git("tag") == ""
    assert (project.folder / "CHANGELOG.md").read_text(encoding="utf-8") == NEW
