"""The PDF of a filled-in example: the empty one with texts in its fields, which take no more, and a mark on each page.

Nothing is laid out anew. As when someone keeps a sheet of their own (docs/assets/sheet/pdf.js), a text gets letters
as large as fit in its place, but none that are too small to read.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from macros.model.practice import MADE_UP, TICKED, Worksheet
from macros.system.store import Store
from macros.worksheets.pdf_finishing import Pdf, pdf_bytes

_LEAST_SIZE = 8
"""The smallest letters of an example, in points: a text that asks for smaller ones is too long."""

_LEADING = 1.25
_READ_ONLY, _MULTILINE = 1, 1 << 12
"""Flags of a form field (ISO 32000-1, tables 221 and 228)."""

_RANGE = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]{4})> <([0-9a-f]{4})>$", re.MULTILINE)
_SIZE = re.compile(r"[\d.]+(?= Tf)")
_MARK = "q BT 0.078 0.376 0.42 rg /Wingdings 8.5 Tf 42.5 18.2 Td <{}> Tj ET Q"
"""How the mark is drawn: in the margin below, as far from the edge as the number of the page on the other side."""


@dataclass(frozen=True)
class Example:
    """The PDF of an example.

    overfull: the fields whose text does not fit in their place. foreign: those with a letter that the font has not.
    """

    bytes: bytes
    overfull: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


def example_of(worksheet: Worksheet, empty: Pdf, store: Store) -> Example:
    """The example of a worksheet that has one. empty: its PDF. store: what keeps what was made before."""
    assert worksheet.filled
    written, title = worksheet.filled.written, f"{worksheet.title} (ingevuld voorbeeld)"
    made_of = b"\n".join([empty.bytes, json.dumps([title, written]).encode(), Path(__file__).read_bytes()])

    def make() -> bytes:
        made = example(empty, written, title, MADE_UP)
        return json.dumps([made.overfull, made.foreign]).encode() + b"\n" + made.bytes

    faults, _, pdf = store.kept(made_of, make).partition(b"\n")
    overfull, foreign = json.loads(faults)
    return Example(pdf, tuple(overfull), tuple(foreign))


def example(empty: Pdf, values: Mapping[str, str], title: str, mark: str) -> Example:
    """The PDF of a sheet with these values in its fields. mark: what stands on each page, and is read aloud first."""
    import pikepdf

    with pikepdf.open(io.BytesIO(empty.bytes)) as document:
        form = document.Root.AcroForm
        letters = _Letters(form.DR.Font.Wingdings)
        fields = {str(field.T): field for field in form.Fields}
        overfull = tuple(name for name, value in values.items() if not _fill(document, fields, name, value, letters))
        foreign = tuple(name for name, value in values.items() if not letters.knows(value))
        for field in form.Fields:
            field.Ff = int(field.get("/Ff", 0)) | _READ_ONLY
        # Each field says what it looks like, and some readers would draw it anew.
        del form.NeedAppearances
        _name(document, title)
        _put_mark(document, mark, letters)
        return Example(pdf_bytes(document), overfull, foreign)


class _Letters:
    """The font of the fields in a PDF: which sign draws a letter, and how wide it is."""

    def __init__(self, font: Any) -> None:
        self.font = font
        self._signs: dict[int, int] = {}
        for found in _RANGE.findall(font.ToUnicode.read_bytes()):
            first, last, code = (int(number, 16) for number in found)
            self._signs.update(zip(range(code, code + last - first + 1), range(first, last + 1), strict=True))
        self._widths: dict[int, float] = {}
        told = list(font.DescendantFonts[0].W)
        for first, widths in zip(told[::2], told[1::2], strict=True):
            self._widths.update(enumerate(map(float, widths), int(first)))

    def knows(self, words: str) -> bool:
        """Whether it has every letter of a text."""
        return all(ord(letter) in self._signs for letter in words if letter != "\n")

    def _drawing(self, words: str) -> list[int]:
        return [self._signs[ord(letter)] for letter in words if ord(letter) in self._signs]

    def shown(self, words: str) -> str:
        """A text as a drawing has it: the signs by number."""
        return "".join(f"{sign:04x}" for sign in self._drawing(words))

    def wide(self, words: str) -> float:
        """How wide a text is, in parts of the size of its letters."""
        return sum(self._widths.get(sign, 0) for sign in self._drawing(words)) / 1000


def _fill(document: Any, fields: Mapping[str, Any], name: str, value: str, letters: _Letters) -> bool:
    """Put a value in its field, or in the fields that are a line of it each. Answers whether it fits."""
    from pikepdf import Name, String

    places = [fields[name]] if name in fields else list(_lines_of(fields, name))
    if Name.Btn == places[0].FT:
        if value == TICKED:
            places[0].V = places[0].AS = Name.on
        return True
    lines, size, fits = _fitted(value, places, letters.wide)
    many = bool(int(places[0].Ff) & _MULTILINE)
    for field, shown in zip(places, [lines] if many else [[line] for line in lines], strict=False):
        field.V = String(value if many else shown[0])
        field.DA = String(_SIZE.sub(f"{size:g}", str(field.DA)))
        field.AP = {"/N": document.make_stream(*_look(field, shown, size, letters))}
    return fits


def _lines_of(fields: Mapping[str, Any], name: str) -> Iterator[Any]:
    nr = 1
    while f"{name}_{nr}" in fields:
        yield fields[f"{name}_{nr}"]
        nr += 1


def _fitted(text: str, places: list[Any], wide: Callable[[str], float]) -> tuple[list[str], float, bool]:
    """A text in the lines of its places, in letters as large as fit; the size of these; whether it fits at all."""
    width, height = _measures(places[0])
    found = _SIZE.search(str(places[0].DA))
    assert found
    size = float(found[0])
    while True:
        lines = [line for part in text.split("\n") for line in _wrapped(part, (width - 5) / size, wide)]
        many = int(places[0].Ff) & _MULTILINE
        room = int((height - 3) / (size * _LEADING)) if many else len(places)
        fits = len(lines) <= room and all(wide(line) <= (width - 5) / size for line in lines)
        if fits or size - 0.5 < _LEAST_SIZE:
            return lines, size, fits
        size -= 0.5


def _wrapped(text: str, most: float, wide: Callable[[str], float]) -> list[str]:
    """A text in lines of no more than this width. A word that is too long for any stands alone, and does not fit."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(longer) > most:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _measures(field: Any) -> tuple[float, float]:
    left, one, right, other = map(float, field.Rect)
    return abs(right - left), abs(one - other)


