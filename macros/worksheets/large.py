"""A worksheet in large print: which tables still fit there, and what stands beside each other where they do not.

Nothing is asked of who writes a worksheet: every sheet has a large one, of as many pages as it takes. A block that
needs another layout there has a second template, in templates/large/.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from macros.model.worksheet_blocks import Blank
from macros.model.worksheet_tables import Scale, Table

Side = Literal["whole", "left", "right"]
"""How a place to write stands on its slip: over the whole width, or as one of two."""

_LETTER = 0.18 * 18
"""How wide a letter is, in millimetres: an average, a little on the safe side."""

_WIDTH, _PADDING = 180, 5
"""The width of a sheet between its margins, and what a cell leaves blank of it, in millimetres."""

_MOST_COLUMNS = 3

_HALF, _THIRD = 24, 12
"""The most letters that fit above or beside a place of half the width, or of a third."""


def wider_than_large(table: Table) -> bool:
    """Whether the rows of a table become slips: too many columns, or a word that is too long for its own."""
    if len(table.columns) > _MOST_COLUMNS:
        return True
    words = [column.split() for column in table.columns]
    words[0] += [word for row in table.rows for word in row.split()]
    room = [_WIDTH * share - _PADDING for share in _shares(table)]
    return any(len(word) * _LETTER > most for column, most in zip(words, room, strict=True) for word in column)


def sides(block: Table | Scale, first: int = 0) -> list[Side]:
    """How the places of a slip stand, those with little to write two by two. first: the column that it begins with."""
    if isinstance(block, Scale):
        return _paired([len(extra) <= _HALF for extra in block.extra])
    columns = zip(block.columns[first:], _shares(block)[first:], strict=True)
    average = 1 / len(block.columns)
    return _paired(
        [name not in block.ticks and share < 1.2 * average and len(name) <= _HALF for name, share in columns]
    )


def across(scale: Scale) -> int:
    """How many answers stand beside each other. Four stand two by two, with nothing left over."""
    longest, count = max(map(len, scale.answers)), len(scale.answers)
    if longest > _HALF - 4:
        return 1
    return 2 if longest > _THIRD or count in (2, 4) else 3


def taller(height: int) -> float:
    """How high a row of a table is, for letters of twice the size: a high one has the room already."""
    return min(height * 1.6, height + 14)


def width_of(field: Blank) -> str:
    """How wide a field is: two fit beside each other if their words do, and never three."""
    return field.width if field.width == "full" else "half" if len(field.label) <= _HALF else "full"


def _paired(narrow: Sequence[bool]) -> list[Side]:
    found: list[Side] = []
    for at, one in enumerate(narrow):
        if found and found[-1] == "left":
            found.append("right")
        else:
            found.append("left" if one and any(narrow[at + 1 : at + 2]) else "whole")
    return found


def _shares(table: Table) -> list[float]:
    widths = table.widths or (1,) * len(table.columns)
    return [width / sum(widths) for width in widths]
