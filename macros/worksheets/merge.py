"""Several PDFs merged into one, still read aloud and filled in as each of them was.

What a page says aloud, its fields and its place in the contents are all named by number. Every part gets numbers
and names of its own before it goes in.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Any

from macros.worksheets.pdf_finishing import Pdf, pdf_bytes

LEAF = "blad:"
"""What a link in the front pages begins with when it leads to a part: blad:problemenboom."""


@dataclass(frozen=True)
class Part:
    """One PDF to merge: its name, which its fields will begin with, its title in the contents, and the PDF."""

    name: str
    title: str
    pdf: Pdf


def merged(front: Pdf, parts: list[Part]) -> bytes:
    """One PDF: the front pages, which may link to `blad:NAME`, and then every part."""
    import pikepdf

    with pikepdf.open(io.BytesIO(front.bytes)) as document:
        book = _Book(document)
        for part in parts:
            with pikepdf.open(io.BytesIO(part.pdf.bytes)) as one:
                book.add(part, one)
        return book.finished(front.pages)


class _Book:
    """Takes in one PDF after the other: its pages, what they say aloud, its fields."""

    def __init__(self, document: Any) -> None:
        from pikepdf import Array, Dictionary

        self.document = document
        self.parts: list[tuple[Part, int]] = []
        tree = document.Root.StructTreeRoot
        self.whole = tree.K[0] if isinstance(tree.K, Array) else tree.K
        self.numbers = list(tree.ParentTree.Nums)
        self.following = max((int(number) for number in self.numbers[::2]), default=-1) + 1
        self.form = Dictionary(Fields=Array(), NeedAppearances=True, DR=Dictionary(Font=Dictionary()))

    def add(self, part: Part, one: Any) -> None:
        """Take in one part, after what was taken in before."""
        import pikepdf

        count = _renamed(one, part.name, self.following)
        self.parts.append((part, len(self.document.pages)))
        with warnings.catch_warnings(action="ignore", category=pikepdf.PageCopyWarning):  # the fields follow below
            self.document.pages.extend(one.pages)
        self._add_spoken(one)
        self.following += count
        kept = self.document.copy_foreign(one.make_indirect(one.Root.AcroForm))
        self.form.Fields.extend(kept.Fields)
        for name, font in kept.DR.Font.items():
            if name not in self.form.DR.Font:
                self.form.DR.Font[name] = font

    def _add_spoken(self, one: Any) -> None:
        """What its pages say aloud becomes a part of what the book says aloud."""
        from pikepdf import Array

        told = self.document.copy_foreign(one.make_indirect(one.Root.StructTreeRoot))
        for element in told.K if isinstance(told.K, Array) else [told.K]:
            for child in element.K:
                child.P = self.whole
                self.whole.K.append(child)
        for at, thing in enumerate(told.ParentTree.Nums):
            self.numbers.append(thing if at % 2 else int(thing) + self.following)

    def finished(self, front_pages: int) -> bytes:
        """The book with its fields, its links from the front pages, and its contents."""
        from pikepdf import Array, Name, OutlineItem

        document = self.document
        document.Root.StructTreeRoot.ParentTree.Nums = Array(self.numbers)
        document.Root.AcroForm = document.make_indirect(self.form)
        first = {part.name: page for part, page in self.parts}
        for page in document.pages[:front_pages]:
            for link in page.get("/Annots", []):
                to = str(link.get("/A", {}).get("/URI", ""))
                if to.startswith(LEAF):
                    del link["/A"]
                    link.Dest = Array([document.pages[first[to.removeprefix(LEAF)]].obj, Name.Fit])
        with document.open_outline() as outline:
            outline.root.extend(OutlineItem(part.title, page) for part, page in self.parts)
        _share_fonts(document)
        return pdf_bytes(document)


def _renamed(one: Any, name: str, offset: int) -> int:
    """Give a part names and numbers that no other part has; how many numbers it took."""
    from pikepdf import Array, Dictionary, Stream, String

    for field in one.Root.AcroForm.Fields:
        field.T = String(f"{name}-{field.T}")
    for thing in one.objects:
        if not isinstance(thing, (Dictionary, Stream)):
            continue
        for key in ("/StructParents", "/StructParent"):
            if key in thing:
                thing[key] = int(thing[key]) + offset
        if thing.get("/Type") == "/StructElem":
            if "/ID" in thing:
                thing.ID = String(f"{name}-{thing.ID}")
            if isinstance(thing.get("/A"), Dictionary) and "/Headers" in thing.A:
                thing.A.Headers = Array([String(f"{name}-{header}") for header in thing.A.Headers])
    return max(int(number) for number in list(one.Root.StructTreeRoot.ParentTree.Nums)[::2]) + 1


def _share_fonts(book: Any) -> None:
    """Keep one of each font file: every part brought its own."""
    from pikepdf import Dictionary

    files: dict[bytes, object] = {}
    for thing in book.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in thing:
                    thing[key] = files.setdefault(thing[key].read_bytes(), thing[key])
