"""What a team can do with it: methods, sheets to fill in, and what happened at real schools.

A field gets its name, its type and its explanation here, and nowhere else. The explanation is Dutch: it is
the tooltip in the editor, the hint in an error and the line in the handbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.entry import Consent, Entry, Facet, InRow, JudgedEvidence, RequiredSummary
from macros.model.fields import (
    KeyId,
    Line,
    MethodId,
    PartnerId,
    Plain,
    ResourceId,
    RoleId,
    SectionId,
    Text,
    TipId,
    WorksheetId,
)
from macros.model.record import Record
from macros.model.talk import Question
from macros.model.worksheet_blocks import AnyBlock
from macros.model.worksheet_tables import PlainTable, Scale

SCHOOL = "kop_school"
"""The field for the name of the school, on top of every sheet."""

MADE_UP = "Voorbeeld van ons: deze school bestaat niet"
"""What stands on every filled-in example of a worksheet."""

TICKED = "yes"
"""What stands in a filled-in box to tick."""

_PURPOSE_ICONS: Mapping[str, str] = {
    "visie en team": "lighthouse",
    "kennismaken en praten": "cup",
    "ouders in klas en school": "board",
    "thuis leren": "home",
    "ouders onder elkaar": "gathering",
    "werken met partners": "bridge",
}
"""The icon of each thing that a method or a worksheet is for."""

MOST_PAGES = 8
"""The most sheets of paper that a worksheet takes."""


class Method(Entry):
    """A way of working, step by step."""

    collection = "methods"
    noun = "werkvorm"
    handbook_text = "een werkvorm"
    letter = "m"
    emblem = "method"
    picture = "method"
    heading = "Werkvormen"
    menu_group = "Aan de slag"
    shelf = "werkvormen"
    own_page = True
    intro = "Gespreksvormen, oefeningen en activiteiten, stap voor stap."
    counted = ("werkvorm", "werkvormen")
    grouped = "waarvoor"
    facets = (
        Facet("waarvoor", "Waarvoor", "purposes", quick=True, icons=_PURPOSE_ICONS),
        Facet("met-wie", "Met wie", "people"),
        Facet("wanneer", "Wanneer in het jaar", "phases"),
        Facet("niveau", "Niveau", "levels"),
        Facet("werkblad", "Werkblad", "worksheets", has="met werkblad"),
        Facet("materiaal", "Materiaal", "materials", lacks="zonder materiaal"),
    )

    summary: RequiredSummary
    purposes: tuple[
        Literal[
            "visie en team",
            "kennismaken en praten",
            "ouders in klas en school",
            "thuis leren",
            "ouders onder elkaar",
            "werken met partners",
        ],
        ...,
    ] = Field((), description="Waarvoor je dit doet. De eerste zegt onder welke kop het in het overzicht staat.")
    people: tuple[Literal["team", "ouders", "leerlingen", "partners"], ...] = Field(
        (), description="Met wie je dit doet. Wie alleen klaarzet of uitnodigt, tel je niet mee."
    )
    phases: tuple[Literal["voor de start", "bij de start", "doorheen het jaar", "terugkijken"], ...] = Field(
        (), description="Wanneer in het jaar. Alleen als de werkvorm het zelf zegt."
    )
    goal: Line = Field(description="Wat je ermee bereikt.")
    who: Line = Field(description="Wie meedoet en wie begeleidt.")
    when: tuple[Line, ...] = Field(min_length=1, description="Op welke momenten dit past.")
    time: Plain | None = Field(None, description="Hoe lang het duurt. Alleen als een bron het zegt.")
    materials: tuple[Line, ...] = Field((), description="Wat je klaarlegt.")
    consent: Consent = False
    steps: tuple[Line, ...] = Field(min_length=1, description="De stappen, elk één of twee zinnen.")
    pitfalls: tuple[Line, ...] = Field((), description="Waar het misloopt, en hoe je dat voorkomt.")
    variants: tuple[Line, ...] = Field((), description="Hoe het ook kan.")
    ask: Question = None
    evidence: JudgedEvidence | None = Field(
        None,
        description="Waar dit op steunt, als de bron daar iets over zegt. Bij research ook 'verdict' en 'nuance'.",
    )
    sections: tuple[SectionId, ...] = Field((), description="Onderdelen van de aanbevelingen waar dit bij hoort.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar dit bij hoort.")
    worksheets: tuple[WorksheetId, ...] = Field((), description="Werkbladen bij deze werkvorm.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die hierbij kunnen helpen.")
    roles: tuple[RoleId, ...] = Field((), description="Rollen die hierin iets betekenen.")
    resources: tuple[ResourceId, ...] = Field((), description="Materiaal van anderen.")


class Filled(Record):
    """What a worksheet looks like once someone filled it in: an example of ours, of a school that does not exist."""

    school: Annotated[Plain, StringConstraints(max_length=40)] = Field(
        description="Hoe de verzonnen school heet. Het komt bovenaan op het blad."
    )
    intro: Annotated[Plain, StringConstraints(max_length=240)] = Field(
        description="Wie het blad invulde, en wanneer. Eén zin of twee."
    )
    values: Mapping[str, Annotated[str, StringConstraints(strip_whitespace=True)]] = Field(
        min_length=1,
        description="Wat er in elk veld staat: de naam van het veld, een dubbele punt en een tekst. "
        "Bij een vakje dat aangekruist is, staat yes.",
    )

    @property
    def written(self) -> Mapping[str, str]:
        """What stands in each field, with the name of the school on top."""
        return {SCHOOL: self.school, **self.values}


class Worksheet(Entry):
    """A sheet to print and fill in."""

    collection = "worksheets"
    noun = "werkblad"
    handbook_text = "een werkblad"
    letter = "w"
    emblem = "worksheet"
    picture = "worksheet"
    article = "het"
    heading = "Werkbladen"
    menu_group = "Aan de slag"
    shelf = "werkbladen"
    own_page = True
    intro = "Bladen om samen in te vullen, op papier of op je scherm."
    counted = ("werkblad", "werkbladen")
    grouped = "waarvoor"
    facets = (
        Facet("waarvoor", "Waarvoor", "goals", quick=True, icons=_PURPOSE_ICONS),
        Facet("vorm", "Vorm", "shape"),
        Facet("groep", "Met hoeveel", "group"),
    )

    summary: RequiredSummary
    goals: tuple[
        Literal[
            "visie en team", "kennismaken en praten", "ouders in klas en school", "thuis leren", "werken met partners"
        ],
        ...,
    ] = Field(
        (), description="Waarvoor je dit blad gebruikt. De eerste zegt onder welke kop het in het overzicht staat."
    )
    shape: Literal["gespreksleidraad", "tabel", "checklist", "planner", "zelfscan", "schema", "kaarten"] | None = Field(
        None, description="Wat voor blad het is."
    )
    group: tuple[Literal["alleen", "met een gezin", "in een groepje", "met het hele team"], ...] = Field(
        (), description="Met hoeveel je het invult."
    )
    purpose: Line = Field(description="Waarvoor het blad dient.")
    with_whom: Line = Field(description="Met wie je het invult.")
    when: Line = Field(description="Wanneer je het gebruikt.")
    time: Plain | None = Field(None, description="Hoe lang het duurt. Alleen als een bron het zegt.")
    consent: Consent = False
    instruction: Line = Field(description="De ene opdracht bovenaan het blad.")
    pages: int = Field(
        ge=1, le=MOST_PAGES, description="Op hoeveel bladen A4 het past. De controle kijkt of dat klopt."
    )
    landscape: bool = Field(False, description="yes: een liggend blad, voor een brede tabel of een planner.")
    blocks: tuple[AnyBlock, ...] = Field(
        min_length=1, description="De onderdelen van het blad, van boven naar onder. Elk zegt met 'block' wat het is."
    )
    filled: Filled | None = Field(
        None, description="Een ingevuld voorbeeld, van een school die we verzinnen. Het krijgt een eigen pagina en PDF."
    )

    @property
    def scored(self) -> tuple[PlainTable | Scale, ...]:
        """The blocks whose rows can be scored in the self-scan: each row says what it is about."""
        return tuple(block for block in self.blocks if isinstance(block, PlainTable | Scale) and block.about)


class Case(InRow):
    """What happened at a real school, and what it taught."""

    collection = "cases"
    noun = "praktijk"
    handbook_text = "een verhaal van een school"
    letter = "c"
    emblem = "case"
    heading = "Uit de praktijk"
    menu = "Praktijk"
    shelf = "praktijk"
    own_page = True
    intro = "Wat scholen echt deden, en wat ze ervan leerden."

    summary: RequiredSummary
    where: Plain | None = Field(None, description="De school of plaats, als de bron die noemt.")
    story: Text = Field(description="Wat er gebeurde.")
    consent: Consent = False
    lesson: Line = Field(description="Wat je ervan meeneemt.")
    sections: tuple[SectionId, ...] = Field((), description="Onderdelen van de aanbevelingen waar dit bij hoort.")
    keys: tuple[KeyId, ...] = Field((), description="Sleutels waar dit bij hoort.")
    tips: tuple[TipId, ...] = Field(
        (), description="Tips van elders die dit verhaal laat zien. Tips die hier wonen, zeggen dat zelf."
    )
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen die erin voorkomen.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die meededen.")
