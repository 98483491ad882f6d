"""The guide's own icons, each an SVG file beside this one: which there are, and the SVG of one."""

from __future__ import annotations

from pathlib import Path

from macros.content.folders import held_by
from macros.content.guide import Guide
from macros.model.advice import Section, Tip
from macros.model.entry import Entry

FOLDER = Path(__file__).parent

_DECORATIVE = 'class="icon" aria-hidden="true"'


def known_icons() -> frozenset[str]:
    """The names of all icons there are at this moment."""
    return frozenset(path.stem for path in held_by(FOLDER, FOLDER.parent) if path.suffix == ".svg" and path.is_file())


def sign_of(guide: Guide, entry: Entry) -> str:
    """The name of the icon that stands for an entry: for a tip, and for a part without one, that of where it lives."""
    home = guide.home_of(entry) if isinstance(entry, Section | Tip) and not getattr(entry, "icon", None) else None
    return sign_of(guide, home) if home else entry.sign


class Icons:
    """The icons as inline SVG. Each file is read once for as long as this lives: one refresh of the site."""

    def __init__(self) -> None:
        self._svgs: dict[str, str] = {}

    def svg(self, name: str) -> str:
        """One icon, hidden from screen readers: the words beside it say what it means."""
        if name not in self._svgs:
            svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip()
            self._svgs[name] = svg.replace('<svg xmlns="http://www.w3.org/2000/svg"', f"<svg {_DECORATIVE}", 1)
        return self._svgs[name]
