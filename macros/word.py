"""A worksheet as a document to edit (DOCX): real headings, header rows that come back on each page, boxes to click.

Sheets that are drawings or cards get none: what makes them useful would be lost. The same sheet gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from functools import singledispatchmethod

from macros.guide import Guide
from macros.links import plain
from macros.model import Worksheet
from macros.sheet_blocks import Blank, Cards, Checklist, Circles, Decision, Heading, Lines, Paragraph, Pyramid, Quadrant, Reminder, Scale, Table, Thermometer, Tree
from macros.sheets import cited, permanent

_DRAWN = (Cards, Circles, Pyramid, Thermometer, Tree)
_DAY = datetime.datetime(2025, 1, 1)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_RULE = f'<w:pBdr {_W}><w:bottom w:val="single" w:sz="4" w:space="1" w:color="8A7F70"/><w:between w:val="single" w:sz="4" w:space="1" w:color="8A7F70"/></w:pBdr>'


def has_word(worksheet: Worksheet) -> bool:
    """Whether a sheet can be had as a document to edit: its blocks say so."""
    return not any(isinstance(block, _DRAWN) for block in worksheet.blocks)


def word(guide: Guide, worksheet: Worksheet) -> bytes:
    """The DOCX of a worksheet."""
    return _Writer(guide, worksheet).written()


class _Writer:
    """Writes one worksheet, block after block."""

    def __init__(self, guide: Guide, worksheet: Worksheet) -> None:
        from docx import Document
        from docx.oxml import OxmlElement, parse_xml
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt, RGBColor

        self.guide, self.sheet = guide, worksheet
        self.document, self.ticks = Document(), 0
        self.mm, self.pt, self.element, self.xml = Mm, Pt, OxmlElement, parse_xml
        self.wide = 267 if worksheet.landscape else 180
        about = self.document.core_properties
        about.title, about.author, about.language, about.created, about.modified = worksheet.title, guide.site.name, "nl-BE", _DAY, _DAY
        paper = self.document.sections[0]
        paper.page_width, paper.page_height = (Mm(297), Mm(210)) if worksheet.landscape else (Mm(210), Mm(297))
        if worksheet.landscape:
            from docx.enum.section import WD_ORIENT

            paper.orientation = WD_ORIENT.LANDSCAPE
        paper.left_margin = paper.right_margin = Mm(15)
        paper.top_margin = paper.bottom_margin = Mm(14)
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size, normal.paragraph_format.space_after = "Calibri", Pt(11), Pt(4)
        normal.element.get_or_add_rPr().append(parse_xml(f'<w:lang {_W} w:val="nl-BE"/>'))
        for level, size in ((1, 22), (2, 14), (3, 11)):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), RGBColor(0x14, 0x60, 0x6B) if level == 2 else RGBColor(0x29, 0x24, 0x1F)
            style.element.rPr.rFonts.attrib.pop(qn("w:asciiTheme"), None)

    def written(self) -> bytes:
        """The whole document."""
        self.document.add_heading(self.sheet.title, 1)
        self.document.add_paragraph("School: ______________________________     Datum: ________________")
        self.document.add_paragraph().add_run(self._plain(self.sheet.instruction)).bold = True
        for block in self.sheet.blocks:
            self.add(block)
        address = permanent(self.guide, self.sheet)
        foot = self.document.add_paragraph(f"{cited(self.guide, self.sheet)}\nTekst: {self.guide.site.name}, CC BY 4.0. Kopiëren en aanpassen mag, met de bron erbij.\n")
        target = foot.part.relate_to(address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True)
        foot._p.append(self.xml(f'<w:hyperlink {_W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{target}"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>{address}</w:t></w:r></w:hyperlink>'))
        raw, out = io.BytesIO(), io.BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as packed, zipfile.ZipFile(out, "w") as fixed:
            for name in packed.namelist():
                fixed.writestr(zipfile.ZipInfo(name, _DAY.timetuple()[:6]), packed.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    @singledispatchmethod
    def add(self, block) -> None:
        """Add one block. Raises TypeError for a block that only a drawing can show."""
        raise TypeError(f"{type(block).__name__} has no place in a document")

    @add.register
    def _(self, block: Heading) -> None:
        heading = self.document.add_heading(block.text, 2)
        heading.paragraph_format.page_break_before = block.new_page

    @add.register
    def _(self, block: Paragraph) -> None:
        self.document.add_paragraph(self._plain(block.text))

    @add.register
    def _(self, block: Reminder) -> None:
        self.document.add_paragraph().add_run(block.title).bold = True
        for item in block.items:
            self.document.add_paragraph(self._plain(item), style="List Bullet")

    @add.register
    def _(self, block: Blank) -> None:
        self._label(block.label)
        if block.choices:
            row = self.document.add_paragraph()
            for choice in block.choices:
                self._tick(row, choice)
                row.add_run(f" {choice}      ")
        else:
            self._lines(1)

    @add.register
    def _(self, block: Lines) -> None:
        self._label(block.label)
        self._lines(block.count)

    @add.register
    def _(self, block: Checklist) -> None:
        self._label(block.label)
        for title, items in [(group.title, group.items) for group in block.groups] or [("", block.items)]:
            if title:
                self.document.add_paragraph().add_run(title).bold = True
            for item in items:
                row = self.document.add_paragraph()
                self._tick(row, self._plain(item))
                row.add_run(f" {self._plain(item)}")

    @add.register
    def _(self, block: Table) -> None:
        rows = [[name, *("" for _ in block.columns[1:])] for name in block.rows] + [["" for _ in block.columns] for _ in range(block.empty)]
        boxes = {index for index, column in enumerate(block.columns) if column in block.ticks}
        self._table(block.label, block.columns, rows, block.widths, block.height, boxes)

    @add.register
    def _(self, block: Scale) -> None:
        columns = ("", *(f"{nr}. {answer}" for nr, answer in enumerate(block.answers, 1)), *block.extra)
        rows = [[self._plain(row), *("" for _ in columns[1:])] for row in block.rows]
        self._table(block.label, columns, rows, block.widths, 9, set(range(1, len(block.answers) + 1)))

    @add.register
    def _(self, block: Decision) -> None:
        self._table(block.label, block.columns, [[row.title, *(self._plain(cell or "") for cell in row.cells)] for row in block.rows], block.widths, 11, set())

    @add.register
    def _(self, block: Quadrant) -> None:
        self._table(block.label, ("", *block.across), [[down, "", ""] for down in block.down], (2, 5, 5), block.height, set())

    def _table(self, label, columns, rows, widths, height, boxes) -> None:
        self._label(label)
        table = self.document.add_table(1 + len(rows), len(columns))
        table.style, table.autofit = "Table Grid", False
        table.rows[0]._tr.get_or_add_trPr().append(self.element("w:tblHeader"))
        shares = widths or (1,) * len(columns)
        for at, name in enumerate(columns):
            wide = self.mm(self.wide * shares[at] / sum(shares))
            table.columns[at].width = wide
            for nr, cell in enumerate(table.columns[at].cells):
                cell.width = wide
                if nr == 0:
                    cell.paragraphs[0].add_run(name).bold = True
                elif at in boxes:
                    self._tick(cell.paragraphs[0], f"{name}: {rows[nr - 1][0] or nr}")
                else:
                    cell.paragraphs[0].add_run(rows[nr - 1][at])
        for row in table.rows[1:]:
            row.height = self.mm(height)
        self.document.add_paragraph()

    def _label(self, label: str) -> None:
        self.document.add_heading(self._plain(label), 3)

    def _lines(self, count: int) -> None:
        for _ in range(count):
            line = self.document.add_paragraph()
            line.paragraph_format.space_after, line.paragraph_format.line_spacing = self.pt(0), self.mm(8.5)
            line._p.get_or_add_pPr().append(self.xml(_RULE))

    def _tick(self, paragraph, label: str) -> None:
        self.ticks += 1
        said = label.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")[:60]
        paragraph._p.append(self.xml(
            f'<w:sdt {_W}><w:sdtPr><w:alias w:val="{said}"/><w:tag w:val="vak-{self.ticks}"/><w:id w:val="{1000 + self.ticks}"/>'
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
        ))  # fmt: skip

    def _plain(self, text: str) -> str:
        return plain(self.guide, text)
