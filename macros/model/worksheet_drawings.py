"""The blocks of a worksheet that are drawn: boxes in a shape that means something, and cards to cut out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.model.block import Asking, Short
from macros.model.fields import Line, Plain
from macros.model.record import Record


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


Pictogram = Literal[
    "adem", "bed", "bezem", "blokken", "boek", "bord", "foto", "gezicht", "hand", "klok", "letters",
    "lijst", "mand", "oog", "oor", "pot", "sok", "ster", "weg", "zeg", "zon",
]  # fmt: skip
"""The pictures that can stand on a card; `worksheets.pictograms` knows how each is drawn."""


class CardLine(Record):
    """One line on a card for who reads little: a picture, and a few words or a place to write."""

    picture: Pictogram = Field(description="De prent voor de regel.")
    text: Annotated[Line, StringConstraints(max_length=60)] | None = Field(
        None, description="Wat erbij staat: één korte zin."
    )
    field: Short | None = Field(None, description="Of wat je er zelf bij schrijft.")


class Card(Record):
    """One card to cut out."""

    title: Short = Field(description="De kop van het kaartje.")
    text: Annotated[Line, StringConstraints(max_length=200)] | None = Field(None, description="Wat erop staat.")
    lines: tuple[CardLine, ...] = Field(
        (),
        max_length=3,
        description="In de plaats van 'text' en 'fields', voor wie weinig leest: tot drie regels in grotere letters, "
        "elk met een prent.",
    )
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
    note: Annotated[Plain, StringConstraints(max_length=25)] | None = Field(
        None, description="Wat onderaan op elk kaartje staat, zoals 'Elke taal mag.'"
    )
