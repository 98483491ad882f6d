"""How good the guide is, in figures: `make quality`, or python tests/quality.py [PART …].

Writes content/quality.tsv, which a page shows: docs/over/hoe-goed.md. What is not measured this time, keeps its figure
and its day. Ends badly when a figure does not keep to its goal.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from goals import GOALS
from places import CONTENT
from quality_measures import MEASURES, Figure, Sites

from macros.content.measured import FILE, Measured, measured_text, read_measured
from macros.pages.measured import PARTS, in_dutch


def measured_as(one: Figure) -> Measured:
    """A figure with its goal, and the day of today."""
    goal, day = GOALS[one.name], date.today().isoformat()
    return Measured(one.name, one.value, goal.bound, goal.least, goal.unit, one.plain, one.seen, one.tool, day)


def past(figures: list[Measured]) -> list[str]:
    """Each figure that is past its goal, in Dutch."""
    words = {True: "minstens", False: "hoogstens"}
    return [
        f"{one.name}: {in_dutch(one.value)} {one.unit}; het doel is {words[one.least]} {in_dutch(one.goal)}."
        for one in figures
        if not one.held
    ]


def main(*parts: str) -> int:
    """Measure, write down, and say what is past its goal. parts: what to measure; all of it when nothing is named."""
    if unknown := [part for part in parts if part not in PARTS]:
        print(f"Dit onderdeel kennen we niet: {', '.join(unknown)}. Kies uit {', '.join(PARTS)}.")
        return 2
    known = read_measured(CONTENT)
    with tempfile.TemporaryDirectory() as folder:
        sites = Sites(Path(folder))
        for part in parts or PARTS:
            print(f"{part} …", flush=True)
            known |= {one.name: measured_as(one) for one in MEASURES[part](sites)}
            (CONTENT / FILE).write_text(measured_text(in_order(known)), encoding="utf-8")
    for one in known.values():
        print(f"{one.name}: {in_dutch(one.value)} {one.unit}")
    wrong = past(list(known.values()))
    print("\n".join(wrong) or "Elk cijfer haalt zijn doel.")
    return int(bool(wrong))


def in_order(known: dict[str, Measured]) -> dict[str, Measured]:
    """What was measured, in the order of the parts, so that a new figure moves no line."""
    return {name: known[name] for names in PARTS.values() for name in names if name in known}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
