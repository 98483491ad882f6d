"""A DOCX in the making: A4, real headings, header rows that come back on each page, boxes to click, the same bytes each time."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from macros.content.guide import Guide
from macros.model.practice import Worksheet
from macros.site.urls import plain_text
from macros.worksheets.html import cited, permalink_url

_DAY = datetime.datetime(2025, 1, 1)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_RULE = f'<w:pBdr {_W}><w:bottom w:val="single" w:sz="4" w:space="1" w:color="8A7F70"/><w:between w:val="single" w:sz="4" w:space="1" w:color="8A7F70"/></w:pBdr>'


class Document:
    """The document of one worksheet: what it begins and ends with, and the pieces that its blocks are written with."""

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
        about.title, about.author, about.language, about.created, about.modified = (
            worksheet.title,
            guide.site.name,
            "nl-BE",
            _DAY,
            _DAY,
        )
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
            style.font.name, style.font.size, style.font.color.rgb = (
                "Calibri",
                Pt(size),
                RGBColor(0x14, 0x60, 0x6B) if level == 2 else RGBColor(0x29, 0x24, 0x1F),
            )
            style.element.rPr.rFonts.attrib.pop(qn("w:asciiTheme"), None)

    def begin(self) -> None:
        """What stands above the blocks."""
        self.document.add_heading(self.sheet.title, 1)
        self.document.add_paragraph("School: ______________________________     Datum: ________________")
        self.document.add_paragraph().add_run(self.plain(self.sheet.instruction)).bold = True

    def finished(self) -> bytes:
        """The whole document, with what stands under the blocks."""
        address = permalink_url(self.guide, self.sheet)
        foot = self.document.add_paragraph(
            f"{cited(self.guide, self.sheet)}\nTekst: {self.guide.site.name}, CC BY 4.0. Kopiëren en aanpassen mag, met de bron erbij.\n"
        )
        target = foot.part.relate_to(
            address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
        )
        foot._p.append(
            self.xml(
                f'<w:hyperlink {_W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{target}"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>{address}</w:t></w:r></w:hyperlink>'
            )
        )
        raw, out = io.BytesIO(), io.BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as packed, zipfile.ZipFile(out, "w") as fixed:
            for name in packed.namelist():
                fixed.writestr(zipfile.ZipInfo(name, _DAY.timetuple()[:6]), packed.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def table(
        self,
        label: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        height: int,
        boxes: set[int],
    ) -> None:
        """A table to fill in. widths: of the columns, against each other. height: of a row, in millimetres. boxes: the columns with boxes to click."""
        self.label(label)
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
                    self.tick(cell.paragraphs[0], f"{name}: {rows[nr - 1][0] or nr}")
                else:
                    cell.paragraphs[0].add_run(rows[nr - 1][at])
        for row in table.rows[1:]:
            row.height = self.mm(height)
        self.document.add_paragraph()

    def label(self, label: str) -> None:
        """The question or task above a block."""
        self.document.add_heading(self.plain(label), 3)

    def lines(self, count: int) -> None:
        """Lines to write on."""
        for _ in range(count):
            line = self.document.add_paragraph()
            line.paragraph_format.space_after, line.paragraph_format.line_spacing = self.pt(0), self.mm(8.5)
            line._p.get_or_add_pPr().append(self.xml(_RULE))

    def tick(self, paragraph: Any, label: str) -> None:
        """A box to click, with its label for who cannot see it."""
        self.ticks += 1
        said = label.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")[:60]
        paragraph._p.append(self.xml(
            f'<w:sdt {_W}><w:sdtPr><w:alias w:val="{said}"/><w:tag w:val="vak-{self.ticks}"/><w:id w:val="{1000 + self.ticks}"/>'
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
        ))  # fmt: skip

    def plain(self, text: str) -> str:
        """A text as bare words."""
        return plain_text(self.guide, text)
