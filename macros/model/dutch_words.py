"""What editors call a field, a value or a collection in Dutch: names are English, and nobody has to know them by heart.

Hints use these, and the form editor its first word as a label. What stands here means nothing in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from macros.model.entry_types import ENTRY_TYPES
from macros.model.scene_words import SCENE_WORDS

T = TypeVar("T")

_FIELDS: Mapping[str, str] = {
    "about": "waarover, gaat over",
    "above": "boven, takken, bovenaan",
    "across": "dwars, breed, horizontaal, as",
    "add": "extra's, draagt, erbij",
    "address": "adres, webadres, slug",
    "aliases": "oude namen, alias, vroeger, synoniemen van de id",
    "anchor": "anker",
    "answer": "antwoord, eerst dit, tekst",
    "answers": "antwoorden, keuzes",
    "arms": "armen, handen, gebaar",
    "ask": "vraag, vragen aan, vraag voor het overleg",
    "audience": "doelgroep, voor wie, publiek",
    "authors": "auteurs, auteur, makers, schrijvers",
    "back": "achtergrond, koepel",
    "base": "basis, voet, onderaan",
    "below": "onder, wortels, onderaan",
    "block": "blok, soort",
    "blocks": "blokken, onderdelen",
    "body": "tekst, uitleg, inhoud, lijf, lichaam",
    "branch": "tak, branch",
    "call": "telefoontje, bellen, oproep",
    "cards": "kaarten, kaartjes",
    "case": "verhaal, casus",
    "cells": "cellen, vakken",
    "changes": "veranderingen, wat veranderde",
    "checked": "nagekeken, gecontroleerd, nagezien",
    "choices": "keuzes, opties",
    "circles": "cirkels",
    "colour": "kleur",
    "columns": "kolommen",
    "companion": "metgezel, hele weg, begeleidt",
    "consent": "toestemming, instemming, akkoord van de ouders",
    "contact": "contactadres, mailadres, redactie",
    "core": "kern, kernpunten",
    "count": "aantal, hoeveel",
    "date": "datum, jaar, verschenen",
    "decide": "besluit, beslissing, afspraak",
    "dialogue": "dialoog, gesprek, zo kan het klinken",
    "do": "oefening, doen, opdracht voor het team",
    "does": "doet, wat je doet, uitleg bij de zin",
    "down": "omlaag, verticaal, hoog",
    "edit_address": "bewerkadres, aanpassen",
    "effort": "inspanning, moeite, hoe snel",
    "empty": "leeg, lege rijen",
    "everyday": "alledaags, spreektaal, gewone woorden",
    "gaps": "lacunes, hiaten, ontbreekt",
    "evidence": "bewijs, steunt op, onderbouwing",
    "example": "voorbeeld, voorbeelden",
    "extra": "extra kolom",
    "face": "gezicht",
    "fact": "feit, wat er gebeurde",
    "field": "veld, in te vullen",
    "fields": "velden",
    "filled": "ingevuld, ingevuld voorbeeld",
    "first": "eerst, eerste stap, begin",
    "flip": "spiegelen, omdraaien",
    "focus": "uitsnede, vierkant",
    "for_whom": "voor wie, bedoeld voor",
    "formal": "beleefd, met u, u-vorm",
    "forms": "andere vormen, vormen, meervoud",
    "general": "algemeen, algemene kennis",
    "git": "git, opslag, waar de bestanden staan",
    "goal": "doel",
    "goals": "doelen, waarvoor",
    "group": "groep, met hoeveel",
    "ground": "grond, lijn",
    "groups": "groepen",
    "hair": "haar, kapsel",
    "hair_colour": "haarkleur, kleur van het haar",
    "height": "hoogte",
    "hidden": "verborgen, weg",
    "hint": "tip voor wie leidt, let op, hulp, wenk",
    "home": "thuis, woont bij",
    "host": "dienst, gastheer, platform",
    "icon": "icoon, pictogram, tekening",
    "id": "naam",
    "intro": "inleiding, wie het invulde",
    "instead": "in de plaats, andere zin, andere keuze",
    "instruction": "instructie, opdracht",
    "items": "punten, lijst",
    "key": "sleutel",
    "keys": "sleutels, sleutel",
    "kind": "soort, type",
    "label": "opschrift, vraag",
    "landscape": "liggend",
    "language": "taal, talen",
    "layers": "lagen",
    "left": "links",
    "leg": "broek, benen",
    "lesson": "les, geleerd",
    "levels": "niveaus, niveau",
    "line": "regel, zin, antwoord",
    "lines": "regels, zinnen, beurten",
    "link": "koppeling, verwijzing",
    "look": "kijkt, blik",
    "mail": "e-mail, mailadres",
    "materials": "materialen, benodigdheden, klaarleggen",
    "mean": "bedoelen, betekent",
    "meeting": "overleg, eerste overleg, vergadering",
    "messages": "berichten, bericht",
    "method": "werkvorm, methode",
    "methods": "werkvormen, werkvorm, methode",
    "middle": "midden",
    "moment": "tijdstip",
    "moments": "momenten, moment, wanneer",
    "name": "naam",
    "needs": "noden, nodig, behoeften",
    "new": "nieuw, nieuwe brief",
    "new_page": "nieuw blad, nieuwe pagina",
    "note": "nota, opmerking, eerlijk, briefje",
    "now": "nu, tegenwoordig",
    "nuance": "nuancering",
    "numbered": "genummerd",
    "offer": "aanbod",
    "offline": "zonder internet, bewaren, toestel",
    "old": "oud, oude brief",
    "opening": "inleiding, kern, tekst",
    "order": "volgorde, plaats",
    "page": "bladzijde, pagina, blz",
    "pages": "bladen, bladzijden, pagina's",
    "part": "deel, soort, figuur",
    "partner": "organisatie",
    "partners": "partners, partner, organisaties",
    "parts": "delen, figuren",
    "people": "mensen, met wie",
    "phases": "fasen, momenten",
    "phone": "telefoon, telefoonnummer, tel, nummer",
    "pictograms": "pictogrammen, picto's, iconen",
    "picture": "prent",
    "pitfalls": "valkuilen, let op",
    "printed": "gedrukt, afgedrukt",
    "purpose": "doel, waarvoor",
    "purposes": "doelen, waarvoor",
    "question": "vraag",
    "refuses": "neen, weigert, als het neen is",
    "region": "regio, streek",
    "regions": "regio's, streken",
    "remark": "commentaar, kanttekening, opmerking voor de redactie",
    "repository": "repo, opslagplaats, project",
    "resource": "materiaal",
    "resources": "materiaal, hulpmiddelen, materialen",
    "role": "rol",
    "roles": "rollen, rol",
    "roof": "dak, bovenaan",
    "rows": "rijen",
    "say": "zeggen, zegt",
    "says": "zegt, zin, woorden",
    "scale": "grootte, schaal",
    "school": "schoolnaam, naam van de school",
    "scene": "tekening, plaatje, tafereel, afbeelding",
    "search_words": "zoekwoorden, trefwoorden",
    "secondary": "in het secundair, tweede voorbeeld, voorbeeld secundair",
    "section": "onderdeel, hoofdstuk, kop, titel",
    "sections": "onderdelen, onderdeel",
    "shape": "vorm",
    "short": "kort, korte naam",
    "side": "kant, zijde, breedte van het vierkant",
    "sign": "teken, symbool",
    "sign_scale": "grootte van het teken",
    "silent": "zwijgt, stilte, als het stil blijft",
    "skin": "huid, huidskleur",
    "situation": "situatie, zorg",
    "situations": "situaties, zorgen",
    "slide": "dia",
    "small": "klein, in het klein",
    "sms": "berichtje, tekst",
    "source": "bron, document",
    "sources": "bronnen, bron",
    "status": "toestand, stand",
    "steps": "stappen",
    "story": "verhaal, tekst",
    "summary": "samenvatting, kort",
    "synonyms": "synoniemen",
    "tagline": "ondertitel, slagzin",
    "text": "tekst, uitleg",
    "ticks": "kruisjes, vinkjes, aankruisen",
    "time": "tijd, duur",
    "tip": "raad",
    "tips": "tips, tip",
    "title": "titel, naam",
    "tongues": "voertaal, voertalen",
    "top": "bovenaan, kleren, trui",
    "trunk": "stam",
    "turn": "draai, draaien, gedraaid",
    "unknown": "onbekend, wat bronnen niet zeggen, blinde vlek",
    "url": "webadres, website, link",
    "values": "waarden, wat er ingevuld is",
    "variants": "varianten",
    "veil": "hoofddoek, sluier",
    "verdict": "oordeel, werkt het, besluit",
    "ways": "wegen, weg, keuzes",
    "what": "wat, tekst, beschrijving",
    "when": "wanneer",
    "where": "waar, plaats",
    "who": "wie, met wie",
    "why": "waarom",
    "width": "breedte",
    "widths": "breedtes",
    "with_whom": "met wie",
    "worksheet": "werkblad",
    "worksheets": "werkbladen, werkblad",
    "x": "van links, links",
    "y": "van boven, hoogte, boven",
    "zones": "zones, gebieden",
}
"""By its name, what people call a field in Dutch."""

_VALUES: Mapping[str, str] = {
    "active": "actief",
    "blank": "invulveld",
    "cards": "kaartjes, kaarten",
    "checklist": "aankruislijst, vakjes",
    "choice": "keuze",
    "circles": "cirkels",
    "core": "kern, kerntip",
    "date": "datum",
    "decision": "beslissing, keuzetabel",
    "expert": "advies",
    "field": "veld",
    "full": "heel, volledig",
    "half": "helft",
    "heading": "kop, tussentitel",
    "lines": "lijnen, schrijflijnen",
    "merged": "samengegaan, gefuseerd",
    "number": "getal",
    "practice": "praktijk",
    "pyramid": "piramide",
    "quadrant": "kwadrant",
    "reading": "leestip, kijktip",
    "reminder": "herinnering, kader",
    "renamed": "hernoemd, andere naam",
    "research": "onderzoek",
    "scale": "schaal, stellingen",
    "science": "wetenschap, onderzoek",
    "table": "tabel",
    "text": "tekst",
    "third": "derde",
    "tree": "boom",
    "unknown": "onbekend",
}
"""By itself, what people call a value in Dutch; those of a scene stand in scene_words.py."""


def field_words(fields: Iterable[str]) -> dict[str, str]:
    """By the Dutch word for it, the one of these fields that is most likely meant."""
    return _by_word((field, _FIELDS.get(field, "").split(", ")) for field in fields)


def value_words(values: Iterable[str]) -> dict[str, str]:
    """By the Dutch word for it, the one of these values that is most likely meant."""
    called = {**_VALUES, **SCENE_WORDS}
    return _by_word((value, called.get(value, "").split(", ")) for value in values)


def folder_words() -> dict[str, str]:
    """By what people call what is in it, the folder of a collection."""
    return {word: collection for word, (collection, _) in _TYPES.items()}


def noun_words() -> dict[str, str]:
    """By what people call such an entry or its folder, the noun by which a text names one."""
    return {word: noun for word, (_, noun) in _TYPES.items()}


def _by_word(words: Iterable[tuple[T, Iterable[str]]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, called in words:
        for word in filter(None, called):
            found.setdefault(word, name)
    return found


def _type_words() -> Iterator[tuple[tuple[str, str], list[str]]]:
    for one in ENTRY_TYPES:
        yield (one.collection, one.noun), [one.collection, one.noun, one.heading, one.menu, one.label, one.__name__]


_TYPES: Mapping[str, tuple[str, str]] = _by_word(_type_words())
"""By each word for it, the folder and the noun of a collection."""
