"""Words of our own beside the advice: how a talk can sound, to practise it, and what a team talks about at a meeting.

They are made up, and no source tried them out: a page says so of each. The tips and the sheet that they name are
named in passing, as a text names them. Descriptions are Dutch: they are the tooltip in the editor, the hint in an
error and the line in the handbook.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.fields import Line, PassingTipId, PassingWorksheetId, Plain, ToDiscuss
from macros.model.record import Record

Who = Literal["leerkracht", "directie", "ouder", "grootouder", "leerling", "collega"]

_AT_SCHOOL: frozenset[Who] = frozenset({"leerkracht", "directie"})

FEWEST_CHOICES = 3
"""Who practises a talk, chooses at least so many times what to say."""


class Instead(Record):
    """What one could also say there: understandable, and it helps less. Never without a kind reason."""

    says: Plain = Field(description="Wat je er ook zou kunnen zeggen: begrijpelijk, en toch helpt het minder.")
    why: Line = Field(
        description="Vriendelijk, in twee of drie zinnen: wat er goed aan is, wat de ander kan horen, wat beter past."
    )
    tip: PassingTipId | None = Field(None, description="De tip die daar meer over zegt.")


class Turn(Record):
    """What one of them says, and what whoever works at the school does by saying so."""

    who: Who = Field(description="Wie dit zegt.")
    says: Plain = Field(description="Wat die zegt, hoogstens drie korte zinnen, zonder aanhalingstekens eromheen.")
    does: Plain | None = Field(
        None, description="Wat die daarmee doet, in twee tot vier woorden: luistert eerst. Alleen bij wie aan zet is."
    )
    tip: PassingTipId | None = Field(None, description="De tip die je hier aan het werk ziet.")
    instead: tuple[Instead, ...] = Field(
        (),
        max_length=2,
        description="Een of twee andere zinnen op die plek, om het gesprek te oefenen. Alleen bij wie op school werkt.",
    )

    @property
    def ours(self) -> bool:
        """Whether whoever learns from the talk says this."""
        return self.who in _AT_SCHOOL


class Reply(Record):
    """What to say when a talk goes otherwise."""

    says: Line = Field(description="Wat je dan zegt, tussen „ en ”. Ervoor mag kort staan wanneer, of wat je doet.")
    tip: PassingTipId | None = Field(None, description="De tip waar dit op steunt.")


class Dialogue(Record):
    """How a talk can sound: an example of ours."""

    where: Line = Field(description="Waar het gesprek begint en wie er praat, in één zin. Met verzonnen namen.")
    lines: tuple[Turn, ...] = Field(
        min_length=8, max_length=12, description="Het gesprek: acht tot twaalf keer zegt iemand iets."
    )
    silent: Reply = Field(description="Wat je zegt als de ander zwijgt.")
    refuses: Reply = Field(description="Wat je zegt als de ander neen zegt.")

    @property
    def choices(self) -> tuple[Turn, ...]:
        """Where someone who practises chooses what to say."""
        return tuple(turn for turn in self.lines if turn.instead)

    @property
    def roles(self) -> tuple[Who, ...]:
        """Who speaks, in the order in which they first do, whoever learns from it first."""
        speaking = dict.fromkeys(turn.who for turn in self.lines)
        return tuple(sorted(speaking, key=lambda who: who not in _AT_SCHOOL))

    def teaches(self, who: Who) -> bool:
        """Whether someone can practise this by playing who says these lines."""
        return who in _AT_SCHOOL

    @property
    def other(self) -> Who:
        """Whom the talk is with: of those who do not work at the school, who says the most."""
        others = [turn.who for turn in self.lines if not turn.ours] or [self.roles[-1]]
        return max(others, key=others.count)


class TeamMeeting(Record):
    """One meeting of a team: an example of ours, as long as the team chooses."""

    ask: Line = Field(description="De vraag waarmee je opent.")
    do: Line = Field(description="Wat je samen doet, in enkele zinnen.")
    worksheet: PassingWorksheetId | None = Field(None, description="Het werkblad dat op tafel ligt.")
    decide: Line = Field(description="Wat jullie op het einde beslissen.")
    hint: Line | None = Field(None, description="Waar wie leidt op let.")
    tips: tuple[PassingTipId, ...] = Field((), max_length=4, description="De tips waar de vergadering op steunt.")


OneMeeting = Annotated[
    TeamMeeting | None,
    Field(description="Eén vergadering hierover, stap voor stap. De pagina zegt dat het een voorbeeld van ons is."),
]
"""How a team can talk about it once. Said on the types that a team takes up as a whole."""

Question = Annotated[
    Annotated[Plain, ToDiscuss()] | None,
    Field(
        description="Een vraag waarover een team op zijn overleg praat. Concreet, en nooit met ja of neen te "
        "beantwoorden. Het overleg zegt dat ze van ons is."
    ),
]
"""What a team can talk about when it looks at one thing. Said on the types that a team looks at one by one."""


def question_of(entry: Record) -> str | None:
    """What a team can talk about at this entry, if an editor asked it something."""
    shape = entry.shapes.get("ask")
    question: str | None = getattr(entry, "ask", None)
    return question if shape and isinstance(shape.mark, ToDiscuss) else None
