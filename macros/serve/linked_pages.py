"""Pages with their links, as they were made before, while serving: a third of laying out a guide goes into links."""

from __future__ import annotations

from collections.abc import Callable

from macros.content.guide import Guide
from macros.kept.made_by import digest
from macros.model.reference import Term
from macros.site.terms import link_terms
from macros.site.urls import link_names, page_of

Keep = Callable[[tuple[str, ...], Callable[[], str]], str]
"""Answers what was made of these, or else makes it."""


class LinkedPages:
    """By file, the Markdown of each page without links and with them, for as long as everything keeps its name."""

    def __init__(self) -> None:
        self._names: object = None
        self._pages: dict[str, tuple[str, str]] = {}

    def linked(self, guide: Guide, name: str, markdown: str, keep: Keep) -> str:
        """The Markdown of a page with its terms explained and its names linked. Raises UnknownEntry.

        keep: keeps it from one start to the next.
        """
        names = guide.compute_once(_names)
        if names is not self._names:
            if names != self._names:
                self._pages = {}
            self._names = names
        before = self._pages.get(name)
        if before is None or before[0] != markdown:
            made_of = (name, markdown, guide.compute_once(_names_digest))
            linked = keep(made_of, lambda: link_names(guide, link_terms(guide, markdown, name), name))
            before = self._pages[name] = markdown, linked
        return before[1]


def _names_digest(guide: Guide) -> str:
    return digest(_names(guide))


def _names(guide: Guide) -> object:
    """All that a link says or leads to: titles, pages, other names, and the glossary itself."""
    entries = [
        (entry.noun, entry.id, entry.aliases, entry.title, page_of(guide, entry), entry.has_page) for entry in guide
    ]
    return entries, guide.all(Term)
