"""A site of pages that were kept is, to the byte, the site that a build from cold makes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from machine import run

from macros.kept.made_by import KEEP
from macros.kept.standing import StandingSite, inputs
from macros.worksheets.pdf import pdf_missing

TIP = "content/tips/bel-bij-mist.yml"
NOTHING = "Er is niets veranderd: de site staat er al.\n"


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


def draw(project: Path) -> None:
    """Another picture for where a link is pasted."""
    (project / "pictures").mkdir(exist_ok=True)
    (project / "pictures" / "drawn.tsv").write_text("tip\t0\n", encoding="utf-8")


def run_git(project: Path, *words: str) -> None:
    """A commit, so that files have a last change."""
    for line in (words, ("add", "content"), ("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "Begin")):
        subprocess.run(["git", *line], check=True, cwd=project, capture_output=True)


def test_the_same_site_as_from_cold(standing: Path) -> None:
    """When nothing changed, after one changed tip, and after changing it back."""
    first = site(standing)
    assert make(standing).stdout == NOTHING
    assert site(standing) == first

    edit(standing / TIP, "title: ", "title: Dus ")
    assert make(standing).returncode == 0
    changed = site(standing)
    assert make(standing, **{KEEP: "no"}).returncode == 0
    assert site(standing) == changed
    assert {"tips/index.html", "assets/search/data.js"} <= {name for name in first if first[name] != changed[name]}

    edit(standing / TIP, "title: Dus ", "title: ")
    assert make(standing).returncode == 0
    assert site(standing) == first


def test_what_went_is_gone(standing: Path) -> None:
    """A site is made in the folder of the one before the last: nothing of that shows, and no copy of it changes."""
    first = site(standing)
    extra = standing / "docs" / "over" / "erbij.md"
    extra.write_text("# Erbij\n", encoding="utf-8")
    make(standing)
    spare = standing / ".build" / "spare" / "site"
    assert not (spare / "over" / "erbij" / "index.html").exists() and (spare / "over" / "index.html").exists()
    os.link(spare / "index.html", standing / "copy.html")

    edit(standing / TIP, "title: ", "title: Dus ")
    make(standing)
    assert "over/erbij/index.html" in site(standing)
    extra.unlink()
    edit(standing / TIP, "title: Dus ", "title: ")
    make(standing)

    assert site(standing) == first
    assert (standing / "copy.html").read_bytes() == first["index.html"]
    assert (spare / "over" / "erbij" / "index.html").exists()


def stands(project: Path) -> bool:
    """Whether a build would find that there is nothing to do."""
    site = StandingSite(project / "site", project / ".build" / "standing" / "site")
    return site.is_of(inputs(project, True, pdf_missing()))


def test_a_site_that_someone_changed_is_made_again(standing: Path) -> None:
    """Nothing changed in the guide, and still there is something to build."""
    first = site(standing)
    edit(standing / "site" / "tips" / "index.html", "</body>", "<p>Erbij</p></body>")

    assert NOTHING not in make(standing).stdout
    assert site(standing) == first


@pytest.mark.parametrize(
    "hurt",
    [
        lambda site: (site / "tips" / "index.html").unlink(),
        lambda site: (site / "erbij.html").touch(),
        lambda site: site.rename(site.with_name("elders")),
    ],
    ids=["a file that went", "one that came", "no site"],
)
def test_a_site_that_someone_touched_does_not_stand(standing: Path, hurt: Callable[[Path], object]) -> None:
    """Whatever differs from what a build left."""
    assert stands(standing)
    hurt(standing / "site")

    assert not stands(standing)


@pytest.mark.parametrize(
    "change",
    [
        lambda project: edit(project / TIP, "title: ", "title: Dus "),
        lambda project: (project / "docs" / "over" / "erbij.md").write_text("# Erbij\n", encoding="utf-8"),
        lambda project: (project / "docs" / "erbij.txt").touch(),
        lambda project: edit(project / "overrides" / "main.html", "</body>", "<!-- --></body>"),
        lambda project: (project / "macros" / "erbij.py").touch(),
        lambda project: (project / "CHANGELOG.md").write_text("## 1 (2026-01-01)\n", encoding="utf-8"),
        draw,
        lambda project: run_git(project, "init"),
    ],
    ids=["a tip", "a page", "a file to copy", "a template", "code", "a release", "a picture", "a history"],
)
def test_what_asks_for_a_build(standing: Path, change: Callable[[Path], object]) -> None:
    """Anything that may show."""
    assert stands(standing)
    change(standing)

    assert not stands(standing)


@pytest.mark.parametrize("name, value", [("SITE_URL", "https://elders.be/"), ("SOURCE_DATE_EPOCH", "1")])
def test_a_setting_asks_for_a_build(standing: Path, name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build asks of its environment."""
    monkeypatch.setenv(name, value)

    assert not stands(standing)


def test_whoever_wants_it_from_cold_gets_that(standing: Path) -> None:
    """Also when nothing changed."""
    assert NOTHING not in make(standing, **{KEEP: "no"}).stdout


def test_a_warning_comes_again(standing: Path) -> None:
    """MkDocs finds what our check does not: a build that warned leaves nothing behind that would silence it."""
    (standing / "docs" / "over" / "fout.md").write_text(
        '# Fout\n\n<a href="nergens.md">x</a>\n\n![x](weg.png)\n', "utf-8"
    )
    first, second = make(standing), make(standing)

    assert first.returncode == second.returncode == 1
    assert first.stderr == second.stderr
