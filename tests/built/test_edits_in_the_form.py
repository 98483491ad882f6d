"""Edits that chance makes, in the form itself, in one sitting: each file comes out as it should, and no other changes.

Some; FORM_EDITS=100 makes a hundred. tests/test_hundred_edits.py holds what they should come to.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from at_form import Desk, form_of
from form_edits import Edit
from machine import HALF_COMPILED, run
from places import ROOT
from playwright.sync_api import expect
from sites import OpenWindow
from sound_edits import put_back, sound_edits

from macros.content.guide import Guide
from macros.content.problems import Problem
from macros.live_guide import LiveGuide
from macros.worksheets.downloads import misfits

EDITS = int(os.environ.get("FORM_EDITS", "8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, with the real guide."""
    root = tmp_path / "gids"
    for name in ("content", "docs", "macros"):
        shutil.copytree(ROOT / name, root / name, ignore=HALF_COMPILED)
    if (ROOT / ".build" / "sheets").is_dir():  # What was laid out before, need not be again.
        shutil.copytree(ROOT / ".build" / "sheets", root / ".build" / "sheets")
    return root


@pytest.fixture
def edits(real: Guide, project: Path) -> list[Edit]:
    """Edits that `make check` lets through, not yet made."""

    def misfitting(live: LiveGuide) -> Iterator[Problem]:
        return misfits(live.renderer.worksheets, project / ".build" / "sheets")

    edits = sound_edits(real, project, EDITS, misfitting)
    put_back(project, edits)
    return edits


@pytest.mark.long
def test_edits_that_chance_makes(edits: list[Edit], project: Path, windows: OpenWindow) -> None:
    """Each file is as it should be, no other changed, and the check passes."""
    with form_of(project / "content", project / "site", windows) as desk:
        for edit in edits:
            make(desk, edit)
        written = desk.files()

    assert {name: text for name, text in written.items() if text != desk.before.get(name)} == {
        edit.path: edit.text for edit in edits
    }
    for edit in edits:
        (project / edit.path).write_text(written[edit.path], encoding="utf-8")
    checked = run(project, "macros", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def make(desk: Desk, edit: Edit) -> None:
    """Do in the form what the dice said."""
    folder, name = f"instellingen/{edit.name}".removesuffix(".yml").split("/")[-2:]
    desk.open(folder, name, "title" if "title" in edit.values else str(edit.loc[0]))
    for at, step in enumerate(edit.loc):
        if isinstance(step, int):
            desk.unfold(".".join(map(str, edit.loc[:at])), step)
    path = ".".join(map(str, edit.loc))
    desk.come_to(path)
    if edit.what in ("write", "date"):
        desk.box(path).fill(edit.typed)
    elif edit.what in ("choose", "add"):
        desk.choose(path, edit.label)
    elif edit.what == "drop":
        desk.field(path).get_by_role("row").nth(edit.at).get_by_role("button").click()
    elif edit.what == "word":
        lines = desk.field(path).get_by_role("textbox")
        lines.last.press("Enter")
        expect(lines).to_have_count(edit.at + 1)
        lines.last.fill(edit.typed)
    elif edit.what == "move":
        desk.item(path, edit.at).get_by_role("button", name="Item verplaatsen").first.press("ArrowDown")
    elif edit.what == "remove":
        desk.item(path, edit.at).get_by_role("button", name="Verwijderen", exact=True).first.click()
    elif edit.what == "ask":
        desk.field(path).get_by_role("button", name="toevoegen").last.click()
        desk.page.get_by_role("menuitem", name="Lijnen").click()
        desk.box(f"{path}.{edit.at}.label").fill(edit.typed)
        desk.box(f"{path}.{edit.at}.count").fill("2")
    desk.save()
