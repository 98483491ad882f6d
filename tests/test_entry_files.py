"""Whoever opens the guide again and again reads again only what changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from places import TINY

from macros.content import entry_files
from macros.content.entry_files import EntryFiles
from macros.content.problems import ContentError
from macros.content.yaml_file import YamlFile, parse_yaml_file
from macros.model.reference import Term
from macros.open_guide import open_guide

WORD = "glossary/bakboord.yml"
"""A file that no other names."""


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, in order."""
    files: list[str] = []

    def counted(file: str, raw: bytes) -> YamlFile:
        files.append(file)
        return parse_yaml_file(file, raw)

    monkeypatch.setattr(entry_files, "parse_yaml_file", counted)
    return files


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny guide, to change."""
    return Path(shutil.copytree(TINY / "content", tmp_path / "content"))


@pytest.fixture
def files(content: Path, parsed: list[str]) -> EntryFiles:
    """What is known once the guide has been opened; what was parsed for that is not counted."""
    known = EntryFiles()
    assert len(list(open_guide(content, known))) == len(parsed) > 20
    parsed.clear()
    return known


def test_what_stayed_the_same_is_not_read_again(content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """A save costs what it changed, not what there is."""
    (content / WORD).touch()

    assert len(list(open_guide(content, files))) > 20
    assert parsed == []


def test_what_changed_is_read_again(content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """One file, and the guide says what it says now."""
    text = (content / WORD).read_text(encoding="utf-8")
    (content / WORD).write_text(text.replace("title: Bakboord", "title: Stuurboord"), encoding="utf-8")

    assert open_guide(content, files).get(Term, "bakboord").title == "Stuurboord"
    assert parsed == [f"content/{WORD}"]


def test_what_is_gone_is_forgotten(content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """It is not in the guide, and when it comes back it is new."""
    raw = (content / WORD).read_bytes()
    (content / WORD).unlink()
    assert open_guide(content, files).find(Term.collection, "bakboord") is None
    assert parsed == []

    (content / WORD).write_bytes(raw)
    assert open_guide(content, files).find(Term.collection, "bakboord")
    assert parsed == [f"content/{WORD}"]


@pytest.mark.parametrize("mistake", [b"kleur: [rood\n", b"kleur: rood\n"], ids=["no YAML", "no such field"])
def test_what_was_mended_is_read_again(mistake: bytes, content: Path, files: EntryFiles, parsed: list[str]) -> None:
    """A mistake stays told until it is mended, and no longer; the other files are left alone."""
    raw = (content / WORD).read_bytes()
    (content / WORD).write_bytes(raw + mistake)
    for _ in range(2):
        with pytest.raises(ContentError, match=f"content/{WORD}:"):
            open_guide(content, files)
    (content / WORD).write_bytes(raw)

    assert open_guide(content, files).find(Term.collection, "bakboord")
    assert set(parsed) == {f"content/{WORD}"}
