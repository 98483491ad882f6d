"""What a recommendation, a key, a tip, a method and all the others are, in the order of the menu.

Here and in `kinds` a field gets its name, its type and its explanation, and nowhere else.
The explanation is Dutch: it is the tooltip in the editor, the hint in an error and the line
in the handbook.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from macros.kinds import (
    Block, Checked, Citation, Column, Entry, Evidence, HomeId, Icon, InRow, Item, KeyId, Line, Mail,
    MethodId, PartnerId, Phone, Plain, ResourceId, RoleId, SectionId, Slug, Summary, Text, TipId, Url,
    WorksheetId,
)


class Situation(InRow):
    """A worry in the words of a teacher, and the first steps that help."""

    collection = "situations"
    noun = "situatie"
    emblem = "situation"
    heading = "Waar loop je tegenaan?"
    shelf = "situaties"
    own_page = True
    intro = "Kies wat je herkent. Je krijgt meteen een eerste stap."

    sources: tuple[Citation, ...] = Field((), description="Alleen als je hier iets zegt dat niet in een tip staat.")
    answer: Text = Field(description="Eerst dit: wat je nu kunt bedenken of doen, in enkele zinnen.")
    tips: tuple[TipId, ...] = Field(min_length=1, description="De tips die helpen, de eerste stap bovenaan.")
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen als je meer tijd hebt.")


class Recommendation(InRow):
    """One of the five recommendations: what to aim for, and why."""

    collection = "recommendations"
    noun = "aanbeveling"
    emblem = "compass"
    heading = "Vijf aanbevelingen"
    shelf = "aanbevelingen"
    own_page = True
    intro = "Vijf dingen die een school kan doen, met het onderzoek erbij. Samen vormen ze de leidraad."

    address: Slug = Field(description="Het woord in het adres van de pagina. Verander het nooit meer na publicatie.")
    icon: Icon = Field(description="Het icoon, een naam uit macros/templates/icons/.")
    opening: Text = Field(description="De opening: waarom dit ertoe doet, in een paar zinnen.")
    core: tuple[Line, ...] = Field(min_length=2, description="De kern in enkele korte punten.")
    keys: tuple[KeyId, ...] = Field((), description="De sleutels die hierbij horen.")
    evidence: Evidence = Field(description="Waar dit op steunt.")

    @property
    def slug(self) -> str:
        return self.address

    @property
    def kicker(self) -> str:
        return f"Aanbeveling {self.id.lstrip('a')}"


class Section(InRow):
    """A part of a recommendation. With an address it is a page, without one a chapter on the page of its home."""

    collection = "sections"
    noun = "sectie"
    emblem = "arrow"
    overview = False
    heading = "Onderdelen"
    shelf = "aanbevelingen"
    own_page = True

    home: SectionId = Field(description="De aanbeveling (a1) of het onderdeel (a1-4) waar dit bij hoort.")
    address: Slug | None = Field(None, description="Het woord in het adres. Zonder adres staat dit als hoofdstuk op de pagina van zijn thuis.")
    opening: Text = Field(description="De opening: waarom dit ertoe doet.")
    body: Text | None = Field(None, description="De uitleg, als de opening niet genoeg is.")
    evidence: Evidence = Field(description="Waar dit op steunt.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels die hier in het bijzonder bij passen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")

    @property
    def has_page(self) -> bool:
        return self.address is not None

    @property
    def slug(self) -> str:
        return self.address or self.id

    @property
    def kicker(self) -> str:
        return "Onderdeel"


class Key(InRow):
    """One of the twelve keys: a way of being with parents."""

    collection = "keys"
    noun = "sleutel"
    emblem = "key"
    heading = "Twaalf sleutels"
    shelf = "sleutels"
    own_page = True
    intro = "Twaalf houdingen die deuren openen. Gegroeid uit gesprekken tussen leerkrachten en ouders die armoede kennen."

    address: Slug = Field(description="Het woord in het adres van de pagina, met het nummer vooraan: 06-taaldrempels-overstijgen.")
    icon: Icon = Field(description="Het icoon, een naam uit macros/templates/icons/.")
    opening: Text = Field(description="De kern, in enkele zinnen die blijven hangen.")
    why: Text = Field(description="Waarom het werkt.")
    evidence: Evidence = Field(description="Waar dit op steunt.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")

    @property
    def slug(self) -> str:
        return self.address

    @property
    def kicker(self) -> str:
        return f"Sleutel {self.id.lstrip('s0')}"


class Tip(InRow):
    """One thing to do. Core tips are told in full, detail tips in a sentence or two."""

    collection = "tips"
    noun = "tip"
    emblem = "tip"
    heading = "Tips"
    shelf = "tips"

    home: HomeId = Field(description="Waar de tip woont: een sectie (a1-4), een sleutel (s06) of een aanbeveling (a1).")
    kind: Literal["core", "detail"] = Field(description="core: een volle tip met waarom en voorbeeld. detail: één of twee zinnen.")
    summary: Summary | None = Field(None, description="Eén zin voor kaarten en zoekresultaten. Een detailtip heeft er geen nodig.")
    what: Text = Field(description="Wat je doet.")
    why: Text | None = Field(None, description="Waarom het werkt.")
    example: Text | None = Field(None, description="Eén concreet voorbeeld dat iemand morgen kan doen of zeggen.")
    effort: Literal["nu", "deze week", "dit schooljaar"] | None = Field(None, description="Hoe snel je het kunt doen. Alleen als dat uit de tip zelf blijkt.")
    evidence: Evidence = Field(description="Waar dit op steunt.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar deze tip ook bij past.")
    sections: tuple[SectionId, ...] = Field((), description="Onderdelen van de aanbevelingen waar deze tip ook bij past.")
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen om dit te doen.")
    worksheets: tuple[WorksheetId, ...] = Field((), description="Werkbladen die hierbij helpen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")
    roles: tuple[RoleId, ...] = Field((), description="Rollen die hierin iets betekenen.")
    resources: tuple[ResourceId, ...] = Field((), description="Materiaal van anderen.")
    tips: tuple[TipId, ...] = Field((), description="Tips die hier goed bij aansluiten.")

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        return (self.kind != "core", self.order, self.title.lower())


class Method(Entry):
    """A way of working, step by step."""

    collection = "methods"
    noun = "werkvorm"
    emblem = "method"
    heading = "Werkvormen"
    shelf = "werkvormen"
    own_page = True
    intro = "Gespreksvormen, oefeningen en activiteiten, stap voor stap."

    goal: Line = Field(description="Wat je ermee bereikt.")
    who: Line = Field(description="Wie meedoet en wie begeleidt.")
    when: tuple[Line, ...] = Field(min_length=1, description="Op welke momenten dit past.")
    time: Plain | None = Field(None, description="Hoe lang het duurt. Alleen als een bron het zegt.")
    materials: tuple[Line, ...] = Field((), description="Wat je klaarlegt.")
    steps: tuple[Line, ...] = Field(min_length=1, description="De stappen, elk één of twee zinnen.")
    pitfalls: tuple[Line, ...] = Field((), description="Waar het misloopt, en hoe je dat voorkomt.")
    variants: tuple[Line, ...] = Field((), description="Hoe het ook kan.")
    evidence: Evidence | None = Field(None, description="Waar dit op steunt, als de bron daar iets over zegt.")
    sections: tuple[SectionId, ...] = Field((), description="Onderdelen van de aanbevelingen waar dit bij hoort.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar dit bij hoort.")
    worksheets: tuple[WorksheetId, ...] = Field((), description="Werkbladen bij deze werkvorm.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")
    roles: tuple[RoleId, ...] = Field((), description="Rollen die hierin iets betekenen.")
    resources: tuple[ResourceId, ...] = Field((), description="Materiaal van anderen.")


class Worksheet(Entry):
    """A sheet to print and fill in."""

    collection = "worksheets"
    noun = "werkblad"
    emblem = "worksheet"
    article = "het"
    heading = "Werkbladen"
    shelf = "werkbladen"
    own_page = True
    intro = "Bladen om af te drukken en samen in te vullen."

    purpose: Line = Field(description="Waarvoor het blad dient.")
    with_whom: Line = Field(description="Met wie je het invult.")
    when: Line = Field(description="Wanneer je het gebruikt.")
    time: Plain | None = Field(None, description="Hoe lang het duurt. Alleen als een bron het zegt.")
    instruction: Line = Field(description="De ene opdracht bovenaan het blad.")
    blocks: tuple[Block, ...] = Field(min_length=1, description="De onderdelen van het blad, van boven naar onder. Elk zegt met 'block' wat het is: heading, text, lines, checklist of table.")


class Case(Entry):
    """What happened at a real school, and what it taught."""

    collection = "cases"
    noun = "praktijk"
    emblem = "case"
    heading = "Uit de praktijk"
    shelf = "praktijk"
    own_page = True
    intro = "Wat scholen echt deden, en wat ze ervan leerden."

    where: Plain | None = Field(None, description="De school of plaats, als de bron die noemt.")
    story: Text = Field(description="Wat er gebeurde.")
    lesson: Line = Field(description="Wat je ervan meeneemt.")
    sections: tuple[SectionId, ...] = Field((), description="Onderdelen van de aanbevelingen waar dit bij hoort.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar dit bij hoort.")
    tips: tuple[TipId, ...] = Field((), description="Tips die dit verhaal laat zien.")
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen die erin voorkomen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die meededen.")


class Box(InRow):
    """A boxed aside: what research says, an idea from practice, something to read, or the message in short."""

    collection = "boxes"
    noun = "kader"
    emblem = "core"
    overview = False
    article = "het"
    heading = "Kaders"
    shelf = "kaders"

    home: HomeId = Field(description="Op welke pagina het kader staat.")
    kind: Literal["science", "practice", "reading", "core"] = Field(description="science: onderzoek. practice: praktijk. reading: lees- of kijktip. core: kernboodschap.")
    summary: Summary | None = Field(None, description="Eén zin voor zoekresultaten, als de tekst lang is.")
    text: Text = Field(description="De tekst van het kader.")
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen waar het kader over gaat.")
    resources: tuple[ResourceId, ...] = Field((), description="Materiaal waar het kader naar verwijst.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die erin voorkomen.")


class Enumeration(InRow):
    """A list that is only right when it is complete: four building blocks, nine principles."""

    collection = "lists"
    noun = "lijst"
    emblem = "list"
    overview = False
    heading = "Lijsten"
    shelf = "lijsten"

    home: HomeId = Field(description="Op welke pagina de lijst staat.")
    count: int = Field(ge=2, description="Hoeveel punten de bron noemt. Klopt dat niet met de lijst, dan zegt de controle het.")
    numbered: bool = Field(False, description="yes als de volgorde iets betekent.")
    items: tuple[Item, ...] = Field(min_length=1, description="De punten.")


class Figure(InRow):
    """A figure built from words: columns under a roof or upon a base. Words stay words, so it reads aloud and reflows."""

    collection = "figures"
    noun = "figuur"
    emblem = "figure"
    overview = False
    heading = "Figuren"
    shelf = "figuren"

    home: HomeId = Field(description="Op welke pagina de figuur staat.")
    roof: Line | None = Field(None, description="Wat boven de kolommen staat en erop rust.")
    columns: tuple[Column, ...] = Field(min_length=2, max_length=4, description="De kolommen naast elkaar.")
    base: Line | None = Field(None, description="Wat onder de kolommen staat en eruit volgt of ze draagt.")


class Partner(Entry):
    """An organisation that can help a school."""

    collection = "partners"
    noun = "partner"
    emblem = "partner"
    heading = "Partners"
    shelf = "partners"
    intro = "Organisaties die een school kunnen helpen. Alleen gegevens van organisaties, nooit van personen."

    kind: Literal["koepel", "kenniscentrum", "overheid", "onderwijs", "taal", "welzijn", "gezin", "buurt", "school", "media"] = Field(description="Wat voor organisatie het is.")
    needs: tuple[Literal["taal", "tolken", "welzijn en armoede", "huiswerk", "ouders onder elkaar", "visie en begeleiding", "onderzoek", "ontmoeting"], ...] = Field((), description="Waarvoor je er terechtkunt.")
    region: Plain = Field(description="Waar ze werken, of 'niet vermeld'.")
    offer: Line = Field(description="Wat ze doen, in één zin.")
    ask: Line | None = Field(None, description="Wat een school hun kan vragen.")
    url: Url | None = Field(None, description="Het webadres, zoals de bron het afdrukt.")
    mail: Mail | None = Field(None, description="Een adres van de organisatie of de dienst, nooit van een persoon.")
    phone: Phone | None = Field(None, description="Een vast nummer van de organisatie, nooit een gsm.")
    status: Literal["active", "merged", "renamed", "unknown"] = Field("active", description="active, merged (samengegaan), renamed (andere naam) of unknown (na te kijken).")
    fact: Line | None = Field(None, description="Wat er aan de hand is als de status niet active is, met de datum.")
    now: PartnerId | None = Field(None, description="De partner waarin deze is opgegaan of verdergaat.")
    checked: Checked = Field("never", description="Wanneer iemand dit laatst nakeek: never, of een datum zoals 2026-11-22.")


class Role(Entry):
    """Someone's role around school and home; never a person."""

    collection = "roles"
    noun = "rol"
    emblem = "role"
    heading = "Rollen"
    shelf = "rollen"
    intro = "Wie tussen school en gezin iets kan betekenen."

    text: Text = Field(description="Wat iemand in deze rol doet.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties waar je deze rol vindt.")


