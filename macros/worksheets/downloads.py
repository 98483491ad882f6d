"""The downloads: the PDFs and the DOCX of each worksheet, beside its page, and the workbooks."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content.guide import Guide, ident
from macros.content.handbook import FILLED, ON_PAPER
from macros.content.problems import ContentError, Place, Problem
from macros.content.yaml_file import YamlFile
from macros.model.entry import Entry
from macros.model.practice import MOST_PAGES, SCHOOL, Worksheet
from macros.site.urls import example_page, page_of
from macros.system.store import Store
from macros.worksheets import docx, docx_document
from macros.worksheets.docx import has_docx, make_docx
from macros.worksheets.example import Example, example_of
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.kept_html import KeptHtml, in_store
from macros.worksheets.merge import Part
from macros.worksheets.pdf import Typesetter, pdf_missing
from macros.worksheets.workbook import make_workbook, with_workbook, workbook_file, workbooks, worksheets_of


@dataclass(frozen=True)
class Workbook:
    """A workbook as a page links to it: its file, seen from that page, and its worksheets."""

    file: str
    sheets: list[Worksheet]


def pdf_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of a worksheet's PDF, below docs/; None when no PDF can be made here."""
    return None if pdf_missing() else _file_of(guide, worksheet, ".pdf")


def large_pdf_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of its PDF in large print, below docs/; None when no PDF can be made here."""
    return None if pdf_missing() else _large_file_of(guide, worksheet)


def example_pdf_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of the PDF of its filled-in example, below docs/; None when it has none, or no PDF can be made here."""
    return None if pdf_missing() or not worksheet.filled else _example_file_of(guide, worksheet)


def docx_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of a worksheet's DOCX, below docs/; None when it has none."""
    return _file_of(guide, worksheet, ".docx") if has_docx(worksheet) else None


def workbook_of(guide: Guide, entry: Entry) -> Workbook | None:
    """The workbook of an entry, seen from its page. None when there is none."""
    sheets = worksheets_of(guide, entry)
    if pdf_missing() or not sheets:
        return None
    return Workbook(posixpath.relpath(workbook_file(entry), posixpath.dirname(page_of(guide, entry))), sheets)


def download_files(guide: Guide) -> list[str]:
    """Every file that can be downloaded, below docs/."""
    sheets = guide.all(Worksheet)
    files = [_file_of(guide, sheet, ".docx") for sheet in sheets if has_docx(sheet)]
    if pdf_missing():  # Asked once: each time it looks on disk.
        return files
    files += [_file_of(guide, sheet, ".pdf") for sheet in sheets]
    files += [_large_file_of(guide, sheet) for sheet in sheets]
    files += [_example_file_of(guide, sheet) for sheet in sheets if sheet.filled]
    return files + [workbook_file(entry) for entry in with_workbook(guide)]


