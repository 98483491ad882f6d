"""Sheets as PDF: A4, fillable, and read aloud as well as on paper (PDF/UA-1).

WeasyPrint lays out; it needs Pango, which pip cannot install. Without it there is no PDF, and `missing()` says why.
The same sheet gives the same bytes, so what did not change is taken from the store.
"""

from __future__ import annotations

import hashlib
import io
import logging
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parent.parent / "docs" / "assets"
STYLES = ("sheet.css", "sheet-pdf.css")


@cache
def missing() -> str | None:
    """What is missing to make PDFs, said to whoever builds the guide; None when nothing is."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return "Pango ontbreekt, dus er zijn geen PDF's van de werkbladen. Installeer het: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    return None


def pdf(body: str, title: str, store: Path | None = None) -> bytes:
    """The PDF of one sheet or of several. body: their HTML. store: a folder that keeps what was made before."""
    page = f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head><body><form>{body}</form></body></html>'
    kept = store / f"{hashlib.sha256((page + _fingerprint()).encode()).hexdigest()[:32]}.pdf" if store else None
    if kept and kept.is_file():
        return kept.read_bytes()
    made = _finished(_typeset(page))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    return made


def pages_of(made: bytes) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(made)) as document:
        return len(document.pages)


def _typeset(page: str) -> bytes:
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    fonts, styles = _styles()
    return weasyprint.HTML(string=page, base_url=ASSETS.as_uri() + "/").write_pdf(
        stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=True, pdf_identifier=b"sleutelbos"
    )


@cache
def _styles():
    """The styles, read once for all sheets: most of the time goes into the fonts."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return fonts, [weasyprint.CSS(filename=ASSETS / name, font_config=fonts) for name in STYLES]


def _finished(raw: bytes) -> bytes:
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
            if isinstance(thing, Dictionary) and thing.get("/S") == Name.TH and "/A" in thing and "/Scope" not in thing.A:
                thing.A.Scope = Name.Column
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


@cache
def _fingerprint() -> str:
    """What else a PDF is made of: the styles, the fonts, the version of the typesetter."""
    import weasyprint

    files = [*(ASSETS / name for name in STYLES), *sorted((ASSETS / "vendor").rglob("*.woff2"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest() + weasyprint.__version__ + _finished.__code__.co_code.hex()
