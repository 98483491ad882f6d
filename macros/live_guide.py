"""The guide while building and serving, read again at every refresh.

In a build, a mistake in the content ends everything. While serving, the pages keep showing the last good guide with
the report above it, until the mistake is mended.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from macros.check.rules import warnings
from macros.content.entry_files import EntryFiles
from macros.content.guide import Guide
from macros.content.history import History
from macros.content.problems import ContentError, Problem
from macros.content.since_release import since_release
from macros.kept.entries import KeptEntries
from macros.open_guide import open_guide
from macros.pages.dead_links import DocsLinks
from macros.pages.docs_check import refuse_broken_docs
from macros.pages.orphans import orphans
from macros.pages.render import Renderer
from macros.system.errors import Refusal
from macros.system.internal_errors import told
from macros.worksheets.kept_html import Keep

_MORE = re.compile(r"(?<=  Meer: )handboek/\S*")
"""Where a message says that the handbook tells more."""


class LiveGuide:
    """Holds the last good guide in its renderer and, while something is wrong, the report of that.

    root: the folder that holds content/ and docs/. It lives as long as someone builds or serves.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.report: str | None = None
        self._opening = ""
        self.last_good: Renderer | None = None
        self._links: DocsLinks | None = None
        self._sound: Renderer | None = None  # The last one with which docs/ was sound too.
        self._files, self._kept, self._history = EntryFiles(), KeptEntries(root), History(root)
        self._kept.fill(self._files)

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
    def code(self) -> str:
        """A digest of the code that this process runs, where what it makes is kept."""
        return self._kept.code

    def notice(self, start: str) -> str:
        """The report as HTML, for the top of every page; nothing when all is well. start: where the site begins."""
        if self.report is None:
            return ""
        report = _MORE.sub(rf'<a href="{start}\g<0>">\g<0></a>', html.escape(self.report))
        return f'<div class="mistake" role="alert"><p>{self._opening}</p><pre>{report}</pre></div>'

    def warnings(self) -> list[Problem]:
        """What could be better in the last guide that opened, and in its docs/."""
        lost = orphans(self.guide, self._links.leads()) if self._links else ()
        return sorted([*warnings(self.guide), *lost])

    def refresh(self) -> None:
        """Read content/ and docs/ again. Raises ContentError, or Refusal when our own code fails; keeps the report."""
        self.read()
        self.look_at_docs()

    def read(self) -> None:
        """Read content/ again: that is the guide, until look_at_docs() finds otherwise. Raises the same."""
        with self._reported(), ThreadPoolExecutor(1) as beside:
            changes = beside.submit(self._history.last_changes)  # Git takes its time.
            since = partial(since_release, self.root)
            renderer = Renderer(open_guide(self.root / "content", self._files, changes.result, since))
        if self.last_good:
            renderer.worksheets.large_pages.update(self.last_good.worksheets.large_pages)  # Until they are counted.
        self.last_good = renderer

    def look_at_docs(self) -> None:
        """See whether docs/ asks for nothing that this guide does not have. Raises the same."""
        with self._reported():
            self._links = refuse_broken_docs(self.renderer, self.root / "docs", self._files)
        self._sound, self.report = self.last_good, None

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """Keep the report of what goes wrong, and the last guide with which all was well."""
        try:
            yield
        except Exception as error:
            self.last_good = self._sound
            if isinstance(error, ContentError):
                self.tell(str(error), f"Er zit een fout in de inhoud.{self._shown}")
                raise
            self.tell(report := told(error, self.root), f"De gids zelf liep vast.{self._shown}")
            raise Refusal(report) from error

    def keep(self) -> None:
        """Keep what was read, with all that was worked out of it by now, for the next who builds."""
        if self.last_good:
            self._kept.keep(self._files)

    def keep_sheets(self, keep: Keep) -> None:
        """Take the worksheets on the pages of this guide from where they are kept."""
        if self.last_good:
            self.last_good.keep_sheets(keep)

    def tell(self, report: str, opening: str) -> None:
        """Keep a report, with the sentences that stand above it on every page."""
        self.report, self._opening = report, opening

    @property
    def _shown(self) -> str:
        """What the pages show while the content cannot be read."""
        return " Je ziet nog de vorige inhoud." if self.last_good else ""
