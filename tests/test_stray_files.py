"""Files that do not belong where they stand: what an editor who does what is said, is left with.

A hint, followed to the letter, mends or does nothing. No file that was good is ever overwritten.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from foreign import COPIES
from places import copy_of_tiny

from macros.content.problems import ContentError, Problem
from macros.live_guide import LiveGuide
from macros.model.entry_types import BY_COLLECTION

RENAME = re.compile(r"^Noem het '([^']+)'", re.MULTILINE)
DROP = re.compile(r"\b[Hh]aal (?:het|ze|deze kopie|deze map)\b.* weg\b")
MOVE = re.compile(r"rechtstreeks in content/([a-z]+)/")

NEW = ("Nieuw Stuk.yml", "nieuw_stuk.yml", "nieuw-stuk.yml.txt", "nieuw-stuk.yaml", "NIEUW-STUK.YML", "nieuw-stuk.docx")
NAMELESS = ("---.yml", "日本.yml", "(_).yml")


class Following:
    """A copy of the tiny guide in which hints are followed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        copy_of_tiny(root)
        self._live = LiveGuide(root)
        self.good = self.files()

    def files(self) -> dict[str, bytes]:
        """Everything in content/ and docs/ by its path."""
        paths = (path for folder in ("content", "docs") for path in (self.root / folder).rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def problems(self) -> list[Problem]:
        """What the check says now."""
        try:
            self._live.refresh()
        except ContentError as error:
            return error.problems
        return []

    def follow(self, problem: Problem) -> bool:
        """Do with a file what a hint says. Whether the hint said what to do."""
        path = self.root / problem.place.file
        offered, folder = RENAME.search(problem.hint), MOVE.search(problem.hint)
        if offered:
            assert not path.with_name(offered[1]).exists(), f"'{offered[1]}' would be overwritten by {path.name}"
            path.rename(path.with_name(offered[1]))
        elif folder and "Let op" not in problem.hint:
            for inside in path.iterdir():
                there = self.root / "content" / folder[1] / inside.name
                assert not there.exists(), f"{there} would be overwritten"
                inside.rename(there)
            path.rmdir()
        elif DROP.search(problem.hint):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return bool(offered or folder or DROP.search(problem.hint))

    def heal(self) -> None:
        """Put everything back as it was."""
        for folder in ("content", "docs"):
            shutil.rmtree(self.root / folder)
        copy_of_tiny(self.root)


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory) -> Following:
    """The tiny guide, copied once."""
    return Following(tmp_path_factory.mktemp("guide"))


@pytest.mark.parametrize("collection", BY_COLLECTION)
def test_what_is_said_of_copies_keeps_every_file_and_mends(collection: str, following: Following) -> None:
    """A copy beside a file, of the same and of other words: after what the hints say, the good files are all there."""
    original = next((following.root / "content" / collection).glob("*.yml"))
    try:
        for number, name in enumerate(COPIES):
            raw = original.read_bytes() if number % 2 else b"title: Iets anders\n"
            original.with_name(name.format(original.stem)).write_bytes(raw)

        problems = following.problems()
        assert len(problems) == len(COPIES)
        assert {problem.message for problem in problems} == {f"Dit lijkt een kopie van '{original.name}'."}
        assert all(following.follow(problem) for problem in problems)
        assert following.problems() == []
        assert following.files() == following.good
    finally:
        following.heal()


@pytest.mark.parametrize("collection", BY_COLLECTION)
def test_a_new_name_is_free_and_good(collection: str, following: Following) -> None:
    """Of several files that would get one name, one gets it; a file that is no entry gets none."""
    folder = following.root / "content" / collection
    try:
        for name in (*NEW, *NAMELESS):
            (folder / name).write_bytes(b"title: Iets nieuws\n")

        renamed = [problem.place.file for problem in following.problems() if RENAME.search(problem.hint)]
        assert len(renamed) == 1
        for problem in following.problems():
            assert following.follow(problem) or "een naam met gewone letters of cijfers" in problem.hint
        assert (folder / "nieuw-stuk.yml").read_bytes() == b"title: Iets nieuws\n"
        assert following.good.items() <= following.files().items()
    finally:
        following.heal()


def test_a_file_beside_the_collections_finds_its_place(following: Following) -> None:
    """Copies of the settings and of an entry, and folders beside those we know, with and without the same names."""
    content = following.root / "content"
    try:
        for name in ("site.yml~", "Kopie van site.yml", "search (1).yml", "published.tsv.bak", "bakboord.yml"):
            (content / name).write_bytes(b"title: Een kopie\n")
        for name in ("tip", "tips (1)", "Nieuwe map", "bronnen"):
            (content / name).mkdir()
        (content / "tip" / "een-tip.yml").write_bytes(b"title: Een tip\n")
        (content / "bronnen" / "logboek.yml").write_bytes(b"title: Een logboek\n")
        (content / "tips" / "map").mkdir()
        (content / "tips" / "map" / "tel-de-golven.yml").write_bytes(b"title: Een tip\n")

        hints = {problem.place.file: problem for problem in following.problems()}
        assert "Let op: 'logboek.yml' staat daar al" in hints["content/bronnen"].hint
        assert "Let op: 'tel-de-golven.yml' staat daar al" in hints["content/tips/map"].hint
        for problem in hints.values():
            following.follow(problem)
        assert following.good.items() <= following.files().items()
        assert (content / "tips" / "een-tip.yml").exists()
        assert not (content / "site.yml~").exists() and not (content / "Nieuwe map").exists()
    finally:
        following.heal()


def test_a_copy_of_a_page_is_told(following: Following) -> None:
    """In docs/, where it would be published."""
    page = following.root / "docs" / "over" / "index.md"
    names = ("index (1).md", "Kopie van index.md", "index.md~", "index.md.orig", "index.MD", "index.md.txt")
    try:
        for name in names:
            page.with_name(name).write_bytes(page.read_bytes())
        page.with_name("nieuw.md.txt").write_text("# Nieuw\n", encoding="utf-8")

        problems = following.problems()
        assert [problem.hint for problem in problems].count("Er staat hetzelfde in. Haal deze kopie weg.") == len(names)
        assert all(following.follow(problem) for problem in problems)
        assert following.problems() == []
        assert following.files() == {**following.good, "docs/over/nieuw.md": b"# Nieuw\n"}
    finally:
        following.heal()
