"""Files that are written whole or not at all: who reads one, reads the old text or the new.

It is written beside its place and renamed. A kill, a full disk or a second run at the same time leaves no half file.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES
from pathlib import Path
from typing import IO

_NEW = ".????????.new"
"""What a file is called while it is being written."""


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file of ours, that can be made again; a folder that is missing is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)


def fill_file(path: Path, content: str | bytes) -> None:
    """Write a file of a folder that is put in place when it is whole: until then, no one reads it."""
    try:
        file = path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("wb")
    with file:
        file.write(content.encode() if isinstance(content, str) else content)


def save_file(path: Path, content: str | bytes) -> None:
    """Write a file that people keep: it is on the disk before the old one goes, also when the power fails.

    A link stays a link, who may read and write it stays as it was, and what may not be written is left alone.
    """
    path = Path(os.path.realpath(path))
    known = path.stat() if path.exists() else None
    if known and not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_half_written(path.parent)
    with beside(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)
        if known:
            with suppress(PermissionError):  # Only root may hand a file to its owner.
                os.fchown(file.fileno(), known.st_uid, known.st_gid)
            with suppress(PermissionError):  # A stick knows no rights.
                os.fchmod(file.fileno(), stat.S_IMODE(known.st_mode))
        file.flush()
        os.fsync(file.fileno())
    with suppress(OSError):  # Not every disk can.
        _sync_folder(path.parent)


def remove_half_written(folder: Path) -> None:
    """Remove what a killed run left half written in a folder, and not what another run is writing now."""
    for left in folder.glob(_NEW):
        with suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


@contextmanager
def beside(path: Path) -> Iterator[IO[bytes]]:
    """A file to fill, that takes its place when it is whole. An error is about that place, not about this file."""
    new = path.with_name(_NEW.replace("?" * 8, secrets.token_hex(4)))
    try:
        with new.open("xb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # See remove_half_written.
            yield file
        new.replace(path)
    except BaseException as error:
        if isinstance(error, OSError):
            # To replace a file asks for rights on its folder.
            error.filename, error.filename2 = str(path.parent if isinstance(error, PermissionError) else path), None
        with suppress(OSError):
            new.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Have the disk remember the names in a folder."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
