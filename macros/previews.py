"""A small drawing of a worksheet, made from its blocks: what a reader recognises it by in the overview."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import Worksheet
from macros.sheet_blocks import Blank, Cards, Checklist, Circles, Decision, Heading, Lines, Paragraph, Pyramid, Quadrant, Reminder, Scale, Table, Thermometer, Tree

_LONG, _SHORT = 68, 48


def preview(worksheet: Worksheet) -> str:
    """An SVG of the first page, without words: a few hundred bytes."""
    wide, high = (_LONG, _SHORT) if worksheet.landscape else (_SHORT, _LONG)
    drawn, y = [f"M5 6h{wide * 0.55:.0f}"], 11.0
    for block in worksheet.blocks:
        if isinstance(block, Heading) and block.new_page and y > 20 or isinstance(block, Cards) and y > 20:
            break
        for path, tall in _marks(block, y, wide):
            if y + tall > high - 3:
                break
            drawn.append(path)
            y += tall
    return f'<svg class="preview{" preview--wide" if worksheet.landscape else ""}" viewBox="0 0 {wide} {high}" aria-hidden="true" focusable="false"><path class="preview__paper" d="M.5.5h{wide - 1}v{high - 1}H.5z"/><path d="{"".join(drawn)}"/></svg>'


def _marks(block: object, y: float, wide: int) -> Iterator[tuple[str, float]]:
    """The strokes of a block from this height on, and how much height each takes."""
    room, end = wide - 10, wide - 5
    match block:
        case Heading():
            yield f"M5 {y + 2:g}h{room // 2}", 4
        case Paragraph() | Blank():
            yield f"M5 {y + 1:g}h{room}", 4
        case Reminder():
            yield f"M5 {y:g}h{room}v8H5z", 10
        case Lines():
            for line in range(min(block.count, 4)):
                yield f"M5 {y + 3 + 4 * line:g}h{room}", 4
        case Checklist():
            count = len(block.items) + max((len(group.items) for group in block.groups), default=0)
            for at in range(min(count, 6)):
                yield f"M5 {y + 5 * at:g}h2.5v2.5H5zM10 {y + 5 * at + 1.5:g}h{room * 0.6:.0f}", 5
        case Scale():
            for _ in range(min(len(block.rows), 6)):
                ticks = "".join(f"M{end - 3 - at * 5} {y:g}h2.5v2.5h-2.5z" for at in range(min(len(block.answers), 4)))
                yield f"M5 {y + 1.5:g}h{room - 6 * min(len(block.answers), 4)}{ticks}", 5
                y += 5
        case Table() | Decision() | Quadrant():
            columns = 2 if isinstance(block, Quadrant) else len(block.columns)
            rows = 2 if isinstance(block, Quadrant) else min(len(block.rows) + getattr(block, "empty", 0), 6)
            step = 12 if isinstance(block, Quadrant) else 5
            tall = (rows + (0 if isinstance(block, Quadrant) else 0.6)) * step
            across = "".join(f"M5 {y + tall - row * step:g}h{room}" for row in range(rows + 1))
            yield across + "".join(f"M{5 + room * at / columns:.1f} {y:g}v{tall:g}" for at in range(1, columns)), tall + 3
        case Thermometer():
            yield f"M5 {y:g}h5v32H5zM5 {y + 8:g}h{room}M5 {y + 16:g}h{room}M5 {y + 24:g}h{room}", 35
        case Tree():
            middle = wide / 2
            boxes = "".join(f"M{5 + at * room / 3:.1f} {y + down:g}h{room / 3 - 2:.1f}v8h-{room / 3 - 2:.1f}z" for at in range(3) for down in (0, 28))
            yield f"{boxes}M{middle - 8:g} {y + 13:g}h16v9h-16zM{middle:g} {y + 8:g}v5M{middle:g} {y + 22:g}v6", 40
        case Pyramid():
            count = len(block.layers)
            for at in range(count):
                half = 6 + (room / 2 - 6) * at / max(count - 1, 1)
                yield f"M{wide / 2 - half:.1f} {y:g}h{2 * half:.1f}v8h-{2 * half:.1f}z", 8
                y += 8
        case Circles():
            yield "".join(f"M{x - 11:g} {y + down:g}a11 11 0 1 0 22 0a11 11 0 1 0-22 0z" for x, down in ((wide / 2 - 6, 12), (wide / 2 + 6, 12), (wide / 2, 23))), 38
        case Cards():
            for _ in range(4):
                yield f"M5 {y:g}h{room}v12H5zM{wide / 2:g} {y:g}v12", 12
                y += 12
