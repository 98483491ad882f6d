"""What of the site is made of what its pages hold, so when all of them are there: its styles and its font of headings."""

from __future__ import annotations

import re
from pathlib import Path

from macros.publish.heading_font import HEADING_FONT, HeadingFont
from macros.publish.theme_styles import BASE_STYLES, ThemeStyles
from macros.system.files import write_file

_FOR_THE_BUILD = re.compile(r' data-search-exclude(?:="[^"]*")?(?=[ >])')
"""What says of a piece of Markdown that it repeats something; see site/terms.py. No page asks for it any more."""


def sent(page: str) -> str:
    """A page as it is sent: without what only the build reads."""
    return _FOR_THE_BUILD.sub("", page)


class MadeOfPages:
    """Sees the pages of one build, and then writes what they use.

    docs: where the font stands as it came, if it is there. kept: the folder of what was made before.
    styles: our own, which go with those of the theme.
    """

    def __init__(self, docs: Path, kept: Path, styles: str) -> None:
        whole = docs / HEADING_FONT
        self._theme = ThemeStyles(kept / "theme", styles)
        self._font = HeadingFont(whole, kept / "font") if whole.is_file() else None

    def see(self, page: str) -> None:
        """Note what a page holds."""
        self._theme.see(page)
        if self._font:
            self._font.see(page)

    def write(self, site: Path) -> None:
        """Write it into the site."""
        write_file(site / "assets" / BASE_STYLES, self._theme.styles())
        if self._font:
            write_file(site / HEADING_FONT, self._font.font())
