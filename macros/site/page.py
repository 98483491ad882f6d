"""A page that no one writes by hand: what is known of it before it is laid out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A generated page: one that no one writes by hand.

    file: its Markdown file below docs/. macro, about: the macro that lays it out, and of what. permalink: of the
    entry it is about. picture: the name of what shows where its link is pasted. edited: the YAML file it comes from.
    trail: the pages above it, as breadcrumbs. beside, beside_label: the pages listed beside it, and what that list is
    called. before, after: its neighbours in reading order. scripts, styles: what it needs from docs/assets/ that other
    pages do without, by name. apart: what tells it from another page with this title.
    """

    file: str
    title: str
    description: str
    macro: str
    about: str
    permalink: str = ""
    picture: str = "guide"
    edited: str | None = None
    trail: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    beside_label: str = ""
    before: str | None = None
    after: str | None = None
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    apart: str = ""

    @property
    def window(self) -> str:
        """Its title where no page stands around it."""
        return f"{self.title} ({self.apart})" if self.apart else self.title
