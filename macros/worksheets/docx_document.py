"""A DOCX in the making: A4, real headings, header rows that come back on each page, boxes to click.

The same worksheet gives the same bytes each time.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from html import escape
from typing import Any

from macros.content.guide import Guide
from macros.model.practice import Worksheet
from macros.site.urls import plain_text
from macros.worksheets.html import cited, permalink_url

_DAY = datetime.datetime(2025, 1, 1)
"""When every DOCX was made, as it says itself."""

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RULED = (
    f'<w:pBdr {_W}><w:bottom w:val="single" w:sz="4" w:space="1" w:color="8A7F70"/>'
    '<w:between w:val="single" w:sz="4" w:space="1" w:color="8A7F70"/></w:pBdr>'
)
_CHECKBOX = (
    f'<w:sdt {_W}><w:sdtPr><w:alias w:val="{{label}}"/><w:tag w:val="vak-{{number}}"/><w:id w:val="{{id}}"/>'
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" '
    'w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
)
_HYPERLINK = (
    f'<w:hyperlink {_W} xmlns:r="{_RELATIONSHIPS}" r:id="{{id}}"><w:r><w:rPr><w:u w:val="single"/></w:rPr>'
    "<w:t>{text}</w:t></w:r></w:hyperlink>"
)


class DocxDocument:
    """The DOCX of one worksheet: what it begins and ends with, and the pieces that its blocks are written with."""

    def __init__(self, guide: Guide, worksheet: Worksheet) -> None:
        from docx import Document

        self.guide, self.worksheet = guide, worksheet
        self.document = Document()
        self._checkboxes = 0
        about = self.document.core_properties
        about.title, about.author, about.language = worksheet.title, guide.site.name, "nl-BE"
        about.created = about.modified = _DAY
        self._set_page()
        self._set_styles()

    def _set_page(self) -> None:
        """A4, upright or landscape, with its margins."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        if self.worksheet.landscape:
            page.page_width, page.page_height, page.orientation = Mm(297), Mm(210), WD_ORIENT.LANDSCAPE
        page.left_margin = page.right_margin = Mm(15)
        page.top_margin = page.bottom_margin = Mm(14)
        self._text_width = 267 if self.worksheet.landscape else 180  # In millimetres.

    def _set_styles(self) -> None:
        """The letters of the text and of three levels of headings; the language is Dutch."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size, normal.paragraph_format.space_after = "Calibri", Pt(11), Pt(4)
        normal.element.get_or_add_rPr().append(parse_xml(f'<w:lang {_W} w:val="nl-BE"/>'))
        for level, size in ((1, 22), (2, 14), (3, 11)):
            style = self.document.styles[f"Heading {level}"]
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.color.rgb = RGBColor(0x14, 0x60, 0x6B) if level == 2 else RGBColor(0x29, 0x24, 0x1F)
            style.element.rPr.rFonts.attrib.pop(qn("w:asciiTheme"), None)

    def begin(self) -> None:
        """What stands above the blocks."""
        self.document.add_heading(self.worksheet.title, 1)
        self.document.add_paragraph("School: ______________________________     Datum: ________________")
        self.document.add_paragraph().add_run(self.plain(self.worksheet.instruction)).bold = True

    def finished(self) -> bytes:
        """The whole DOCX, with what stands under the blocks."""
        self._end()
        raw, out = io.BytesIO(), io.BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as packed, zipfile.ZipFile(out, "w") as fixed:
            for name in packed.namelist():
                fixed.writestr(zipfile.ZipInfo(name, _DAY.timetuple()[:6]), packed.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _end(self) -> None:
        """The sources, the licence and the permalink."""
        from docx.oxml import parse_xml

        licence = f"Tekst: {self.guide.site.name}, CC BY 4.0. Kopiëren en aanpassen mag, met de bron erbij."
        foot = self.document.add_paragraph(f"{cited(self.guide, self.worksheet)}\n{licence}\n")
        url = permalink_url(self.guide, self.worksheet)
        id = foot.part.relate_to(url, f"{_RELATIONSHIPS}/hyperlink", is_external=True)
        _xml_of(foot).append(parse_xml(_HYPERLINK.format(id=id, text=escape(url))))

    def table(
        self,
        label: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[int],
        height: int,
        checkboxes: set[int],
    ) -> None:
        """A table to fill in.

        widths: of the columns, against each other. height: of a row, in millimetres. checkboxes: the columns, counted
        from 0, with a box to click in each row.
        """
        from docx.oxml import OxmlElement
        from docx.shared import Mm

        self.label(label)
        table = self.document.add_table(1 + len(rows), len(columns))
        table.style, table.autofit = "Table Grid", False
        _xml_of(table.rows[0]).get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        shares = widths or (1,) * len(columns)
        for at, name in enumerate(columns):
            width = Mm(self._text_width * shares[at] / sum(shares))
            table.columns[at].width = width
            for nr, cell in enumerate(table.columns[at].cells):
                cell.width = width
                if nr == 0:
                    cell.paragraphs[0].add_run(name).bold = True
                elif at in checkboxes:
                    self.checkbox(cell.paragraphs[0], f"{name}: {rows[nr - 1][0] or nr}")
                else:
                    cell.paragraphs[0].add_run(rows[nr - 1][at])
        for row in table.rows[1:]:
            row.height = Mm(height)
        self.document.add_paragraph()

    def label(self, label: str) -> None:
        """The question or task above a block."""
        self.document.add_heading(self.plain(label), 3)

    def lines(self, count: int) -> None:
        """Lines to write on."""
        from docx.oxml import parse_xml
        from docx.shared import Mm, Pt

        for _ in range(count):
            line = self.document.add_paragraph()
            line.paragraph_format.space_after, line.paragraph_format.line_spacing = Pt(0), Mm(8.5)
            _xml_of(line).get_or_add_pPr().append(parse_xml(_RULED))

    def checkbox(self, paragraph: Any, label: str) -> None:
        """A box to click, with its label for who cannot see it."""
        from docx.oxml import parse_xml

        self._checkboxes += 1
        # Word takes so many characters. Cut first, escape then: half an entity is no XML.
        xml = _CHECKBOX.format(label=escape(label[:60]), number=self._checkboxes, id=1000 + self._checkboxes)
        _xml_of(paragraph).append(parse_xml(xml))

    def plain(self, text: str) -> str:
        """A text as bare words."""
        return plain_text(self.guide, text)


def _xml_of(part: Any) -> Any:
    """The XML element of a part of the document."""
    return part._element  # noqa: SLF001  # python-docx gives no other way to what it has no function for.
