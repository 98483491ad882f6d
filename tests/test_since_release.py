"""The report says what happened to the entries since the last release."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path

import pytest

from macros.content.since_release import since_release
from macros.open_guide import open_guide
from macros.pages.render import Renderer
from macros.pages.upkeep import upkeep
from macros.site.since import since, since_report

SOUP, LAMP = "content/tips/soep-op-de-kade.yml", "content/tips/hang-een-lamp-op.yml"
WAVES, BOWL = "content/tips/tel-de-golven.yml", "content/tips/houd-een-kom-apart.yml"


class Project:
    """The make-believe guide, of which all was kept on one day."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "--quiet", "--initial-branch", "main")
        self.git("config", "user.name", "Redactie")
        self.git("config", "user.email", "redactie@sleutelbos.example")
        self.keep("2026-11-25")

    def git(self, *words: str, day: str = "2026-12-24") -> str:
        moment = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        path = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.root)}
        done = subprocess.run(
            ["git", *words], cwd=self.root, check=True, capture_output=True, text=True, env={**path, **moment}
        )
        return done.stdout

    def keep(self, day: str = "2026-12-24") -> str:
        """Keep everything, and answer under which name git knows that."""
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "Bewaard", day=day)
        return self.git("rev-parse", "HEAD").strip()

    def change(self, file: str, old: str, new: str, to: str = "") -> None:
        """Write something else in a file. to: the name that it gets."""
        text = (self.root / file).read_text("utf-8")
        assert old in text
        (self.root / file).unlink()
        (self.root / (to or file)).write_text(text.replace(old, new), "utf-8")

    def release(self) -> None:
        self.git("tag", "--annotate", "--message", "Vuurtoren 1.0.0", "v1.0.0")

    def report(self) -> str:
        content = self.root / "content"
        return since_report(since(open_guide(content, since_release=partial(since_release, self.root))))


@pytest.fixture
def project(root: Path) -> Project:
    """A guide with a history."""
    return Project(root)


def edit(project: Project) -> None:
    """One of each: changed, renamed, merged, gone, and new but not kept yet."""
    project.change(SOUP, "title: ", "title: Straks: ")
    project.change(SOUP, "Straks: ", "Nu ")
    project.change(WAVES, "title: ", "aliases: [tel-de-golven]\ntitle: ", "content/tips/tel-ze.yml")
    project.change(LAMP, "title: ", "aliases: [houd-een-kom-apart]\ntitle: ")
    (project.root / BOWL).unlink()
    (project.root / "content" / "partners" / "havenhuis.yml").unlink()
    project.keep()
    text = (project.root / "content" / "partners" / "vlaggentolk.yml").read_text("utf-8")
    new = text.replace("De vlaggentolk", "De seintolk")
    (project.root / "content" / "partners" / "seintolk.yml").write_text(new, "utf-8")


HAPPENED = """\
Veranderd sinds uitgave 1.0.0 (2026-11-25): 1 nieuw, 2 veranderd, 1 hernoemd, 2 weg
  Tips: 2 veranderd, 1 hernoemd, 1 weg
    veranderd  content/tips/hang-een-lamp-op.yml  Hang een lamp op
    veranderd  content/tips/soep-op-de-kade.yml  Nu Zet soep op de kade
    hernoemd   content/tips/tel-ze.yml  Tel eerst de golven (vroeger tel-de-golven)
    weg        content/tips/houd-een-kom-apart.yml  Houd één kom apart (nu Hang een lamp op)
  Partners: 1 nieuw, 1 weg
    nieuw      content/partners/seintolk.yml  De seintolk
    weg        content/partners/havenhuis.yml  Het havenhuis"""


def test_each_entry_is_told_with_what_happened_to_it(project: Project) -> None:
    """Also what is not kept yet; by an alias one knows what it was called, and where it went."""
    project.git("tag", "v1.0.0", day="2026-11-25")
    edit(project)

    assert project.report() == HAPPENED


def test_the_page_tells_the_same(project: Project) -> None:
    """With links to what is there."""
    project.release()
    edit(project)
    guide = open_guide(project.root / "content", since_release=partial(since_release, project.root))
    page = Renderer(guide).markdown(upkeep(guide))

    assert "sinds uitgave 1.0.0 (2026-11-25) <span>6</span>" in page
    assert "hernoemd: [Tel eerst de golven](tip:tel-ze) (vroeger tel-de-golven)" in page
    assert "weg: Het havenhuis" in page


def test_without_a_tag_the_newest_heading_counts(project: Project) -> None:
    """All that was kept until the end of its day was in it."""
    headings = "# Wat\n\n## Nog niet uitgebracht\n\n## 1.0.0 (2026-11-25)\n\n## 0.9.0 (2026-11-20)\n"
    (project.root / "CHANGELOG.md").write_text(headings, "utf-8")
    edit(project)

    assert project.report() == HAPPENED


def test_a_commit_that_is_no_news_changes_nothing(project: Project) -> None:
    """Such as the one that wrote all files in their form; what also changed otherwise, is told."""
    project.release()
    project.change(SOUP, "title: ", "title: Hete ")
    project.keep()
    project.change(SOUP, "title: ", "title:  ")
    project.change(LAMP, "title: ", "title:  ")
    commit = project.keep()
    (project.root / ".git-blame-ignore-revs").write_text(f"# De vorm\n{commit}\n", "utf-8")

    assert [line.split()[1] for line in project.report().splitlines()[2:]] == [SOUP]


def test_what_was_put_back_did_not_change(project: Project) -> None:
    """Two changes that make none."""
    project.release()
    project.change(SOUP, "title: ", "title: Hete ")
    project.keep()
    project.change(SOUP, "title: Hete ", "title: ")
    project.keep()

    assert project.report() == "Veranderd sinds uitgave 1.0.0 (2026-11-25): niets"


def test_before_the_first_release_everything_is_new(project: Project) -> None:
    """A tag for something else is no release."""
    project.git("tag", "voor-de-vakantie")

    assert project.report() == "Er is nog geen uitgave: alles is nieuw."


def test_a_copy_without_its_history_says_so(root: Path, tmp_path: Path) -> None:
    """From an archive, or of which only the last commit was fetched."""
    unknown = "Deze map kent haar geschiedenis niet: wat er veranderde sinds de vorige uitgave, weten we hier niet."
    assert since_release(root / "content") == unknown

    (root / "CHANGELOG.md").write_text("## 1.0.0 (2026-11-25)\n", "utf-8")
    project = Project(root)
    project.change(SOUP, "title: ", "title: Hete ")
    project.keep()
    project.git("clone", "--quiet", "--depth", "1", f"file://{root}", str(tmp_path / "copy"))
    assert since_release(tmp_path / "copy") == unknown
