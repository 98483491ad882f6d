"""Every mistake in broken/ is answered with the words in its says.txt. See broken/README.md."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.building import Building
from macros.problems import ContentError

TESTS = Path(__file__).parent
MISTAKES = sorted(folder for folder in (TESTS / "broken").iterdir() if folder.is_dir())
GONE = ".weg"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda folder: folder.name)
def test_mistake_is_answered(mistake, golden, tmp_path):
    """An editor who makes this mistake reads this answer, and no other."""
    _copy_with(mistake, tmp_path)

    with pytest.raises(ContentError) as caught:
        Building().refresh(tmp_path)

    golden(f"{caught.value}\n", mistake / "says.txt")


def _copy_with(mistake: Path, root: Path) -> None:
    """The tiny guide, with the files of one mistake in the place of its own."""
    for folder in ("content", "docs"):
        shutil.copytree(TESTS / "tiny_guide" / folder, root / folder)
        shutil.copytree(mistake / folder, root / folder, dirs_exist_ok=True) if (mistake / folder).is_dir() else None
    for mark in root.rglob(f"*{GONE}"):
        mark.unlink()
        mark.with_suffix("").unlink()
