"""The font of the fields in a PDF: it decides which letters someone can write there.

It goes into every sheet whole, because no one knows beforehand which name will be written. So of Noto Sans it takes the
letters that people here write their names with, and leaves out what would only make every sheet larger.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "vendor" / "noto-sans" / "NotoSans_400Regular.ttf"

LETTERS = (
    r"\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff"  # Latin: of Turkish, Romanian, Polish, Yoruba, Vietnamese …
    r"\u0251\u0253\u0254\u0256\u0257\u0259\u025b\u0260\u0263\u0265\u0268\u0269\u026f"  # small ones of its capitals
    r"\u0272\u0275\u0280\u0283\u0288-\u028c\u0292"
    r"\u0300-\u036f"  # accents that come after their letter
    r"\u02bb-\u02bf\u02c6-\u02dd"  # apostrophes that are letters, and accents that stand alone
    r"\u0400-\u045f\u0490\u0491"  # Cyrillic
    r"\u04c0\u04cf"  # the stick that Chechen writes with
    r"\u2000-\u200d\u2010-\u2026\u2030-\u203a\u20ac\u2116\u2212"  # spaces, dashes, quotes, dots, euro, number, minus
    r"\ufb00-\ufb04"  # what comes along with a text out of another PDF or a web page
)
"""What can be written in a field, as it stands between [ and ] in a regular expression, of Python and of JavaScript.

templates/worksheet.md.jinja of the pages says it in words.
"""


def made() -> bytes:
    """Noto Sans with these letters only, in the order of Unicode, as TrueType. It takes a tenth of a second."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.reorderGlyphs import reorderGlyphs

    # How far its letters reach is worked out when it is saved for the second time.
    font = TTFont(FILE, lazy=True, recalcTimestamp=False, recalcBBoxes=False)
    for table in ("GDEF", "GPOS", "GSUB", "STAT"):  # They place accents and name styles: in a field nothing asks that.
        del font[table]
    wanted = re.compile(f"[{LETTERS}]")
    subsetter = subset.Subsetter(subset.Options(hinting=False, glyph_names=False, notdef_outline=True))
    subsetter.populate(unicodes=[letter for letter in font.getBestCmap() if wanted.match(chr(letter))])
    subsetter.subset(font)
    font = TTFont(io.BytesIO(_saved(font)), recalcTimestamp=False)
    # In this order, the file and the map that a PDF has of it compress best.
    glyphs = dict.fromkeys([".notdef", *(glyph for _, glyph in sorted(font.getBestCmap().items()))])
    reorderGlyphs(font, [*glyphs, *(glyph for glyph in font.getGlyphOrder() if glyph not in glyphs)])
    return _saved(font)


def without_letters(made: bytes) -> bytes:
    """The same font, of the same measures, with no more than a space: what a sheet is laid out with."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(made), recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(hinting=False, glyph_names=False, notdef_outline=True))
    subsetter.populate(unicodes=[0x20])
    subsetter.subset(font)
    return _saved(font)


def _saved(font: Any) -> bytes:
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
