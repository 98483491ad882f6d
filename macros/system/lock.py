"""A lock between runs: one holds it, the others wait. It goes with the process that holds it, however that ends."""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

log = logging.getLogger("sleutelbos")


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Be the only one with this file, and wait for who has it now."""
    lock = _held(file)
    try:
        yield
    finally:
        with suppress(OSError):
            file.unlink()
        os.close(lock)


def _held(file: Path) -> int:
    while True:
        lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _wait(lock, file.parent)
            if _is_still(file, lock):
                return lock
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)  # Who had it, took the file away.


def _wait(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        log.warning("In '%s' wordt al gebouwd: ik wacht tot dat klaar is (stoppen kan met Ctrl+C).", folder)
        fcntl.flock(lock, fcntl.LOCK_EX)


def _is_still(file: Path, lock: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(lock))
    except FileNotFoundError:
        return False
