"""The books that stand on the site, one for each recommendation, beside the downloads of the worksheets."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from macros.book.contents import book_of
from macros.book.kept_books import KeptBooks
from macros.content.guide import Guide
from macros.model.advice import Recommendation
from macros.site.urls import page_of
from macros.worksheets import downloads as worksheets
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.pdf import pdf_missing

BOOKS = "BOOKS"
"""Says in the environment that no book is made (no); those that are kept, stand on the site all the same."""


@dataclass(frozen=True)
class SiteBook:
    """A book as its page offers it: its file, seen from there, its pages, its bytes."""

    file: str
    pages: int
    size: int


class Offering(Protocol):
    """What lays out pages: it has the worksheets, and remembers the books by the id of their recommendation."""

    guide: Guide
    worksheets: WorksheetHtml
    books: dict[str, SiteBook]


def downloads(offering: Offering, kept: Path, serving: bool = False) -> Iterator[tuple[str, bytes]]:
    """Every file to download, below docs/, with its bytes; of each book its page can say how many pages it has.

    kept: the folder of what was made before. serving: whether someone writes, who is not to wait for a book.
    Raises ContentError as the downloads of the worksheets do.
    """
    yield from worksheets.downloads(offering.worksheets, kept / "sheets")
    if pdf_missing():
        return
    guide = offering.guide
    recommendations = guide.all(Recommendation)
    make = not serving and os.environ.get(BOOKS) != "no"
    books = KeptBooks(guide, kept / "books")
    made = books.pdfs([book_of(guide, one) for one in recommendations], make=make)
    for recommendation, pdf in zip(recommendations, made, strict=True):
        if pdf:
            file = f"{recommendation.shelf}/boeken/{recommendation.slug}.pdf"
            seen = posixpath.relpath(file, posixpath.dirname(page_of(guide, recommendation)))
            offering.books[recommendation.id] = SiteBook(seen, pdf.pages, len(pdf.bytes))
            yield file, pdf.bytes
    if make:
        books.forget_others()
