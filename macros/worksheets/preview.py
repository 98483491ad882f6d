"""The preview of a worksheet: a small SVG, drawn from its blocks, that a reader recognises it by in the overview."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from macros.model.block import Block
from macros.model.practice import Worksheet
from macros.model.worksheet_blocks import Blank, Checklist, Heading, Lines, Paragraph, Reminder
from macros.model.worksheet_drawings import Cards, Circles, Pyramid, Quadrant, Thermometer, Tree
from macros.model.worksheet_tables import Decision, Scale, Table

_LONG, _SHORT = 68, 48
"""The sides of the drawn sheet."""

_EDGE = 5
"""The margin of the drawn sheet."""

Strokes = Iterator[tuple[str, float]]
"""Paths of an SVG, each with the height it takes."""


def preview(worksheet: Worksheet) -> str:
    """An SVG of the first page, without words: a few hundred bytes."""
    page_width, page_height = (_LONG, _SHORT) if worksheet.landscape else (_SHORT, _LONG)
    paths, y = [f"M5 6h{page_width * 0.55:.0f}"], 11.0
    for block in worksheet.blocks:
        if y > 20 and (isinstance(block, Cards) or (isinstance(block, Heading) and block.new_page)):
            break
        for path, height in _strokes(block, y, page_width):
            if y + height > page_height - 3:
                break
            paths.append(path)
            y += height
    classes = "preview preview--wide" if worksheet.landscape else "preview"
    return (
        f'<svg class="{classes}" viewBox="0 0 {page_width} {page_height}" aria-hidden="true" focusable="false">'
        f'<path class="preview__paper" d="M.5.5h{page_width - 1}v{page_height - 1}H.5z"/>'
        f'<path d="{"".join(paths)}"/></svg>'
    )


@singledispatch
def _strokes(block: Block, y: float, page_width: int) -> Strokes:
    """The strokes of a block from this height on. A block that has no function below, stays white."""
    yield from ()


@_strokes.register
def _(block: Heading, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    yield f"M5 {y + 2:g}h{width // 2}", 4


@_strokes.register
def _(block: Paragraph | Blank, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    yield f"M5 {y + 1:g}h{width}", 4


@_strokes.register
def _(block: Reminder, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    yield f"M5 {y:g}h{width}v8H5z", 10


@_strokes.register
def _(block: Lines, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    for line in range(min(block.count, 4)):
        yield f"M5 {y + 3 + 4 * line:g}h{width}", 4


@_strokes.register
def _(block: Checklist, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    count = len(block.items) + max((len(group.items) for group in block.groups), default=0)
    for at in range(min(count, 6)):
        yield f"M5 {y + 5 * at:g}h2.5v2.5H5zM10 {y + 5 * at + 1.5:g}h{width * 0.6:.0f}", 5


@_strokes.register
def _(block: Scale, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    end = page_width - _EDGE
    for _ in range(min(len(block.rows), 6)):
        ticks = "".join(f"M{end - 3 - at * 5} {y:g}h2.5v2.5h-2.5z" for at in range(min(len(block.answers), 4)))
        yield f"M5 {y + 1.5:g}h{width - 6 * min(len(block.answers), 4)}{ticks}", 5
        y += 5


@_strokes.register
def _(block: Table | Decision | Quadrant, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    columns = 2 if isinstance(block, Quadrant) else len(block.columns)
    rows = 2 if isinstance(block, Quadrant) else min(len(block.rows) + getattr(block, "empty", 0), 6)
    step = 12 if isinstance(block, Quadrant) else 5
    height = (rows + (0 if isinstance(block, Quadrant) else 0.6)) * step
    across = "".join(f"M5 {y + height - row * step:g}h{width}" for row in range(rows + 1))
    yield across + "".join(f"M{5 + width * at / columns:.1f} {y:g}v{height:g}" for at in range(1, columns)), height + 3


@_strokes.register
def _(block: Thermometer, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    yield f"M5 {y:g}h5v32H5zM5 {y + 8:g}h{width}M5 {y + 16:g}h{width}M5 {y + 24:g}h{width}", 35


@_strokes.register
def _(block: Tree, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    middle = page_width / 2
    boxes = "".join(
        f"M{5 + at * width / 3:.1f} {y + down:g}h{width / 3 - 2:.1f}v8h-{width / 3 - 2:.1f}z"
        for at in range(3)
        for down in (0, 28)
    )
    yield f"{boxes}M{middle - 8:g} {y + 13:g}h16v9h-16zM{middle:g} {y + 8:g}v5M{middle:g} {y + 22:g}v6", 40


@_strokes.register
def _(block: Pyramid, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    count = len(block.layers)
    for at in range(count):
        half = 6 + (width / 2 - 6) * at / max(count - 1, 1)
        yield f"M{page_width / 2 - half:.1f} {y:g}h{2 * half:.1f}v8h-{2 * half:.1f}z", 8
        y += 8


@_strokes.register
def _(block: Circles, y: float, page_width: int) -> Strokes:
    yield (
        "".join(
            f"M{x - 11:g} {y + down:g}a11 11 0 1 0 22 0a11 11 0 1 0-22 0z"
            for x, down in ((page_width / 2 - 6, 12), (page_width / 2 + 6, 12), (page_width / 2, 23))
        ),
        38,
    )


@_strokes.register
def _(block: Cards, y: float, page_width: int) -> Strokes:
    width = page_width - 2 * _EDGE
    for _ in range(4):
        yield f"M5 {y:g}h{width}v12H5zM{page_width / 2:g} {y:g}v12", 12
        y += 12
