"""The blocks of a worksheet: what one can be built from, each with one template in worksheets/templates/.

A block that asks for something has a label, and a name that its fields begin with: its `id`, or else its label.
To add one: a class, its name in _AnyBlock, and a template with the name of its tag.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, StringConstraints

from macros.model.fields import Line, Plain, Slug
from macros.model.record import TAG, Record
from macros.model.slugs import slug_of

_LINK_TARGET = re.compile(r"\]\([^)]*\)")

Short = Annotated[Plain, StringConstraints(max_length=60)]
"""A few words that must fit in a box or above a column."""


class Block(Record):
    """One part of a worksheet. handbook_text: what it is, in the words of the editors' handbook."""

    handbook_text: ClassVar[str]

    @classmethod
    def tag(cls) -> str:
        """What an editor writes in `block` to get it; its template has that name too."""
        return cls.shapes[TAG].choices[0]


class Heading(Block):
    """A heading on a worksheet."""

    handbook_text = "een tussentitel"
    block: Literal["heading"]
    text: Plain = Field(description="De tussentitel.")
    new_page: bool = Field(False, description="yes: hier begint een nieuw blad.")


class Paragraph(Block):
    """A sentence or two on a worksheet."""

    handbook_text = "een korte uitleg"
    block: Literal["text"]
    text: Line = Field(description="Korte uitleg op het blad.")


class Reminder(Block):
    """What to keep in mind while filling in: a quiet box with a few lines."""

    handbook_text = "een kader met wat je niet vergeet"
    block: Literal["reminder"]
    title: Short = Field(description="De kop van het kader, zoals 'Denk eraan'.")
    items: tuple[Line, ...] = Field(min_length=1, max_length=8, description="Waar je aan denkt, elk punt één zin.")


class Asking(Block):
    """A block that someone writes in, ticks or cuts out."""

    label: Line = Field(description="De vraag of opdracht boven het blok.")
    id: Slug | None = Field(
        None,
        description="Een eigen naam voor de velden van dit blok. Alleen nodig als twee blokken anders hetzelfde heten.",
    )

    @property
    def name(self) -> str:
        """What the names of its fields begin with, before an underscore."""
        return self.id or slug_of(_LINK_TARGET.sub("", self.label), most=8)


class Blank(Asking):
    """One thing to fill in, on one line."""

    handbook_text = "één ding om in te vullen, op één lijn"
    block: Literal["field"]
    width: Literal["full", "half", "third"] = Field(
        "full", description="full: de hele breedte. half of third: twee of drie velden naast elkaar."
    )
    kind: Literal["text", "date", "number", "choice"] = Field(
        "text", description="text: woorden. date: een datum. number: een getal. choice: één van enkele mogelijkheden."
    )
    choices: tuple[Short, ...] = Field((), max_length=8, description="Waaruit je kiest, bij kind: choice.")


class Lines(Asking):
    """A question with lines to write on."""

    handbook_text = "een vraag met schrijflijnen"
    block: Literal["lines"]
    count: int = Field(2, ge=1, le=12, description="Hoeveel lijnen om op te schrijven.")


class Group(Record):
    """A part of a checklist under a heading of its own."""

    title: Short = Field(description="De kop boven deze vakjes.")
    items: tuple[Line, ...] = Field(min_length=1, description="De regels met een vakje ervoor.")


class Checklist(Asking):
    """Checkboxes to tick."""

    handbook_text = "vakjes om aan te kruisen, in één of meer kolommen of onder eigen koppen"
    block: Literal["checklist"]
    items: tuple[Line, ...] = Field((), description="De regels met een vakje ervoor.")
    groups: tuple[Group, ...] = Field(
        (), max_length=6, description="Vakjes onder eigen koppen, in de plaats van items."
    )
    columns: int = Field(1, ge=1, le=3, description="In hoeveel kolommen de vakjes of de groepen staan.")


class Table(Asking):
    """What every table to fill in has: headed columns, and either named rows or a number of empty ones."""

    block: Literal["table", "planner"]
    columns: tuple[Plain, ...] = Field(
        min_length=2,
        max_length=9,
        description="De koppen van de kolommen, ook die boven de namen van de rijen. "
        "Hoogstens 7, of 9 op een liggend blad.",
    )
    rows: tuple[Plain, ...] = Field((), description="De rijen die al een naam hebben, in de eerste kolom.")
    empty: int = Field(0, ge=0, le=20, description="Hoeveel lege rijen eronder.")
    widths: tuple[int, ...] = Field(
        (), description="Hoe breed elke kolom is tegenover de andere: [3, 1, 1]. Leeg: allemaal even breed."
    )
    ticks: tuple[Plain, ...] = Field(
        (), description="De kolommen waarin je een vakje aankruist in plaats van te schrijven."
    )
    height: int = Field(11, ge=9, le=60, description="Hoe hoog een rij is, in millimeter.")


class PlainTable(Table):
    """A table to fill in: headed columns, and either named rows or a number of empty ones."""

    handbook_text = "een tabel om in te vullen"
    block: Literal["table"]


class Planner(Table):
    """Steps in order, each with who, when and how: a table whose rows are numbered."""

    handbook_text = "een tabel waarvan de rijen genummerde stappen zijn"
    block: Literal["planner"]


