"""The proposed links that editors dismissed, content/proposals.tsv: entries that are alike and do not belong together.

One pair a line: `tip:familiemuur<TAB>werkvorm:klasgroep<TAB>why not`. A line stands by itself, so that branches merge.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from macros.content.problems import ContentError, Place, Problem
from macros.content.text_file import raw_bytes, stray_marks, text_of

FILE = "proposals.tsv"
_BETWEEN = re.compile(r"\t| {2,}")
_FORMAT = "Zo hoort het: tip:familiemuur, een tab, werkvorm:klasgroep, nog een tab, en waarom ze niet bij elkaar horen."


@dataclass(frozen=True)
class Dismissed:
    """Two entries that an editor keeps apart, by the names that a text gives them, and where that stands."""

    names: tuple[str, str]
    place: Place


def read_dismissed(content: Path) -> tuple[Dismissed, ...]:
    """What was dismissed so far; nothing when there is no such file. Raises ContentError."""
    path = content / FILE
    if not os.path.lexists(path):
        return ()
    file = f"content/{FILE}"
    text = text_of(file, raw_bytes(path, file))
    found, problems = list[Dismissed](), stray_marks(file, text)
    for number, line in enumerate([] if problems else text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = _BETWEEN.split(line.strip())
        if len(columns) == 3 and all(":" in name for name in columns[:2]):
            found.append(Dismissed((columns[0], columns[1]), Place(file, number)))
        else:
            problems.append(Problem(Place(file, number), "Deze regel kunnen we niet lezen.", _FORMAT))
    if problems:
        raise ContentError(problems)
    return tuple(found)
