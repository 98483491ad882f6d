"""The font of the headings as it is sent: Fraunces with the letters that the guide uses.

A third of what a first visit fetches is this font, and two thirds of its letters stand in no heading of a Dutch guide.
"""

from __future__ import annotations

import io
from pathlib import Path

from macros.content.guide import Guide
from macros.system.store import Store

HEADING_FONT = "assets/vendor/fraunces/fraunces-latin-600-normal.woff2"
"""Where it stands in docs/, as it came, and in the site, as it is sent."""

_DUTCH = "".join(map(chr, range(0x20, 0x7F))) + "„”“‘’–—…·½€éèëêïîíöôóüûúáàâäçñÉÈËÏÖÜÁÀÓ\u00a0\u201a\u00d7"
"""What anyone may write in a heading tomorrow without another font being made."""


def heading_font(guide: Guide, file: Path, kept: Path) -> bytes:
    """The font as WOFF2. file: the font as it came; kept: the folder of what was made before."""
    store, whole = Store(kept / "font"), file.read_bytes()
    letters = "".join(sorted(set(_DUTCH).union(*(entry.title for entry in guide))))
    font = store.kept(letters.encode() + whole + Path(__file__).read_bytes(), lambda: _with_only(letters, whole))
    store.prune()
    return font


def _with_only(letters: str, whole: bytes) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(hinting=False, notdef_outline=True))
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
