"""What the guide advises: recommendations and their sections, journeys, keys and tips.

A field gets its name, its type and its explanation here, and nowhere else. The explanation is Dutch: it is
the tooltip in the editor, the hint in an error and the line in the handbook.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from macros.model.entry import Citation, Consent, Facet, InRow, RequiredSummary, RestsOn, RestsOnJudged
from macros.model.fields import (
    LEVELS,
    CardLine,
    Effort,
    HomeId,
    Icon,
    KeyId,
    Level,
    Line,
    MethodId,
    Moment,
    PartnerId,
    PartOfId,
    ResourceId,
    RoleId,
    SectionId,
    Slug,
    Text,
    TipId,
    WorksheetId,
)
from macros.model.record import Record
from macros.model.scene import Drawn
from macros.model.talk import OneMeeting, Question

_ADDRESSES, _HAND_OUT = ("paper/addresses",), ("paper/hand-out",)
"""The script that gives a printed page the addresses of what it links to, and what it looks like."""


class Recommendation(InRow):
    """A recommendation: what to aim for, and why."""

    collection = "recommendations"
    noun = "aanbeveling"
    handbook_text = "een aanbeveling"
    letter = "a"
    emblem = "compass"
    picture = "recommendation"
    heading = "Aanbevelingen"
    menu_group = ""
    siblings = True
    shelf = "aanbevelingen"
    own_page = True
    scripts, styles = _ADDRESSES, _HAND_OUT
    has_parts = True
    intro = "Wat een school kan doen, met het onderzoek erbij. Samen vormen ze de leidraad."

    summary: RequiredSummary
    address: Slug = Field(description="Het woord in het adres van de pagina. Verander het nooit meer na publicatie.")
    icon: Icon = Field(description="Het icoon, een naam uit macros/site/icons/.")
    opening: Text = Field(description="De opening: waarom dit ertoe doet, in een paar zinnen.")
    core: tuple[Line, ...] = Field(min_length=2, description="De kern in enkele korte punten.")
    keys: tuple[KeyId, ...] = Field((), description="De sleutels die hierbij horen.")
    meeting: OneMeeting = None
    evidence: RestsOnJudged

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
    handbook_text = "een traject voor het team"
    counts_as = "section"
    letter = "a"
    emblem = "path"
    picture = "recommendation"
    article = "het"
    overview = False
    heading = "Trajecten"
    menu_group = "Aan de slag"
    shelf = ""
    own_page = True
    scripts, styles = _ADDRESSES, _HAND_OUT
    has_parts = True

    summary: RequiredSummary
    address: Slug = Field(description="Het woord in het adres van de pagina. Verander het nooit meer na publicatie.")
    opening: Text = Field(description="De opening: waarom een team deze weg gaat, in een paar zinnen.")
    body: Text | None = Field(None, description="Hoe de stappen samenhangen, en wat je vooraf moet weten.")
    evidence: RestsOn
    keys: tuple[KeyId, ...] = Field((), description="Sleutels die hierbij horen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")
    scene: Drawn = None

    @property
    def slug(self) -> str:
        return self.address


class FirstMeeting(Record):
    """How a team begins: a method and a worksheet that the editors chose, and what to do at the first meeting."""

    method: MethodId | None = Field(None, description="De werkvorm om mee te beginnen.")
    worksheet: WorksheetId | None = Field(None, description="Het werkblad om mee te beginnen.")
    meeting: tuple[Line, ...] = Field(
        min_length=1, max_length=6, description="Wat je op het eerste overleg doet, stap voor stap, in korte zinnen."
    )
    example: Line | None = Field(
        None, description="Eén zin om mee te beginnen. De pagina zegt dat het een voorbeeld van ons is."
    )
    sources: tuple[Citation, ...] = Field(min_length=1, description="Waar deze aanpak vandaan komt.")


class Section(InRow):
    """A part of a recommendation or a step of a journey.

    With an address it is a page, without one a chapter on the page of its home.
    """

    collection = "sections"
    noun = "sectie"
    handbook_text = "een onderdeel van een aanbeveling, of een stap van een traject"
    label = "Onderdeel"
    letter = "a"
    emblem = "compass"
    picture = "recommendation"
    overview = False
    heading = "Onderdelen"
    shelf = "aanbevelingen"
    own_page = True
    scripts, styles = _ADDRESSES, _HAND_OUT

    summary: RequiredSummary
    home: PartOfId = Field(
        description="De aanbeveling (a1), het onderdeel (a1-4) of het traject (visietraject) waar dit bij hoort."
    )
    address: Slug | None = Field(
        None, description="Het woord in het adres. Zonder adres staat dit als hoofdstuk op de pagina van zijn thuis."
    )
    icon: Icon | None = Field(
        None, description="Het icoon, een naam uit macros/site/icons/. Zonder icoon krijgt het dat van zijn thuis."
    )
    opening: Text = Field(description="De opening: waarom dit ertoe doet.")
    body: Text | None = Field(None, description="De uitleg, als de opening niet genoeg is.")
    consent: Consent = False
    who: Line | None = Field(None, description="Met wie je dit doet. Voor een stap van een traject.")
    first: FirstMeeting | None = Field(
        None, description="Hoe een team eraan begint: één werkvorm, één werkblad, en wat je op het eerste overleg doet."
    )
    companion: bool = Field(False, description="yes als dit de hele weg van een traject meegaat, en dus geen stap is.")
    evidence: RestsOnJudged
    keys: tuple[KeyId, ...] = Field((), description="Sleutels die hier in het bijzonder bij passen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")

    @property
    def has_page(self) -> bool:
        return self.address is not None

    @property
    def slug(self) -> str:
        return self.address or self.id


class Key(InRow):
    """A key: a way of being with parents."""

    collection = "keys"
    noun = "sleutel"
    handbook_text = "een sleutel"
    letter = "s"
    emblem = "key"
    picture = "key"
    heading = "Sleutels"
    menu_group = ""
    siblings = True
    shelf = "sleutels"
    own_page = True
    scripts, styles = _ADDRESSES, _HAND_OUT
    intro = "Houdingen die deuren openen. Gegroeid uit gesprekken tussen leerkrachten en ouders die armoede kennen."

    summary: RequiredSummary
    address: Slug = Field(
        description="Het woord in het adres van de pagina, met het nummer vooraan: 06-taaldrempels-overstijgen."
    )
    icon: Icon = Field(description="Het icoon, een naam uit macros/site/icons/.")
    opening: Text = Field(description="De kern, in enkele zinnen die blijven hangen.")
    why: Text = Field(description="Waarom het werkt.")
    meeting: OneMeeting = None
    evidence: RestsOn
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")
    scene: Drawn = None

    @property
    def slug(self) -> str:
        return self.address

    @property
    def kicker(self) -> str:
        return f"Sleutel {self.id.lstrip('s0')}"


class Tip(InRow):
    """One thing to do. A core tip has all its fields, a detail tip is short."""

    collection = "tips"
    noun = "tip"
    handbook_text = "een tip"
    letter = "t"
    emblem = "tip"
    picture = "tip"
    heading = "Tips"
    menu_group = ""
    styles = ("tip/listed",)
    shelf = "tips"
    intro = "Alles wat je kunt doen, van één zin bij de poort tot een plan voor het hele jaar."
    counted = ("tip", "tips")
    facets = (
        Facet("wanneer", "Hoe snel", "effort", quick=True, note="Hoe snel iets kan, is onze schatting."),
        Facet(
            "niveau",
            "Niveau",
            "levels",
            quick=True,
            covers={"alle": LEVELS},
            note="Bij elk niveau staan ook de tips waar het advies zelf geen niveau kent. "
            "Of ze op dat niveau uitgeprobeerd zijn, weten we niet.",
        ),
        Facet("moment", "Moment", "moments", quick=True),
        Facet("bewijs", "Steunt op", "evidence.kind"),
        Facet("onderwerp", "Onderwerp", "home"),
    )

    home: HomeId = Field(
        description="Waar de tip woont: een onderdeel (a1-4), een sleutel (s06), een aanbeveling (a1), "
        "een stap van een traject (visie-luisteren) of een verhaal uit de praktijk (pact-brussel)."
    )
    kind: Literal["core", "detail"] = Field(
        description="core: een volle tip met waarom en voorbeeld. detail: kort, liefst één of twee zinnen."
    )
    summary: CardLine | None = Field(
        None,
        description="Eén regel op de kaart van de tip, hoogstens 48 tekens: wat het brengt, of wanneer. "
        "Een detailtip van hoogstens twee zinnen heeft er geen nodig.",
    )
    what: Text = Field(description="Wat je doet.")
    why: Text | None = Field(None, description="Waarom het werkt.")
    example: Text | None = Field(None, description="Eén concreet voorbeeld dat iemand morgen kan doen of zeggen.")
    secondary: Text | None = Field(
        None,
        description="Een tweede voorbeeld, voor het secundair. Alleen bij raad die daar niet beschreven is: "
        "de pagina zegt dat het onze vertaling is, daar niet getest.",
    )
    ask: Question = None
    consent: Consent = False
    effort: Effort = Field(
        description="Hoe snel je het kunt doen. nu: in twee minuten. vandaag: deze les of deze dag. Onze schatting."
    )
    moments: tuple[Moment, ...] = Field(
        min_length=1, max_length=3, description="Wanneer het van pas komt, het beste moment eerst. Hoogstens drie."
    )
    levels: tuple[Level, ...] = Field(
        min_length=1,
        description="De niveaus die de bron noemt of duidelijk toont. alle: het advies zelf kent geen niveau.",
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