class Resource(Entry):
    """Something made by others: a film, a guide, a sheet."""

    collection = "resources"
    noun = "materiaal"
    emblem = "resource"
    article = "het"
    heading = "Materiaal van anderen"
    shelf = "materiaal"
    intro = "Gidsen, films, fiches en instrumenten van anderen."

    kind: Literal["film", "gids", "boek", "fiche", "spel", "zelfscan", "instrument", "website", "artikel"] = Field(description="Wat voor materiaal het is.")
    language: Plain = Field("Nederlands", description="De taal of talen.")
    url: Url | None = Field(None, description="Het webadres, zoals de bron het afdrukt. Staat er alleen een domein, dan geef je alleen dat.")
    partners: tuple[PartnerId, ...] = Field((), description="Wie het maakte of verspreidt.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar dit bij past.")
    sections: tuple[SectionId, ...] = Field((), description="Onderdelen waar dit bij past.")
    checked: Checked = Field("never", description="Wanneer iemand dit laatst nakeek: never, of een datum zoals 2026-11-22.")


class Term(Entry):
    """A word explained."""

    collection = "glossary"
    noun = "begrip"
    emblem = "term"
    article = "het"
    heading = "Begrippen"
    shelf = "begrippen"
    intro = "Woorden die in deze gids vallen, in gewone taal uitgelegd."

    sources: tuple[Citation, ...] = Field((), description="Waar het woord vandaan komt. Leeg mag alleen bij algemene kennis.")
    general: bool = Field(False, description="yes als de bronnen het woord niet uitleggen en dit algemene kennis is.")
    synonyms: tuple[Plain, ...] = Field((), description="Andere woorden voor hetzelfde.")
    text: Text | None = Field(None, description="Meer uitleg, als de samenvatting niet volstaat.")


class Source(InRow):
    """One of the documents that the guide rests on."""

    collection = "sources"
    noun = "bron"
    emblem = "source"
    heading = "Bronnen"
    shelf = "bronnen"
    intro = "Deze gids steunt op vijf documenten. Bij elke tip staat uit welk document hij komt."

    sources: tuple[Citation, ...] = Field((), description="Niet nodig: een bron is zelf de bron.")
    short: Plain = Field(description="De korte naam waarmee tips ernaar verwijzen.")
    authors: Plain = Field(description="Wie het maakte.")
    date: Plain = Field(description="Wanneer het verscheen, zo precies als het document het zegt.")
    text: Text = Field(description="Wat dit document bijdraagt.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die eraan meewerkten.")


ENTRY_TYPES: tuple[type[Entry], ...] = (
    Situation,
    Recommendation,
    Section,
    Key,
    Tip,
    Method,
    Worksheet,
    Case,
    Box,
    Enumeration,
    Figure,
    Partner,
    Role,
    Resource,
    Term,
    Source,
)
BY_COLLECTION: dict[str, type[Entry]] = {kind.collection: kind for kind in ENTRY_TYPES}
BY_NOUN: dict[str, type[Entry]] = {kind.noun: kind for kind in ENTRY_TYPES}
