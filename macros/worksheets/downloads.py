"""The files that a reader can take along: PDFs, editable copies and workbooks, beside the pages of the guide."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.guide import Guide, ident
from macros.content.problems import ContentError, Problem
from macros.model.entry import Entry
from macros.model.practice import Worksheet
from macros.site.urls import page_of
from macros.worksheets import docx, docx_document
from macros.worksheets.docx import has_docx, make_docx
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.merge import Part
from macros.worksheets.pdf import Typesetter, pdf_missing
from macros.worksheets.workbook import make_workbook, workbook_file, workbooks, worksheets_of


@dataclass(frozen=True)
class Workbook:
    """A workbook as a page leads to it: its file, seen from that page, and its sheets."""

    file: str
    sheets: list[Worksheet]


def pdf_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of a worksheet's PDF, below docs/; None when no PDF can be made here."""
    return None if pdf_missing() else _beside(guide, worksheet, ".pdf")


def docx_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of a worksheet's editable copy, below docs/; None when it has none."""
    return _beside(guide, worksheet, ".docx") if has_docx(worksheet) else None


def workbook_of(guide: Guide, entry: Entry) -> Workbook | None:
    """The workbook of an entry, seen from its page. None when there is none."""
    sheets = worksheets_of(guide, entry)
    if pdf_missing() or not sheets:
        return None
    return Workbook(posixpath.relpath(workbook_file(entry), posixpath.dirname(page_of(guide, entry))), sheets)


def downloads(html: WorksheetHtml, store: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, below docs/, with what it holds. store: a folder that keeps what was made before.

    Raises ContentError when a worksheet takes more or fewer sheets of paper than it says.
    """
    guide, typesetter = html.guide, Typesetter(store)
    can_make_pdf = pdf_missing() is None
    editable = _Editable(guide, store)
    problems: list[Problem] = []
    ready: dict[str, Part] = {}
    for worksheet in guide.all(Worksheet):
        body = html.sheet(worksheet, "pdf")
        if has_docx(worksheet):
            yield _beside(guide, worksheet, ".docx"), editable.copy(worksheet, body)
        if can_make_pdf:
            pdf = typesetter.pdf(body, worksheet.title)
            if pdf.pages != worksheet.pages:
                problems.append(_other_count(guide, worksheet, pdf.pages))
            ready[worksheet.id] = Part(worksheet.id, worksheet.title, pdf)
            yield _beside(guide, worksheet, ".pdf"), pdf.bytes
    if problems:
        raise ContentError(problems)
    for entry, sheets in workbooks(guide) if ready else ():
        parts = [ready[sheet.id] for sheet in sheets]
        yield workbook_file(entry), make_workbook(html, typesetter, entry, parts, store)


def _beside(guide: Guide, worksheet: Worksheet, ending: str) -> str:
    """A file beside the page of a worksheet."""
    return page_of(guide, worksheet).removesuffix(".md") + ending


def _other_count(guide: Guide, worksheet: Worksheet, pages: int) -> Problem:
    place = guide.files[ident(worksheet)].place_of(("pages",))
    message = f"Dit werkblad telt {pages} bladen, en 'pages' zegt {worksheet.pages}."
    return Problem(place, message, f"Vraag minder lijnen of rijen, of schrijf 'pages: {pages}'.")


class _Editable:
    """Makes the copies to edit, or takes them from the store when nothing on a sheet changed since."""

    def __init__(self, guide: Guide, store: Path) -> None:
        self.guide, self.store = guide, store
        # When the modules that write them change, so do they.
        self.writers = "".join(Path(module.__file__).read_text(encoding="utf-8") for module in (docx, docx_document))

    def copy(self, worksheet: Worksheet, body: str) -> bytes:
        """The DOCX of a sheet. body: the sheet as HTML, which says everything that is on it."""
        kept = self.store / f"{hashlib.sha256((body + self.writers).encode()).hexdigest()[:32]}.docx"
        if not kept.is_file():
            self.store.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(make_docx(self.guide, worksheet))
        return kept.read_bytes()
