"""Sheets as PDF: A4, fillable, and read aloud as well as on paper (PDF/UA-1).

WeasyPrint lays out; it needs Pango, which pip cannot install. Without it there is no PDF, and `missing()` says why.
The same sheet gives the same bytes, so what did not change is taken from the store.
"""

from __future__ import annotations

import atexit
import ctypes
import hashlib
import io
import logging
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "docs" / "assets"
STYLES = ("sheet/frame.css", "sheet/fields.css", "sheet/blocks.css", "sheet/sheet-pdf.css")


_PANGO = ("pango-1.0", "pangoft2-1.0")
_SHAPES = ("lib{}.so.0", "lib{}.dylib", "lib{}-0.dll", "/opt/homebrew/lib/lib{}.dylib", "/usr/local/lib/lib{}.dylib")
"""What the parts of Pango are called on Linux, macOS and Windows."""


@cache
def missing() -> str | None:
    """What is missing to make PDFs, said to whoever builds the guide; None when nothing is.

    It only looks for the parts: starting the typesetter takes half a second, and most builds have all PDFs in store.
    """
    if find_spec("weasyprint") is None:
        return "WeasyPrint ontbreekt. Installeer de pakketten van requirements.lock."
    if all(any(_loads(shape.format(part)) for shape in _SHAPES) for part in _PANGO):
        return None
    return "Pango ontbreekt. Installeer het en bouw opnieuw, bijvoorbeeld: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


@dataclass(frozen=True)
class Made:
    """A PDF, and how many pages it has."""

    bytes: bytes
    pages: int


def pdf(body: str, title: str, store: Path | None = None) -> Made:
    """The PDF of one sheet or of several. body: their HTML. store: a folder that keeps what was made before."""
    page = f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(title)}</title></head><body><form>{body}</form></body></html>'
    name = hashlib.sha256((page + _fingerprint()).encode()).hexdigest()[:32]
    # A folder for each, with the number of pages as the name of the file: no build looks through all that was ever made.
    for kept in (store / name).glob("*.pdf") if store else ():
        return Made(kept.read_bytes(), int(kept.stem))
    made = _finished(_typeset(page))
    if store:
        (store / name).mkdir(parents=True, exist_ok=True)
        (store / name / f"{made.pages}.pdf").write_bytes(made.bytes)
    return made


def _typeset(page: str) -> bytes:
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    fonts, styles = _styles()
    return weasyprint.HTML(string=page, base_url=ASSETS.as_uri() + "/").write_pdf(
        stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=True, pdf_identifier=b"sleutelbos", uncompressed_pdf=True
    )


@cache
def _styles():
    """The styles, read once for all sheets: most of the time goes into the fonts."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    atexit.register(_styles.cache_clear)  # WeasyPrint cleans up after its fonts, and cannot once Python is leaving.
    return fonts, [weasyprint.CSS(filename=ASSETS / name, font_config=fonts) for name in STYLES]


def _finished(raw: bytes) -> Made:
    """What WeasyPrint leaves undone: fields that do not scroll, links that print, headed columns and rows, one identity for one content."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    with pikepdf.open(io.BytesIO(raw)) as document:
        form = document.Root.get("/AcroForm")
        if form is not None:
            form.Fields = Array([field for field in form.Fields if "/Parent" not in field])
            for field in form.Fields:
                if field.get("/FT") == Name.Tx:
                    field.Ff = int(field.get("/Ff", 0)) | 1 << 23
        for page in document.pages:
            for annotation in page.get("/Annots", []):
                annotation.F = int(annotation.get("/F", 0)) | 4
        for thing in document.objects:
            if isinstance(thing, Dictionary) and thing.get("/S") == Name.TH and "/A" in thing:
                thing.A.Scope = Name.Row if thing.P.P.S == Name.TBody else Name.Column
            elif isinstance(thing, Dictionary) and "/ToUnicode" in thing:
                _readable(thing.ToUnicode)
        _share_ticks(document)
        return Made(saved(document), len(document.pages))


def saved(document) -> bytes:
    """What an open document comes to: one content, one identity, the same bytes."""
    import pikepdf

    out = io.BytesIO()
    # Pressed anew, so that the bytes do not depend on which zlib this Python came with.
    pikepdf.settings.set_flate_compression_level(9)
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return out.getvalue()


def _share_ticks(document) -> None:
    """Draw the tick of all boxes of one size once, not once for each box."""
    drawn: dict[tuple[bytes, str], object] = {}
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            states = annotation.get("/AP", {}).get("/N", {})
            for state in states.keys() if annotation.get("/FT") == "/Btn" else ():
                form = states[state]
                states[state] = drawn.setdefault((form.read_bytes(), str(list(form.BBox))), form)


def _readable(letters) -> None:
    """Leave out what is no letter: the font of the fields is whole, and maps a glyph to the mark that says a file is Unicode."""
    told = letters.read_bytes()
    if b"<feff>" in told.lower():
        kept = re.sub(rb"(?im)^<[0-9a-f]+> <feff>\n", b"", told)
        letters.write(re.sub(rb"(\d+) beginbfchar\n((?:<.*\n)*)", lambda found: b"%d beginbfchar\n%s" % (found[2].count(b"\n"), found[2]), kept))


@cache
def _fingerprint() -> str:
    """What else a PDF is made of: the styles, the fonts, the typesetter, and what this room does with it."""
    files = [*(ASSETS / name for name in STYLES), *sorted((ASSETS / "vendor").rglob("*.woff2"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest() + version("weasyprint") + version("pikepdf") + Path(__file__).read_text(encoding="utf-8")
