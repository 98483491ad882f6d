"""Entries that are kept from one reading to the next: the guide is the same, and what changed is read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown
from places import copy_of_tiny

import macros.open_guide as open_guide_
from macros.content import entry_files, readability
from macros.content.problems import ContentError
from macros.content.readability import hardest
from macros.content.validation import marked_texts
from macros.content.yaml_file import Loc, YamlFile, parse_yaml_file
from macros.kept.made_by import KEEP
from macros.live_guide import LiveGuide
from macros.model.entry import Entry
from macros.model.record import Mark
from macros.open_guide import open_guide

TIP = "content/tips/bel-bij-mist.yml"


def build(root: Path) -> LiveGuide:
    """What a build does with content/: it reads, works out what a page asks for, and keeps that."""
    live = LiveGuide(root)
    live.read()
    hardest(live.guide, 10)
    live.keep()
    return live


FILES = ["content/site.yml", "content/search.yml"]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which files are read, and not taken from what was kept; a project of the tiny guide stands around them."""
    monkeypatch.setenv(KEEP, "yes")
    copy_of_tiny(tmp_path)
    files: list[str] = []

    def noted(file: str, raw: bytes) -> YamlFile:
        files.append(file)
        return parse_yaml_file(file, raw)

    for module in (entry_files, open_guide_):
        monkeypatch.setattr(module, "parse_yaml_file", noted)
    build(tmp_path)
    assert {TIP, *FILES} <= set(files)
    files.clear()
    return files


def test_nothing_changed(read: list[str], tmp_path: Path) -> None:
    """Nothing is read again, and the guide says the same."""
    live = LiveGuide(tmp_path)
    live.read()
    assert read == []
    cold = open_guide(tmp_path / "content")

    assert [entry.model_dump() for entry in live.guide] == [entry.model_dump() for entry in cold]
    assert live.guide.references == cold.references
    assert {key: vars(file) | {"worked_out": {}} for key, file in live.guide.files.items()} == {
        key: vars(file) | {"worked_out": {}} for key, file in cold.files.items()
    }


def test_a_file_that_changed(read: list[str], tmp_path: Path) -> None:
    """It is read, and no other."""
    file = tmp_path / TIP
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: Dus "), encoding="utf-8")
    live = LiveGuide(tmp_path)
    live.read()

    assert read == [TIP]
    assert live.guide.find("tips", "bel-bij-mist").title.startswith("Dus ")  # type: ignore[union-attr]


def test_what_was_worked_out_of_a_file(read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not worked out again, but for the file that changed; and it is the same."""
    measured: list[str] = []

    def noted(entry: Entry) -> Iterator[tuple[str, Loc, Mark, str]]:
        measured.append(entry.id)
        return marked_texts(entry)

    file, cold = tmp_path / TIP, hardest(open_guide(tmp_path / "content"), 10)
    monkeypatch.setattr(readability, "marked_texts", noted)
    assert (hardest(build(tmp_path).guide, 10), measured) == (cold, [])
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: Dus "), encoding="utf-8")
    build(tmp_path)

    assert measured == ["bel-bij-mist"]


def test_a_mistake_is_told_again(read: list[str], tmp_path: Path) -> None:
    """What is wrong is not kept."""
    with (tmp_path / TIP).open("a", encoding="utf-8") as file:
        file.write("kleur: rood\n")
    for _ in range(2):
        with pytest.raises(ContentError, match="kleur"):
            LiveGuide(tmp_path).read()

    assert read == [TIP, TIP]


def test_code_that_changed(read: list[str], tmp_path: Path) -> None:
    """All is read again."""
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "nieuw.py").touch()
    LiveGuide(tmp_path).read()

    assert len(read) > 50


def test_nobody_asked(read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who builds with MkDocs itself, as CI does, reads every file."""
    monkeypatch.setenv(KEEP, "no")
    LiveGuide(tmp_path).read()

    assert len(read) > 50


def test_pages_of_docs(read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where their links lead is read once; a goal that went is told all the same."""
    pages: list[str] = []
    convert = Markdown.convert

    def noted(reader: Markdown, page: str) -> str:
        pages.append(page)
        return convert(reader, page)

    monkeypatch.setattr(Markdown, "convert", noted)

    def look() -> int:
        pages.clear()
        live = LiveGuide(tmp_path)
        live.refresh()
        live.keep()
        return len(pages)

    assert look() > 5
    assert look() == 0
    page = tmp_path / "docs" / "over" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[Erbij](erbij.md)\n", encoding="utf-8")
    (page.parent / "erbij.md").write_text("# Erbij\n", encoding="utf-8")
    assert look() == 2
    (page.parent / "erbij.md").unlink()
    with pytest.raises(ContentError, match=r"erbij\.md"):
        look()