def downloads(html: WorksheetHtml, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, below docs/, with its bytes. folder: keeps what was made before, as long as it is on a sheet.

    How many pages a sheet takes in large print, html remembers: its page says it.

    Raises ContentError when a worksheet takes more or fewer sheets of paper than it says, or holds too much of an
    example.
    """
    guide, store = html.guide, Store(folder)
    typesetter = Typesetter(store)
    can_make_pdf = pdf_missing() is None
    docx_store, laid_out = _DocxStore(guide, store), KeptHtml(html, in_store(store))
    problems: list[Problem] = []
    ready: dict[str, Part] = {}
    for worksheet in guide.all(Worksheet):
        body = laid_out.sheet(worksheet, "pdf")
        if has_docx(worksheet):
            yield _file_of(guide, worksheet, ".docx"), docx_store.docx(worksheet, body)
        if can_make_pdf:
            pdf = typesetter.pdf(body, worksheet.title)
            if pdf.pages != worksheet.pages:
                problems.append(_wrong_page_count(guide, worksheet, pdf.pages))
            ready[worksheet.id] = Part(worksheet.id, worksheet.title, pdf)
            yield _file_of(guide, worksheet, ".pdf"), pdf.bytes
            large = typesetter.pdf(laid_out.sheet(worksheet, "large"), worksheet.title, large=True)
            html.large_pages[worksheet.id] = large.pages
            yield _large_file_of(guide, worksheet), large.bytes
            if worksheet.filled:
                made = example_of(worksheet, pdf, store)
                problems += _too_much(guide, worksheet, made)
                yield _example_file_of(guide, worksheet), made.bytes
    if problems:
        raise ContentError(problems)
    for entry, sheets in workbooks(guide) if ready else ():
        parts = [ready[sheet.id] for sheet in sheets]
        yield workbook_file(entry), make_workbook(html, typesetter, entry, parts, store)
    if can_make_pdf:
        store.prune()


def misfits(html: WorksheetHtml, folder: Path) -> Iterator[Problem]:
    """What does not fit on paper: sheets that take more or fewer pages than they say, examples that say too much.

    folder: keeps what was made before, and makes this quick.
    """
    store = Store(folder)
    typesetter = Typesetter(store)
    for worksheet in html.guide.all(Worksheet):
        pdf = typesetter.pdf(html.sheet(worksheet, "pdf"), worksheet.title)
        if pdf.pages != worksheet.pages:
            yield _wrong_page_count(html.guide, worksheet, pdf.pages)
        if worksheet.filled:
            yield from _too_much(html.guide, worksheet, example_of(worksheet, pdf, store))


def _file_of(guide: Guide, worksheet: Worksheet, suffix: str) -> str:
    """The file of a download, below docs/: beside the page of its worksheet."""
    return page_of(guide, worksheet).removesuffix(".md") + suffix


def _large_file_of(guide: Guide, worksheet: Worksheet) -> str:
    folder, name = posixpath.split(_file_of(guide, worksheet, ".pdf"))
    return f"{folder}/groot/{name}"


def _example_file_of(guide: Guide, worksheet: Worksheet) -> str:
    return example_page(guide, worksheet).removesuffix(".md") + ".pdf"


def _wrong_page_count(guide: Guide, worksheet: Worksheet, pages: int) -> Problem:
    place = guide.files[ident(worksheet)].place_of(("pages",))
    message = f"Dit werkblad telt {pages} {'blad' if pages == 1 else 'bladen'}, en 'pages' zegt {worksheet.pages}."
    if pages <= MOST_PAGES:
        return Problem(place, message, f"Vraag minder lijnen of rijen, of schrijf 'pages: {pages}'.", ON_PAPER)
    hint = f"Vraag minder lijnen of rijen, of maak er twee werkbladen van: een werkblad telt er hoogstens {MOST_PAGES}."
    return Problem(place, message, hint, ON_PAPER)


def _too_much(guide: Guide, worksheet: Worksheet, made: Example) -> Iterator[Problem]:
    """What an example says that its PDF cannot show."""
    source = guide.files[ident(worksheet)]
    for name in made.overfull:
        message = "Deze tekst past niet in zijn veld op papier, ook niet in kleine letters."
        yield Problem(_place_of(source, name), message, "Kort hem in, tot hij past.", FILLED)
    for name in made.foreign:
        message = "In deze tekst staat een letter die de PDF niet kent."
        yield Problem(_place_of(source, name), message, "Schrijf Latijnse of Cyrillische letters.", FILLED)


def _place_of(source: YamlFile, name: str) -> Place:
    return source.place_of(("filled", "school") if name == SCHOOL else ("filled", "values", name))


class _DocxStore:
    """Makes each DOCX, or takes it from the store when nothing on a worksheet changed since."""

    def __init__(self, guide: Guide, store: Store) -> None:
        self._guide, self._store = guide, store
        # When the modules that write a DOCX change, so does every DOCX.
        self._code = "".join(Path(file).read_text(encoding="utf-8") for file in (docx.__file__, docx_document.__file__))

    def docx(self, worksheet: Worksheet, body: str) -> bytes:
        """The DOCX of a worksheet. body: the sheet as HTML, which holds everything that is on it."""
        return self._store.kept(body + self._code, lambda: make_docx(self._guide, worksheet))