def _look(field: Any, lines: list[str], size: float, letters: _Letters) -> tuple[bytes, dict[str, Any]]:
    """How a field with a text is drawn: its lines, from the top, or in the middle of its one line."""
    from pikepdf import Array, Dictionary, Name

    width, height = _measures(field)
    top = height - 2 - size if int(field.Ff) & _MULTILINE else (height - size * 0.7) / 2
    drawn = "".join(f"<{letters.shown(line)}> Tj 0 {-size * _LEADING:g} Td\n" for line in lines)
    content = f"/Tx BMC q 1 1 {width - 2:.2f} {height - 2:.2f} re W n BT {field.DA} 2 {top:.2f} Td\n{drawn}ET Q EMC"
    fonts = Dictionary(Font=Dictionary(Wingdings=letters.font))
    about = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, width, height]), "/Resources": fonts}
    return content.encode(), about


def _name(document: Any, title: str) -> None:
    """Give the document another title, in both places where it has one."""
    from pikepdf import String

    old = escape(str(document.docinfo.Title), quote=False).encode()
    metadata = document.Root.Metadata
    metadata.write(metadata.read_bytes().replace(old, escape(title, quote=False).encode()))
    document.docinfo.Title = String(title)


def _put_mark(document: Any, mark: str, letters: _Letters) -> None:
    """Draw the mark at the foot of each page. On the first page it is a paragraph too, the first to be read."""
    from pikepdf import Array, Dictionary, Name

    drawn = _MARK.format(letters.shown(mark))
    tree = document.Root.StructTreeRoot
    top = tree.K[0] if isinstance(tree.K, Array) else tree.K
    numbers = tree.ParentTree.Nums
    for nr, page in enumerate(document.pages):
        # The fonts of all pages stand in one place.
        page.Resources.Font.Wingdings = letters.font
        around = "/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n{}\nEMC"
        if nr == 0:
            at = next(at for at in range(0, len(numbers), 2) if int(numbers[at]) == int(page.StructParents))
            marked = numbers[at + 1]
            around = f"/P << /MCID {len(marked)} >> BDC\n{{}}\nEMC"
            paragraph = document.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.P, P=top, Pg=page.obj, K=Array([len(marked)]))
            )
            marked.append(paragraph)
            top.K.insert(0, paragraph)
        page.Contents.write(b"q\n" + page.Contents.read_bytes() + b"\nQ\n" + around.format(drawn).encode())
