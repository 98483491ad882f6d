"""What someone at a terminal is told: which commands there are, and what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from machine import machine, run

from macros.__main__ import COMMANDS, main, usage


def test_every_command_is_explained() -> None:
    """Who does not know what to type, reads all of it: also those that `make` has no word for."""
    said = usage()

    assert {"check", "export", "publish", "report", "sheets", "site"} <= set(COMMANDS)
    assert [name for name in COMMANDS if f"python -m macros {name}" not in said] == []
    assert [name for name, command in COMMANDS.items() if not (command.run.__doc__ or "").endswith(".")] == []


@pytest.mark.parametrize("words", [[], ["chek"], ["check", "alles"], ["export"], ["export", "een", "twee"]])
def test_what_is_not_understood_is_answered_with_what_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Never a traceback, and never something else than what was asked for."""
    assert main(words) == 2
    assert capsys.readouterr().err == f"{usage()}\n"


def test_sheets_come_one_by_one_or_all(tmp_path: Path) -> None:
    """Who changes how a sheet looks, makes that one and sees how many pages it takes."""
    project = machine(tmp_path / "gids")
    done = run(project, "macros", "sheets", str(tmp_path / "pdf"), "botenblad")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("botenblad: 1 van 1 bladen, ")
    assert [path.name for path in (tmp_path / "pdf").iterdir()] == ["botenblad.pdf"]
