"""What a reader can take along: the files beside the pages of the guide."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from macros import word as writer
from macros.guide import Guide, ident
from macros.links import page_of
from macros.model import Entry, Worksheet
from macros.paper import Made, missing, pdf
from macros.problems import ContentError, Problem
from macros.sheets import sheet
from macros.word import has_word
from macros.workbooks import sheets_of, workbook, workbook_file, workbooks


def pdf_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of a worksheet's PDF, below docs/; None when no PDF can be made here."""
    return None if missing() else page_of(guide, worksheet).removesuffix(".md") + ".pdf"


def word_of(guide: Guide, worksheet: Worksheet) -> str | None:
    """The file of a worksheet's editable copy, below docs/; None when it has none."""
    return page_of(guide, worksheet).removesuffix(".md") + ".docx" if has_word(worksheet) else None


def workbook_of(guide: Guide, entry: Entry) -> dict[str, object] | None:
    """The workbook of an entry: its file, seen from the page of the entry, and its sheets. None when there is none."""
    sheets = sheets_of(guide, entry)
    if missing() or not sheets:
        return None
    return {"file": posixpath.relpath(workbook_file(entry), posixpath.dirname(page_of(guide, entry))), "sheets": sheets}


def downloads(guide: Guide, store: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, below docs/, with what it holds. store: a folder that keeps what was made before.

    Raises ContentError when a worksheet takes more or fewer sheets of paper than it says.
    """
    problems: list[Problem] = []
    ready: dict[str, Made] = {}
    for worksheet in guide.all(Worksheet):
        body = sheet(guide, worksheet, "pdf")
        if has_word(worksheet):
            yield word_of(guide, worksheet), _editable(guide, worksheet, body, store)
        if missing():
            continue
        made = pdf(body, worksheet.title, store)
        if made.pages != worksheet.pages:
            place = guide.files[ident(worksheet)].place_of(("pages",))
            problems.append(Problem(place, f"Dit werkblad telt {made.pages} bladen, en 'pages' zegt {worksheet.pages}.", f"Vraag minder lijnen of rijen, of schrijf 'pages: {made.pages}'."))
        ready[worksheet.id] = made
        yield pdf_of(guide, worksheet), made.bytes
    if problems:
        raise ContentError(problems)
    for entry, sheets in workbooks(guide) if ready else ():
        yield workbook_file(entry), workbook(guide, entry, [ready[sheet.id] for sheet in sheets], sheets, store)


def _editable(guide: Guide, worksheet: Worksheet, body: str, store: Path) -> bytes:
    """The copy of a sheet to edit, from the store when nothing on it changed since. body: the sheet as HTML, which says everything that is on it."""
    told = body + _writer()
    kept = store / f"{hashlib.sha256(told.encode()).hexdigest()[:32]}.docx"
    if not kept.is_file():
        store.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(writer.word(guide, worksheet))
    return kept.read_bytes()


@cache
def _writer() -> str:
    """The room that writes documents: when it changes, so do they."""
    return Path(writer.__file__).read_text(encoding="utf-8")
