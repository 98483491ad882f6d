"""The blocks of a worksheet: what one can be built from, each with one template in worksheets/templates/.

Words, and what is written or ticked, stand here; tables in `worksheet_tables`, drawings in `worksheet_drawings`.
To add one: a class in one of these, its name in _AnyBlock, and a template with the name of its tag.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from macros.model.block import Asking, Block, Short
from macros.model.fields import Line, Plain
from macros.model.record import TAG, Record
from macros.model.worksheet_drawings import Cards, Circles, Pyramid, Quadrant, Thermometer, Tree
from macros.model.worksheet_tables import Decision, PlainTable, Planner, Scale


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
