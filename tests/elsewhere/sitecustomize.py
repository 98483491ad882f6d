"""Another place for Python to work in: a clock years ahead, and a disk that names its files in another order.

Python reads this before all else, in each process that has this folder on its path; tests/verify.py puts it there.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

AHEAD = int(os.environ.get("YEARS_AHEAD", "0")) * 365 * 24 * 60 * 60
"""Seconds that this clock is ahead."""

_seconds, _nanoseconds, _scandir, _listdir = time.time, time.time_ns, os.scandir, os.listdir


class _AnyMoment(type):
    """Says of every moment that it is one, also of what C made."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__bases__[0])


class _Moment(datetime.datetime, metaclass=_AnyMoment):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> Any:
        return cls.now()


class _Day(datetime.date, metaclass=_AnyMoment):
    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(time.time())


def _of_now(read: Callable[[float | None], Any]) -> Callable[..., Any]:
    """What tells a moment, and without one tells that of this clock."""
    return lambda seconds=None: read(time.time() if seconds is None else seconds)


def run_ahead() -> None:
    """Have every clock that Python can read say a later moment."""
    written, spelled = time.strftime, time.asctime
    vars(time).update(
        time=lambda: _seconds() + AHEAD,
        time_ns=lambda: _nanoseconds() + AHEAD * 10**9,
        localtime=_of_now(time.localtime),
        gmtime=_of_now(time.gmtime),
        ctime=_of_now(time.ctime),
        strftime=lambda form, moment=None: written(form, moment or time.localtime()),
        asctime=lambda moment=None: spelled(moment or time.localtime()),
    )
    vars(datetime).update(datetime=_Moment, date=_Day)


class _Listing:
    """What os.scandir answers, in another order."""

    def __init__(self, *folder: Any) -> None:
        with _scandir(*folder) as found:
            self._entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self._entries

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def __enter__(self) -> _Listing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open any more."""


if AHEAD:
    run_ahead()
if os.environ.get("DISK_ORDER") == "z-a":
    vars(os).update(scandir=_Listing, listdir=lambda *folder: sorted(_listdir(*folder), reverse=True))
