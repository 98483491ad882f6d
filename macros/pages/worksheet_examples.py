"""The page of a worksheet that is filled in: an example of ours, beside the sheet itself."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from macros.content.guide import Guide
from macros.content.problems import UnknownEntry
from macros.model.practice import Filled, Method, Worksheet
from macros.pages.view import View
from macros.site.urls import example_page, page_of
from macros.worksheets.downloads import example_pdf_of


@dataclass(frozen=True)
class WorksheetExample(View):
    """A worksheet with what stands in its fields.

    pdf: the file of it as PDF, beside the page; None without one. methods: those that work with the sheet.
    """

    template = "worksheet_example"
    sheet: Worksheet
    filled: Filled
    pdf: str | None
    methods: list[Method]


def worksheet_example(guide: Guide, id: str) -> View:
    """Zet een ingevuld voorbeeld van een werkblad op de pagina."""
    sheet = guide.get(Worksheet, id)
    if not sheet.filled:
        raise UnknownEntry(f"Het werkblad '{id}' heeft geen ingevuld voorbeeld.")
    pdf = example_pdf_of(guide, sheet)
    methods = guide.backlinks(sheet, Method)
    return WorksheetExample(sheet, sheet.filled, posixpath.basename(pdf) if pdf else None, methods)


def file_of_example(guide: Guide, sheet: Worksheet) -> str | None:
    """The page with the example of a worksheet, as the page of the sheet links to it; None when it has none."""
    folder = posixpath.dirname(page_of(guide, sheet))
    return posixpath.relpath(example_page(guide, sheet), folder) if sheet.filled else None
