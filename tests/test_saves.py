"""What is served after a save is what a fresh build makes, whatever was saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from machine import machine
from saving import change, changes
from serving import Desk

ALL = int(os.environ.get("MUTATIONS", "0"))
"""`make test` sets it: then there are more edits."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Someone who writes, in a project of one's own."""
    monkeypatch.setenv("STOP_AT_MACRO_ERROR", "false")
    project = machine(tmp_path / "gids")
    monkeypatch.chdir(project)
    return Desk(project, tmp_path / "site")


def test_after_many_saves_the_site_is_as_if_freshly_built(desk: Desk, tmp_path: Path) -> None:
    """Every file of it. What the check refuses, is put back, as an editor would."""
    good = 0
    for turn, file in enumerate(changes(desk.project / "content", seed=19, times=50 if ALL else 12)):
        before = file.read_text(encoding="utf-8")
        file.write_text(change(file, turn), encoding="utf-8")
        desk.save(file)
        if desk.mistake:
            file.write_text(before, encoding="utf-8")
            desk.save(file)
            assert not desk.mistake
        else:
            good += 1
    assert good > 5
    fresh = Desk(desk.project, tmp_path / "fresh").files()
    served = desk.files()
    assert served.keys() == fresh.keys()
    assert [name for name in fresh if fresh[name] != served[name]] == []
