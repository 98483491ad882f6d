"""Several PDFs bound into one, still read aloud and filled in as each of them was.

What a page says aloud, its fields and its place in the contents are all named by number. Every part gets numbers
and names of its own before it goes in.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from macros.paper import Made, saved

LEAF = "blad:"
"""What a link in the front pages begins with when it leads to a part: blad:problemenboom."""


@dataclass(frozen=True)
class Part:
    """One PDF to bind in: its name, which its fields will begin with, its title in the contents, and what was made."""

    name: str
    title: str
    made: Made


def bound(front: Made, parts: list[Part]) -> bytes:
    """One PDF: the front pages, which may link to `blad:NAME`, and then every part."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name, OutlineItem

    with pikepdf.open(io.BytesIO(front.bytes)) as book:
        tree = book.Root.StructTreeRoot
        whole = tree.K[0] if isinstance(tree.K, Array) else tree.K
        numbers = list(tree.ParentTree.Nums)
        following = max((int(number) for number in numbers[::2]), default=-1) + 1
        form = Dictionary(Fields=Array(), NeedAppearances=True, DR=Dictionary(Font=Dictionary()))
        first: dict[str, int] = {}
        for part in parts:
            with pikepdf.open(io.BytesIO(part.made.bytes)) as one:
                count = _renamed(one, part.name, following)
                first[part.name] = len(book.pages)
                with warnings.catch_warnings(action="ignore", category=pikepdf.PageCopyWarning):  # the fields follow below
                    book.pages.extend(one.pages)
                told = book.copy_foreign(one.make_indirect(one.Root.StructTreeRoot))
                for element in told.K if isinstance(told.K, Array) else [told.K]:
                    for child in element.K:
                        child.P = whole
                        whole.K.append(child)
                numbers += [thing if at % 2 else int(thing) + following for at, thing in enumerate(told.ParentTree.Nums)]
                following += count
                kept = book.copy_foreign(one.make_indirect(one.Root.AcroForm))
                form.Fields.extend(kept.Fields)
                for name, font in kept.DR.Font.items():
                    if name not in form.DR.Font:
                        form.DR.Font[name] = font
        tree.ParentTree.Nums = Array(numbers)
        book.Root.AcroForm = book.make_indirect(form)
        for page in book.pages[: front.pages]:
            for link in page.get("/Annots", []):
                to = str(link.get("/A", {}).get("/URI", ""))
                if to.startswith(LEAF):
                    del link["/A"]
                    link.Dest = Array([book.pages[first[to.removeprefix(LEAF)]].obj, Name.Fit])
        with book.open_outline() as outline:
            outline.root.extend(OutlineItem(part.title, first[part.name]) for part in parts)
        _share_fonts(book)
        return saved(book)


def _renamed(one, name: str, offset: int) -> int:
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


def _share_fonts(book) -> None:
    """Keep one of each font file: every part brought its own."""
    from pikepdf import Dictionary

    files: dict[bytes, object] = {}
    for thing in book.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in thing:
                    thing[key] = files.setdefault(thing[key].read_bytes(), thing[key])
