"""The guide's own icons: which there are, and how one looks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "templates" / "icons"


@cache
def known_icons() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(path.stem for path in FOLDER.glob("*.svg"))


@cache
def icon(name: str) -> str:
    """An icon as inline SVG, hidden from screen readers: the words beside it say what it means."""
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip()
    return svg.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1)
