"""What parts of a build cost by themselves, each in a Python of its own. Part of `make bench`.

bench.py holds a guide, and whenever Python looks for garbage it goes through all of that.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.content.entry_files import EntryFiles
from macros.open_guide import open_guide
from macros.site.permalinks import write_permalink_pages


def reads(content: str) -> list[float]:
    """Reading a guide, and reading it again while it is still in use, as `make serve` does after a save."""
    files, held, spent = EntryFiles(), [], []
    for _ in range(2):
        began = time.process_time()
        held.append(open_guide(Path(content), files))
        spent.append(time.process_time() - began)
    return spent


def permanent_pages(content: str, folder: str) -> list[float]:
    """Writing a page at each permanent address."""
    guide = open_guide(Path(content))
    began = time.process_time()
    write_permalink_pages(guide, Path(folder))
    return [time.process_time() - began]


PARTS: Mapping[str, Callable[..., list[float]]] = {"reads": reads, "permanent_pages": permanent_pages}

if __name__ == "__main__":
    part, *words = sys.argv[1:]
    print(*PARTS[part](*words))
