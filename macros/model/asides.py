"""What stands beside the advice on a page: boxes, lists that must be complete, figures.

A field gets its name, its type and its explanation here, and nowhere else. The explanation is Dutch: it is
the tooltip in the editor, the hint in an error and the line in the handbook.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.model.entry import Column, Consent, InRow, Item, RequiredSummary
from macros.model.fields import HomeId, Line, MethodId, PartnerId, Plain, ResourceId, Summary, Text


class Box(InRow):
    """A boxed aside: what research says, an idea from practice, something to read, or the message in short."""

    collection = "boxes"
    noun = "kader"
    handbook_text = "een kader op een pagina"
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
    consent: Consent = False
    methods: tuple[MethodId, ...] = Field((), description="Werkvormen waar het kader over gaat.")
    resources: tuple[ResourceId, ...] = Field((), description="Materiaal waar het kader naar verwijst.")
    partners: tuple[PartnerId, ...] = Field((), description="Organisaties die erin voorkomen.")


class Enumeration(InRow):
    """A list that is only right when it is complete: four building blocks, nine principles."""

    collection = "lists"
    noun = "lijst"
    handbook_text = "een lijst die compleet moet zijn"
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
    handbook_text = "een figuur"
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
