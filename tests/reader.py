"""A reader who opens every page of a guide and tries every link, before MkDocs has built anything.

Pages are Markdown, as MkDocs receives it: after the macros, and with every named entry turned into a link.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from macros.content.docs_prose import without_front_matter
from macros.content.guide import Guide
from macros.pages.macro_calls import bound_macros, fill, lay_out
from macros.pages.render import Renderer
from macros.site.pages import pages
from macros.site.terms import link_terms
from macros.site.urls import link_names

_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"\]\(([^()\s]*)[^()]*\)|\b(?:href|src)=\"([^\"]*)\"")
_ANCHOR = re.compile(r"\{ ?#([^\s}]+)[^}\n]*\}|\bid=\"([^\"]+)\"")
_ELSEWHERE = re.compile(r"(?:https?:|mailto:)")


def read_all(guide: Guide, docs: Path) -> dict[str, str]:
    """The Markdown of every page, by its file: those that the content makes, and those in docs/."""
    written = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))
    }
    renderer = Renderer(guide)
    macros = bound_macros(renderer)
    filled = {file: fill(without_front_matter(text), macros) for file, text in written.items()}
    made = {page.file: lay_out(renderer, page) for page in pages(guide)}
    return {file: link_names(guide, link_terms(guide, text, file), file) for file, text in {**filled, **made}.items()}


def anchors(markdown: str) -> list[str]:
    """Every place on a page that a link can point at."""
    return [first or second for first, second in _ANCHOR.findall(_CODE.sub("", markdown))]


def links_to_itself(site: dict[str, str]) -> Iterator[str]:
    """Every link on a page to that page as a whole: a reader is there already."""
    for file, markdown in site.items():
        whole = {"", *anchors(markdown)[:1]}
        for page, fragment, target in _links(file, markdown):
            if page == file and fragment in whole:
                yield f"{file} -> {target}"


def dead_ends(site: dict[str, str]) -> Iterator[str]:
    """Every link that leads nowhere: the page it stands on, and where it wants to go."""
    known = {file: {"", *anchors(markdown)} for file, markdown in site.items()}
    for file, markdown in site.items():
        for page, fragment, target in _links(file, markdown):
            if fragment not in known.get(page, ()):
                yield f"{file} -> {target}"


def _links(file: str, markdown: str) -> Iterator[tuple[str, str, str]]:
    """Each link from a page to a page: the file and the anchor that it leads to, and how it is written."""
    for first, second in _TARGET.findall(_CODE.sub("", markdown)):
        target = first or second
        if _ELSEWHERE.match(target) or target.endswith(
            (".pdf", ".docx", ".json", ".xml")
        ):  # what is made beside the pages: see tests/built
            continue
        path, _, fragment = target.partition("#")
        path = path.partition("?")[0]  # what an overview is asked to show
        yield posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file, fragment, target
