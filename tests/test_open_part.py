"""Whoever needs the entries of one type reads these and what they name, and sees no difference."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import copy_of_tiny

from macros.content import entry_files
from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.content.yaml_file import YamlFile, parse_yaml_file
from macros.model.practice import Worksheet
from macros.model.reference import Term
from macros.open_guide import open_part
from macros.worksheets.html import WorksheetHtml

SHEET, NAMED, OTHER = "worksheets/botenblad.yml", "glossary/eb.yml", "glossary/bakboord.yml"
"""A sheet, what one of its texts names, and what no sheet names."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a copy of the tiny guide, to change."""
    return copy_of_tiny(tmp_path / "gids") / "content"


def add(file: Path, line: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")


def test_a_sheet_looks_the_same(content: Path, tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sources and the titles that it names are there; most files were not opened."""
    read: list[str] = []

    def told(file: str, raw: bytes) -> YamlFile:
        read.append(file)
        return parse_yaml_file(file, raw)

    monkeypatch.setattr(entry_files, "parse_yaml_file", told)
    part = open_part(content, Worksheet)

    sheets = tiny.all(Worksheet)
    assert part.all(Worksheet) == sheets
    for sheet in sheets:
        assert WorksheetHtml(part).sheet(sheet, "large") == WorksheetHtml(tiny).sheet(sheet, "large")
    assert {f"content/{SHEET}", f"content/{NAMED}"} <= set(read) and len(read) == len(set(read)) < len(list(tiny)) / 2
    assert f"content/{OTHER}" not in read


def test_a_name_of_before_is_found(content: Path) -> None:
    """The file that has it is not the one it is called by."""
    add(content / NAMED, "aliases: [laagwater]")
    text = (content / SHEET).read_text(encoding="utf-8")
    (content / SHEET).write_text(text.replace("begrip:eb", "begrip:laagwater"), encoding="utf-8")

    assert open_part(content, Worksheet).get(Term, "laagwater").id == "eb"


def test_all_mistakes_are_told_once_one_is_met(content: Path) -> None:
    """In what no sheet names nothing is met."""
    add(content / OTHER, "kleur: rood")
    assert open_part(content, Worksheet).all(Worksheet)

    add(content / SHEET, "kleur: rood")
    with pytest.raises(ContentError) as told:
        open_part(content, Worksheet)
    assert {problem.place.file for problem in told.value.problems} == {f"content/{SHEET}", f"content/{OTHER}"}
