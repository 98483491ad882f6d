"""What WeasyPrint leaves undone in a PDF, done with pikepdf: forms, table headers, the same bytes each time."""

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
"""Flag of a form field (ISO 32000-1, table 228): it takes no more text than it shows."""

_PRINT = 1 << 2
"""Flag of an annotation (ISO 32000-1, table 165): it is printed."""


def finished(raw: bytes) -> Pdf:
    """A PDF with what it lacked: fields that do not scroll, links that print, headers with a scope, a fixed id."""
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
        for item in document.objects:
            if isinstance(item, Dictionary) and item.get("/S") == Name.TH and "/A" in item:
                item.A.Scope = Name.Row if Name.TBody == item.P.P.S else Name.Column
            elif isinstance(item, Dictionary) and "/ToUnicode" in item:
                _remove_bom(item.ToUnicode)
        _share_checkboxes(document)
        return Pdf(pdf_bytes(document), len(document.pages))


def pdf_bytes(document: Any) -> bytes:
    """The bytes of an open document: the same content gives the same id, and the same bytes."""
    import pikepdf

    out = io.BytesIO()
    # Compressed anew, so that the bytes do not depend on which zlib this Python came with.
    pikepdf.settings.set_flate_compression_level(9)
    document.save(
        out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True
    )
    return out.getvalue()


def _share_checkboxes(document: Any) -> None:
    """Draw the checkboxes of one size once, not once for each."""
    drawings: dict[tuple[bytes, str], object] = {}
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            states = annotation.get("/AP", {}).get("/N", {})
            for state in states.keys() if annotation.get("/FT") == "/Btn" else ():
                form = states[state]
                states[state] = drawings.setdefault((form.read_bytes(), str(list(form.BBox))), form)


def _remove_bom(characters: Any) -> None:
    """Leave the byte order mark out of a font's map from glyphs to characters: it is none, and fails PDF/UA.

    The font of the fields is embedded whole, and so it has a glyph for it.
    """
    cmap = characters.read_bytes()
    if b"<feff>" in cmap.lower():
        cmap = re.sub(rb"(?im)^<[0-9a-f]+> <feff>\n", b"", cmap)
        characters.write(re.sub(rb"(\d+) beginbfchar\n((?:<.*\n)*)", _recounted, cmap))


def _recounted(block: re.Match[bytes]) -> bytes:
    """A block of such a map, which begins with how many lines it has."""
    return b"%d beginbfchar\n%s" % (block[2].count(b"\n"), block[2])
