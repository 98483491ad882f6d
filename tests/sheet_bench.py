"""What all worksheets cost as PDF in both sizes, from cold: user CPU, memory and size. Part of `make bench`."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

_WATCH = """\
import os, subprocess, sys
made = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(made.pid, 0)
print(status, used.ru_utime, used.ru_maxrss)
"""
"""A small process in between: a child counts as big as whoever begot it, and a bench that holds a guide is big."""


RUNS = 5


def sheets_cost(root: Path, folder: Path) -> str:
    """Rows of a table. folder: where the PDFs may be left.

    Of several runs the lowest counts, and the median stands beside it: what else a machine does only adds.
    """
    runs = [_made(root, folder) for _ in range(RUNS)]
    spent, memory = [seconds for seconds, _ in runs], max(kilobytes for _, kilobytes in runs)
    sizes = sorted((file.stat().st_size, file.stem) for file in folder.glob("*.pdf"))
    said = f"{len(sizes)} worksheets as PDF, half of them in large print, from cold, user CPU"
    return f"""| what | measured | goal |
|---|---|---|
| {said} | {min(spent):.1f} s (median of {RUNS}: {statistics.median(spent):.1f} s) | ≤ 12 s |
| memory at most | {memory / 1024:.0f} MB | ≤ 150 MB |
| the largest sheet ({sizes[-1][1]}) | {sizes[-1][0] / 1000:.0f} kB | ≤ 110 kB |
| the middle one | {sizes[len(sizes) // 2][0] / 1000:.0f} kB | |"""


def _made(root: Path, folder: Path) -> tuple[float, float]:
    """The seconds and the kilobytes that making all of them takes."""
    told = subprocess.run(
        [sys.executable, "-c", _WATCH, sys.executable, "-m", "macros", "sheets", str(folder)],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    status, seconds, kilobytes = map(float, told.split())
    if status:
        raise RuntimeError("The worksheets could not be made.")
    return seconds, kilobytes
