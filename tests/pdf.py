"""Reads a PDF as its readers do: aloud, with a pen, with a phone."""

from __future__ import annotations

import io

import page as pdf_ua
import pikepdf
import pypdfium2
import zxingcpp


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
