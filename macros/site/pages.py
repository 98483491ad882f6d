"""Which pages exist, in which order, and what leads from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.guide import Guide, ident
from macros.model.advice import Journey, Recommendation, Section
from macros.model.entry import Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.site.terms import MARK
from macros.site.urls import overview_page, page_of, plain_text

FILTER = "filter/filter"
"""What an overview that can be narrowed needs from docs/assets/."""

_CALLING = {MARK: "term/term", 'data-share="': "selection/share"}
"""What on a page calls for a script: a word that is explained, an entry that can be shared."""


@dataclass(frozen=True)
class Page:
    """A page that no one writes by hand.

    file: its Markdown file below docs/. macro, about: the macro that lays it out, and of what. edited: the
    YAML file it comes from. trail: the pages above it. beside: the pages of its family,
    with the family's name. before, after: its neighbours in reading order. scripts, styles: what it needs from
    docs/assets/ that other pages do without, by name.
    """

    file: str
    title: str
    description: str
    macro: str
    about: str
    edited: str | None = None
    trail: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    beside_label: str = ""
    before: str | None = None
    after: str | None = None
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def pages(guide: Guide) -> Iterator[Page]:
    """Every generated page of a guide, in editorial order."""
    for entry_type in ENTRY_TYPES:
        entries = guide.all(entry_type)
        if entry_type.overview and entries:
            yield _overview(entry_type)
        yield from (_page(guide, entry) for entry in entries if entry.has_page)


def assets_for(markdown: str) -> list[str]:
    """What a page needs from docs/assets/ (a script and a style of this name), by what stands on it."""
    return [name for mark, name in _CALLING.items() if mark in markdown]


def menu(guide: Guide) -> list[dict[str, str]]:
    """The menu, as MkDocs takes it: each word with the file it leads to."""
    overviews = {one.menu: overview_page(one) for one in ENTRY_TYPES if one.menu and guide.all(one)}
    return [{"Start": "index.md"}, *({word: file} for word, file in overviews.items()), {"Over": "over/index.md"}]


def _overview(entry_type: type[Entry]) -> Page:
    needed = (FILTER,) if entry_type.facets else ()
    return Page(
        overview_page(entry_type),
        entry_type.heading,
        entry_type.intro,
        "shelf",
        entry_type.collection,
        scripts=needed,
        styles=(*needed, *entry_type.styles),
    )


def _page(guide: Guide, entry: Entry) -> Page:
    row = [page_of(guide, other) for other in _row(guide, entry)]
    file = page_of(guide, entry)
    at = row.index(file)
    home = guide.home_of(entry)
    family = _family(guide, entry)
    shelf = type(home) if isinstance(entry, Section) and home else type(entry)
    return Page(
        file=file,
        title=entry.title,
        description=plain_text(guide, entry.summary or ""),
        macro=type(entry).__name__.lower(),
        about=entry.id,
        edited=guide.files[ident(entry)].file,
        trail=(*([overview_page(shelf)] if shelf.overview else []), *([page_of(guide, home)] if home else [])),
        beside=tuple(page_of(guide, other) for other in family),
        beside_label=family[0].title if isinstance(entry, (Section, Journey)) else type(entry).heading,
        before=row[at - 1] if at else None,
        after=row[at + 1] if at + 1 < len(row) else None,
        scripts=entry.scripts,
        styles=entry.styles,
    )


def _row(guide: Guide, entry: Entry) -> list[Entry]:
    """The entries whose pages one reads one after the other. A recommendation or a journey is read with its parts."""
    whole = guide.home_of(entry) if isinstance(entry, Section) else entry
    if isinstance(whole, (Recommendation, Journey)):
        return [page for one in guide.all(type(whole)) for page in (one, *guide.at_home(one, Section))]
    return [other for other in guide.all(type(entry)) if other.has_page]


def _family(guide: Guide, entry: Entry) -> list[Entry]:
    """The entries whose pages stand beside this one: few enough to oversee."""
    if isinstance(entry, (Section, Journey)):
        home = entry if isinstance(entry, Journey) else guide.home_of(entry)
        return [home, *guide.at_home(home, Section)]
    return list(guide.all(type(entry))) if entry.siblings else [entry]
