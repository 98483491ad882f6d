"""What makes every page: the code, the templates, the settings and the packages, in one digest."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path

KEEP = "KEEP_PAGES"
"""Says in the environment that pages are kept (yes), as our own commands do, unless who calls them says no."""

_CODE = ("macros", "overrides", "mkdocs.yml")
"""What of the project makes pages, by its path below the root: all of it, so that nobody has to say which file does."""

_LEFT = "__pycache__"


def digest(*parts: object) -> str:
    """A short name for what these say."""
    told = hashlib.sha256()
    for part in parts:
        text = (part if isinstance(part, str) else repr(part)).encode("utf-8", "surrogatepass")
        told.update(b"%d:" % len(text) + text)
    return told.hexdigest()[:32]


def code_digest(root: Path) -> str:
    """A digest of the code, the templates and the settings of a project, and of the packages that go with them."""
    return digest(sys.version, packages(sys.path), files_digest(root, _CODE))


def files_digest(root: Path, names: Iterable[str]) -> str:
    """A digest of files and whole folders, with their names. names: their paths below the root."""
    # Here and below in plain strings: of thousands of files, walking over Paths takes as long as reading them.
    told, start = hashlib.sha256(), len(str(root / "_")) - 1
    for file in (file for name in names for file in _files(str(root / name))):
        with FileIO(file) as opened:
            content = opened.readall()
        told.update(b"%s\0%d:" % (os.fsencode(file[start:]), len(content)))
        told.update(content)
    return told.hexdigest()[:32]


def packages(folders: Iterable[str]) -> list[str]:
    """Every installed package with its version, as the names of the folders that describe them say it."""
    found = {path.name for folder in folders if Path(folder).is_dir() for path in Path(folder).glob("*.dist-info")}
    return sorted(found)


def _files(path: str, above: tuple[tuple[int, int], ...] = ()) -> Iterator[str]:
    """A file, or all files of a folder, in order. What leads round or is gone by now, is nothing."""
    try:
        known = os.stat(path)  # noqa: PTH116
    except OSError:
        return
    here = known.st_dev, known.st_ino
    if stat.S_ISREG(known.st_mode):
        yield path
    elif stat.S_ISDIR(known.st_mode) and here not in above:
        for name in sorted(os.listdir(path)):  # noqa: PTH208
            if name != _LEFT:
                yield from _files(f"{path}/{name}", (*above, here))
