"""The files of a site that is being served, while some of them are written again."""

from __future__ import annotations

from pathlib import Path

from macros.system.files import write_file


class SiteFiles:
    """Writes what changed, and can put back what stood there. site: its folder."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._before: dict[Path, bytes] = {}

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file of the site, unless it holds this already."""
        file = self._site / path
        new = content.encode() if isinstance(content, str) else content
        old = file.read_bytes()  # A file that is not there yet, comes with a whole build.
        if old != new:
            self._before.setdefault(file, old)
            write_file(file, new)

    def done(self) -> None:
        """What was written, is good: keep it."""
        self._before = {}

    def undo(self) -> None:
        """Put back what stood there before the last done()."""
        for file, old in self._before.items():
            write_file(file, old)
        self._before = {}
