"""A hundred edits of the real guide, written with what the form editor writes with.

Each is a file in form, in which only the lines of one field differ. tests/built/test_edits_in_the_form.py makes such
edits in the form itself.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from form_edits import Edit
from form_writing import by_the_form
from places import ROOT
from sound_edits import as_read, other_lines, sound_edits

from macros.content.guide import Guide
from macros.content.yaml_file import parse_yaml_file
from macros.desk.format import content_files, format_files


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real guide, to change."""
    root = tmp_path_factory.mktemp("gids")
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, root / name)
    return root


@pytest.fixture(scope="module")
def edits(real: Guide, project: Path) -> list[Edit]:
    """A hundred edits, made in the copy."""
    return sound_edits(real, project, 100, lambda _: ())


def test_each_kind_of_edit_is_there(edits: list[Edit]) -> None:
    """A word, a date, a choice, a relation, a question on a sheet, another order, something away."""
    kinds = ["add", "ask", "choose", "date", "drop", "move", "remove", "word", "write"]

    assert sorted({edit.what for edit in edits}) == kinds
    assert len({edit.name for edit in edits}) == 100


def test_the_form_writes_each_as_the_guide_is_written(edits: list[Edit], project: Path) -> None:
    """The same text, of the values in the order in which the form has them; so `make format` finds nothing to do."""
    files = [parse_yaml_file(edit.name, edit.text.encode()) for edit in edits]

    assert by_the_form(file.values for file in files) == [edit.text for edit in edits]

    done = format_files(project / "content", content_files(project / "content"))
    assert (done.changed, done.moved, done.problems) == ([], [], [])


def test_each_touches_only_the_lines_meant(edits: list[Edit]) -> None:
    """All else keeps its value, and its line."""
    for edit in edits:
        after = parse_yaml_file(edit.name, edit.text.encode())

        assert after.text != edit.file.text
        assert as_read(after.values) == as_read(edit.values), edit
        assert other_lines(after, edit) == other_lines(edit.file, edit), edit
