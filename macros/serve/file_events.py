"""Which files were saved: told by the system at once, or else found by looking, twice a second."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

log = logging.getLogger("mkdocs.sleutelbos")

_SAVES = ("created", "modified", "moved", "deleted")
"""What may change a page. A file that is only read makes events too."""

_NOT_OURS = ("__pycache__", ".git")

_WITHOUT_EVENTS = ("nfs", "cifs", "smb", "9p", "fuse.", "vboxsf", "virtiofs", "prl_fs", "drvfs", "vmhgfs", "fakeowner")
"""How the names of file systems begin on which another machine may write: of that, this system tells nothing."""

_INTERVAL = 0.5


class FileEvents:
    """Watches folders and files for MkDocs, in the place of its own observer.

    told: called with each path that was saved, from another thread.
    """

    def __init__(self, told: Callable[[Path], None]) -> None:
        self._handler = _Saves(told)
        self._paths: dict[str, bool] = {}
        self._observer: BaseObserver | None = None

    def schedule(self, _: object, path: str, recursive: bool) -> str:
        """Watch a path from start() on. MkDocs hands a handler for each; ours knows which path it was."""
        self._paths[path] = recursive
        return path

    def unschedule(self, path: str) -> None:
        """Watch a path no more, if it was not started."""
        self._paths.pop(path, None)

    def start(self) -> None:
        """Begin, with the events of the system where it has them for all paths."""
        if all(map(tells_events, self._paths)):
            # All of a system's watches may be in use: an editor of code takes thousands.
            with suppress(OSError):
                self._observer = self._started(Observer())
                return
        log.info("Dit systeem meldt niet wat je bewaart. We kijken zelf, twee keer per seconde.")
        self._observer = self._started(PollingObserver(timeout=_INTERVAL))

    def _started(self, observer: BaseObserver) -> BaseObserver:
        for path, recursive in self._paths.items():
            observer.schedule(self._handler, path, recursive=recursive)
        try:
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise
        return observer

    def stop(self) -> None:
        """End it."""
        if self._observer:
            self._observer.stop()

    def join(self) -> None:
        """Wait until it has ended."""
        if self._observer:
            self._observer.join()


class _Saves(FileSystemEventHandler):
    """Passes on what changed a file that may be on a page."""

    def __init__(self, told: Callable[[Path], None]) -> None:
        self._told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type not in _SAVES:
            return
        for path in (event.src_path, event.dest_path):
            if path and not set(Path(str(path)).parts) & set(_NOT_OURS):
                self._told(Path(str(path)))


class Saved:
    """The paths that were saved since someone last took them. wake: called whenever there is one more."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake, self._lock = wake, threading.Lock()
        self._paths: set[Path] = set()

    def add(self, path: Path) -> None:
        """Note a path, and wake whoever waits."""
        with self._lock:
            self._paths.add(path)
        self._wake()

    def take(self) -> set[Path]:
        """The paths so far, which are then forgotten."""
        with self._lock:
            taken, self._paths = self._paths, set()
        return taken


def tells_events(path: str, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Whether the system tells of every save below a path. mounts: its list of file systems, where it has one."""
    try:
        lines = [line.split(" ") for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return True  # Not Linux: others have their own way.
    place = Path(path).resolve()
    kind, deepest = "", -1
    for _, mounted, name, *_ in lines:
        folder = Path(mounted.replace("\\040", " "))
        if place.is_relative_to(folder) and len(folder.parts) >= deepest:
            kind, deepest = name, len(folder.parts)
    return not kind.startswith(_WITHOUT_EVENTS)
