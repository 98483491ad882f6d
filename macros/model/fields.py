"""The types of value that a field of a content file can hold, from a word to the id of another entry.

An entry holds ids; it never looks anything up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import StringConstraints

REFERS_TO = "x-refers-to"
"""The keyword under which a JSON Schema says which collections a field refers to."""


@dataclass(frozen=True)
class RefersTo:
    """Marks a field that holds the id of an entry in one of these collections.

    passing: whether it names that entry in passing, as a text does: the two are not related by it.
    """

    collections: tuple[str, ...]
    passing: bool = False

    def __init__(self, *collections: str, passing: bool = False) -> None:
        object.__setattr__(self, "collections", collections)
        object.__setattr__(self, "passing", passing)

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), REFERS_TO: list(self.collections)}


@dataclass(frozen=True)
class Prose:
    """Marks a field that holds Markdown: it may name entries. lists: whether it may also make paragraphs and lists."""

    lists: bool = False


@dataclass(frozen=True)
class ToDiscuss(Prose):
    """Marks Markdown that a team reads at its meeting, and that no page of the guide shows."""


@dataclass(frozen=True)
class AsIs:
    """Marks a field whose words are shown and sent as they stand: no Markdown, and square brackets are themselves."""


@dataclass(frozen=True)
class ForEditors:
    """Marks a field that only editors read: nothing that is made of the guide shows it."""


@dataclass(frozen=True)
class Address:
    """Marks a field that holds a web address."""


@dataclass(frozen=True)
class Day:
    """Marks a field that holds the day on which someone did something."""


Plain = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]
"""Words without any markup: a title, a label."""

Line = Annotated[Plain, Prose()]
"""One sentence or two, with at most emphasis and a link to an entry."""

Remark = Annotated[str, StringConstraints(strip_whitespace=True), ForEditors()]
"""What editors tell one another in a file: the form that edits one keeps no comments of YAML."""

Summary = Annotated[Line, StringConstraints(max_length=240)]

CardLine = Annotated[Plain, StringConstraints(max_length=48)]
"""What fits on one line of a card on a phone. Without links: the card itself is what a reader opens."""

Text = Annotated[Plain, Prose(lists=True)]
"""Markdown: paragraphs, lists, emphasis, links to entries."""

Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4), Address()]

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: it is the name of a file, and part of an address."""

HOME_COLLECTIONS = ("sections", "keys", "recommendations", "journeys", "cases")
"""The collections whose entries tips, boxes, lists and figures can live with."""

SectionId = Annotated[str, RefersTo("sections", "recommendations")]
KeyId = Annotated[str, RefersTo("keys")]
SituationId = Annotated[str, RefersTo("situations")]
TipId = Annotated[str, RefersTo("tips")]
PassingTipId = Annotated[str, RefersTo("tips", passing=True)]
MethodId = Annotated[str, RefersTo("methods")]
WorksheetId = Annotated[str, RefersTo("worksheets")]
PassingWorksheetId = Annotated[str, RefersTo("worksheets", passing=True)]
PassingSubjectId = Annotated[str, RefersTo("sections", "keys", passing=True)]
PartnerId = Annotated[str, RefersTo("partners")]
RoleId = Annotated[str, RefersTo("roles")]
ResourceId = Annotated[str, RefersTo("resources")]
MessageId = Annotated[str, RefersTo("messages")]
SourceId = Annotated[str, RefersTo("sources")]
CaseId = Annotated[str, RefersTo("cases")]
PartOfId = Annotated[str, RefersTo("sections", "recommendations", "journeys")]
HomeId = Annotated[str, RefersTo(*HOME_COLLECTIONS)]

Level = Literal["kleuter", "lager", "secundair", "buitengewoon", "okan", "alle"]
"""`alle`: the advice itself knows no level. It does not say that it was tried out on all."""

LEVELS: tuple[Level, ...] = ("kleuter", "lager", "secundair", "buitengewoon", "okan")
"""The levels themselves."""

Effort = Literal["nu", "vandaag", "deze week", "dit schooljaar"]
"""How soon something can be done: in two minutes, this lesson or day, this week, this school year. Our estimate."""

Moment = Literal[
    "poort",
    "inschrijving",
    "eerste schooldagen",
    "oudercontact",
    "rapport",
    "huiswerk",
    "bericht of brief",
    "klasactiviteit",
    "ouderactiviteit",
    "moeilijk gesprek",
    "overgang",
    "teamoverleg",
    "elk contact",
    "thuis",
]
"""When in the year or the day a tip comes of use. A list of the guide's own."""

Audience = Literal["leerkracht", "directie", "coach", "brugfiguur", "ouderwerking"]
EvidenceKind = Literal["research", "expert", "practice"]
Verdict = Literal["ja", "waarschijnlijk", "onder voorwaarden", "wisselend", "te weinig geweten"]
"""Whether something works, in a word. docs/over/bewijs.md says what each means."""

Icon = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
Mail = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\+?[0-9][0-9 ()/.-]+$")]
LONGEST_NAME = 100
"""A file or a folder of the site is called after it, and no disk takes a name without end."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_NAME)]
Numbers = Annotated[str, StringConstraints(pattern=r"^\d+([-–]\d+)?$")]
Checked = Annotated[str, Day(), StringConstraints(pattern=r"^(never|[0-9]{4}-[0-9]{2}-[0-9]{2})$")]
