"""A worksheet as a document to edit (DOCX): which sheets can be had so, and how each block is written.

Sheets with a block that only a drawing can show get none: what makes them useful would be lost.
"""

from __future__ import annotations

from functools import singledispatch

from macros.content.guide import Guide
from macros.model.practice import Worksheet
from macros.model.worksheet_blocks import (
    Blank,
    Block,
    Checklist,
    Decision,
    Heading,
    Lines,
    Paragraph,
    Quadrant,
    Reminder,
    Scale,
    Table,
)
from macros.worksheets.docx_document import Document


def has_docx(worksheet: Worksheet) -> bool:
    """Whether a sheet can be had as a document to edit: each of its blocks can be written."""
    return all(add_block.dispatch(type(block)) is not add_block.dispatch(object) for block in worksheet.blocks)


def make_docx(guide: Guide, worksheet: Worksheet) -> bytes:
    """The DOCX of a worksheet. The same sheet gives the same bytes."""
    document = Document(guide, worksheet)
    document.begin()
    for block in worksheet.blocks:
        add_block(block, document)
    return document.finished()


@singledispatch
def add_block(block: Block, to: Document) -> None:
    """Add one block. Raises TypeError for a block that only a drawing can show."""
    raise TypeError(f"{type(block).__name__} has no place in a document")


@add_block.register
def _(block: Heading, to: Document) -> None:
    heading = to.document.add_heading(block.text, 2)
    heading.paragraph_format.page_break_before = block.new_page


@add_block.register
def _(block: Paragraph, to: Document) -> None:
    to.document.add_paragraph(to.plain(block.text))


@add_block.register
def _(block: Reminder, to: Document) -> None:
    to.document.add_paragraph().add_run(block.title).bold = True
    for item in block.items:
        to.document.add_paragraph(to.plain(item), style="List Bullet")


@add_block.register
def _(block: Blank, to: Document) -> None:
    to.label(block.label)
    if block.choices:
        row = to.document.add_paragraph()
        for choice in block.choices:
            to.tick(row, choice)
            row.add_run(f" {choice}      ")
    else:
        to.lines(1)


@add_block.register
def _(block: Lines, to: Document) -> None:
    to.label(block.label)
    to.lines(block.count)


@add_block.register
def _(block: Checklist, to: Document) -> None:
    to.label(block.label)
    for title, items in [(group.title, group.items) for group in block.groups] or [("", block.items)]:
        if title:
            to.document.add_paragraph().add_run(title).bold = True
        for item in items:
            row = to.document.add_paragraph()
            to.tick(row, to.plain(item))
            row.add_run(f" {to.plain(item)}")


@add_block.register
def _(block: Table, to: Document) -> None:
    rows = [[name, *("" for _ in block.columns[1:])] for name in block.rows] + [
        ["" for _ in block.columns] for _ in range(block.empty)
    ]
    boxes = {index for index, column in enumerate(block.columns) if column in block.ticks}
    to.table(block.label, block.columns, rows, block.widths, block.height, boxes)


@add_block.register
def _(block: Scale, to: Document) -> None:
    columns = ("", *(f"{nr}. {answer}" for nr, answer in enumerate(block.answers, 1)), *block.extra)
    rows = [[to.plain(row), *("" for _ in columns[1:])] for row in block.rows]
    to.table(block.label, columns, rows, block.widths, 9, set(range(1, len(block.answers) + 1)))


@add_block.register
def _(block: Decision, to: Document) -> None:
    to.table(
        block.label,
        block.columns,
        [[row.title, *(to.plain(cell or "") for cell in row.cells)] for row in block.rows],
        block.widths,
        11,
        set(),
    )


@add_block.register
def _(block: Quadrant, to: Document) -> None:
    to.table(block.label, ("", *block.across), [[down, "", ""] for down in block.down], (2, 5, 5), block.height, set())
