"""What WeasyPrint leaves undone in a PDF, done with pikepdf: forms, table headers, fewer bytes and always the same."""

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

_FIELD_FONT = "/Wingdings"
"""What the font of the fields is called within a document. Chrome and Edge (PDFium, CPDF_BAFontMap) believe only of a
font with such a name that it knows its own signs; with any other they write no more than the letters of Western Europe,
and take the rest from a font of the machine, or drop it."""

_LOOK = re.compile(r"(?:/\S+ gs )?(?P<colour>[\d. ]+ rg) (?P<font>/\S+) (?P<size>[\d.]+ Tf)")
"""How WeasyPrint says what is written in a field looks like."""

_PRINT = 1 << 2
"""Flag of an annotation (ISO 32000-1, table 165): it is printed."""

_MAPPED = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]+)>$", re.MULTILINE)
"""A line of a font's map: a glyph, and what it stands for."""

_FRACTION = re.compile(rb"(?<=\.\d\d)\d+(?=[\d. -]* (?:re|[lmc])$)", re.MULTILINE)
"""What is too exact in a line of a drawing that says where something stands: a hundredth of a point is seen by no one.
What turns or stretches a drawing has to stay exact."""


def font_of_fields(raw: bytes) -> Any:
    """The font of the fields in a PDF that holds one field: an open document to copy it from."""
    import pikepdf

    with pikepdf.open(io.BytesIO(raw)) as document:
        look = _LOOK.fullmatch(str(document.Root.AcroForm.Fields[0].DA))
        assert look
        document.Root.Field = document.Root.AcroForm.DR.Font[look["font"]]
        _shorten_map(document.Root.Field.ToUnicode)
        written = pdf_bytes(document)
    # What is compressed here, is not compressed again for each sheet.
    return pikepdf.open(io.BytesIO(written))


def say_scopes(_document: object, pdf: Any) -> None:
    """Say of each header of a table what it is of: its row or its column. pdf: as WeasyPrint has it, not yet written.

    It has a hundred elements for each page, and looking at them in a written PDF takes ten times as long.
    """
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("S") == "/TH" and "A" in item:
            row = pdf.objects[int(item["P"].split()[0])]
            group = pdf.objects[int(row["P"].split()[0])]
            item["A"]["Scope"] = "/Row" if group["S"] == "/TBody" else "/Column"


def finished(raw: bytes, font: Any) -> Pdf:
    """A PDF with what it lacked: fields that do not scroll, links that print, a fixed id.

    font: of what is written in its fields (`font_of_fields`). It was laid out with one without letters.
    """
    import pikepdf
    from pikepdf import Array, Name

    with pikepdf.open(io.BytesIO(raw)) as document:
        form = document.Root.get("/AcroForm")
        if form is not None:
            form.Fields = Array([field for field in form.Fields if "/Parent" not in field])
            texts = [field for field in form.Fields if field.get("/FT") == Name.Tx]
            _finish_texts(form, texts, document.copy_foreign(font.Root.Field))
        for page in document.pages:
            _shorten_drawing(page.Contents)
            for annotation in page.get("/Annots", []):
                annotation.F = int(annotation.get("/F", 0)) | _PRINT
        for printed in document.pages[0].Resources.Font.values():  # All pages have the same.
            if "/ToUnicode" in printed:
                _shorten_map(printed.ToUnicode)
        _share_checkboxes(document)
        return Pdf(pdf_bytes(document), len(document.pages))


def _finish_texts(form: Any, fields: list[Any], font: Any) -> None:
    """Make fields stop where they are full, and write with this font, whichever letters one types."""
    from pikepdf import Dictionary, String

    laid_out_with = form.DR.Font
    for field in fields:
        field.Ff = int(field.get("/Ff", 0)) | _DO_NOT_SCROLL
        look = _LOOK.fullmatch(str(field.DA))
        assert look, field.DA
        if look["font"] in laid_out_with:  # The pages have the same list of fonts.
            del laid_out_with[look["font"]]
        field.DA = String(f"{look['colour']} {_FIELD_FONT} {look['size']}")
    form.DR = Dictionary(Font=Dictionary({_FIELD_FONT: font}))


def pdf_bytes(document: Any) -> bytes:
    """The bytes of an open document: the same content gives the same id, and the same bytes."""
    import pikepdf

    out = io.BytesIO()
    # WeasyPrint compresses nothing, so the bytes do not depend on which zlib this Python came with.
    pikepdf.settings.set_flate_compression_level(9)
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
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


def _shorten_map(characters: Any) -> None:
    """Write a font's map from glyphs to characters as ranges: the font of the fields has a thousand, in order."""
    written = characters.read_bytes()
    if b" beginbfrange\n" in written:
        return
    ranges: list[tuple[int, int, bytes]] = []  # The first and the last glyph, and what the first stands for.
    for glyph, text in sorted((int(found[1], 16), found[2]) for found in _MAPPED.finditer(written)):
        first, last, start = ranges[-1] if ranges else (glyph, glyph, b"")
        # Within a range only the last byte may change (ISO 32000-1, 9.10.3).
        next_text = b"%0*x" % (len(start), int(start or b"0", 16) + glyph - first)
        if glyph == last + 1 and glyph >> 8 == first >> 8 and text == next_text and text[:-2] == start[:-2]:
            ranges[-1] = first, glyph, start
        else:
            ranges.append((glyph, glyph, text))
    lines = [b"<%04x> <%04x> <%s>\n" % one for one in ranges]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    told = b"".join(b"%d beginbfrange\n%sendbfrange\n" % (len(block), b"".join(block)) for block in blocks)
    characters.write(
        written[: written.index(b"endcodespacerange\n") + 18] + told + written[written.rindex(b"endcmap") :]
    )


def _shorten_drawing(content: Any) -> None:
    """Leave out what no one sees of a drawing: places to a millionth, letters that are moved by nothing."""
    content.write(_FRACTION.sub(b"", content.read_bytes().replace(b">0<", b"")))
