"""What goes to parents in writing: messages to send, and school letters as they were and as parents understand them.

A field gets its name, its type and its explanation here, and nowhere else. The explanation is Dutch: it is
the tooltip in the editor, the hint in an error and the line in the handbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from macros.model.entry import Citation, Entry, Facet, InRow
from macros.model.fields import AsIs, Icon, Line, Moment, Plain, SituationId, TipId
from macros.model.record import Record

LONGEST_SMS = 160
"""What goes in one sms, as a phone counts it."""

MOST_WORDS = 9
"""Of a message, the words of a sentence, on average."""

_GROUP_ICONS: Mapping[str, str] = {
    "eerste contact": "handshake",
    "uitnodigen": "letter",
    "herinneren": "clock",
    "geen antwoord": "phone",
    "goed nieuws": "smile",
    "bedanken": "heart",
    "terugkoppelen": "speech",
    "afspraak verzetten": "calendar",
    "een zorg": "ear",
    "praktisch": "schoolbag",
}
"""The icon of each thing that a message is for."""

ShortSummary = Annotated[Line, StringConstraints(max_length=90)]
Sent = Annotated[Plain, AsIs()]
"""Words that someone sends as they stand here. What is to be filled in stands in square brackets."""

SheetHalf = Annotated[Sent, StringConstraints(max_length=700)]
"""Two of these stand beside each other on one sheet, with what changed below."""

_OURS = "Niet nodig: het is een voorbeeld van ons. De tips erbij zeggen waar het op steunt."
_SMS = "Op de telefoon: hoogstens 160 tekens, ook met wat tussen haken staat, en alleen tekens die elke telefoon kent."


class Pictogram(Record):
    """One picture beside a message, with the words under it."""

    icon: Icon = Field(description="De naam van een icoon van de gids.")
    text: Annotated[Sent, StringConstraints(max_length=30)] = Field(
        description="Twee of drie woorden eronder: hoogstens 30 tekens."
    )


class Message(Entry):
    """Something to send: as an sms, as a note, and how a phone call begins."""

    collection = "messages"
    noun = "bericht"
    handbook_text = "een bericht om te sturen"
    letter = "z"
    article = "het"
    emblem = "speech"
    heading = "Berichten om te sturen"
    menu_group = "Aan de slag"
    shelf = "berichten"
    own_page = True
    styles = ("tip/listed",)
    intro = "Kies wat je wilt zeggen. Kopieer, vul in wat tussen haken staat, en stuur."
    counted = ("bericht", "berichten")
    grouped = "waarvoor"
    facets = (
        Facet("waarvoor", "Waarvoor", "group", quick=True, icons=_GROUP_ICONS),
        Facet("moment", "Moment", "moments"),
        Facet("vorm", "Aanspreking", "formal", has="ook met u"),
    )

    summary: ShortSummary = Field(description="Eén korte zin over wanneer het past: hoogstens 90 tekens.")
    group: Literal[
        "eerste contact",
        "uitnodigen",
        "herinneren",
        "geen antwoord",
        "goed nieuws",
        "bedanken",
        "terugkoppelen",
        "afspraak verzetten",
        "een zorg",
        "praktisch",
    ] = Field(description="Waarvoor je het stuurt. Het staat onder deze kop in het overzicht.")
    moments: tuple[Moment, ...] = Field(
        min_length=1, max_length=3, description="Wanneer het van pas komt, het beste moment eerst. Hoogstens drie."
    )
    sms: Sent = Field(description=_SMS)
    formal: Sent | None = Field(None, description=f"Dezelfde sms met u. {_SMS}")
    note: Sent = Field(description="Hetzelfde als briefje. Een vakje om aan te kruisen is ☐.")
    call: Sent = Field(description="Hoe een telefoontje kan beginnen. Je eindigt met een vraag.")
    pictograms: tuple[Pictogram, ...] = Field(
        min_length=2, max_length=3, description="Twee of drie pictogrammen, voor wie weinig leest."
    )
    hint: Line | None = Field(None, description="Een zin over het gebruik, of een voorbeeld bij [wat].")
    tips: tuple[TipId, ...] = Field(min_length=1, description="De tips waar het bericht op steunt.")
    situations: tuple[SituationId, ...] = Field((), description="De situaties waarin het helpt.")
    sources: tuple[Citation, ...] = Field((), description=_OURS)

    @property
    def place_in_row(self) -> tuple[Any, ...]:
        return (list(_GROUP_ICONS).index(self.group), self.title.lower())


class Change(Record):
    """One thing that changed from the old letter to the new one."""

    text: Line = Field(description="Wat er veranderde en wat dat brengt, in één zin.")
    tip: TipId = Field(description="De tip die dat aanraadt.")


class SchoolLetter(InRow):
    """A letter as schools write it, and as parents understand it."""

    collection = "letters"
    noun = "brief"
    handbook_text = "een schoolbrief, oud en nieuw"
    letter = "o"
    emblem = "letter"
    heading = "Brieven, oud en nieuw"
    menu_group = "Aan de slag"
    shelf = "brieven"
    own_page = True
    siblings = True
    intro = "Schoolbrieven zoals je ze vaak ziet, en zoals ouders ze meteen begrijpen. Met wat er veranderde."

    summary: ShortSummary = Field(description="Eén korte zin: van wat naar wat. Hoogstens 90 tekens.")
    old: SheetHalf = Field(description="De brief zoals scholen hem vaak schrijven. Begin met |. Hoogstens 700 tekens.")
    new: SheetHalf = Field(
        description="Dezelfde brief zoals een ouder hem begrijpt. Begin met |. Hoogstens 700 tekens."
    )
    changes: tuple[Change, ...] = Field(
        min_length=2, max_length=6, description="Wat er veranderde, elk met de tip die dat aanraadt."
    )
    hint: Line | None = Field(None, description="Wat onze bronnen hier niet zeggen, of waar je op let.")
    sources: tuple[Citation, ...] = Field((), description=_OURS)
