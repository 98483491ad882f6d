"""The guide while building and serving, read again at every refresh.

In a build, a mistake in the content ends everything. While serving, the pages keep showing the last good guide with
the report above it, until the mistake is mended.
"""

from __future__ import annotations

import html
from pathlib import Path

from macros.content.entry_files import EntryFiles
from macros.content.guide import Guide
from macros.content.history import last_changes
from macros.content.problems import ContentError
from macros.open_guide import open_guide
from macros.pages.docs_check import refuse_broken_docs
from macros.pages.render import Renderer
from macros.system.errors import Refusal
from macros.system.internal_errors import told


class LiveGuide:
    """Holds the last good guide in its renderer and, while something is wrong, the report of that.

    root: the folder that holds content/ and docs/. It lives as long as someone builds or serves.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.report: str | None = None
        self._opening = ""
        self.last_good: Renderer | None = None
        self._files = EntryFiles()

    @property
    def renderer(self) -> Renderer:
        """The renderer of the last guide that opened. There is one whenever a page asks for it."""
        if self.last_good is None:
            raise RuntimeError("refresh() comes first")
        return self.last_good

    @property
    def guide(self) -> Guide:
        """The last guide that opened."""
        return self.renderer.guide

    @property
    def notice(self) -> str:
        """The report as HTML, for the top of every page; nothing when all is well."""
        if self.report is None:
            return ""
        return f'<div class="mistake" role="alert"><p>{self._opening}</p><pre>{html.escape(self.report)}</pre></div>'

    def refresh(self) -> None:
        """Read content/ and docs/ again. Raises ContentError, or Refusal when our own code fails; keeps the report."""
        try:
            renderer = Renderer(open_guide(self.root / "content", self._files, last_changes(self.root)))
            refuse_broken_docs(renderer, self.root / "docs")
        except ContentError as error:
            self.tell(str(error), f"Er zit een fout in de inhoud.{self._shown}")
            raise
        except Exception as error:
            self.tell(report := told(error, self.root), f"De gids zelf liep vast.{self._shown}")
            raise Refusal(report) from error
        self.last_good, self.report = renderer, None

    def tell(self, report: str, opening: str) -> None:
        """Keep a report, with the sentences that stand above it on every page."""
        self.report, self._opening = report, opening

    @property
    def _shown(self) -> str:
        """What the pages show while the content cannot be read."""
        return " Je ziet nog de vorige inhoud." if self.last_good else ""
