"""Everything that is wrong with docs/, told at once: in its words, its macro calls, its links and its addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros.content.docs_prose import docs_problems, read_docs
from macros.content.entry_files import EntryFiles
from macros.content.guide import Guide
from macros.content.handbook import CALLS, PROSE
from macros.content.problems import MOST_IN_FILE, ContentError, Place, Problem
from macros.content.stray_files import strays_in_docs
from macros.pages.broken_calls import DocsCalls
from macros.pages.dead_links import DocsLinks
from macros.pages.render import Renderer
from macros.site.pages import pages
from macros.site.permalinks import permalinks
from macros.site.urls import page_url


def refuse_broken_docs(renderer: Renderer, docs: Path, files: EntryFiles | None = None) -> DocsLinks:
    """The links of docs/. Raises ContentError with everything that is wrong with docs/, if anything is.

    files: remembers what was read, for whoever looks at docs/ again and again.
    """
    texts, unread = read_docs(docs)
    problems = [*unread, *strays_in_docs(docs), *docs_problems(renderer.guide, texts)]
    problems += duplicate_pages(renderer.guide, texts)
    links, broken = follow_docs(renderer, docs, texts, problems, files or EntryFiles())
    problems += broken
    if problems:
        raise ContentError(problem.leading_to(PROSE) for problem in problems)
    return links


def follow_docs(
    renderer: Renderer, docs: Path, texts: Mapping[str, str], found: Iterable[Problem], files: EntryFiles
) -> tuple[DocsLinks, list[Problem]]:
    """The links of docs/, and what it asks for that is not there: calls that fail, links that lead nowhere.

    found: the problems so far. Links are followed on every page whose calls can be carried out, unless it has more
    problems than a report tells: Markdown may take for ever over thousands of brackets that nothing closes. files:
    remembers what stands on a page.
    """
    calls, told = DocsCalls(renderer.guide), Counter(problem.place.file for problem in found)
    problems: list[Problem] = []
    carried_out: dict[str, str] = {}
    for file, text in texts.items():
        page, broken = calls.carried_out(file, text)
        problems += [problem.leading_to(CALLS) for problem in broken]
        if not broken and told[file] <= MOST_IN_FILE:
            carried_out[file.removeprefix("docs/")] = page
    below = {file.removeprefix("docs/"): text for file, text in texts.items()}
    links = DocsLinks(renderer, docs, below, carried_out, files)
    return links, [*problems, *links.problems()]


def duplicate_pages(guide: Guide, files: Iterable[str]) -> Iterator[Problem]:
    """Pages in docs/ whose address is that of another page: one of the two would not be there."""
    owner = {page_url(page.file): page.edited or "content/" for page in pages(guide)}
    owner |= {f"{address}/": "content/" for address in permalinks(guide)}
    for file in files:
        url = page_url(re.sub(r"\bREADME\.md$", "index.md", file.removeprefix("docs/")))
        if url in owner:
            message = f"Deze pagina wordt al gemaakt uit {owner[url]}."
            yield Problem(Place(file), message, "Geef dit bestand een andere naam, of haal het weg.")
        owner[url] = file
