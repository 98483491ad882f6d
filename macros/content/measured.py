"""What was measured of the guide, content/quality.tsv: `make quality` writes it, and no one by hand.

One figure a line, its parts with a tab between them, in the order of the fields of Measured.
"""

from __future__ import annotations

import os
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from macros.content.problems import ContentError, Place, Problem
from macros.content.text_file import raw_bytes, text_of

FILE = "quality.tsv"
_AGAIN = "Dit bestand wordt gemaakt: meet opnieuw met make quality."
_HEAD = "# Gemaakt door make quality. Verander hier niets met de hand: meet opnieuw.\n"
_NOTHING = "-"


@dataclass(frozen=True)
class Measured:
    """One figure. least: whether it is to be at least the goal, and not at most. unit: what it counts, in Dutch.

    plain: the same of a plain Material site with the same pages, where that was measured. seen: what was looked at,
    in Dutch. tool: what measured it, with its version. day: when, as YYYY-MM-DD.
    """

    name: str
    value: float
    goal: float
    least: bool
    unit: str
    plain: float | None
    seen: str
    tool: str
    day: str

    @property
    def held(self) -> bool:
        """Whether it keeps to its goal."""
        return self.value >= self.goal if self.least else self.value <= self.goal


def read_measured(content: Path) -> dict[str, Measured]:
    """Each figure by its name; none when nothing was measured yet. Raises ContentError."""
    path = content / FILE
    if not os.path.lexists(path):
        return {}
    file, found = f"content/{FILE}", dict[str, Measured]()
    for number, line in enumerate(text_of(file, raw_bytes(path, file)).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                one = _from_line(line)
            except ValueError:
                raise ContentError(
                    [Problem(Place(file, number), "Dit is geen meting zoals make quality ze schrijft.", _AGAIN)]
                ) from None
            found[one.name] = one
    return found


def measured_text(measured: dict[str, Measured]) -> str:
    """The file as it is written."""
    return _HEAD + "".join("\t".join(_cells(one)) + "\n" for one in measured.values())


def _cells(one: Measured) -> list[str]:
    words = (
        _NOTHING if value is None else f"{value:g}" if isinstance(value, float) else value for value in astuple(one)
    )
    return [str(int(word)) if isinstance(word, bool) else str(word) for word in words]


def _from_line(line: str) -> Measured:
    """Raises ValueError for another line than _cells() writes."""
    cells = line.split("\t")
    if len(cells) != len(fields(Measured)):
        raise ValueError(line)
    name, value, goal, least, unit, plain, seen, tool, day = cells
    date.fromisoformat(day)
    other = None if plain == _NOTHING else float(plain)
    return Measured(name, float(value), float(goal), bool(int(least)), unit, other, seen, tool, day)
