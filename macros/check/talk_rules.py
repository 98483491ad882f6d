"""The rules for a talk that can be practised: whoever works at the school chooses, and more than once.

rules.py puts them with the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rule import rule
from macros.content.guide import Guide, ident
from macros.content.messages import amount
from macros.content.problems import Problem
from macros.model.situation import Situation
from macros.model.talk import FEWEST_CHOICES


@rule("Wie op school werkt, kiest", "- who: ouder\n  says: Hoog.\n  instead:")
def only_who_works_at_school_chooses(guide: Guide) -> Iterator[Problem]:
    """Een andere zin (`instead`) staat alleen bij wie op school werkt: die oefent, en de ander antwoordt."""
    for situation in guide.all(Situation):
        for at, turn in enumerate(situation.dialogue.lines if situation.dialogue else ()):
            if turn.instead and not turn.ours:
                yield Problem(
                    guide.files[ident(situation)].place_of_name(("dialogue", "lines", at, "instead")),
                    f"Dit zegt de {turn.who}, en die kiest niet.",
                    "Zet 'instead' bij een zin van de leerkracht of de directie, of schrap het hier.",
                )


@rule("Drie keer kiezen", "# alleen bij deze zin\ninstead:\n  - says: Koffie staat daar, neem maar.")
def who_practises_chooses_three_times(guide: Guide) -> Iterator[Problem]:
    """Een gesprek om te oefenen laat minstens drie keer kiezen: zoveel zinnen hebben `instead`."""
    for situation in guide.all(Situation):
        choices = situation.dialogue.choices if situation.dialogue else ()
        if choices and len(choices) < FEWEST_CHOICES:
            yield Problem(
                guide.files[ident(situation)].place_of_name(("dialogue",)),
                f"In dit gesprek kun je maar {amount(len(choices), 'keer', 'keer')} kiezen.",
                f"Geef {FEWEST_CHOICES} zinnen van wie op school werkt een 'instead', of geen enkele.",
            )


TALK_RULES = (only_who_works_at_school_chooses, who_practises_chooses_three_times)
