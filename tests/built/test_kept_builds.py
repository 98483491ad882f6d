"""A site of pages that were kept is, to the byte, the site that a build from cold makes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from machine import run

from macros.kept.made_by import KEEP

TIP = "content/tips/bel-bij-mist.yml"
NOTHING = "Er is niets veranderd: de site staat er al.\n"


@pytest.fixture
def kept(project: Path) -> Path:
    """A project whose site was made, and kept."""
    assert make(project).returncode == 0
    return project


def make(project: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """What `make site` does."""
    return run(project, "macros", "site", **settings)


def site(project: Path) -> dict[str, bytes]:
    """Every file of the site, to the byte."""
    folder = project / "site"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_site_as_from_cold(kept: Path) -> None:
    """When nothing changed, after one changed tip, and after changing it back."""
    first = site(kept)
    assert make(kept).stdout == NOTHING
    assert site(kept) == first

    edit(kept / TIP, "title: ", "title: Dus ")
    assert make(kept).returncode == 0
    changed = site(kept)
    assert make(kept, **{KEEP: "no"}).returncode == 0
    assert site(kept) == changed
    assert {"tips/index.html", "assets/search/data.js"} <= {name for name in first if first[name] != changed[name]}

    edit(kept / TIP, "title: Dus ", "title: ")
    assert make(kept).returncode == 0
    assert site(kept) == first


@pytest.mark.parametrize("hurt", ["a page that someone changed", "a file that went", "one that came", "no site"])
def test_a_site_that_someone_touched_is_made_again(kept: Path, hurt: str) -> None:
    """Nothing changed in the guide, and still there is something to build."""
    first, page = site(kept), kept / "site" / "tips" / "index.html"
    match hurt:
        case "a page that someone changed":
            edit(page, "</body>", "<p>Erbij</p></body>")
        case "a file that went":
            page.unlink()
        case "one that came":
            page.with_name("erbij.html").touch()
        case "no site":
            (kept / "site").rename(kept / "elders")

    assert NOTHING not in make(kept).stdout
    assert site(kept) == first


@pytest.mark.parametrize(
    "change",
    [
        lambda project: edit(project / TIP, "title: ", "title: Dus "),
        lambda project: (project / "docs" / "over" / "erbij.md").write_text("# Erbij\n", encoding="utf-8"),
        lambda project: (project / "docs" / "erbij.txt").touch(),
        lambda project: edit(project / "overrides" / "main.html", "</body>", "<!-- --></body>"),
        lambda project: (project / "macros" / "erbij.py").touch(),
        lambda project: (project / "CHANGELOG.md").write_text("## 1 (2026-01-01)\n", encoding="utf-8"),
        lambda project: run_git(project, "init"),
    ],
    ids=["a tip", "a page", "a file to copy", "a template", "code", "a release", "a history"],
)
def test_what_asks_for_a_build(kept: Path, change: object) -> None:
    """Anything that may show."""
    assert callable(change)
    change(kept)

    assert NOTHING not in make(kept).stdout


@pytest.mark.parametrize("setting", [{"SITE_URL": "https://elders.be/"}, {"SOURCE_DATE_EPOCH": "1"}, {KEEP: "no"}])
def test_what_else_asks_for_a_build(kept: Path, setting: dict[str, str]) -> None:
    """The environment, and whoever wants it from cold."""
    assert NOTHING not in make(kept, **setting).stdout


def test_a_warning_comes_again(kept: Path) -> None:
    """MkDocs finds what our check does not: a build that warned leaves nothing behind that would silence it."""
    (kept / "docs" / "over" / "fout.md").write_text('# Fout\n\n<a href="nergens.md">x</a>\n\n![x](weg.png)\n', "utf-8")
    first, second = make(kept), make(kept)

    assert first.returncode == second.returncode == 1
    assert first.stderr == second.stderr


def run_git(project: Path, *words: str) -> None:
    """A commit, so that files have a last change."""
    for line in (words, ("add", "content"), ("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "Begin")):
        subprocess.run(["git", *line], check=True, cwd=project, capture_output=True)
