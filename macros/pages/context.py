"""The context of an entry: its sources, what it belongs with, what lives with it, what helps to start with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.content.guide import Guide, ident
from macros.model.advice import Journey, Key, Recommendation, Section, Tip
from macros.model.asides import Box, Enumeration, Figure
from macros.model.entry import Citation, Entry
from macros.model.entry_types import HOMES
from macros.model.message import Message
from macros.model.practice import Case, Method, Worksheet
from macros.model.reference import Partner, Resource, Role, Source
from macros.pages.facets import Marks
from macros.site.urls import page_of

E = TypeVar("E", bound=Entry)
E_co = TypeVar("E_co", bound=Entry, covariant=True)

PLACES = (Recommendation, Journey, Section, Key)
"""What an entry can belong with, in the order in which a page names them."""

MOST_MESSAGES = 2
"""Of the messages that rest on a tip, so many stand among its tools; the others are named as what leads to it."""

TOOLS = (Method, Worksheet, Resource, Partner, Role)
"""What an entry can be done with, in the order in which a page names them."""


@dataclass(frozen=True)
class InContext(Generic[E_co]):
    """An entry, with what a page says around it.

    cited: its sources, each with the places in it. belongs: what it belongs with. tools: what it is done with or sent.
    see_also: tips to read next. backlinks: what names it, in a field or in a text. home: what it lives with. at_home:
    whether it lives on this page, and so has its anchor there. marks: its options for the filter of an overview, if
    it has one. No page leads to itself: what belongs with it or names it is elsewhere, and the rest has an anchor here.
    """

    entry: E_co
    cited: list[tuple[Source, list[Citation]]]
    belongs: list[Entry]
    tools: list[Entry]
    see_also: list[Tip]
    backlinks: list[Entry]
    home: Entry | None
    at_home: bool = False
    marks: Marks | None = None


@dataclass(frozen=True)
class Inside:
    """What lives with an entry, on its page. others: entries of any other type that have no page of their own."""

    tips: list[InContext[Tip]]
    boxes: list[InContext[Box]]
    lists: list[InContext[Enumeration]]
    figures: list[InContext[Figure]]
    others: list[InContext[Entry]]


@dataclass(frozen=True)
class Practice:
    """What helps to start with one or more entries."""

    methods: list[Method]
    worksheets: list[Worksheet]
    cases: list[Case]
    partners: list[Partner]
    resources: list[Resource]

    def entries(self) -> list[Entry]:
        """All of them, in the order of the page."""
        return [*self.methods, *self.worksheets, *self.cases, *self.partners, *self.resources]


def in_context(
    guide: Guide,
    entry: E,
    shown: Iterable[Entry] = (),
    *,
    page: str | None = None,
    at_home: bool = False,
    marks: Marks | None = None,
) -> InContext[E]:
    """An entry with its sources, what it belongs with, and its backlinks, less what the page shows already.

    page: the file below docs/ that it stands on, when that is not the page it lives on.
    """
    here = page_of(guide, entry) if page is None else page
    home = guide.home_of(entry)
    already = {ident(entry), *map(ident, shown)}

    def is_here(other: Entry) -> bool:
        return page_of(guide, other) == here

    belongs: list[Entry] = [*([home] if home else []), *guide.references_from(entry, *PLACES)]
    tools: list[Entry] = [tool for tool in guide.references_from(entry, *TOOLS) if ident(tool) not in already]
    to_send = [message for message in guide.backlinks(entry, Message) if ident(message) not in already][:MOST_MESSAGES]
    already |= set(map(ident, to_send))
    backlinks: list[Entry] = [*guide.backlinks(entry), *guide.text_backlinks(entry)]
    return InContext(
        entry,
        cited=cited(guide, entry, entry.sources),
        belongs=[place for place in unique(belongs) if ident(place) not in already and not is_here(place)],
        tools=[*tools, *to_send],
        see_also=guide.references_from(entry, Tip),
        backlinks=[other for other in unique(backlinks) if ident(other) not in already and not is_here(other)],
        home=home,
        at_home=at_home,
        marks=marks,
    )


def inside(guide: Guide, home: Entry) -> Inside:
    """What lives with an entry, but the sections: these are its parts."""
    others = [
        entry
        for entry in guide.at_home(home, Entry)
        if not entry.has_page and not isinstance(entry, Tip | Box | Enumeration | Figure | Section)
    ]
    return Inside(
        tips=[in_context(guide, tip, at_home=True) for tip in guide.at_home(home, Tip)],
        boxes=[in_context(guide, box) for box in guide.at_home(home, Box)],
        lists=[in_context(guide, enumeration) for enumeration in guide.at_home(home, Enumeration)],
        figures=[in_context(guide, figure) for figure in guide.at_home(home, Figure)],
        others=[in_context(guide, entry, [home], at_home=True) for entry in others],
    )


def practice(guide: Guide, *around: Entry) -> Practice:
    """What helps to start with one or more entries: methods, the worksheets of these, cases, partners, material."""
    methods = _related(guide, around, Method)
    return Practice(
        methods=methods,
        worksheets=[sheet for sheet in _related(guide, [*around, *methods], Worksheet) if sheet not in around],
        cases=_related(guide, around, Case),
        partners=_related(guide, around, Partner),
        resources=_related(guide, around, Resource),
    )


def similar(guide: Guide, entry: E, most: int = 3) -> list[E]:
    """Entries of the same type that belong with the same things: those that share the most come first."""
    places = guide.references_from(entry, *PLACES)
    others = [other for place in places for other in guide.backlinks(place, type(entry)) if other is not entry]
    shared = Counter(map(ident, others))
    return sorted(unique(others), key=lambda other: (-shared[ident(other)], other.place_in_row))[:most]


def homes(guide: Guide) -> Iterator[Entry]:
    """Everywhere that tips can live, in reading order. A recommendation and a journey are read with their parts."""
    for home in (entry for entry_type in HOMES if entry_type is not Section for entry in guide.all(entry_type)):
        yield home
        for part in guide.at_home(home, Section):
            yield part
            yield from guide.at_home(part, Section)


def unique(entries: Iterable[E]) -> list[E]:
    """The entries, each once, in order."""
    return list({ident(entry): entry for entry in entries}.values())


def cited(guide: Guide, entry: Entry, citations: Iterable[Citation]) -> list[tuple[Source, list[Citation]]]:
    """The sources of an entry that these citations name, each with its places."""
    places = {
        source.id: (source, [one for one in citations if guide.find(Source.collection, one.source) == source])
        for source in guide.references_from(entry, Source)
    }
    return [(source, found) for source, found in places.values() if found]


def _related(guide: Guide, around: Iterable[Entry], entry_type: type[E]) -> list[E]:
    return unique(other for entry in around for other in guide.related(entry, entry_type))
