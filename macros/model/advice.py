"""What the guide advises: worries, recommendations and their sections, keys, tips, and what stands beside them.

A field gets its name, its type and its explanation here, and nowhere else. The explanation is Dutch: it is
the tooltip in the editor, the hint in an error and the line in the handbook.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from macros.model.entry import Citation, Column, InRow, Item, RequiredSummary, RestsOn
from macros.model.fields import (
    HomeId,
    Icon,
    KeyId,
    Line,
    MethodId,
    PartnerId,
    PartOfId,
    Plain,
    ResourceId,
    RoleId,
    SectionId,
    Slug,
    Summary,
    Text,
    TipId,
    WorksheetId,
)


class Situation(InRow):
    """A worry in the words of a teacher, and the first steps that help."""

    collection = "situations"
    noun = "situatie"
    letter = "v"
    emblem = "situation"
    heading = "Waar loop je tegenaan?"
    menu = "Situaties"
    siblings = True
    shelf = "situaties"
    own_page = True
    intro = "Kies wat je herkent. Je krijgt meteen een eerste stap."

    summary: RequiredSummary
    sources: tuple[Citation, ...] = Field((), description="Alleen als je hier iets zegt dat niet in een tip staat.")
    answer: Text = Field(description="Eerst dit: wat je nu kunt bedenken of doen, in enkele zinnen.")
    tips: tuple[TipId, ...] = Field(min_length=1, description="De tips die helpen, de eerste stap bovenaan.")
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen als je meer tijd hebt.")


class Recommendation(InRow):
    """One of the five recommendations: what to aim for, and why."""

    collection = "recommendations"
    noun = "aanbeveling"
    letter = "a"
    emblem = "compass"
    heading = "Vijf aanbevelingen"
    menu = "Aanbevelingen"
    siblings = True
    shelf = "aanbevelingen"
    own_page = True
    has_parts = True
    intro = "Vijf dingen die een school kan doen, met het onderzoek erbij. Samen vormen ze de leidraad."

    summary: RequiredSummary
    address: Slug = Field(description="Het woord in het adres van de pagina. Verander het nooit meer na publicatie.")
    icon: Icon = Field(description="Het icoon, een naam uit macros/site/icons/.")
    opening: Text = Field(description="De opening: waarom dit ertoe doet, in een paar zinnen.")
    core: tuple[Line, ...] = Field(min_length=2, description="De kern in enkele korte punten.")
    keys: tuple[KeyId, ...] = Field((), description="De sleutels die hierbij horen.")
    evidence: RestsOn

    @property
    def slug(self) -> str:
        return self.address

    @property
    def kicker(self) -> str:
        return f"Aanbeveling {self.id.lstrip('a')}"


class Journey(InRow):
    """A programme that a team follows step by step; its steps are sections."""

    collection = "journeys"
    noun = "traject"
    counts_as = "section"
    letter = "a"
    emblem = "path"
    article = "het"
    overview = False
    heading = "Trajecten"
    shelf = ""
    own_page = True
    has_parts = True

    summary: RequiredSummary
    address: Slug = Field(description="Het woord in het adres van de pagina. Verander het nooit meer na publicatie.")
    opening: Text = Field(description="De opening: waarom een team deze weg gaat, in een paar zinnen.")
    body: Text | None = Field(None, description="Hoe de stappen samenhangen, en wat je vooraf moet weten.")
    evidence: RestsOn
    keys: tuple[KeyId, ...] = Field((), description="Sleutels die hierbij horen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")

    @property
    def slug(self) -> str:
        return self.address


class Section(InRow):
    """A part of a recommendation or a step of a journey.

    With an address it is a page, without one a chapter on the page of its home.
    """

    collection = "sections"
    noun = "sectie"
    label = "Onderdeel"
    letter = "a"
    emblem = "arrow"
    overview = False
    heading = "Onderdelen"
    shelf = "aanbevelingen"
    own_page = True

    summary: RequiredSummary
    home: PartOfId = Field(
        description="De aanbeveling (a1), het onderdeel (a1-4) of het traject (visietraject) waar dit bij hoort."
    )
    address: Slug | None = Field(
        None, description="Het woord in het adres. Zonder adres staat dit als hoofdstuk op de pagina van zijn thuis."
    )
    opening: Text = Field(description="De opening: waarom dit ertoe doet.")
    body: Text | None = Field(None, description="De uitleg, als de opening niet genoeg is.")
    who: Line | None = Field(None, description="Met wie je dit doet. Voor een stap van een traject.")
    companion: bool = Field(False, description="yes als dit de hele weg van een traject meegaat, en dus geen stap is.")
    evidence: RestsOn
    keys: tuple[KeyId, ...] = Field((), description="Sleutels die hier in het bijzonder bij passen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")

    @property
    def has_page(self) -> bool:
        return self.address is not None

    @property
    def slug(self) -> str:
        return self.address or self.id


class Key(InRow):
    """One of the twelve keys: a way of being with parents."""

    collection = "keys"
    noun = "sleutel"
    letter = "s"
    emblem = "key"
    heading = "Twaalf sleutels"
    menu = "Sleutels"
    siblings = True
    shelf = "sleutels"
    own_page = True
    intro = (
        "Twaalf houdingen die deuren openen. Gegroeid uit gesprekken tussen leerkrachten en ouders die armoede kennen."
    )

    summary: RequiredSummary
    address: Slug = Field(
        description="Het woord in het adres van de pagina, met het nummer vooraan: 06-taaldrempels-overstijgen."
    )
    icon: Icon = Field(description="Het icoon, een naam uit macros/site/icons/.")
    opening: Text = Field(description="De kern, in enkele zinnen die blijven hangen.")
    why: Text = Field(description="Waarom het werkt.")
    evidence: RestsOn
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")

    @property
    def slug(self) -> str:
        return self.address

    @property
    def kicker(self) -> str:
        return f"Sleutel {self.id.lstrip('s0')}"


class Tip(InRow):
    """One thing to do. A core tip has all its fields, a detail tip is a sentence or two."""

    collection = "tips"
    noun = "tip"
    letter = "t"
    emblem = "tip"
    heading = "Tips"
    shelf = "tips"

    home: HomeId = Field(
        description="Waar de tip woont: een onderdeel (a1-4), een sleutel (s06), een aanbeveling (a1), "
        "een stap van een traject (visie-luisteren) of een verhaal uit de praktijk (pact-brussel)."
    )
    kind: Literal["core", "detail"] = Field(
        description="core: een volle tip met waarom en voorbeeld. detail: één of twee zinnen."
    )
    summary: Summary | None = Field(
        None, description="Eén zin voor kaarten en zoekresultaten. Een detailtip heeft er geen nodig."
    )
    what: Text = Field(description="Wat je doet.")
    why: Text | None = Field(None, description="Waarom het werkt.")
    example: Text | None = Field(None, description="Eén concreet voorbeeld dat iemand morgen kan doen of zeggen.")
    effort: Literal["nu", "deze week", "dit schooljaar"] | None = Field(
        None, description="Hoe snel je het kunt doen. Alleen als dat uit de tip zelf blijkt."
    )
    evidence: RestsOn
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar deze tip ook bij past.")
    sections: tuple[SectionId, ...] = Field(
        (), description="Onderdelen van de aanbevelingen waar deze tip ook bij past."
    )
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen om dit te doen.")
    worksheets: tuple[WorksheetId, ...] = Field((), description="Werkbladen die hierbij helpen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")
    roles: tuple[RoleId, ...] = Field((), description="Rollen die hierin iets betekenen.")
    resources: tuple[ResourceId, ...] = Field((), description="Materiaal van anderen.")
    tips: tuple[TipId, ...] = Field((), description="Tips die hier goed bij aansluiten.")

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        return (self.kind != "core", self.order, self.title.lower())


class Box(InRow):
    """A boxed aside: what research says, an idea from practice, something to read, or the message in short."""

    collection = "boxes"
    noun = "kader"
    letter = "k"
    emblem = "core"
    overview = False
    article = "het"
    heading = "Kaders"
    shelf = "kaders"

    home: HomeId = Field(description="Op welke pagina het kader staat.")
    kind: Literal["science", "practice", "reading", "core"] = Field(
        description="science: onderzoek. practice: praktijk. reading: lees- of kijktip. core: kernboodschap."
    )
    summary: Summary | None = Field(None, description="Eén zin voor zoekresultaten, als de tekst lang is.")
    text: Text = Field(description="De tekst van het kader.")
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen waar het kader over gaat.")
    resources: tuple[ResourceId, ...] = Field((), description="Materiaal waar het kader naar verwijst.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die erin voorkomen.")


class Enumeration(InRow):
    """A list that is only right when it is complete: four building blocks, nine principles."""

    collection = "lists"
    noun = "lijst"
    counts_as = "list"
    letter = "l"
    emblem = "list"
    overview = False
    heading = "Lijsten"
    shelf = "lijsten"

    summary: RequiredSummary
    home: HomeId = Field(description="Op welke pagina de lijst staat.")
    count: int = Field(
        ge=2, description="Hoeveel punten de bron noemt. Klopt dat niet met de lijst, dan zegt de controle het."
    )
    numbered: bool = Field(False, description="yes als de volgorde iets betekent.")
    items: tuple[Item, ...] = Field(min_length=1, description="De punten.")


class Figure(InRow):
    """A figure built from words: columns under a roof or upon a base, or the layers of a pyramid.

    Words stay text, so that it reads aloud and reflows.
    """

    collection = "figures"
    noun = "figuur"
    counts_as = "list"
    letter = "f"
    emblem = "figure"
    overview = False
    heading = "Figuren"
    shelf = "figuren"

    summary: RequiredSummary
    home: HomeId = Field(description="Op welke pagina de figuur staat.")
    roof: Line | None = Field(None, description="Wat boven de kolommen staat en erop rust.")
    columns: tuple[Column, ...] = Field(
        (), max_length=4, description="De kolommen naast elkaar, of geen als het een piramide is."
    )
    layers: tuple[Plain, ...] = Field((), max_length=6, description="De lagen van een piramide, van onder naar boven.")
    base: Line | None = Field(None, description="Wat onder de kolommen staat en eruit volgt of ze draagt.")
