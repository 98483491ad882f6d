"""What all worksheets cost as PDF, from cold: user CPU, memory and size."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def sheets_cost(root: Path, folder: Path) -> str:
    """Rows of a table. folder: where the PDFs may be left."""
    made = subprocess.Popen([sys.executable, "-m", "macros", "sheets", str(folder)], cwd=root, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(made.pid, 0)
    if status:
        raise RuntimeError("The worksheets could not be made.")
    sizes = sorted((file.stat().st_size, file.stem) for file in folder.glob("*.pdf"))
    return f"""| what | measured | goal |
|---|---|---|
| {len(sizes)} worksheets as PDF, from cold, user CPU | {used.ru_utime:.1f} s | ≤ 8 s |
| memory at most | {used.ru_maxrss / 1024:.0f} MB | ≤ 150 MB |
| the largest sheet ({sizes[-1][1]}) | {sizes[-1][0] / 1000:.0f} kB | ≤ 80 kB |
| the middle one | {sizes[len(sizes) // 2][0] / 1000:.0f} kB | |"""
