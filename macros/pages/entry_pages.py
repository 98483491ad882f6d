"""The macros that lay out a whole page of one entry: what they find, and the view that they hand to the template.

A type of entry that needs nothing of its own gets `EntryPage`, and a macro with the name of its class.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from macros.content.guide import Guide
from macros.model.advice import Journey, Key, Recommendation, Section, Tip
from macros.model.entry import Citation, Entry
from macros.model.entry_types import ENTRY_TYPES
from macros.model.message import Message
from macros.model.practice import Case, Method, Worksheet
from macros.model.reference import Partner, Source
from macros.model.situation import Situation
from macros.pages.context import InContext, Inside, in_context, inside, practice, similar
from macros.pages.doors import door
from macros.pages.entry_page import EntryPage, parts_of
from macros.pages.first_step import FirstStep, Step, first_step, steps
from macros.pages.rehearsal_pages import way_to_rehearsal
from macros.pages.view import View
from macros.pages.worksheet_examples import file_of_example
from macros.site.pages import macro_of
from macros.site.urls import page_of
from macros.worksheets.downloads import Workbook, docx_of, large_pdf_of, pdf_of, workbook_of
from macros.worksheets.field_font import LETTERS

Macro = Callable[..., View]


@dataclass(frozen=True)
class SituationPage(EntryPage):
    """A situation, with the tips that help first, and the messages for it.

    rehearsal: the page on which its talk is rehearsed, below docs/; None when it is not.
    """

    tips: list[InContext[Tip]]
    messages: list[Message]
    rehearsal: str | None


def situation(guide: Guide, id: str) -> View:
    """Zet een hele situatie op de pagina, met de tips die helpen.

    Voorbeeld: situation("ouders-komen-niet-opdagen")
    """
    entry = guide.get(Situation, id)
    messages = guide.backlinks(entry, Message)
    tips = [in_context(guide, tip, messages, page=page_of(guide, entry)) for tip in guide.references_from(entry, Tip)]
    page = in_context(guide, entry, messages), inside(guide, entry), practice(guide, entry)
    return SituationPage(*page, tips, messages, way_to_rehearsal(guide, entry))


@dataclass(frozen=True)
class RecommendationPage(EntryPage):
    """A recommendation with its parts."""

    sections: list[Section]
    keys: list[Key]
    workbook: Workbook | None


def recommendation(guide: Guide, id: str) -> View:
    """Zet een hele aanbeveling op de pagina: waarom, de kern en de onderdelen.

    Voorbeeld: recommendation("a1")
    """
    entry = guide.get(Recommendation, id)
    keys = guide.references_from(entry, Key)
    around = in_context(guide, entry, keys)
    sections = guide.at_home(entry, Section)
    return RecommendationPage(
        around, inside(guide, entry), practice(guide, entry), sections, keys, workbook_of(guide, entry)
    )


@dataclass(frozen=True)
class JourneyPage(EntryPage):
    """A journey: its steps, and the sections that go along with all of them."""

    steps: list[Step]
    companions: list[Section]
    keys: list[Key]
    workbook: Workbook | None


def journey(guide: Guide, id: str) -> View:
    """Zet een heel traject op de pagina: waarom, en de stappen als een route.

    Voorbeeld: journey("visietraject")
    """
    entry = guide.get(Journey, id)
    parts = guide.at_home(entry, Section)
    keys = guide.references_from(entry, Key)
    return JourneyPage(
        *parts_of(guide, entry, *keys),
        steps=steps(guide, parts),
        companions=[part for part in parts if part.companion],
        keys=keys,
        workbook=workbook_of(guide, entry),
    )


@dataclass(frozen=True)
class Chapter:
    """A chapter on the page of its section."""

    around: InContext[Section]
    inside: Inside


@dataclass(frozen=True)
class SectionPage(EntryPage):
    """A part of a recommendation or a journey, with its chapters. first: how a team begins with it."""

    home: Entry | None
    first: FirstStep | None
    chapters: list[Chapter]


def section(guide: Guide, id: str) -> View:
    """Zet een heel onderdeel van een aanbeveling op de pagina, met zijn hoofdstukken en tips.

    Voorbeeld: section("a1-4")
    """
    entry = guide.get(Section, id)
    chapters = guide.at_home(entry, Section)
    helps = practice(guide, entry, *chapters)
    return SectionPage(
        in_context(guide, entry, helps.entries()),
        inside(guide, entry),
        helps,
        guide.home_of(entry),
        first_step(guide, entry, helps),
        [Chapter(in_context(guide, chapter), inside(guide, chapter)) for chapter in chapters],
    )


@dataclass(frozen=True)
class KeyPage(EntryPage):
    """A key, with the tips that live elsewhere and name it, and the recommendations that do."""

    elsewhere: list[Tip]
    recommendations: list[Recommendation]
    workbook: Workbook | None


def key(guide: Guide, id: str) -> View:
    """Zet een hele sleutel op de pagina: de kern, waarom het werkt en de tips.

    Voorbeeld: key("s02")
    """
    entry = guide.get(Key, id)
    elsewhere, recommendations = guide.backlinks(entry, Tip), guide.backlinks(entry, Recommendation)
    page = parts_of(guide, entry, *elsewhere, *recommendations)
    return KeyPage(*page, elsewhere, recommendations, workbook_of(guide, entry))


@dataclass(frozen=True)
class MethodPage(EntryPage):
    """A method, with the tips that use it and the methods that are similar to it."""

    tips: list[Tip]
    similar: list[Method]


def method(guide: Guide, id: str) -> View:
    """Zet een hele werkvorm op de pagina, stap voor stap.

    Voorbeeld: method("wentraject")
    """
    entry = guide.get(Method, id)
    tips = guide.backlinks(entry, Tip)
    return MethodPage(*parts_of(guide, entry, *tips), tips, similar(guide, entry))


@dataclass(frozen=True)
class WorksheetPage(EntryPage):
    """A worksheet. pdf, large, docx: the files to download, below docs/; None where there is none.

    example: the page with its filled-in example, seen from its own. letters: what can be written in the fields of the
    PDF, for a script.
    """

    tips: list[Tip]
    pdf: str | None
    large: str | None
    docx: str | None
    example: str | None
    letters: str


def worksheet(guide: Guide, id: str) -> View:
    """Zet een heel werkblad op de pagina, om op het scherm of op papier in te vullen.

    Voorbeeld: worksheet("inschrijvingsgesprek")
    """
    entry = guide.get(Worksheet, id)
    tips = guide.backlinks(entry, Tip)
    files = pdf_of(guide, entry), large_pdf_of(guide, entry), docx_of(guide, entry)
    return WorksheetPage(*parts_of(guide, entry, *tips), tips, *files, file_of_example(guide, entry), LETTERS)


@dataclass(frozen=True)
class CasePage(EntryPage):
    """A story from practice. illustrates: tips from elsewhere that it shows at work."""

    illustrates: list[Tip]


def case(guide: Guide, id: str) -> View:
    """Zet een heel praktijkverhaal op de pagina.

    Voorbeeld: case("naamsticker")
    """
    entry = guide.get(Case, id)
    illustrates = guide.related(entry, Tip)
    return CasePage(*parts_of(guide, entry, *illustrates), illustrates)


@dataclass(frozen=True)
class CitingEntry:
    """An entry that rests on a source, with the places in it that it cites."""

    entry: Entry
    citations: list[Citation]


@dataclass(frozen=True)
class SourcePage(EntryPage):
    """A document, and everything that rests on it, by type. count: how many entries that are."""

    makers: list[Partner]
    count: int
    citing: list[tuple[type[Entry], list[CitingEntry]]]


def source(guide: Guide, id: str) -> View:
    """Zet een heel brondocument op de pagina: wat het bijdraagt, en alles wat erop steunt.

    Voorbeeld: source("leidraad")
    """
    entry = guide.get(Source, id)
    backlinks: list[Entry] = guide.backlinks(entry)
    by_type: dict[type[Entry], list[CitingEntry]] = {entry_type: [] for entry_type in ENTRY_TYPES}
    for other in backlinks:
        citations = [cited for cited in other.sources if guide.find(Source.collection, cited.source) == entry]
        by_type[type(other)].append(CitingEntry(other, citations))
    citing = [(entry_type, entries) for entry_type, entries in by_type.items() if entries]
    return SourcePage(*parts_of(guide, entry), guide.references_from(entry, Partner), len(backlinks), citing)


def _macro_for(entry_type: type[Entry]) -> Macro:
    """The macro of a type that needs nothing of its own."""

    def page(guide: Guide, id: str) -> View:
        return EntryPage(*parts_of(guide, guide.get(entry_type, id)))

    page.__name__ = macro_of(entry_type)
    page.__doc__ = f"Zet {entry_type.article} {entry_type.noun} op de pagina, met alles wat erbij hoort."
    return page


OWN_MACROS: Mapping[str, Macro] = {
    macro.__name__: macro
    for macro in (situation, recommendation, journey, section, key, method, worksheet, case, door, source)
}
"""The macros of types that need more than any page has, by name."""

ENTRY_MACROS: tuple[Macro, ...] = tuple(
    OWN_MACROS.get(macro_of(entry_type)) or _macro_for(entry_type) for entry_type in ENTRY_TYPES if entry_type.own_page
)
"""The macro of each type whose entries have a page, by the name of its class, in the order of the menu."""
