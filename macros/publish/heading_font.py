"""The font of the headings as it is sent: Fraunces with the letters that the guide uses.

A third of what a first visit fetches is this font, and two thirds of its letters stand in no heading of a Dutch guide.
"""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

from macros.system.store import Store

HEADING_FONT = "assets/vendor/fraunces/fraunces-latin-600-normal.woff2"
"""Where it stands in docs/, as it came, and in the site, as it is sent."""

_DUTCH = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"%&'()+,-./:;?@"
    "„”“‘’–—…·½€éèëêïîíöôóüûúáàâäçñÉÈËÏÖÜÁÀÓ\u00a0\u201a\u00d7"
)
"""What anyone may write in a heading tomorrow, or in a title that is set like one, without another font being made."""

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")

_KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 14)
"""What the font says of itself: whose it is, what it is called, and under which licence (OFL) anyone may use it."""


class HeadingFont:
    """Sees the pages of a site, and leaves of the font what their headings can use.

    file: the font as it came. folder: where that is kept from one build to the next.
    """

    def __init__(self, file: Path, folder: Path) -> None:
        self._whole = file.read_bytes()
        self._store = Store(folder)
        self._letters: dict[str, frozenset[str]] = {}  # By page, those that are not in _DUTCH.

    def see(self, name: str, page: str) -> None:
        """Note what stands in the headings of a page, in the place of what stood there before. name: of that page."""
        headings = " ".join(heading for _, heading in _HEADING.findall(page))
        self._letters[name] = frozenset(html.unescape(_TAG.sub("", headings))) - _DUTCH

    def font(self) -> bytes:
        """The font as WOFF2."""
        letters = "".join(sorted(_DUTCH.union(*self._letters.values())))
        made_of = letters.encode() + self._whole + Path(__file__).read_bytes()
        font = self._store.kept(made_of, lambda: _with_only(letters, self._whole))
        self._store.prune()
        return font


def _with_only(letters: str, whole: bytes) -> bytes:
    """It takes a third of a second. What places letters and joins them stays with those that stay.

    The forms for other weights (rvrn, STAT) go: there is one weight.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    options = subset.Options(notdef_outline=True, layout_features=["kern", "liga"], name_IDs=list(_KEPT_NAMES))
    options.drop_tables += ["STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
