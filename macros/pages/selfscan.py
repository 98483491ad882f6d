"""The page of the self-scan: every row of a worksheet that says what it is about, with what helps there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from macros.content.guide import Guide
from macros.model.advice import Key, Section, Tip
from macros.model.entry import Entry
from macros.model.fields import Effort
from macros.model.practice import Method, Worksheet
from macros.model.worksheet_blocks import Paragraph
from macros.model.worksheet_tables import Scale
from macros.pages.context import practice, unique
from macros.pages.view import View
from macros.site.pages import scanned

_NUMBER = re.compile(r"^(\d+(?:\.\d+)*)\s+(?=\S)")
"""What a row of a sheet may begin with."""


@dataclass(frozen=True)
class Helps:
    """What one can do about a statement: one of each, where the guide has one. The tip that takes the least time."""

    tip: Tip | None
    method: Method | None
    sheet: Worksheet | None


@dataclass(frozen=True)
class Statement:
    """One row to score. explained: what it comes down to, where the row is but a name."""

    about: Entry
    number: str
    text: str
    explained: str
    helps: Helps


@dataclass(frozen=True)
class Scan:
    """What one sheet asks. notes: what it says before it asks anything.

    edition: a mark of what is asked and of what one chooses from, whatever the words are.
    """

    sheet: Worksheet
    notes: list[str]
    answers: tuple[str, ...]
    statements: list[Statement]
    edition: str


@dataclass(frozen=True)
class SelfScan(View):
    """Every scan of the guide."""

    template = "selfscan"
    scans: list[Scan]


def selfscan(guide: Guide, _: str = "") -> View:
    """Zet de zelfscan op de pagina: de rijen van elk werkblad die zeggen waarover ze gaan."""
    return SelfScan(scans_of(guide))


def scans_of(guide: Guide) -> list[Scan]:
    """What each sheet asks, with what helps."""
    return [_scan(guide, sheet) for sheet in scanned(guide)]


def _scan(guide: Guide, sheet: Worksheet) -> Scan:
    statements, answers = list(_statements(guide, sheet)), sheet.scored[0].answers
    asked = " ".join([sheet.id, str(len(answers)), *(one.about.id for one in statements)])
    return Scan(sheet, _notes(sheet), answers, statements, hashlib.sha256(asked.encode()).hexdigest()[:5])


def _notes(sheet: Worksheet) -> list[str]:
    before = sheet.blocks[: sheet.blocks.index(sheet.scored[0])]
    return [block.text for block in before if isinstance(block, Paragraph)]


def _statements(guide: Guide, sheet: Worksheet) -> Iterator[Statement]:
    for block in sheet.scored:
        for row, id in zip(block.rows, block.about, strict=True):
            about = guide.find(Section.collection, id) or guide.get(Key, id)
            number = _NUMBER.match(row)
            yield Statement(
                about,
                number[1] if number else "",
                row[number.end() :] if number else row,
                "" if isinstance(block, Scale) else about.summary or "",
                _helps(guide, about),
            )


def _helps(guide: Guide, about: Entry) -> Helps:
    """What the editors let a team begin with, or else what stands nearest; no sheet that is a scan itself."""
    methods, sheets = _chosen(guide, about)
    tips: list[Tip] = []
    for circle in _circles(guide, about):
        around = practice(guide, *circle)
        methods += around.methods
        sheets += around.worksheets
        living = [tip for place in circle for tip in guide.at_home(place, Tip)]
        tips = tips or unique([*living, *(tip for place in circle for tip in guide.related(place, Tip))])
    return Helps(
        min(tips, key=lambda tip: get_args(Effort).index(tip.effort), default=None),
        next(iter(methods), None),
        next((sheet for sheet in sheets if not sheet.scored), None),
    )


def _circles(guide: Guide, about: Entry) -> Iterator[list[Entry]]:
    """Around what a statement is about, ever wider: with its chapters, its tips, its keys, its home with its parts."""
    places: list[Entry] = [about, *guide.at_home(about, Section)]
    yield places
    yield [tip for place in places for tip in guide.at_home(place, Tip)]
    yield [*guide.references_from(about, Key)]
    home = guide.home_of(about)
    yield [home, *guide.at_home(home, Section)] if home else []


def _chosen(guide: Guide, about: Entry) -> tuple[list[Method], list[Worksheet]]:
    """The method and the sheet that the editors let a team begin with."""
    method, sheet = None, None
    if isinstance(about, Section) and about.first:
        method, sheet = about.first.method, about.first.worksheet
    if isinstance(about, Key) and about.meeting:
        sheet = about.meeting.worksheet
    return [guide.get(Method, method)] if method else [], [guide.get(Worksheet, sheet)] if sheet else []
