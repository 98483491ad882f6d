"""What WeasyPrint leaves undone in a PDF, done with pikepdf: forms, headed tables, one identity for one content."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Pdf:
    """A PDF, and how many pages it has."""

    bytes: bytes
    pages: int


_DO_NOT_SCROLL = 1 << 23
_PRINT = 1 << 2
"""Flags of the PDF standard (ISO 32000-1, tables 228 and 165): a field shows all that is typed, an annotation is printed."""


def finished(raw: bytes) -> Pdf:
    """A PDF with what it lacked: fields that do not scroll, links that print, headed columns and rows, one identity for one content."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    with pikepdf.open(io.BytesIO(raw)) as document:
        form = document.Root.get("/AcroForm")
        if form is not None:
            form.Fields = Array([field for field in form.Fields if "/Parent" not in field])
            for field in form.Fields:
                if field.get("/FT") == Name.Tx:
                    field.Ff = int(field.get("/Ff", 0)) | _DO_NOT_SCROLL
        for page in document.pages:
            for annotation in page.get("/Annots", []):
                annotation.F = int(annotation.get("/F", 0)) | _PRINT
        for thing in document.objects:
            if isinstance(thing, Dictionary) and thing.get("/S") == Name.TH and "/A" in thing:
                thing.A.Scope = Name.Row if Name.TBody == thing.P.P.S else Name.Column
            elif isinstance(thing, Dictionary) and "/ToUnicode" in thing:
                _without_bom(thing.ToUnicode)
        _share_ticks(document)
        return Pdf(pdf_bytes(document), len(document.pages))


def pdf_bytes(document: Any) -> bytes:
    """What an open document comes to: one content, one identity, the same bytes."""
    import pikepdf

    out = io.BytesIO()
    # Pressed anew, so that the bytes do not depend on which zlib this Python came with.
    pikepdf.settings.set_flate_compression_level(9)
    document.save(
        out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True
    )
    return out.getvalue()


def _share_ticks(document: Any) -> None:
    """Draw the tick of all boxes of one size once, not once for each box."""
    drawn: dict[tuple[bytes, str], object] = {}
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            states = annotation.get("/AP", {}).get("/N", {})
            for state in states.keys() if annotation.get("/FT") == "/Btn" else ():
                form = states[state]
                states[state] = drawn.setdefault((form.read_bytes(), str(list(form.BBox))), form)


def _without_bom(letters: Any) -> None:
    """Leave out what is no letter: the font of the fields is whole, and maps a glyph to the mark that says a file is Unicode."""
    told = letters.read_bytes()
    if b"<feff>" in told.lower():
        kept = re.sub(rb"(?im)^<[0-9a-f]+> <feff>\n", b"", told)
        letters.write(
            re.sub(
                rb"(\d+) beginbfchar\n((?:<.*\n)*)",
                lambda found: b"%d beginbfchar\n%s" % (found[2].count(b"\n"), found[2]),
                kept,
            )
        )
