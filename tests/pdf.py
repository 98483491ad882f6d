"""Reads a PDF as its readers do: aloud, with a pen, with a phone."""

from __future__ import annotations

import ctypes
import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import page as pdf_ua
import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

_SCALE = 2
"""How many dots to a point in a picture of a page."""


def complaints(document: bytes) -> str:
    """What PDF/UA, the standard for reading aloud, has against a document; nothing when it complies."""
    report = pdf_ua.validate_pdf_bytes(document, profile="ua1")
    return "" if report.is_compliant else str(report)


def faults_of_fields(document: bytes) -> list[str]:
    """Fields without a name of their own or words for who does not see them, or that do not keep what is written."""
    faults = []
    with pikepdf.open(io.BytesIO(document)) as read:
        fields = list(read.Root.AcroForm.Fields)
        names = [str(field.T) for field in fields]
        faults += [f"{name} stands twice" for name in set(names) if names.count(name) > 1]
        faults += [f"{field.T} is not told" for field in fields if not str(field.get("/TU", "")).strip()]
        for field in fields:
            field.V = pikepdf.Name.on if pikepdf.Name.Btn == field.FT else f"Dit is {field.T}"
        out = io.BytesIO()
        read.save(out)
    with pikepdf.open(out) as written:
        kept = {str(field.T): str(field.V) for field in written.Root.AcroForm.Fields}
    return faults + [f"{name} keeps {value}" for name, value in kept.items() if value not in ("/on", f"Dit is {name}")]


def names_of_fields(document: bytes) -> list[str]:
    """What its fields are called, in no order."""
    with pikepdf.open(io.BytesIO(document)) as read:
        return sorted(str(field.T) for field in read.Root.AcroForm.Fields)


def fields_off_the_paper(document: bytes) -> list[str]:
    """Fields that stand, in part, outside the margins of 14 mm; or that are too low for the letters typed in them."""
    edge, off = 14 * 72 / 25.4 - 1, []
    with pikepdf.open(io.BytesIO(document)) as read:
        for page in read.pages:
            *_, width, height = (float(side) for side in page.MediaBox)
            for field in page.get("/Annots", []):
                if "/FT" in field:
                    left, top, right, bottom = (float(side) for side in field.Rect)
                    low, high = sorted((top, bottom))
                    inside = left >= edge and right <= width - edge and low >= edge and high <= height - edge
                    typed = float(str(field.DA).split()[-2]) if "/DA" in field else 0
                    if not inside or high - low < typed:
                        off.append(str(field.T))
    return off


def smallest_letters(document: bytes) -> float:
    """How large its smallest letters are, in points: those that stand in it, and those that are typed in a field."""
    sizes = set()
    read = pypdfium2.PdfDocument(document)
    for page in read:
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            size = ctypes.c_float()
            pypdfium2.raw.FPDFTextObj_GetFontSize(item, size)
            sizes.add(size.value * abs(item.get_matrix().d))
    with pikepdf.open(io.BytesIO(document)) as opened:
        typed = [str(field.DA) for field in opened.Root.AcroForm.Fields if "/DA" in field]
    sizes |= {float(look.split()[-2]) for look in typed}
    return float(round(min(sizes), 2))


def outline_of(document: bytes) -> tuple[str, str, str]:
    """What a document says it is: its title, its language, and the first line of its contents."""
    with pikepdf.open(io.BytesIO(document)) as read, read.open_outline() as outline:
        return str(read.docinfo.Title), str(read.Root.Lang), str(outline.root[0].title)


def code_on(document: bytes) -> list[str]:
    """What the codes on the last page say, printed in black and white."""
    read = pypdfium2.PdfDocument(document)
    picture = read[len(read) - 1].render(scale=3).to_pil().convert("L").point(lambda light: 255 if light > 140 else 0)
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def pages_of(document: bytes) -> int:
    """On how many sheets of paper it is."""
    return len(pypdfium2.PdfDocument(document))


def filled_in(document: bytes, *texts: str) -> bytes:
    """A document with a text in each of its first fields for text."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(document)) as read:
        for field, text in zip(_text_fields(read), texts, strict=False):
            field.V = pikepdf.String(text)
        read.save(out)
    return out.getvalue()


def letters_lost(document: bytes, text: str) -> set[str]:
    """What of a text is not drawn in the font of the fields when it stands in one, by what draws in Chrome and Edge."""
    read = pypdfium2.PdfDocument(filled_in(document, text))
    read.init_forms()
    read[0].flatten()  # What it draws in a field becomes a part of the page.
    words = read[0].get_textpage()
    name = ctypes.create_string_buffer(100)
    drawn = set()
    for at in range(words.count_chars()):
        pypdfium2.raw.FPDFText_GetFontInfo(words, at, name, len(name), None)
        if b"Field-Sans" in name.value:
            drawn.add(chr(pypdfium2.raw.FPDFText_GetUnicode(words, at)))
    return set(text) - drawn


def same_pictures(one: bytes, other: bytes, folder: Path) -> Iterator[tuple[str, int]]:
    """The fields for text that look the same in two documents: who draws them so, and which field, counted from 0."""
    with pikepdf.open(io.BytesIO(one)) as read:
        top = float(read.pages[0].MediaBox[3])
        places = [[float(side) for side in field.Rect] for field in _text_fields(read)]
    for reader, draw in _readers(folder).items():
        pictures = [draw(document) for document in (one, other)]
        for at, (left, one_end, right, other_end) in enumerate(places):
            high, low = sorted((top - one_end, top - other_end))
            spot = [int(side * _SCALE) for side in (left, high, right, low)]
            if len({picture.crop((spot[0], spot[1], spot[2], spot[3])).tobytes() for picture in pictures}) == 1:
                yield reader, at


def _text_fields(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The fields for text on the first page."""
    return [field for field in document.pages[0].Annots if field.get("/FT") == pikepdf.Name.Tx]


def _readers(folder: Path) -> dict[str, Callable[[bytes], Image.Image]]:
    """What draws the first page: PDFium, as Chrome and Edge do; and Poppler, as Linux does, where it is installed."""

    def pdfium(document: bytes) -> Image.Image:
        read = pypdfium2.PdfDocument(document)
        read.init_forms()
        picture: Image.Image = read[0].render(scale=_SCALE).to_pil()
        return picture

    def poppler(document: bytes) -> Image.Image:
        (folder / "sheet.pdf").write_bytes(document)
        dots = str(72 * _SCALE)
        command = ["pdftoppm", "-r", dots, "-singlefile", "-png", "sheet.pdf", "sheet"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return Image.open(folder / "sheet.png").convert("RGB")

    return {"pdfium": pdfium, **({"poppler": poppler} if shutil.which("pdftoppm") else {})}
