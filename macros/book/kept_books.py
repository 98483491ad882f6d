"""Books as PDF: what was made of the same before is taken from where it is kept, the others are made at once.

A book takes ten seconds. So it is known by what it holds, before any of it is laid out; and when that changed, by
what it says, before it is typeset.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from macros.book.contents import Book
from macros.book.layout import BookHtml, LaidOut, last_day
from macros.book.typesetting import typeset
from macros.content.guide import Guide, ident
from macros.kept.made_by import digest, files_digest
from macros.model.reference import Source, Term
from macros.site.urls import site_url
from macros.system.store import Store
from macros.worksheets.pdf_finishing import Pdf

_ROOT = Path(__file__).parents[2]
_CODE = (
    "macros/book",
    "macros/scenes",
    "macros/model",
    "macros/content/text_rules.py",
    "macros/site/terms.py",
    "macros/site/urls.py",
    "macros/worksheets/html.py",
    "macros/worksheets/pdf_finishing.py",
    "macros/worksheets/vendor",
    "docs/assets/book",
    "docs/assets/vendor/fraunces",
    "docs/assets/vendor/source-sans-3",
)
"""What of the project makes a book."""

_PACKAGES = ("sleutelbos", "weasyprint", "pikepdf", "markdown", "segno")


class KeptBooks:
    """Makes the books of one guide, or takes them from a folder. It lives for one refresh."""

    def __init__(self, guide: Guide, folder: Path) -> None:
        self._guide, self._store, self._html = guide, Store(folder), BookHtml(guide)
        looked_up = [*guide.all(Term), *guide.all(Source)]
        glossary = [guide.files[ident(entry)].text for entry in looked_up]
        packages = [version(name) for name in _PACKAGES]
        self._shared = digest(files_digest(_ROOT, _CODE), packages, site_url(guide.site), repr(guide.site), *glossary)

    def pdfs(self, books: Sequence[Book], *, make: bool = True) -> Iterator[Pdf | None]:
        """Each as PDF, in this order. make: whether those are made that are not kept; else they are None."""
        found = [self._kept(self.name_of(book)) for book in books]
        missing = [at for at, kept in enumerate(found) if kept is None and make]
        laid_out = {at: self._html.laid_out(books[at]) for at in missing}
        names = {at: digest("pdf", self._shared, one.html, sorted(one.titles.items())) for at, one in laid_out.items()}
        # What changed may be what no book says, such as the words by which a tip is found.
        new = [at for at in missing if self._store.get(names[at]) is None]
        for at, pdf in zip(new, _all_typeset([laid_out[at] for at in new]), strict=True):
            # Kept with its number of pages before it, as the sheets are.
            self._store.put(names[at], b"%d\n%s" % (pdf.pages, pdf.bytes))
        for at in missing:
            self._store.put(self.name_of(books[at]), names[at].encode())
            found[at] = self._store.get(names[at])
        for kept in found:
            pages, _, document = (kept or b"").partition(b"\n")
            yield Pdf(document, int(pages)) if document else None

    def _kept(self, name: str) -> bytes | None:
        """The PDF of a book of this name, by that of its HTML."""
        of_html = self._store.get(name)
        return self._store.get(of_html.decode()) if of_html else None

    def forget_others(self) -> None:
        """Keep only what was asked for."""
        self._store.prune()

    def name_of(self, book: Book) -> str:
        """What a book is made of: the files of its entries, what those are called that they name, and its day."""
        entries, guide = list(book.entries()), self._guide
        told = [guide.files[ident(entry)].text for entry in entries]
        named = {one.target for entry in entries for one in guide.references_of(entry)}
        titles = [(key, guide.entry(key).title) for key in sorted(named)]
        shape = [piece.shape() for piece in book.chapters]
        return digest("book", self._shared, book.title, book.summary, shape, told, titles, last_day(guide, book))


def _all_typeset(books: Sequence[LaidOut]) -> list[Pdf]:
    """The PDF of each: several at the same time, as far as there are cores."""
    cores = min(len(books), os.cpu_count() or 1)
    if cores > 1:
        try:
            with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
                return list(pool.map(typeset, books))
        except (OSError, BrokenExecutor):
            pass  # Not every machine lets us: one after the other will do.
    return [typeset(book) for book in books]
