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
    """By file, the Markdown of each page without links and with them, for as long as everything keeps its name.

    remembers: whether they are asked for again. Who builds once, needs the memory.
    """

    def __init__(self) -> None:
        self.remembers = True
        self._names: object = None
        self._pages: dict[str, tuple[str, str]] = {}

    def linked(self, guide: Guide, name: str, markdown: str, keep: Keep) -> str:
        """The Markdown of a page with its terms explained and its names linked. Raises UnknownEntry.

        keep: keeps it from one start to the next. It is asked always: what no one asks for, it forgets.
        """
        names = guide.compute_once(_names)
        if names is not self._names:
            if names != self._names:
                self._pages = {}
            self._names = names
        before, known = self._pages.get(name, ("", ""))

        def make() -> str:
            return known if before == markdown else link_names(guide, link_terms(guide, markdown, name), name)

        linked = keep((name, markdown, guide.compute_once(_names_digest)), make)
        if self.remembers:
            self._pages[name] = markdown, linked
        return linked


def _names_digest(guide: Guide) -> str:
    return digest(_names(guide))


def _names(guide: Guide) -> object:
    """All that a link says or leads to: titles, pages, other names, and the glossary itself."""
    entries = [
        (entry.noun, entry.id, entry.aliases, entry.title, page_of(guide, entry), entry.has_page) for entry in guide
    ]
    return entries, guide.all(Term)
