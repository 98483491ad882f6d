"""The blocks of a worksheet that are a table: to fill in, to judge, to read off."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.block import Asking, Short
from macros.model.fields import Line, PassingSubjectId, Plain
from macros.model.record import Record

Width = Annotated[int, Field(ge=1, le=100)]
"""How wide a column is beside the others: never nothing, for a table has no columns that are not there."""


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
    widths: tuple[Width, ...] = Field(
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
    about: tuple[PassingSubjectId, ...] = Field(
        (), description="Voor de zelfscan: waarover elke rij gaat, in dezelfde volgorde als de rijen."
    )
    answers: tuple[Short, ...] = Field(
        (), max_length=6, description="Bij about: de antwoorden waaruit je in de zelfscan kiest, van weinig naar veel."
    )


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
    about: tuple[PassingSubjectId, ...] = Field(
        (), description="Voor de zelfscan: waarover elke stelling gaat, in dezelfde volgorde als de stellingen."
    )
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
    widths: tuple[Width, ...] = Field(
        (), description="Hoe breed elke kolom is tegenover de andere. Leeg: allemaal even breed."
    )
