"""Where things stand: the project, its tests, the two guides, and a copy of one."""

from __future__ import annotations

import shutil
from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CONTENT = ROOT / "content"
TINY = TESTS / "tiny_guide"


def copy_of_tiny(root: Path) -> Path:
    """A folder with a copy of the content and the pages of the make-believe guide."""
    for folder in ("content", "docs"):
        shutil.copytree(TINY / folder, root / folder)
    return root


def asset(name: str) -> Path:
    """A script or style of docs/assets/, whichever component it belongs to."""
    return next((ROOT / "docs" / "assets").rglob(name))
