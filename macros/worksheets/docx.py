"""A worksheet as DOCX, to edit: which worksheets have one, and how each block is written in it.

A worksheet with a block that only a drawing can show has none: what makes it useful would be lost.
"""

from __future__ import annotations

from functools import singledispatch

from macros.content.guide import Guide
from macros.model.block import Block
from macros.model.practice import Worksheet
from macros.model.worksheet_blocks import Blank, Checklist, Heading, Lines, Paragraph, Reminder
from macros.model.worksheet_drawings import Quadrant
from macros.model.worksheet_tables import Decision, Scale, Table
from macros.worksheets.docx_document import DocxDocument


def has_docx(worksheet: Worksheet) -> bool:
    """Whether a worksheet has a DOCX: each of its blocks can be written."""
    return all(add_block.dispatch(type(block)) is not add_block.dispatch(object) for block in worksheet.blocks)


def make_docx(guide: Guide, worksheet: Worksheet) -> bytes:
    """The DOCX of a worksheet. The same worksheet gives the same bytes."""
    document = DocxDocument(guide, worksheet)
    document.begin()
    for block in worksheet.blocks:
        add_block(block, document)
    return document.finished()


@singledispatch
def add_block(block: Block, docx: DocxDocument) -> None:
    """Add one block to a DOCX. Raises TypeError for a block that only a drawing can show."""
    raise TypeError(f"{type(block).__name__} cannot be written in a DOCX")


@add_block.register
def _(block: Heading, docx: DocxDocument) -> None:
    heading = docx.document.add_heading(block.text, 2)
    heading.paragraph_format.page_break_before = block.new_page


@add_block.register
def _(block: Paragraph, docx: DocxDocument) -> None:
    docx.document.add_paragraph(docx.plain(block.text))


@add_block.register
def _(block: Reminder, docx: DocxDocument) -> None:
    docx.document.add_paragraph().add_run(block.title).bold = True
    for item in block.items:
        docx.document.add_paragraph(docx.plain(item), style="List Bullet")


@add_block.register
def _(block: Blank, docx: DocxDocument) -> None:
    docx.label(block.label)
    if block.choices:
        row = docx.document.add_paragraph()
        for choice in block.choices:
            docx.checkbox(row, choice)
            row.add_run(f" {choice}      ")
    else:
        docx.lines(1)


@add_block.register
def _(block: Lines, docx: DocxDocument) -> None:
    docx.label(block.label)
    docx.lines(block.count)


@add_block.register
def _(block: Checklist, docx: DocxDocument) -> None:
    docx.label(block.label)
    for title, items in [(group.title, group.items) for group in block.groups] or [("", block.items)]:
        if title:
            docx.document.add_paragraph().add_run(title).bold = True
        for item in items:
            row = docx.document.add_paragraph()
            docx.checkbox(row, docx.plain(item))
            row.add_run(f" {docx.plain(item)}")


@add_block.register
def _(block: Table, docx: DocxDocument) -> None:
    rows = [[name, *("" for _ in block.columns[1:])] for name in block.rows]
    rows += [["" for _ in block.columns] for _ in range(block.empty)]
    checkboxes = {index for index, column in enumerate(block.columns) if column in block.ticks}
    docx.table(block.label, block.columns, rows, block.widths, block.height, checkboxes)


@add_block.register
def _(block: Scale, docx: DocxDocument) -> None:
    columns = ("", *(f"{nr}. {answer}" for nr, answer in enumerate(block.answers, 1)), *block.extra)
    rows = [[docx.plain(row), *("" for _ in columns[1:])] for row in block.rows]
    docx.table(block.label, columns, rows, block.widths, 9, set(range(1, len(block.answers) + 1)))


@add_block.register
def _(block: Decision, docx: DocxDocument) -> None:
    rows = [[row.title, *(docx.plain(cell or "") for cell in row.cells)] for row in block.rows]
    docx.table(block.label, block.columns, rows, block.widths, 11, set())


@add_block.register
def _(block: Quadrant, docx: DocxDocument) -> None:
    docx.table(
        block.label, ("", *block.across), [[down, "", ""] for down in block.down], (2, 5, 5), block.height, set()
    )
