"""The macros for the prose in docs/: a tip, some cards, a partner, a word.

They are a public API. A macro's docstring is its text in the editors' handbook: what it puts on the page, and after
`Voorbeeld:` a call that the handbook shows with its result.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.content.days import in_words
from macros.content.guide import Guide, Ident, ident
from macros.content.problems import UnknownEntry, did_you_mean
from macros.model.advice import Key, Recommendation, Section, Tip
from macros.model.entry import Entry
from macros.model.reference import Partner, Term
from macros.pages.context import InContext, homes, in_context, unique
from macros.pages.view import View
from macros.site.news import MOST, News
from macros.site.news import news as latest
from macros.site.quick_tips import quick_tips

PROSE = ""
"""The page of a call in docs/, for what is laid out there: no entry lives on it."""


@dataclass(frozen=True)
class TipView(View):
    """One tip. Elsewhere than at home, its title is a link to where it lives."""

    template = "tip"
    around: InContext[Tip]


def tip(guide: Guide, id: str) -> View:
    """Zet één tip op de pagina, met een link naar zijn thuis.

    Voorbeeld: tip("familiemuur")
    """
    return TipView(in_context(guide, guide.get(Tip, id), page=PROSE))


@dataclass(frozen=True)
class TipsView(View):
    """Several tips, one after the other."""

    template = "tips"
    tips: list[InContext[Tip]]


def tips(guide: Guide, *ids: str, home: str = "") -> View:
    """Zet verschillende tips op de pagina: die je noemt, of alle tips die ergens wonen.

    Voorbeeld: tips("doorvragen", "wengesprek")
    Voorbeeld: tips(home="a1-3")
    """
    _refuse_nothing("tips", *ids, home)
    chosen = [guide.get(Tip, id) for id in ids]
    if home:
        chosen += guide.at_home(_home(guide, home), Tip)
    return TipsView([in_context(guide, tip, page=PROSE) for tip in chosen])


def _refuse_nothing(what: str, *names: str) -> None:
    """Raises UnknownEntry when a call names nothing to show."""
    if not any(names):
        raise UnknownEntry(f"Hier staat niet welke {what} er moeten komen. Noem ze tussen de haakjes.")


def _home(guide: Guide, id: str) -> Entry:
    known = {home.id: home for home in homes(guide)}
    if id not in known:
        raise UnknownEntry(f"'{id}' is geen thuis voor tips. {did_you_mean(id, known)}")
    return known[id]


@dataclass(frozen=True)
class CardsView(View):
    """Entries as cards."""

    template = "cards"
    entries: list[Entry]


def cards(guide: Guide, *what: str) -> View:
    """Zet kaarten op de pagina: van een hele map, of van de stukken die je noemt.

    Voorbeeld: cards("recommendations")
    Voorbeeld: cards("sleutel:s02", "werkvorm:wentraject")
    """
    _refuse_nothing("kaarten", *what)
    chosen: list[Entry] = []
    for name in what:
        chosen += [guide.by_name(name)] if ":" in name else guide.all(guide.collection(name))
    return CardsView(chosen)


@dataclass(frozen=True)
class PartnersView(View):
    """Partners in the prose of docs/."""

    template = "partners"
    partners: list[InContext[Partner]]


def partners(guide: Guide, *ids: str, need: str = "") -> View:
    """Zet partners op de pagina: die je noemt, of die helpen bij een nood.

    Voorbeeld: partners("onderwijscentrum-brussel")
    """
    needs = Partner.shapes["needs"].choices
    if need and need not in needs:
        raise UnknownEntry(f"Waarvoor '{need}' dient, zegt geen enkele partner. {did_you_mean(need, needs)}")
    _refuse_nothing("partners", *ids, need)
    chosen = [guide.get(Partner, id) for id in ids]
    chosen += [partner for partner in guide.all(Partner) if need and need in partner.needs]
    return PartnersView([in_context(guide, partner, page=PROSE) for partner in unique(chosen)])


@dataclass(frozen=True)
class TermView(View):
    """A word of the glossary in a sentence."""

    template = "term"
    term: Term


def term(guide: Guide, id: str) -> View:
    """Zet een begrip in een zin, met een link naar de uitleg.

    Voorbeeld: term("wederkerigheid")
    """
    return TermView(guide.get(Term, id))


@dataclass(frozen=True)
class Cell:
    """Where a key meets a recommendation: whether the editors put them together, and how many tips they share."""

    together: bool
    tips: int


@dataclass(frozen=True)
class CrossingRow:
    """A key, and a cell for each recommendation."""

    key: Key
    cells: list[Cell]


@dataclass(frozen=True)
class CrossingView(View):
    """Keys against recommendations."""

    template = "crossing"
    recommendations: list[Recommendation]
    rows: list[CrossingRow]


def crossing(guide: Guide) -> View:
    """Zet de tabel van sleutels en aanbevelingen op de pagina: wat bij wat hoort, en hoeveel tips ze delen.

    Voorbeeld: crossing()
    """
    shared = _shared_tips(guide)
    recommendations = guide.all(Recommendation)
    keys = {one.id: {key.id for key in guide.references_from(one, Key)} for one in recommendations}
    rows = [
        CrossingRow(key, [Cell(key.id in keys[other.id], shared[other.id, key.id]) for other in recommendations])
        for key in guide.all(Key)
    ]
    return CrossingView(recommendations, rows)


def _shared_tips(guide: Guide) -> Counter[tuple[str, str]]:
    """By the ids of a recommendation and a key: how many tips live with one of them, or name it, and so with the other.

    What lives with or names a section of a recommendation counts for the recommendation.
    """
    recommendation_of: dict[Ident, str] = {}
    for recommendation in guide.all(Recommendation):
        sections = guide.at_home(recommendation, Section)
        chapters = [chapter for part in sections for chapter in guide.at_home(part, Section)]
        parts: list[Entry] = [recommendation, *sections, *chapters]
        recommendation_of |= {ident(part): recommendation.id for part in parts}
    counted: Counter[tuple[str, str]] = Counter()
    for tip in guide.all(Tip):
        home = guide.home_of(tip)
        named: list[Entry] = guide.references_from(tip, Recommendation, Section, Key)
        places = {ident(place) for place in [*named, *([home] if home else [])]}
        recommended = {recommendation_of[place] for place in places if place in recommendation_of}
        keys = [id for collection, id in places if collection == Key.collection]
        counted.update((recommendation, key) for recommendation in recommended for key in keys)
    return counted


@dataclass(frozen=True)
class WheelView(View):
    """Entries on a ring, each with its icon."""

    template = "wheel"
    entries: list[Key]


def wheel(guide: Guide) -> View:
    """Zet de sleutels op de pagina als een bos: aan een ring, elk met zijn icoon.

    Voorbeeld: wheel()
    """
    return WheelView(guide.all(Key))


@dataclass(frozen=True)
class NewsView(View):
    """What is new and what changed: by the day, in words. brief: a few, each with its day."""

    template = "news"
    days: list[tuple[str, list[News]]]
    brief: bool


def news(guide: Guide, most: str = "") -> View:
    """Zet op de pagina wat er nieuw is en wat er veranderde, dag per dag. Met een getal: alleen de laatste.

    Voorbeeld: news("3")
    """
    if most and not (most.isascii() and most.isdigit() and 0 < int(most) <= MOST):
        raise UnknownEntry(f"Hoeveel nieuws er moet komen, zeg je met een getal van 1 tot {MOST}, niet met '{most}'.")
    rows = latest(guide, int(most or MOST))
    days = dict.fromkeys(row.day for row in rows)
    return NewsView([(in_words(day), [row for row in rows if row.day == day]) for day in days], brief=most != "")


@dataclass(frozen=True)
class TodayView(View):
    """The tip of today. count: from how many the day chooses; without JavaScript a link leads to all tips."""

    template = "today"
    count: int


def today(guide: Guide) -> View:
    """Zet de tip van vandaag op de pagina: iets van twee minuten, elke dag iets anders, voor een heel team hetzelfde.

    Voorbeeld: today()
    """
    return TodayView(sum(1 for _ in quick_tips(guide)))
