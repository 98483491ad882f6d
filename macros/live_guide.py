"""The guide while building and serving, read again at every refresh.

In a build, a mistake in the content ends everything. While serving, the pages keep showing the last good guide with
the report above it, until the mistake is mended.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.content.docs_prose import docs_problems, read_docs
from macros.content.entry_files import EntryFiles
from macros.content.guide import Guide
from macros.content.problems import MOST_IN_FILE, ContentError, Place, Problem
from macros.open_guide import open_guide
from macros.pages.broken_calls import DocsCalls
from macros.pages.dead_links import DocsLinks
from macros.pages.render import Renderer
from macros.site.pages import pages
from macros.site.permalinks import permalinks
from macros.site.urls import page_url
from macros.system.errors import Refusal
from macros.system.internal_errors import told


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

    @property
    def notice(self) -> str:
        """The report as HTML, for the top of every page; nothing when all is well."""
        if self.report is None:
            return ""
        message = "Er zit een fout in de inhoud. Je ziet nog de vorige inhoud."
        return f'<div class="mistake" role="alert"><p>{message}</p><pre>{html.escape(self.report)}</pre></div>'

    def refresh(self) -> None:
        """Read content/ and docs/ again. Raises ContentError, or Refusal when our own code fails; keeps the report."""
        docs = self.root / "docs"
        try:
            renderer = Renderer(open_guide(self.root / "content", self._files))
            problems = [*docs_problems(renderer.guide, docs), *duplicate_pages(renderer.guide, docs)]
            problems += broken_docs(renderer, docs, problems)
            if problems:
                raise ContentError(problems)
        except ContentError as error:
            self.report = str(error)
            raise
        except Exception as error:
            self.report = told(error, self.root)
            raise Refusal(self.report) from error
        self.last_good, self.report = renderer, None


def broken_docs(renderer: Renderer, docs: Path, found: Iterable[Problem]) -> list[Problem]:
    """What docs/ asks for that is not there: macro calls that cannot be carried out, links that lead nowhere.

    found: the problems so far. Of a page with more than a report tells, no links are looked for: Markdown may take
    for ever over thousands of brackets that nothing closes.
    """
    calls, problems = DocsCalls(renderer.guide), []
    texts = {file.removeprefix("docs/"): text for file, text in read_docs(docs).items()}
    carried_out: dict[str, str] = {}
    for file, text in texts.items():
        carried_out[file], broken = calls.carried_out(f"docs/{file}", text)
        problems += broken
    crowded = max(Counter(problem.place.file for problem in found).values(), default=0) > MOST_IN_FILE
    return [*problems, *(() if problems or crowded else DocsLinks(renderer, docs, texts, carried_out).problems())]


def duplicate_pages(guide: Guide, docs: Path) -> Iterator[Problem]:
    """Pages in docs/ whose address is that of another page: one of the two would not be there."""
    owner = {page_url(page.file): page.edited or "content/" for page in pages(guide)}
    owner |= {f"{address}/": "content/" for address in permalinks(guide)}
    for file in read_docs(docs):
        url = page_url(re.sub(r"\bREADME\.md$", "index.md", file.removeprefix("docs/")))
        if url in owner:
            message = f"Deze pagina wordt al gemaakt uit {owner[url]}."
            yield Problem(Place(file), message, "Geef dit bestand een andere naam, of haal het weg.")
        owner[url] = file
