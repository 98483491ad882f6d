"""Workbooks: the sheets of one key, recommendation or journey as one PDF, with a cover and contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from macros import binding
from macros.guide import Guide, ident
from macros.model import Entry, Journey, Key, Method, Recommendation, Section, Tip, Worksheet
from macros.paper import Made, pdf
from macros.sheets import front

KINDS = (Recommendation, Journey, Key)
"""What a workbook can be about."""


def sheets_of(guide: Guide, entry: Entry) -> list[Worksheet]:
    """The sheets that belong to an entry: its own, and those of its parts, of the methods around them, and of the tips at home there."""
    around: list[Entry] = [entry, *guide.at_home(entry, Section)]
    around += [chapter for part in around[1:] for chapter in guide.at_home(part, Section)]
    methods = [method for one in around for method in guide.related(one, Method)]
    tips = [tip for one in around for tip in guide.at_home(one, Tip)]
    found = {ident(sheet): sheet for one in (*around, *methods, *tips) for sheet in guide.related(one, Worksheet)}
    return list(found.values())


def workbooks(guide: Guide) -> Iterator[tuple[Entry, list[Worksheet]]]:
    """Every entry that has a workbook, with its sheets."""
    for kind in KINDS:
        for entry in guide.all(kind):
            sheets = sheets_of(guide, entry)
            if sheets:
                yield entry, sheets


def workbook_file(entry: Entry) -> str:
    """The file of a workbook, below docs/."""
    return f"{Worksheet.shelf}/bundels/{entry.id}.pdf"


def workbook(guide: Guide, entry: Entry, made: list[Made], sheets: list[Worksheet], store: Path) -> bytes:
    """A workbook as PDF. made: the PDF of each sheet. store: a folder that keeps what was made before."""
    cover = pdf(front(guide, entry, sheets), f"Werkboek: {entry.title}", store)
    name = hashlib.sha256(b"".join(one.bytes for one in (cover, *made)) + Path(binding.__file__).read_bytes()).hexdigest()[:32]
    kept = store / f"{name}.workbook"
    if not kept.is_file():
        kept.write_bytes(binding.bound(cover, [binding.Part(sheet.id, sheet.title, one) for sheet, one in zip(sheets, made, strict=True)]))
    return kept.read_bytes()
