"""How a team begins: with a step of a journey, or with a part of a recommendation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.content.guide import Guide
from macros.model.advice import FirstMeeting, Journey, Section
from macros.model.entry import Citation, Entry
from macros.model.practice import Method, Worksheet
from macros.model.reference import Source
from macros.pages.context import Practice, cited, practice


@dataclass(frozen=True)
class FirstStep:
    """How a team begins with a section: what the editors chose, what else there is, and where it comes from.

    journey: the id of the journey that the section is a step of, if it is one.
    """

    section: Section
    journey: str
    method: Method | None
    worksheet: Worksheet | None
    meeting: FirstMeeting
    others: list[Entry]
    cited: list[tuple[Source, list[Citation]]]


@dataclass(frozen=True)
class Step:
    """A step of a journey. first: how to begin with it; practice: what helps to take it."""

    section: Section
    practice: Practice
    first: FirstStep | None


def steps(guide: Guide, parts: Iterable[Section]) -> list[Step]:
    """The steps of a journey, less what goes along with all of them."""
    helping = [(part, practice(guide, part)) for part in parts if not part.companion]
    return [Step(part, helps, first_step(guide, part, helps)) for part, helps in helping]


def first_step(guide: Guide, section: Section, helps: Practice) -> FirstStep | None:
    """How a team begins with a section, when the editors say so. helps: all that helps to start with it."""
    first, home = section.first, guide.home_of(section)
    if first is None:
        return None
    method = guide.get(Method, first.method) if first.method else None
    worksheet = guide.get(Worksheet, first.worksheet) if first.worksheet else None
    tools: list[Entry] = [*helps.methods, *helps.worksheets]
    return FirstStep(
        section,
        home.id if isinstance(home, Journey) else "",
        method,
        worksheet,
        first,
        [tool for tool in tools if tool not in (method, worksheet)],
        cited(guide, section, first.sources),
    )
