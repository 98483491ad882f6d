"""The rule that no part of a scene hides a face, and how such a part comes out of the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from macros.check.rule import rule
from macros.check.scene_rules import outside, place_of, scenes_of
from macros.content.guide import Guide
from macros.content.problems import Problem
from macros.model.scene import WIDTH, AnyPart, InSmall, Person, PersonInSmall, Standing
from macros.scenes.covered import FREE, MOST, covered
from macros.scenes.parts import Parts

Hidden = tuple[bool, int, int]
"""Whether in the small square, the number of what hides a face, and that of whose it is."""


@rule(
    "Een gezicht blijft te zien",
    "parts:\n  - {part: adult, x: 40, top: amber}\n  - {part: bubble, x: 44, y: 34, sign: question}",
)
def faces_are_seen(guide: Guide) -> Iterator[Problem]:
    """Wat later in een tekening komt, verbergt niemands gezicht: hoogstens een derde ervan."""
    parts = Parts()
    for entry, scene in scenes_of(guide):
        found = _hidden(parts, scene.parts)
        for small, part, whose in found:
            if small and (False, part, whose) in found:
                continue  # It is told of the whole scene.
            name, person = scene.parts[part].part, scene.parts[whose]
            where = " in het kleine vierkant" if small else ""
            yield Problem(
                place_of(guide, entry, "parts", part),
                f"'{name}' verbergt het gezicht van '{person.part}' (x: {person.x}){where}.",
                _aside(parts, scene.parts, part, small)
                or f"Zet het in de lijst vóór die '{person.part}': dan staat het erachter.",
            )


def _hidden(parts: Parts, drawn: Sequence[AnyPart], most: float = MOST) -> list[Hidden]:
    """Every face that something hides: on the scene, and then in its small square."""
    small = [part.in_small() for part in drawn]
    return [(placed is small, *pair) for placed in (drawn, small) for pair in covered(parts, placed, most)]


def _aside(parts: Parts, drawn: Sequence[AnyPart], which: int, small: bool) -> str | None:
    """What takes a part out of the way: the least it can move so that it hides no face, and nothing hides its own.

    None when there is no such place for it.
    """
    part, before = drawn[which], _hidden(parts, drawn, FREE)
    shown = (part.in_small() if small else part) or part
    fields = ("x",) if isinstance(part, Person | Standing) else ("x", "y")
    for far, field, side in product(range(1, WIDTH), fields, (-1, 1)):
        spot = getattr(shown, field) + side * far
        if spot < 0 or outside(parts, shown.model_copy(update={field: spot})):
            continue
        moved, written = _moved(part, field, spot, small)
        now = _hidden(parts, [*drawn[:which], moved, *drawn[which + 1 :]], FREE)
        if set(now) <= set(before) and all(one[0] is not small or which not in one[1:] for one in now):
            # Two people may hide each other's face: then the other order is no help.
            behind = "" if isinstance(part, Person) else ", of zet het vroeger in de lijst: dan staat het erachter"
            return f"Schrijf {written}{behind}."
    return None


def _moved(part: AnyPart, field: str, spot: int, small: bool) -> tuple[AnyPart, str]:
    """A part that stands elsewhere, and how that is written."""
    if not small:
        return part.model_copy(update={field: spot}), f"{field}: {spot}"
    own = part.small or (PersonInSmall() if isinstance(part, Person) else InSmall())
    moved = part.model_copy(update={"small": own.model_copy(update={field: spot})})
    return moved, f"{field}: {spot} in 'small'" if part.small else f"small: {{{field}: {spot}}}"