class Scale(Asking):
    """Statements to judge: a row each, an answer to choose from a few."""

    handbook_text = "stellingen met antwoorden om uit te kiezen"
    block: Literal["scale"]
    answers: tuple[Short, ...] = Field(
        min_length=2,
        max_length=6,
        description="De antwoorden, van weinig naar veel. Op het blad krijgen ze een nummer.",
    )
    rows: tuple[Line, ...] = Field(min_length=1, description="De stellingen.")
    extra: tuple[Short, ...] = Field(
        (), max_length=3, description="Kolommen om iets bij te schrijven, na de antwoorden."
    )

    @property
    def widths(self) -> tuple[int, ...]:
        """The relative widths of its columns: the statement, the answers, what is written beside them."""
        return (14 if self.extra else 10, *(4,) * len(self.answers), *(7,) * len(self.extra))


class DecisionRow(Record):
    """One row of a decision table."""

    title: Short = Field(description="Waarover je beslist.")
    cells: tuple[Line | None, ...] = Field(
        min_length=1, description="Wat in elke kolom staat. Een lege plek ('') vul je op papier in."
    )


class Decision(Asking):
    """A table that says what to do when, with space for a school's own agreements."""

    handbook_text = "een ingevulde tabel die zegt wat wanneer helpt, met plaats voor eigen afspraken"
    block: Literal["decision"]
    columns: tuple[Plain, ...] = Field(
        min_length=2, max_length=7, description="De koppen van de kolommen, ook die boven de titels van de rijen."
    )
    rows: tuple[DecisionRow, ...] = Field(
        min_length=1, description="De rijen, elk met een titel en een vak voor elke andere kolom."
    )
    widths: tuple[int, ...] = Field(
        (), description="Hoe breed elke kolom is tegenover de andere. Leeg: allemaal even breed."
    )


class Quadrant(Asking):
    """Four boxes, two by two, under and beside headings."""

    handbook_text = "vier vakken, twee aan twee"
    block: Literal["quadrant"]
    across: tuple[Short, ...] = Field(
        min_length=2, max_length=2, description="De twee koppen bovenaan, van links naar rechts."
    )
    down: tuple[Short, ...] = Field(
        min_length=2, max_length=2, description="De twee koppen aan de zijkant, van boven naar onder."
    )
    height: int = Field(45, ge=25, le=90, description="Hoe hoog elk vak is, in millimeter.")


class Thermometer(Asking):
    """A statement, and four zones to stick an opinion in."""

    handbook_text = "vier zones om briefjes in te kleven, elk met een getal, een woord en een patroon"
    block: Literal["thermometer"]
    zones: tuple[Short, ...] = Field(
        min_length=4, max_length=4, description="De vier zones, van helemaal oneens naar helemaal eens."
    )


class Tree(Asking):
    """A trunk, with branches above it and roots below: a problem tree, a goal tree."""

    handbook_text = "een stam met takken en wortels: een problemenboom of een doelenboom"
    block: Literal["tree"]
    trunk: Short = Field(description="Wat in de stam komt.")
    above: tuple[tuple[Short, ...], ...] = Field(
        min_length=1, max_length=2, description="De takken: een of twee rijen vakken, van de stam naar boven."
    )
    below: tuple[tuple[Short, ...], ...] = Field(
        min_length=1, max_length=2, description="De wortels: een of twee rijen vakken, van de stam naar onder."
    )


class Layer(Record):
    """One layer of a pyramid."""

    title: Short = Field(description="Hoe deze laag heet.")
    question: Short | None = Field(None, description="Wat je in deze laag schrijft.")


class Pyramid(Asking):
    """Layers that rest on each other, to write in."""

    handbook_text = "lagen die op elkaar rusten"
    block: Literal["pyramid"]
    layers: tuple[Layer, ...] = Field(min_length=2, max_length=5, description="De lagen, van onder naar boven.")


class Circles(Asking):
    """Three circles that overlap, with in the middle what they share."""

    handbook_text = "drie cirkels die elkaar overlappen"
    block: Literal["circles"]
    circles: tuple[Short, ...] = Field(min_length=3, max_length=3, description="Wat in elke cirkel komt.")
    middle: Short = Field(description="Wat in het midden komt, waar de drie samenkomen.")


class Card(Record):
    """One card to cut out."""

    title: Short = Field(description="De kop van het kaartje.")
    text: Annotated[Line, StringConstraints(max_length=200)] | None = Field(None, description="Wat erop staat.")
    fields: tuple[Short, ...] = Field(
        (), max_length=4, description="Wat je op het kaartje invult, elk op een eigen lijn."
    )


class Cards(Asking):
    """Cards to cut out, two beside each other and eight on a sheet."""

    handbook_text = "kaartjes om uit te knippen, acht op een blad"
    block: Literal["cards"]
    cards: tuple[Card, ...] = Field(
        min_length=1, max_length=48, description="De kaartjes. Er passen er acht op een blad."
    )


_AnyBlock = (
    Heading
    | Paragraph
    | Reminder
    | Blank
    | Lines
    | Checklist
    | PlainTable
    | Planner
    | Scale
    | Decision
    | Quadrant
    | Thermometer
    | Tree
    | Pyramid
    | Circles
    | Cards
)
AnyBlock = Annotated[_AnyBlock, Field(discriminator=TAG)]
BLOCKS: tuple[type[Block], ...] = get_args(_AnyBlock)
"""Every type of block, in the order of the handbook."""
