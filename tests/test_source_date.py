"""A build counts from a day that the guide brings along, never from the clock."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from places import copy_of_tiny

from macros.content.guide import Guide
from macros.open_guide import open_guide
from macros.site.source_date import source_date


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the make-believe guide, outside any archive."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return copy_of_tiny(tmp_path / "gids")


def committed(root: Path, moment: str) -> None:
    """Put a folder in git at a moment."""
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "alles"]):
        subprocess.run(
            ["git", *words], cwd=root, check=True, env={**who, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin"}
        )


def test_it_is_the_day_of_the_last_commit(alone: Path) -> None:
    """As it was in Greenwich: who builds elsewhere, gets the same."""
    committed(alone, "2027-03-02T00:30:00+02:00")

    assert source_date(open_guide(alone / "content"), alone) == date(2027, 3, 1)


def test_who_builds_may_say_another(alone: Path, tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the name that many tools agreed on; what is no number of seconds is not believed."""
    committed(alone, "2027-03-02T12:00:00+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert source_date(tiny, alone) == date(2027, 1, 15)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    assert source_date(tiny, alone) == date(2027, 3, 2)


def test_without_git_it_is_the_newest_day_in_the_content(alone: Path) -> None:
    """Of a check, of an address that was given out, or of one that was withdrawn."""
    assert source_date(open_guide(alone / "content"), alone) == date(2026, 11, 22)

    (alone / "content" / "published.tsv").write_text("t/soep-op-de-kade\t2026-11-25\n", encoding="utf-8")
    assert source_date(open_guide(alone / "content"), alone) == date(2026, 11, 25)
