"""The guide while building and serving, read again at every refresh.

In a build, a mistake in the content ends everything. While serving, the pages keep showing the last good guide with
the report above it, until the mistake is mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.content.docs_prose import docs_problems
from macros.content.entry_files import EntryFiles
from macros.content.guide import Guide
from macros.content.problems import ContentError, Place, Problem
from macros.open_guide import open_guide
from macros.pages.macro_calls import broken_calls
from macros.pages.render import Renderer
from macros.site.pages import pages


class LiveGuide:
    """Holds the last good guide in its renderer and, while something is wrong, the report of that.

    root: the folder that holds content/ and docs/. It lives as long as someone builds or serves.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.report: str | None = None
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

    def refresh(self, *, try_calls: bool = True) -> None:
        """Read content/ and docs/ again; try the macro calls in docs/. Raises ContentError, and keeps the report."""
        docs = self.root / "docs"
        try:
            renderer = Renderer(open_guide(self.root / "content", self._files))
            problems = [*docs_problems(renderer.guide, docs), *duplicate_pages(renderer.guide, docs)]
            problems += broken_calls(renderer, docs) if try_calls else ()
            if problems:
                raise ContentError(problems)
        except ContentError as error:
            self.report = str(error)
            raise
        self.last_good, self.report = renderer, None


def duplicate_pages(guide: Guide, docs: Path) -> Iterator[Problem]:
    """Pages in docs/ that the content makes as well."""
    for page in pages(guide):
        if (docs / page.file).exists():
            place = Place((docs / page.file).relative_to(docs.parent).as_posix())
            message = f"Deze pagina wordt al gemaakt uit {page.edited or 'content/'}."
            yield Problem(place, message, "Geef dit bestand een andere naam, of haal het weg.")
