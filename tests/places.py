"""Where things stand: the project, its tests, the two guides."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CONTENT = ROOT / "content"
TINY = TESTS / "tiny_guide"


def asset(name: str) -> Path:
    """A script or style of docs/assets/, whichever component it belongs to."""
    return next((ROOT / "docs" / "assets").rglob(name))
