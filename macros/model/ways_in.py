"""Where a reader comes in: a door for one level or one role, and the moments of a school year.

A field gets its name, its type and its explanation here, and nowhere else. The explanation is Dutch: it is
the tooltip in the editor, the hint in an error and the line in the handbook.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.entry import Citation, InRow, RequiredSummary
from macros.model.fields import (
    Audience,
    CaseId,
    KeyId,
    Level,
    Line,
    MethodId,
    Moment,
    PartnerId,
    PartOfId,
    Plain,
    ResourceId,
    RoleId,
    SituationId,
    TipId,
    WorksheetId,
)
from macros.model.record import Record

MOST_WAYS = 10
"""As many a reader can still oversee; more is a list again."""

MOST_MOMENTS = 8
"""As many stand on one sheet of paper."""


class Way(Record):
    """One thing to begin with, of any kind. A rule holds it to exactly one."""

    tip: TipId | None = Field(None, description="Een tip.")
    situation: SituationId | None = Field(None, description="Een situatie.")
    method: MethodId | None = Field(None, description="Een werkvorm.")
    worksheet: WorksheetId | None = Field(None, description="Een werkblad.")
    section: PartOfId | None = Field(None, description="Een aanbeveling (a1), een onderdeel (a1-4) of een traject.")
    key: KeyId | None = Field(None, description="Een sleutel.")
    case: CaseId | None = Field(None, description="Een verhaal uit de praktijk.")
    partner: PartnerId | None = Field(None, description="Een partner.")
    role: RoleId | None = Field(None, description="Een rol.")
    resource: ResourceId | None = Field(None, description="Materiaal van anderen.")
    why: Annotated[Plain, StringConstraints(max_length=90)] | None = Field(
        None, description="Eén regel van jou: waarom dit hier staat. Hoogstens 90 tekens. Leeg: de eigen samenvatting."
    )

    @property
    def named(self) -> tuple[str, ...]:
        """The fields in which it names something."""
        return tuple(name for name, shape in self.shapes.items() if shape.refers and getattr(self, name))


class Door(InRow):
    """A way in for one level or one role: what the editors would begin with, in their order."""

    collection = "doors"
    noun = "ingang"
    handbook_text = "een ingang voor één niveau of één rol"
    letter = "i"
    emblem = "doors"
    heading = "Voor wie"
    shelf = "voor-wie"
    at_root = True
    own_page = True
    siblings = True
    styles = ("door/door",)
    intro = "Kies waar je werkt of wat je doet. Je krijgt enkele goede manieren om te beginnen."

    summary: RequiredSummary
    sources: tuple[Citation, ...] = Field((), description="Niet nodig: wat je kiest, zegt zelf waar het vandaan komt.")
    levels: tuple[Level, ...] = Field(
        (), max_length=1, description="Het ene niveau waarvoor deze ingang is. Leeg als hij voor een rol is."
    )
    audience: tuple[Audience, ...] = Field(
        (), max_length=1, description="De ene rol waarvoor deze ingang is. Leeg als hij voor een niveau is."
    )
    ways: tuple[Way, ...] = Field(
        min_length=3, max_length=MOST_WAYS, description="Waarmee je zou beginnen: hoogstens tien, wat snel kan eerst."
    )
    note: Line | None = Field(
        None, description="Wat een lezer hier eerlijk moet weten. Hoeveel tips er zijn, telt de pagina zelf."
    )


class SchoolMoment(InRow):
    """A moment of the school year, with what to do then. All of them share one page, which prints on one sheet."""

    collection = "moments"
    noun = "moment"
    handbook_text = "een moment van het schooljaar"
    counts_as = "moment"
    letter = "j"
    article = "het"
    emblem = "clock"
    heading = "Het schooljaar"
    menu_group = "Aan de slag"
    shelf = "schooljaar"
    styles = ("year/year",)
    intro = "Wanneer je ouders toch al ziet, en wat dan helpt. Op papier is het één blad."

    summary: Annotated[Line, StringConstraints(max_length=90)] = Field(
        description="Eén korte zin voor op het blad: hoogstens 90 tekens."
    )
    when: Annotated[Plain, StringConstraints(max_length=45)] = Field(
        description="Wanneer het valt, in enkele woorden: hoogstens 45 tekens."
    )
    tips: tuple[TipId, ...] = Field(min_length=2, max_length=2, description="Twee tips die dan het meest helpen.")
    worksheet: WorksheetId | None = Field(None, description="Het werkblad voor dan, als er een past.")
    moment: Moment | None = Field(
        None, description="Hetzelfde moment bij de tips. De pagina leidt dan naar alle tips die daarbij horen."
    )
