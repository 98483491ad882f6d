"""The overview of a collection: a page with a card for each entry, or with entries that have no page of their own."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from string import ascii_uppercase
from typing import Any

from macros.content.guide import Guide, Ident, ident
from macros.model.advice import Key, Recommendation, Tip
from macros.model.asides import Enumeration
from macros.model.entry import Entry
from macros.model.message import Message
from macros.model.practice import Case
from macros.model.reference import Source, Term
from macros.model.settings import Site
from macros.model.slugs import slug_of
from macros.model.ways_in import SchoolMoment
from macros.pages.context import InContext, homes, in_context
from macros.pages.facets import Narrowing, Option, grouped, narrowing, top_of
from macros.pages.prose_macros import crossing, wheel
from macros.pages.view import View
from macros.site.urls import site_url

_TIPS_ON_PAPER = 35
"""How many tips fit a page when all are printed, as docs/assets/tip/listed.css lays them out."""


@dataclass(frozen=True)
class Overview(View):
    """A collection, under its headings. Its template is overviews/<collection>, or else overviews/any.

    groups: each heading (None for entries without) with its entries; the template also gets all `entries` in one list.
    site, base: the settings and the URL of the site, for who prints the page.
    """

    entry_type: type[Entry]
    filter: Narrowing
    groups: list[tuple[Option | None, list[InContext[Entry]]]]
    site: Site
    base: str

    @property
    def templates(self) -> tuple[str, ...]:
        return f"overviews/{self.entry_type.collection}", "overviews/any"

    @property
    def context(self) -> dict[str, Any]:
        return {"entries": [entry for _, entries in self.groups for entry in entries], **vars(self)}


@dataclass(frozen=True)
class YearOverview(Overview):
    """The moments of a school year. to_send: the moments for which there are messages."""

    to_send: frozenset[str]


@dataclass(frozen=True)
class CrossedOverview(View):
    """Recommendations or keys, and the table of the two. wheel: the keys on their ring."""

    template = "overviews/crossed"
    entry_type: type[Entry]
    entries: list[Entry]
    crossing: View
    wheel: View | None


@dataclass(frozen=True)
class TipsOfPlace:
    """The tips that live in one place, or in a part of it: the core tips, and the others."""

    place: Entry
    core: list[Tip]
    others: list[Tip]


@dataclass(frozen=True)
class TipsOverview(View):
    """Every tip in a row of its own, under the recommendation, the key, the step or the story it belongs to.

    headings: the name of the facet by which one chooses such a place. sheets: how many pages all of them make on paper.
    """

    template = "overviews/tips"
    entry_type: type[Entry]
    filter: Narrowing
    headings: str
    groups: list[TipsOfPlace]
    sheets: int


@dataclass(frozen=True)
class Series:
    """Stories that a list holds together, in its order. beside: other stories from the same document."""

    enumeration: Enumeration
    cases: list[Case]
    beside: list[Case]


@dataclass(frozen=True)
class CasesOverview(View):
    """Every story once: first the series, then the others with the document they come from."""

    template = "overviews/cases"
    entry_type: type[Entry]
    series: list[Series]
    groups: list[tuple[Source, list[Case]]]


@dataclass(frozen=True)
class Letter:
    """Terms that stand together. heading: their first letter; for those that begin with none, what they begin with."""

    heading: str
    anchor: str
    terms: list[InContext[Term]]


@dataclass(frozen=True)
class GlossaryOverview(View):
    """Every term, by letter."""

    template = "overviews/glossary"
    entry_type: type[Entry]
    letters: list[Letter]


def shelf(guide: Guide, collection: str) -> View:
    """Zet het overzicht van een hele map op de pagina."""
    entry_type = guide.collection(collection)
    if entry_type is Tip:
        return _tips(guide)
    if entry_type is Case:
        return _cases(guide)
    if entry_type is Term:
        return _glossary(guide)
    if entry_type in (Recommendation, Key):
        ring = wheel(guide) if entry_type is Key else None
        return CrossedOverview(entry_type, guide.all(entry_type), crossing(guide), ring)
    if entry_type is SchoolMoment:
        to_send = frozenset(moment for message in guide.all(Message) for moment in message.moments)
        return YearOverview(**vars(_overview(guide, entry_type)), to_send=to_send)
    return _overview(guide, entry_type)


def _tips(guide: Guide) -> TipsOverview:
    (headings,) = (facet.name for facet in Tip.facets if facet.of == "home")
    tips: dict[Ident, list[Tip]] = {}
    places: dict[Ident, Entry] = {}
    for home in homes(guide):
        place = top_of(guide, home)
        places[ident(place)] = place
        tips.setdefault(ident(place), []).extend(guide.at_home(home, Tip))
    groups = [
        TipsOfPlace(
            places[key], [tip for tip in some if tip.kind == "core"], [tip for tip in some if tip.kind == "detail"]
        )
        for key, some in tips.items()
        if some
    ]
    return TipsOverview(Tip, narrowing(guide, Tip), headings, groups, ceil(len(guide.all(Tip)) / _TIPS_ON_PAPER))


def _overview(guide: Guide, entry_type: type[Entry]) -> Overview:
    filter = narrowing(guide, entry_type)
    groups = [
        (heading, [in_context(guide, entry, at_home=True, marks=filter.marks[entry.id]) for entry in entries])
        for heading, entries in grouped(guide, entry_type)
    ]
    return Overview(entry_type, filter, groups, guide.site, site_url(guide.site))


def _glossary(guide: Guide) -> GlossaryOverview:
    """Terms under their first letter, signs and accents left aside: 's Ochtends stands under S, (groot)ouder under G.

    A letter that is not ours has no place in our alphabet.
    """
    groups: dict[str, list[InContext[Term]]] = {"0-9": [], **{letter: [] for letter in ascii_uppercase}, "Andere": []}
    for term in guide.all(Term):
        first = slug_of(term.title)[:1].upper()
        heading = "0-9" if first.isdigit() else first or "Andere"
        groups[heading].append(in_context(guide, term, at_home=True))
    return GlossaryOverview(
        Term, [Letter(heading, f"letter-{slug_of(heading)}", terms) for heading, terms in groups.items() if terms]
    )


def _cases(guide: Guide) -> CasesOverview:
    """Every story once: in the series of a list whose every item names a story, or else with its first source."""
    lists = [
        (enumeration, guide.references_from(enumeration, Case))
        for enumeration in guide.all(Enumeration)
        if all(item.case for item in enumeration.items)
    ]
    in_series = {ident(case) for _, cases in lists for case in cases}
    rest: dict[str, list[Case]] = {source.id: [] for source in guide.all(Source)}
    for case in guide.all(Case):
        if ident(case) not in in_series:
            rest[_first_source(guide, case).id].append(case)
    series = [
        Series(enumeration, cases, rest.pop(_first_source(guide, enumeration).id, [])) for enumeration, cases in lists
    ]
    return CasesOverview(Case, series, [(guide.get(Source, id), cases) for id, cases in rest.items() if cases])


def _first_source(guide: Guide, entry: Entry) -> Source:
    return guide.references_from(entry, Source)[0]
