"""What of the site is made of what its pages hold, when all of them are there: its styles and its font of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.publish.heading_font import HEADING_FONT, HeadingFont
from macros.publish.theme_styles import BASE_STYLES, ThemeStyles

_FOR_THE_BUILD = re.compile(r' data-search-exclude(?:="[^"]*")?(?=[ >])')
"""What says of a piece of Markdown that it repeats something; see site/terms.py. No page asks for it any more."""

_AS_WRITTEN = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
"""Where each space counts."""

_BLANK = re.compile(r"\n\s+")
"""Empty lines and indents: of every page the same, and not for a reader."""

_MARK = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>')
_HIDES_MARK = re.compile(r'<(?:summary|hgroup|article class="tip)\b[^>]*>\s*$')
"""The mark that links to a heading; and what a heading stands first in where no style ever shows it, as in an h1."""


def sent(page: str) -> str:
    """A page as it is sent: without what only the build or a writer reads."""
    pieces = _AS_WRITTEN.split(_MARK.sub(_if_shown, _FOR_THE_BUILD.sub("", page)))
    pieces[::2] = (_BLANK.sub("\n", piece) for piece in pieces[::2])
    return "".join(pieces).lstrip()


def _if_shown(mark: re.Match[str]) -> str:
    page, at = mark.string, mark.string.rfind("<h", 0, mark.start())
    hidden = page.startswith("<h1", at) or _HIDES_MARK.search(page[max(0, at - 200) : at])
    return "" if hidden else mark[0]


class MadeOfPages:
    """Sees the pages of a site, and then makes what they use.

    docs: where the font stands as it came, if it is there. kept: the folder of what was made before.
    styles: our own, which go with those of the theme.
    """

    def __init__(self, docs: Path, kept: Path, styles: str) -> None:
        whole = docs / HEADING_FONT
        self._theme = ThemeStyles(kept / "theme", styles)
        self._font = HeadingFont(whole, kept / "font") if whole.is_file() else None

    def see(self, name: str, page: str) -> None:
        """Note what a page holds, in the place of what it held before. name: its file below docs/."""
        self._theme.see(name, page)
        if self._font:
            self._font.see(name, page)

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """What they are, by their path in the site."""
        yield f"assets/{BASE_STYLES}", self._theme.styles()
        if self._font:
            yield HEADING_FONT, self._font.font()
