"""The fields of a worksheet: what their names are, and which ones are a box to tick.

The templates of the blocks give each place to write the same name; a test holds the two side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import Literal

from macros.model.block import Block
from macros.model.practice import SCHOOL, Worksheet
from macros.model.worksheet_blocks import Blank, Checklist, Lines
from macros.model.worksheet_drawings import Cards, Circles, Pyramid, Quadrant, Thermometer, Tree
from macros.model.worksheet_tables import Decision, Scale, Table

Kind = Literal["text", "tick"]
Fields = Iterator[tuple[str, Kind]]


def fields_of(worksheet: Worksheet) -> Mapping[str, Kind]:
    """Every field of a worksheet by its name, from top to bottom, with what one does there."""
    found: dict[str, Kind] = {SCHOOL: "text", "kop_datum": "text"}
    for block in worksheet.blocks:
        found.update(_fields(block))
    return found


@singledispatch
def _fields(block: Block) -> Fields:
    """The fields of one block. A block that has no function below, only says something."""
    yield from ()


@_fields.register
def _(block: Blank) -> Fields:
    if block.choices:
        yield from _ticks(block.name, len(block.choices))
    else:
        yield block.name, "text"


@_fields.register
def _(block: Lines) -> Fields:
    yield block.name, "text"


@_fields.register
def _(block: Checklist) -> Fields:
    yield from _ticks(block.name, len(block.items) + sum(len(group.items) for group in block.groups))


@_fields.register
def _(block: Table) -> Fields:
    named = len(block.rows)
    for row in range(1, named + block.empty + 1):
        for column, head in enumerate(block.columns, 1):
            if column > 1 or row > named:
                yield f"{block.name}_r{row}k{column}", "tick" if head in block.ticks else "text"


@_fields.register
def _(block: Scale) -> Fields:
    for row in range(1, len(block.rows) + 1):
        yield from _ticks(block.name, len(block.answers), f"_r{row}k")
        yield from _texts(block.name, len(block.extra), f"_r{row}x")


@_fields.register
def _(block: Decision) -> Fields:
    for nr, row in enumerate(block.rows, 1):
        for column, cell in enumerate(row.cells, 2):
            if not cell:
                yield f"{block.name}_r{nr}k{column}", "text"


@_fields.register
def _(block: Quadrant) -> Fields:
    for row in (1, 2):
        yield from _texts(block.name, 2, f"_r{row}k")


@_fields.register
def _(block: Thermometer | Pyramid) -> Fields:
    yield from _texts(block.name, len(block.zones if isinstance(block, Thermometer) else block.layers))


@_fields.register
def _(block: Tree) -> Fields:
    yield f"{block.name}_stam", "text"
    for where, rows in (("tak", block.above), ("wortel", block.below)):
        for nr, boxes in enumerate(rows, 1):
            yield from _texts(block.name, len(boxes), f"_{where}{nr}_")


@_fields.register
def _(block: Circles) -> Fields:
    yield from _texts(block.name, len(block.circles))
    yield f"{block.name}_midden", "text"


@_fields.register
def _(block: Cards) -> Fields:
    for nr, card in enumerate(block.cards, 1):
        for place, line in enumerate(card.lines, 1):
            if line.field:
                yield f"{block.name}_{nr}_{place}", "text"
        yield from _texts(block.name, len(card.fields), f"_{nr}_")


def _texts(name: str, count: int, between: str = "_") -> Fields:
    yield from ((f"{name}{between}{nr}", "text") for nr in range(1, count + 1))


def _ticks(name: str, count: int, between: str = "_") -> Fields:
    yield from ((f"{name}{between}{nr}", "tick") for nr in range(1, count + 1))
