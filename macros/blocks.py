"""The macros: each one finds its entries and hands them to the template of its name.

They are a public API for the prose in docs/. A macro's docstring is its page in the
editors' handbook: what it puts on the page, and after `Voorbeeld:` a call that the
handbook shows with what becomes of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from macros.downloads import pdf_of, word_of, workbook_of
from macros.facets import grouped, narrowing
from macros.guide import Guide, Ident, ident
from macros.handbook import described, described_blocks, described_fields, described_rules
from macros.links import base_address
from macros.model import (
    BY_COLLECTION,
    ENTRY_TYPES,
    Box,
    Case,
    Entry,
    Enumeration,
    Figure,
    Journey,
    Key,
    Method,
    Partner,
    Recommendation,
    Resource,
    Role,
    Section,
    Situation,
    Source,
    Term,
    Tip,
    Worksheet,
)
from macros.pages import Page
from macros.problems import UnknownEntry, did_you_mean
from macros.render import evaluate, link, render
from macros.sheets import sheet
from macros.upkeep import shown_upkeep

Macro = Callable[..., str]


# --- for the prose in docs/ ------------------------------------------------------


def tip(guide: Guide, id: str) -> str:
    """Zet één tip op de pagina, met een link naar zijn thuis.

    Voorbeeld: tip("familiemuur")
    """
    return render("tip", told=_told(guide, [guide.get(Tip, id)], at_home=False)[0])


def tips(guide: Guide, *ids: str, home: str = "") -> str:
    """Zet verschillende tips op de pagina: die je noemt, of alle tips die ergens wonen.

    Voorbeeld: tips("doorvragen", "wengesprek")
    Voorbeeld: tips(home="a1-3")
    """
    chosen = [guide.get(Tip, id) for id in ids]
    if home:
        chosen += guide.at_home(_home(guide, home), Tip)
    return "\n\n".join(tip(guide, one.id) for one in chosen)


def cards(guide: Guide, *what: str) -> str:
    """Zet kaarten op de pagina: van een hele map, of van de stukken die je noemt.

    Voorbeeld: cards("recommendations")
    Voorbeeld: cards("sleutel:s02", "werkvorm:wentraject")
    """
    chosen: list[Entry] = []
    for name in what:
        if ":" in name:
            chosen.append(guide.by_name(name))
        elif name in BY_COLLECTION:
            chosen += guide.all(BY_COLLECTION[name])
        else:
            raise UnknownEntry(f"De map '{name}' kennen we niet. {did_you_mean(name, BY_COLLECTION)}")
    return render("cards", entries=chosen)


def partners(guide: Guide, *ids: str, need: str = "") -> str:
    """Zet partners op de pagina: die je noemt, of die helpen bij een nood.

    Voorbeeld: partners("onderwijscentrum-brussel")
    """
    chosen = [guide.get(Partner, id) for id in ids]
    chosen += [partner for partner in guide.all(Partner) if need and need in partner.needs]
    return render("partners", partners=[{"entry": one, **_ties(guide, one)} for one in _all([chosen])])


def term(guide: Guide, id: str) -> str:
    """Zet een begrip in een zin, met een link naar de uitleg.

    Voorbeeld: term("wederkerigheid")
    """
    return render("term", term=guide.get(Term, id))


def crossing(guide: Guide) -> str:
    """Zet de tabel van sleutels en aanbevelingen op de pagina: wat bij wat hoort, en hoeveel tips ze delen.

    Voorbeeld: crossing()
    """
    shared = _shared(guide)
    recommendations = guide.all(Recommendation)
    rows = [{"key": one, "cells": [{"together": one in guide.named_by(other, Key), "tips": shared[other.id, one.id]} for other in recommendations]} for one in guide.all(Key)]
    return render("crossing", recommendations=recommendations, rows=rows)


def wheel(guide: Guide) -> str:
    """Zet de sleutels op de pagina als een bos: twaalf aan een ring, elk met zijn icoon.

    Voorbeeld: wheel()
    """
    return render("wheel", entries=guide.all(Key))


# --- whole pages -------------------------------------------------------------------


def situation(guide: Guide, id: str) -> str:
    """Zet een hele situatie op de pagina, met de tips die helpen.

    Voorbeeld: situation("ouders-komen-niet-opdagen")
    """
    entry = guide.get(Situation, id)
    return render("situation", situation=entry, tips=_told(guide, guide.named_by(entry, Tip), at_home=False), practice=_practice(guide, entry), **_ties(guide, entry))


def recommendation(guide: Guide, id: str) -> str:
    """Zet een hele aanbeveling op de pagina: waarom, de kern en de onderdelen.

    Voorbeeld: recommendation("a1")
    """
    entry = guide.get(Recommendation, id)
    keys = guide.named_by(entry, Key)
    return render("recommendation", recommendation=entry, sections=guide.at_home(entry, Section), keys=keys, workbook=workbook_of(guide, entry), **_inside(guide, entry), **_ties(guide, entry, shown=keys))


def journey(guide: Guide, id: str) -> str:
    """Zet een heel traject op de pagina: waarom, en de stappen als een route.

    Voorbeeld: journey("visietraject")
    """
    entry = guide.get(Journey, id)
    parts = guide.at_home(entry, Section)
    steps = [{"step": step, "practice": _practice(guide, step)} for step in parts if not step.companion]
    companions = [part for part in parts if part.companion]
    practice, keys = _practice(guide, entry), guide.named_by(entry, Key)
    return render("journey", journey=entry, steps=steps, companions=companions, keys=keys, practice=practice, workbook=workbook_of(guide, entry), **_inside(guide, entry), **_ties(guide, entry, shown=_all([*practice.values(), keys])))


def section(guide: Guide, id: str) -> str:
    """Zet een heel onderdeel van een aanbeveling op de pagina, met zijn hoofdstukken en tips.

    Voorbeeld: section("a1-4")
    """
    entry = guide.get(Section, id)
    chapters = [{"chapter": chapter, **_inside(guide, chapter), **_ties(guide, chapter)} for chapter in guide.at_home(entry, Section)]
    practice = _practice(guide, entry, *(one["chapter"] for one in chapters))
    return render("section", section=entry, home=guide.home_of(entry), chapters=chapters, practice=practice, **_inside(guide, entry), **_ties(guide, entry, shown=_all(practice.values())))


def key(guide: Guide, id: str) -> str:
    """Zet een hele sleutel op de pagina: de kern, waarom het werkt en de tips.

    Voorbeeld: key("s02")
    """
    entry = guide.get(Key, id)
    practice = _practice(guide, entry)
    elsewhere = guide.naming(entry, Tip)
    recommendations = guide.naming(entry, Recommendation)
    shown = _all([*practice.values(), elsewhere, recommendations])
    return render("key", key=entry, elsewhere=elsewhere, recommendations=recommendations, practice=practice, workbook=workbook_of(guide, entry), **_inside(guide, entry), **_ties(guide, entry, shown=shown))


def method(guide: Guide, id: str) -> str:
    """Zet een hele werkvorm op de pagina, stap voor stap.

    Voorbeeld: method("wentraject")
    """
    entry = guide.get(Method, id)
    practice = _practice(guide, entry)
    tips = guide.naming(entry, Tip)
    return render("method", method=entry, tips=tips, akin=_akin(guide, entry), practice=practice, **_ties(guide, entry, shown=_all([*practice.values(), tips])))


def worksheet(guide: Guide, id: str) -> str:
    """Zet een heel werkblad op de pagina, om op het scherm of op papier in te vullen.

    Voorbeeld: worksheet("inschrijvingsgesprek")
    """
    entry = guide.get(Worksheet, id)
    practice, tips = _practice(guide, entry), guide.naming(entry, Tip)
    return render("worksheet", worksheet=entry, sheet=sheet(guide, entry, "page"), pdf=pdf_of(guide, entry), word=word_of(guide, entry), tips=tips, practice=practice, **_ties(guide, entry, shown=_all([*practice.values(), tips])))


def case(guide: Guide, id: str) -> str:
    """Zet een heel praktijkverhaal op de pagina.

    Voorbeeld: case("naamsticker")
    """
    entry = guide.get(Case, id)
    practice, tips = _practice(guide, entry), guide.related(entry, Tip)
    return render("case", case=entry, shows=tips, practice=practice, **_inside(guide, entry), **_ties(guide, entry, shown=_all([*practice.values(), tips])))


def source(guide: Guide, id: str) -> str:
    """Zet een heel brondocument op de pagina: wat het bijdraagt, en alles wat erop steunt.

    Voorbeeld: source("leidraad")
    """
    entry = guide.get(Source, id)
    resting = [{"entry": one, "citations": [cited for cited in one.sources if guide.find(Source.collection, cited.source) == entry]} for one in guide.naming(entry)]
    shelves = [(kind, group) for kind in ENTRY_TYPES if (group := [one for one in resting if type(one["entry"]) is kind])]
    return render("source", source=entry, makers=guide.named_by(entry, Partner), count=len(resting), shelves=shelves)


def shelf(guide: Guide, collection: str) -> str:
    """Zet het overzicht van een hele map op de pagina."""
    kind = BY_COLLECTION[collection]
    if kind is Tip:
        return render("all_tips", count=len(guide.all(Tip)), groups=[(home, found) for home in _homes(guide) if (found := guide.at_home(home, Tip))])
    if kind is Case:
        return render("all_cases", kind=kind, **_stories(guide))
    filter = narrowing(guide, kind)
    groups = [(group, [{"entry": entry, "home": guide.home_of(entry), "marks": filter.marks[entry.id], **_ties(guide, entry)} for entry in found]) for group, found in grouped(guide, kind)]
    return render(_SHELVES.get(kind, "shelf"), site=guide.site, base=base_address(guide.site), kind=kind, filter=filter, groups=groups, entries=[one for _, found in groups for one in found], crossing=crossing(guide) if kind in (Recommendation, Key) else "", wheel=wheel(guide) if kind is Key else "")


_SHELVES: dict[type[Entry], str] = {Recommendation: "all_crossed", Key: "all_crossed", Partner: "all_partners", Role: "all_roles", Resource: "all_resources", Term: "all_terms", Source: "all_sources", Worksheet: "all_worksheets"}
"""Overviews with a template of their own: entries without a page are shown whole; recommendations and keys also against each other."""


# --- for the editors' handbook ---------------------------------------------------------


def field_list(guide: Guide, collection: str) -> str:
    """Zet de velden van een map op de pagina, met hun uitleg."""
    return described_fields(collection)


def block_list(guide: Guide) -> str:
    """Zet de blokken van een werkblad op de pagina, elk met zijn velden."""
    return described_blocks()


def rule_list(guide: Guide) -> str:
    """Zet de regels van de controle op de pagina."""
    return described_rules()


def macro_list(guide: Guide) -> str:
    """Zet elke macro op de pagina, met voorbeelden."""
    return described(MACROS, lambda call: _shown(guide, call))


def upkeep(guide: Guide) -> str:
    """Zet op de pagina wat onderhoud vraagt: wat al lang niemand nakeek, wat niemand noemt, wat nog aan te vullen is."""
    return shown_upkeep(guide)


def _shown(guide: Guide, call: str) -> str:
    """What the handbook shows of an example: the thing itself, or for a whole page a link to it."""
    result = perform(guide, call)
    if not result.startswith("# "):
        return result
    name, about = re.fullmatch(r'(\w+)\("(.+)"\)', call).groups()
    kind = next(kind for kind in ENTRY_TYPES if kind.__name__.lower() == name)
    return f"Een hele pagina, zoals {link(guide.get(kind, about))}."


MACROS: tuple[Macro, ...] = (tip, tips, cards, partners, term, crossing, wheel, situation, recommendation, journey, section, key, method, worksheet, case, source, shelf, field_list, block_list, rule_list, macro_list, upkeep)
_BY_NAME = {macro.__name__: macro for macro in MACROS}


def lay_out(guide: Guide, page: Page) -> str:
    """The Markdown of a generated page."""
    return _BY_NAME[page.macro](guide, page.about)


def perform(guide: Guide, call: str) -> str:
    """What a macro call in docs/ becomes. Raises UnknownEntry, or a Jinja error when the call itself is amiss."""
    return evaluate(call, {name: partial(macro, guide) for name, macro in _BY_NAME.items()})


# --- what several of them need -------------------------------------------------------


def _home(guide: Guide, id: str) -> Entry:
    homes = {home.id: home for home in _homes(guide)}
    if id not in homes:
        raise UnknownEntry(f"'{id}' is geen thuis voor tips. {did_you_mean(id, homes)}")
    return homes[id]


def _shared(guide: Guide) -> Counter[tuple[str, str]]:
    """For each recommendation and key: how many tips live with one of them, or name it, and name or live with the other."""
    belongs: dict[Ident, str] = {}
    for one in guide.all(Recommendation):
        belongs |= {ident(place): one.id for place in (one, *guide.at_home(one, Section))}
        belongs |= {ident(chapter): one.id for part in guide.at_home(one, Section) for chapter in guide.at_home(part, Section)}
    counted: Counter[tuple[str, str]] = Counter()
    for tip in guide.all(Tip):
        home = guide.home_of(tip)
        near = {ident(place) for place in [*guide.named_by(tip, Recommendation, Section, Key), *([home] if home else [])]}
        recommended = {belongs[place] for place in near if place in belongs}
        counted.update((one, id) for one in recommended for collection, id in near if collection == Key.collection)
    return counted


def _stories(guide: Guide) -> dict[str, object]:
    """Every story once: in the series of a list whose every item has its story, or else with the first document it comes from."""
    lists = {ident(one): guide.named_by(one, Case) for one in guide.all(Enumeration) if all(item.case for item in one.items)}
    told = {ident(case) for cases in lists.values() for case in cases}
    rest = {source.id: [case for case in guide.all(Case) if guide.named_by(case, Source)[0] is source and ident(case) not in told] for source in guide.all(Source)}
    series = [{"list": one, "cases": lists[ident(one)], "beside": rest.pop(guide.named_by(one, Source)[0].id, [])} for one in guide.all(Enumeration) if ident(one) in lists]
    return {"series": series, "groups": [(guide.get(Source, id), cases) for id, cases in rest.items() if cases]}


def _homes(guide: Guide) -> Iterator[Entry]:
    """Everywhere that tips can live, in reading order."""
    for one in (*guide.all(Recommendation), *guide.all(Journey)):
        yield one
        for part in guide.at_home(one, Section):
            yield part
            yield from guide.at_home(part, Section)
    yield from guide.all(Key)
    yield from guide.all(Case)


def _inside(guide: Guide, home: Entry) -> dict[str, object]:
    """What lives with an entry, ready for the template."""
    return {
        "tips": _told(guide, guide.at_home(home, Tip), at_home=True),
        "boxes": [{"box": box, **_ties(guide, box)} for box in guide.at_home(home, Box)],
        "lists": [{"list": one, **_ties(guide, one)} for one in guide.at_home(home, Enumeration)],
        "figures": [{"figure": one, **_ties(guide, one)} for one in guide.at_home(home, Figure)],
    }


def _told(guide: Guide, chosen: list[Tip], *, at_home: bool) -> list[dict[str, object]]:
    return [{"tip": one, "at_home": at_home, **_ties(guide, one)} for one in chosen]


def _practice(guide: Guide, *around: Entry) -> dict[str, list[Entry]]:
    """What helps to start with one or more entries: methods, the sheets of these, stories, partners, material."""
    methods = _all(guide.related(one, Method) for one in around)
    return {
        "methods": methods,
        "worksheets": [one for one in _all(guide.related(one, Worksheet) for one in (*around, *methods)) if one not in around],
        "cases": _all(guide.related(one, Case) for one in around),
        "partners": _all(guide.related(one, Partner) for one in around),
        "resources": _all(guide.related(one, Resource) for one in around),
    }


def _akin(guide: Guide, entry: Entry, most: int = 3) -> list[Entry]:
    """Entries of the same kind that belong with the same things: the more they share, the nearer."""
    shared = Counter(ident(other) for place in guide.named_by(entry, Recommendation, Journey, Section, Key) for other in guide.naming(place, type(entry)) if other is not entry)
    return [guide.entry(key) for key, _ in sorted(shared.items(), key=lambda one: (-one[1], guide.entry(one[0]).place_in_row))[:most]]


def _ties(guide: Guide, entry: Entry, shown: Iterable[Entry] = ()) -> dict[str, object]:
    """What an entry rests on, what it belongs with, and where it comes back, less what is shown already."""
    home = guide.home_of(entry)
    already = {ident(one) for one in shown} | {ident(entry)}
    belongs = guide.named_by(entry, Recommendation, Journey, Section, Key)
    tools = guide.named_by(entry, Method, Worksheet, Resource, Partner, Role)
    return {
        "cited": [(source, [one for one in entry.sources if one.source == source.id]) for source in guide.named_by(entry, Source)],
        "belongs": [one for one in _all([[home] if home else [], belongs]) if ident(one) not in already],
        "tools": [one for one in tools if ident(one) not in already],
        "see_also": guide.named_by(entry, Tip),
        "returns": [one for one in _all([guide.naming(entry), guide.mentioning(entry)]) if ident(one) not in already],
    }


def _all(groups: Iterable[Iterable[Entry]]) -> list[Entry]:
    """The entries of several lists, each once, in order."""
    return list({ident(entry): entry for group in groups for entry in group}.values())
