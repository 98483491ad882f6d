"""Several PDFs merged into one: its structure tree, form fields, links and outline are those of all of them.

The structure tree is what a screen reader reads aloud. A page points into it by number, and a field is known by its
name: every part gets numbers and names of its own before it goes in.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Any

from macros.worksheets.pdf_finishing import Pdf, pdf_bytes

PART_LINK = "blad:"
"""What a link in the front pages begins with when it leads to a part: blad:problemenboom."""


@dataclass(frozen=True)
class Part:
    """One PDF to merge: its name, which its fields will begin with, its title in the outline, and the PDF."""

    name: str
    title: str
    pdf: Pdf


def merged(front: Pdf, parts: list[Part]) -> bytes:
    """One PDF: the front pages, which may link to `blad:NAME`, and then every part."""
    import pikepdf

    with pikepdf.open(io.BytesIO(front.bytes)) as document:
        merger = _Merger(document)
        for part in parts:
            with pikepdf.open(io.BytesIO(part.pdf.bytes)) as added:
                merger.add(part, added)
        return merger.finished(front.pages)


class _Merger:
    """Adds one PDF after the other to a document: its pages, their structure tree, its form fields."""

    def __init__(self, document: Any) -> None:
        from pikepdf import Array, Dictionary

        self.document = document
        self.parts: list[tuple[Part, int]] = []  # Each with the number of its first page, counted from 0.
        tree = document.Root.StructTreeRoot
        self.top = tree.K[0] if isinstance(tree.K, Array) else tree.K
        self.parent_tree = list(tree.ParentTree.Nums)  # A number, and what it points at, in turns.
        self.next_number = max((int(number) for number in self.parent_tree[::2]), default=-1) + 1
        self.form = Dictionary(Fields=Array(), NeedAppearances=True, DR=Dictionary(Font=Dictionary()))

    def add(self, part: Part, added: Any) -> None:
        """Add one part, after what was added before. added: its PDF, opened; it changes on the way."""
        import pikepdf

        count = _rename(added, part.name, self.next_number)
        self.parts.append((part, len(self.document.pages)))
        with warnings.catch_warnings(action="ignore", category=pikepdf.PageCopyWarning):  # The fields follow below.
            self.document.pages.extend(added.pages)
        self._add_structure(added)
        self.next_number += count
        form = self.document.copy_foreign(added.make_indirect(added.Root.AcroForm))
        self.form.Fields.extend(form.Fields)
        for name, font in form.DR.Font.items():
            if name not in self.form.DR.Font:
                self.form.DR.Font[name] = font

    def _add_structure(self, added: Any) -> None:
        """The structure tree of a part becomes a branch of the whole structure tree."""
        from pikepdf import Array

        tree = self.document.copy_foreign(added.make_indirect(added.Root.StructTreeRoot))
        for element in tree.K if isinstance(tree.K, Array) else [tree.K]:
            for child in element.K:
                child.P = self.top
                self.top.K.append(child)
        for at, item in enumerate(tree.ParentTree.Nums):
            self.parent_tree.append(item if at % 2 else int(item) + self.next_number)

    def finished(self, front_pages: int) -> bytes:
        """The whole document with its fields, its links from the front pages, and its outline."""
        from pikepdf import Array, OutlineItem

        document = self.document
        document.Root.StructTreeRoot.ParentTree.Nums = Array(self.parent_tree)
        document.Root.AcroForm = document.make_indirect(self.form)
        self._link_parts(front_pages)
        with document.open_outline() as outline:
            outline.root.extend(OutlineItem(part.title, page) for part, page in self.parts)
        _share_fonts(document)
        return pdf_bytes(document)

    def _link_parts(self, front_pages: int) -> None:
        """Make each link to `blad:NAME` lead to the first page of that part."""
        from pikepdf import Array, Name

        first_pages = {part.name: page for part, page in self.parts}
        for page in self.document.pages[:front_pages]:
            for link in page.get("/Annots", []):
                target = str(link.get("/A", {}).get("/URI", ""))
                if target.startswith(PART_LINK):
                    del link["/A"]
                    first_page = self.document.pages[first_pages[target.removeprefix(PART_LINK)]]
                    link.Dest = Array([first_page.obj, Name.Fit])


def _rename(added: Any, name: str, offset: int) -> int:
    """Give a part field names and numbers that no other part has; answer how many numbers it took."""
    from pikepdf import Array, Dictionary, Stream, String

    for field in added.Root.AcroForm.Fields:
        field.T = String(f"{name}-{field.T}")
    for item in added.objects:
        if not isinstance(item, Dictionary | Stream):
            continue
        for key in ("/StructParents", "/StructParent"):
            if key in item:
                item[key] = int(item[key]) + offset
        if item.get("/Type") == "/StructElem":
            if "/ID" in item:
                item.ID = String(f"{name}-{item.ID}")
            if isinstance(item.get("/A"), Dictionary) and "/Headers" in item.A:
                item.A.Headers = Array([String(f"{name}-{header}") for header in item.A.Headers])
    return max(int(number) for number in list(added.Root.StructTreeRoot.ParentTree.Nums)[::2]) + 1


def _share_fonts(document: Any) -> None:
    """Keep one of each font file: every part brought its own."""
    from pikepdf import Dictionary

    files: dict[bytes, object] = {}
    for item in document.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in item:
                    item[key] = files.setdefault(item[key].read_bytes(), item[key])
