"""Books in a folder, for `make book`: of the whole guide, each recommendation, key and journey, or of one of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from macros.book.contents import BOOK_TYPES, book_of
from macros.book.kept_books import KeptBooks
from macros.content.guide import Guide
from macros.content.history import last_changes
from macros.model.entry import Entry
from macros.open_guide import open_guide
from macros.system.errors import Refusal
from macros.system.files import save_file
from macros.worksheets.pdf import pdf_missing

WHOLE = "gids"
"""What one calls the book of the whole guide."""


def write_books(root: Path, folder: Path, names: tuple[str, ...]) -> Iterator[str]:
    """Write books, and tell of each in Dutch what came out. names: aanbeveling:a1, sleutel:s06, gids; none for all.

    Raises Refusal, ContentError, UnknownEntry.
    """
    if missing := pdf_missing():
        raise Refusal(missing)
    guide = open_guide(root / "content", changes=partial(last_changes, root))
    wanted = [_about(guide, name) for name in names] or _all(guide)
    kept = KeptBooks(guide, root / ".build" / "every-book")
    for about, pdf in zip(wanted, kept.pdfs([book_of(guide, one) for one in wanted]), strict=True):
        assert pdf
        file = folder / f"{f'{about.noun}-{about.slug}' if about else WHOLE}.pdf"
        save_file(file, pdf.bytes)
        yield f"{file}: {pdf.pages} bladzijden, {len(pdf.bytes) // 1000} kB"
    if not names:
        kept.forget_others()


def _about(guide: Guide, name: str) -> Entry | None:
    if name == WHOLE:
        return None
    about = guide.by_name(name)
    if not isinstance(about, BOOK_TYPES):
        raise Refusal(
            f"Van '{name}' is er geen boek. Kies een aanbeveling, een sleutel of een traject, zoals aanbeveling:a1,"
            f" of alles: {WHOLE}."
        )
    return about


def _all(guide: Guide) -> list[Entry | None]:
    return [None, *(entry for entry_type in BOOK_TYPES for entry in guide.all(entry_type))]
