"""The guide of the moment, and what becomes of it when the content has a mistake.

In a build, a mistake ends everything. While serving, the last good guide stays on the
pages with the report above it, until the mistake is mended.
"""

from __future__ import annotations

from pathlib import Path

from macros.guide import Guide
from macros.names import dangling_in_docs
from macros.problems import ContentError
from macros.reading import open_guide


class Building:
    """Holds the last good guide and, while there is one, the report of what is wrong."""

    def __init__(self) -> None:
        self.last_good: Guide | None = None
        self.report: str | None = None

    @property
    def guide(self) -> Guide:
        """The last guide that opened. There is one whenever a page asks for it."""
        if self.last_good is None:
            raise RuntimeError("refresh() comes first")
        return self.last_good

    def refresh(self, root: Path) -> None:
        """Read content/ and the names in docs/ again. Raises ContentError, and remembers what it said."""
        try:
            guide = open_guide(root / "content")
            problems = list(dangling_in_docs(guide, root / "docs"))
            if problems:
                raise ContentError(problems)
        except ContentError as error:
            self.report = str(error)
            raise
        self.last_good, self.report = guide, None


BUILDING = Building()
