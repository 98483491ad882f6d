"""What stands around an entry on a page: its sources, what it belongs with, what lives with it, what helps to start with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.content.guide import Guide, ident
from macros.model.advice import Box, Enumeration, Figure, Journey, Key, Recommendation, Section, Tip
from macros.model.entry import Citation, Entry
from macros.model.entry_types import HOMES
from macros.model.practice import Case, Method, Worksheet
from macros.model.reference import Partner, Resource, Role, Source
from macros.pages.facets import Marks

E = TypeVar("E", bound=Entry)

PLACES = (Recommendation, Journey, Section, Key)
"""What an entry can belong with, in the order in which a page names them."""

TOOLS = (Method, Worksheet, Resource, Partner, Role)
"""What an entry can be done with, in the order in which a page names them."""


@dataclass(frozen=True)
class InContext(Generic[E]):
    """An entry, with what a page says around it.

    cited: its sources, each with the places in it. belongs: what it belongs with, its home first. tools: what it is done with.
    see_also: tips to read next. returns: what names it. at_home: whether this page is where it lives, and so carries its anchor.
    marks: what narrows an overview by it, where there is one.
    """

    entry: E
    cited: list[tuple[Source, list[Citation]]]
    belongs: list[Entry]
    tools: list[Entry]
    see_also: list[Tip]
    returns: list[Entry]
    at_home: bool = False
    marks: Marks | None = None


@dataclass(frozen=True)
class Inside:
    """What lives with an entry, on its page."""

    tips: list[InContext[Tip]]
    boxes: list[InContext[Box]]
    lists: list[InContext[Enumeration]]
    figures: list[InContext[Figure]]


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
    guide: Guide, entry: E, shown: Iterable[Entry] = (), *, at_home: bool = False, marks: Marks | None = None
) -> InContext[E]:
    """An entry with what it rests on, what it belongs with, and where it comes back, less what the page shows already."""
    home = guide.home_of(entry)
    already = {ident(one) for one in shown} | {ident(entry)}
    belongs: list[Entry] = [*([home] if home else []), *guide.references_from(entry, *PLACES)]
    tools: list[Entry] = list(guide.references_from(entry, *TOOLS))
    returns = [*guide.backlinks(entry), *guide.text_backlinks(entry)]
    return InContext(
        entry,
        cited=[
            (one, [cited for cited in entry.sources if cited.source == one.id])
            for one in guide.references_from(entry, Source)
        ],
        belongs=[one for one in unique(belongs) if ident(one) not in already],
        tools=[one for one in tools if ident(one) not in already],
        see_also=guide.references_from(entry, Tip),
        returns=[one for one in unique(returns) if ident(one) not in already],
        at_home=at_home,
        marks=marks,
    )


def inside(guide: Guide, home: Entry) -> Inside:
    """What lives with an entry."""
    return Inside(
        tips=[in_context(guide, one, at_home=True) for one in guide.at_home(home, Tip)],
        boxes=[in_context(guide, one) for one in guide.at_home(home, Box)],
        lists=[in_context(guide, one) for one in guide.at_home(home, Enumeration)],
        figures=[in_context(guide, one) for one in guide.at_home(home, Figure)],
    )


def practice(guide: Guide, *around: Entry) -> Practice:
    """What helps to start with one or more entries: methods, the sheets of these, stories, partners, material."""
    methods = _related(guide, around, Method)
    return Practice(
        methods=methods,
        worksheets=[one for one in _related(guide, [*around, *methods], Worksheet) if one not in around],
        cases=_related(guide, around, Case),
        partners=_related(guide, around, Partner),
        resources=_related(guide, around, Resource),
    )


def akin(guide: Guide, entry: E, most: int = 3) -> list[E]:
    """Entries of the same type that belong with the same things: the more they share, the nearer."""
    places = guide.references_from(entry, *PLACES)
    shared = Counter(
        ident(other) for place in places for other in guide.backlinks(place, type(entry)) if other is not entry
    )
    known = {ident(one): one for one in guide.all(type(entry))}
    return [
        known[key] for key, _ in sorted(shared.items(), key=lambda one: (-one[1], known[one[0]].place_in_row))[:most]
    ]


def homes(guide: Guide) -> Iterator[Entry]:
    """Everywhere that tips can live, in reading order. A recommendation and a journey are read with their parts."""
    for one in (entry for entry_type in HOMES if entry_type is not Section for entry in guide.all(entry_type)):
        yield one
        for part in guide.at_home(one, Section):
            yield part
            yield from guide.at_home(part, Section)


def unique(entries: Iterable[E]) -> list[E]:
    """The entries, each once, in order."""
    return list({ident(entry): entry for entry in entries}.values())


def _related(guide: Guide, around: Iterable[Entry], entry_type: type[E]) -> list[E]:
    return unique(other for one in around for other in guide.related(one, entry_type))
