"""A folder that was replaced, kept to be filled again.

To make thousands of files and folders takes a disk longer than anything else it is asked for; to write over them, next
to nothing. Filled again, a folder holds what was written into it this time, and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from errno import ENOTSUP
from pathlib import Path
from stat import S_IMODE, S_ISREG

from macros.system.folders import remove

_NOT_WRITTEN = 978_307_200 * 10**9
"""When a file was changed last, that was not written yet: in 2001, in ns. A disk can remember it, no clock says it."""


class SpareFolder:
    """Where a folder waits. anew: the folders at its top that are made anew each time."""

    def __init__(self, path: Path, anew: Collection[str] = ()) -> None:
        self._path, self._anew = path, anew
        self._is_lent = False

    def lend(self, place: Path) -> None:
        """Put it where an empty folder stands, to be filled. Where that cannot be, the empty one stays."""
        if not self._path.is_dir():
            return
        try:
            for name in self._anew:
                remove(self._path / name)
            _mark(self._path)
            place.rmdir()
            self._path.rename(place)
            self._is_lent = True
        except OSError:
            place.mkdir(exist_ok=True)
            with suppress(OSError):
                remove(self._path)

    def settle(self, place: Path) -> None:
        """Remove from it, filled again, whatever was not written this time. Raises OSError."""
        if self._is_lent:
            _sweep(place)

    def keep(self, folder: Path) -> None:
        """Have a folder wait here that is of no use any more. Raises OSError, when it stands on another disk."""
        remove(self._path)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(self._path)


def _mark(folder: Path) -> None:
    """Leave only what may be written over, and mark each file. Raises OSError, when a disk does not remember that.

    A file under two names may be someone's copy. A file has a dot in its name and a folder none, so that no new file
    finds a folder in its place.
    """
    us = os.geteuid()
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path, is_folder = f"{here}/{name}", name in folders
            known = os.lstat(path)
            may_be = S_IMODE(known.st_mode) == 0o755 if is_folder else _may_be_filled(known)
            if known.st_uid == us and may_be and ("." in name) != is_folder and name[0] != ".":
                if not is_folder:
                    _mark_file(path)
                continue
            remove(Path(path))
            if is_folder:
                folders.remove(name)


def _may_be_filled(file: os.stat_result) -> bool:
    return S_ISREG(file.st_mode) and S_IMODE(file.st_mode) == 0o644 and file.st_nlink == 1


def _mark_file(path: str) -> None:
    os.utime(path, ns=(_NOT_WRITTEN, _NOT_WRITTEN))
    if os.lstat(path).st_mtime_ns != _NOT_WRITTEN:
        raise OSError(ENOTSUP, os.strerror(ENOTSUP), path)


def _sweep(folder: str | Path) -> bool:
    """Remove every marked file, and every folder that is empty then. Answers whether anything stayed."""
    stays = False
    with os.scandir(folder) as inside:
        for entry in list(inside):
            if entry.is_dir(follow_symlinks=False):
                stays = _sweep(entry.path) or stays
            elif entry.stat(follow_symlinks=False).st_mtime_ns == _NOT_WRITTEN:
                os.unlink(entry.path)  # noqa: PTH108 - there are thousands
            else:
                stays = True
    if not stays:
        os.rmdir(folder)  # noqa: PTH106
    return stays
