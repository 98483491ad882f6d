"""Which pages exist, in which order, and what leads from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.guide import Guide, ident
from macros.links import page_of, plain, shelf_page
from macros.model import (
    ENTRY_TYPES,
    Case,
    Entry,
    Journey,
    Key,
    Method,
    Partner,
    Recommendation,
    Role,
    Section,
    Situation,
    Source,
    Term,
    Worksheet,
)
from macros.terms import MARK

MENU: tuple[tuple[str, type[Entry]], ...] = (
    ("Situaties", Situation),
    ("Aanbevelingen", Recommendation),
    ("Sleutels", Key),
    ("Werkvormen", Method),
    ("Werkbladen", Worksheet),
    ("Praktijk", Case),
    ("Partners", Partner),
    ("Begrippen", Term),
)
"""The collections that the menu leads to, in editorial order, with their short names."""

_STYLES: dict[type[Entry], tuple[str, ...]] = {
    Term: ("reference/reference",),
    Role: ("reference/reference",),
    Source: ("reference/reference",),
    Worksheet: ("sheet/sheet", "sheet/sheet-page"),
}
"""What the pages of some collections need from docs/assets/, beside what all pages have."""

_SCRIPTS: dict[type[Entry], tuple[str, ...]] = {Worksheet: ("sheet/sheet",)}
_CALLING = {MARK: "term/term", 'data-share="': "selection/share"}
"""What on a page calls for a script: a word that is explained, an entry that can be shared."""


@dataclass(frozen=True)
class Page:
    """A page that no one writes by hand.

    file: its Markdown file below docs/. macro, about: the macro that lays it out, and of what. edited: the
    YAML file it comes from. trail: the pages above it. beside: the pages of its family,
    with the family's name. before, after: its neighbours in reading order. scripts, styles: what it needs from
    docs/assets/ that other pages do without: paths below it, without extension.
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

    @property
    def call(self) -> str:
        """What an editor would write in docs/ to get the same: one macro call."""
        return f'{{{{ {self.macro}("{self.about}") }}}}'


def pages(guide: Guide) -> Iterator[Page]:
    """Every generated page of a guide, in editorial order."""
    for kind in ENTRY_TYPES:
        entries = [entry for entry in guide.all(kind) if entry.has_page]
        if kind.overview and guide.all(kind):
            needed = ("filter/filter",) if kind.facets else ()
            yield Page(shelf_page(kind), kind.heading, kind.intro, "shelf", kind.collection, scripts=needed, styles=(*needed, *_STYLES.get(kind, ())))
        for entry in entries:
            yield _page(guide, entry)


def called_for(markdown: str) -> list[str]:
    """What a page needs from docs/assets/ (a script and a style of this name), by what stands on it."""
    return [name for mark, name in _CALLING.items() if mark in markdown]


def menu(guide: Guide) -> list[tuple[str, str]]:
    """The names and files of the overviews that the menu shows."""
    return [(label, shelf_page(kind)) for label, kind in MENU if guide.all(kind)]


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
        description=plain(guide, entry.summary or ""),
        macro=type(entry).__name__.lower(),
        about=entry.id,
        edited=guide.files[ident(entry)].file,
        trail=(*([shelf_page(shelf)] if shelf.overview else []), *([page_of(guide, home)] if home else [])),
        beside=tuple(page_of(guide, other) for other in family),
        beside_label=family[0].title if isinstance(entry, (Section, Journey)) else type(entry).heading,
        before=row[at - 1] if at else None,
        after=row[at + 1] if at + 1 < len(row) else None,
        scripts=_SCRIPTS.get(type(entry), ()),
        styles=_STYLES.get(type(entry), ()),
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
    return guide.all(type(entry)) if isinstance(entry, (Recommendation, Key, Situation)) else [entry]
