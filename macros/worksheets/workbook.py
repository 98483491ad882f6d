"""A workbook: the worksheets of one key, recommendation or journey as one PDF, with a cover and contents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.content.guide import Guide, ident
from macros.model.advice import Journey, Key, Recommendation, Section, Tip
from macros.model.entry import Entry
from macros.model.practice import Method, Worksheet
from macros.system.store import Store
from macros.worksheets import merge
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.merge import Part
from macros.worksheets.pdf import Typesetter

WORKBOOK_TYPES: tuple[type[Entry], ...] = (Recommendation, Journey, Key)
"""What a workbook can be about."""


def worksheets_of(guide: Guide, entry: Entry) -> list[Worksheet]:
    """The worksheets that belong to an entry.

    Its own, and those of its parts, of the methods around them, and of the tips at home there.
    """
    found = {ident(sheet): sheet for other in _around(guide, entry) for sheet in guide.related(other, Worksheet)}
    return list(found.values())


def with_workbook(guide: Guide) -> Iterator[Entry]:
    """Every entry that has a workbook. Asked at each save, and found with far less than which sheets are in it."""
    entries = (entry for entry_type in WORKBOOK_TYPES for entry in guide.all(entry_type))
    return (entry for entry in entries if any(guide.related(other, Worksheet) for other in _around(guide, entry)))


def _around(guide: Guide, entry: Entry) -> Iterator[Entry]:
    """An entry and all that stands with it, whose sheets are its own."""
    places: list[Entry] = [entry, *guide.at_home(entry, Section)]
    places += [chapter for part in places[1:] for chapter in guide.at_home(part, Section)]
    yield from places
    for place in places:
        yield from guide.related(place, Method)
    for place in places:
        yield from guide.at_home(place, Tip)


def workbooks(guide: Guide) -> Iterator[tuple[Entry, list[Worksheet]]]:
    """Every entry that has a workbook, with its worksheets."""
    for entry_type in WORKBOOK_TYPES:
        for entry in guide.all(entry_type):
            sheets = worksheets_of(guide, entry)
            if sheets:
                yield entry, sheets


def workbook_file(entry: Entry) -> str:
    """The file of a workbook, below docs/."""
    return f"{Worksheet.shelf}/bundels/{entry.id}.pdf"


def make_workbook(html: WorksheetHtml, typesetter: Typesetter, entry: Entry, parts: list[Part], store: Store) -> bytes:
    """A workbook as PDF. parts: the PDF of each worksheet. store: what keeps what was made before."""
    cover = typesetter.pdf(html.cover(entry, worksheets_of(html.guide, entry)), f"Werkboek: {entry.title}")
    made_of = b"".join(pdf.bytes for pdf in (cover, *(part.pdf for part in parts))) + Path(merge.__file__).read_bytes()
    return store.kept(made_of, lambda: merge.merged(cover, parts))
