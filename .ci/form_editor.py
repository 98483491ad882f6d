"""Takes the form editor over from its package: after `npm ci`, run .venv/bin/python .ci/form_editor.py.

Everything comes unmodified from node_modules/@sveltia/cms, whose version package.json pins, but for the font of its
icons: of the four thousand in it, the editor uses some hundreds.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from macros.system.files import write_file

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "node_modules" / "@sveltia" / "cms"
VENDOR = ROOT / "macros" / "publish" / "vendor" / "sveltia-cms"

UNMODIFIED = {
    "dist/sveltia-cms.js": "sveltia-cms.js",
    "locales/nl.json": "nl.json",
    "LICENSE.txt": "LICENSE.txt",
    "npm/assets/source-sans-3-latin-wght-normal-*.woff2": "source-sans-3.woff2",
    "npm/assets/source-sans-3.LICENSE.txt": "source-sans-3.LICENSE.txt",
    "npm/assets/noto-mono-latin-400-normal-*.woff2": "noto-mono.woff2",
    "npm/assets/noto-mono.LICENSE.txt": "noto-mono.LICENSE.txt",
    "npm/assets/material-symbols-outlined.LICENSE.txt": "material-symbols.LICENSE.txt",
}
ICONS = "npm/assets/material-symbols-outlined-latin-wght-normal-*.woff2"


def of_package(pattern: str) -> Path:
    """The one file of the package that fits a pattern."""
    (file,) = PACKAGE.glob(pattern)
    return file


def words_of(script: str) -> set[str]:
    """Every word that stands alone in quotation marks, and so can be the name of an icon."""
    return set(re.findall(r"""[`"']([a-z0-9_]+)[`"']""", script))


def with_icons(font: TTFont, wanted: set[str]) -> TTFont:
    """The font with only these icons, of one weight. An icon is a ligature of the letters of its name."""
    font = instancer.instantiateVariableFont(font, {"wght": 400})
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    glyphs = set[str]()
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            ligatures: dict[str, list[Any]] = getattr(table, "ExtSubTable", table).ligatures
            for first, ones in ligatures.items():
                kept = [one for one in ones if "".join(letters[part] for part in (first, *one.Component)) in wanted]
                glyphs.update(one.LigGlyph for one in kept)
                ligatures[first] = kept
    options = subset.Options(layout_features=["*"], layout_closure=False, notdef_outline=True, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(glyphs=glyphs, text="abcdefghijklmnopqrstuvwxyz0123456789_ ")
    subsetter.subset(font)
    return font


def take_over() -> None:
    """Copy what stays as it is, and leave of the icons what is used."""
    for theirs, ours in UNMODIFIED.items():
        write_file(VENDOR / ours, of_package(theirs).read_bytes())
    wanted = words_of((VENDOR / "sveltia-cms.js").read_text(encoding="utf-8"))
    font = with_icons(TTFont(of_package(ICONS), recalcTimestamp=False), wanted)
    font.flavor = "woff2"
    font.save(VENDOR / "material-symbols.woff2")


if __name__ == "__main__":
    take_over()
