"""Rules for scenes: what stands on the field, how much of it, and who is drawn on which side.

Only what cannot be seen stops the guide. What could be a better picture is a warning: no picture holds an editor up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from macros.check.rule import rule
from macros.content.guide import Guide, ident, once_a_guide
from macros.content.messages import enumerate_nl
from macros.content.once_a_file import once_a_file
from macros.content.problems import Place, Problem
from macros.model.entry import Entry
from macros.model.scene import HEIGHT, WIDTH, Adult, AnyPart, Arm, Bubble, Child, Person, Scene
from macros.scenes.extent import reach_of
from macros.scenes.figures import wrists
from macros.scenes.parts import FILE, Parts

_PEOPLE, _ALL = 3, 5
"""The most people on a scene, and the most people and kinds of things together."""

_OVER = 2
"""So far over the edge nothing is lost but half a line."""

_MEET, _MISS = 5, 13
"""Hands closer than the first meet; those that are further than the second apart were not meant to."""

_ENOUGH = 12
"""Of so many people on one side, some of everyone can be asked."""

_SKINS = (
    ("light", "een lichte huid"),
    ("tan", "een getinte huid"),
    ("brown", "een bruine huid"),
    ("dark", "een donkere huid"),
)


@rule("Een tekening blijft in haar veld", "parts:\n  - {part: house, x: 150}")
def scenes_stay_in_their_field(guide: Guide) -> Iterator[Problem]:
    """Wat op een tekening staat, past op het veld: 160 breed en 120 hoog."""
    drawn = FILE.read_bytes()
    for entry, scene in scenes_of(guide):
        source = guide.files[ident(entry)]
        for index, *found in once_a_file(source, (outside, drawn), partial(_all_outside, guide, scene)):
            yield Problem(place_of(guide, entry, "parts", index), *found)
        focus = scene.focus
        if focus.left + focus.side > WIDTH or focus.top + focus.side > HEIGHT:
            yield Problem(
                place_of(guide, entry, "focus"),
                f"Dit vierkant valt buiten het veld van {WIDTH} op {HEIGHT}.",
                f"Neem een kleiner 'side', of schuif het: 'left' is dan hoogstens {WIDTH - focus.side}, "
                f"'top' hoogstens {HEIGHT - focus.side}.",
            )


@once_a_guide
def _parts(_guide: Guide) -> Parts:
    """The parts as they are drawn. Read only when there is a scene of which we do not know."""
    return Parts()


def _all_outside(guide: Guide, scene: Scene) -> list[tuple[int, str, str]]:
    """What is wrong with each part that does not stand in the field: its number, and that."""
    parts = _parts(guide)
    return [(index, *found) for index, part in enumerate(scene.parts) if (found := outside(parts, part))]


def outside(parts: Parts, part: AnyPart) -> tuple[str, str] | None:
    """What is wrong with a part that does not stand in the field, and what would help."""
    box = reach_of(parts, part)
    if box.right - box.left > WIDTH or box.bottom - box.top > HEIGHT:
        most = math.floor(part.scale * min(WIDTH / (box.right - box.left), HEIGHT / (box.bottom - box.top)))
        return f"'{part.part}' is zo groter dan het veld.", f"Maak 'scale' kleiner: hoogstens {most}."
    for side, field, over, mended in (
        ("links", "x", -box.left, math.ceil(part.x - box.left)),
        ("rechts", "x", box.right - WIDTH, math.floor(part.x - box.right + WIDTH)),
        ("bovenaan", "y", -box.top, math.ceil(part.y - box.top)),
    ):
        if over > _OVER:
            return (
                f"'{part.part}' steekt {side} buiten het veld.",
                f"Schrijf {field}: {mended}, of maak 'scale' kleiner.",
            )
    return None


@rule(
    "Een tekening is rustig",
    "parts:\n"
    "  - {part: sun, x: 80, y: 30}\n"
    "  - {part: tree, x: 30}\n"
    "  - {part: house, x: 80}\n"
    "  - {part: adult, x: 60, top: amber}\n"
    "  - {part: adult, x: 100, top: petrol, add: [badge]}\n"
    "  - {part: child, x: 130}",
)
def scenes_are_calm(guide: Guide) -> Iterator[Problem]:
    """Een tekening is rustig: hoogstens drie mensen, en samen met de soorten dingen hoogstens vijf. Ballonnen tellen niet mee."""  # noqa: E501 - one sentence, shown as it stands
    for entry, scene in scenes_of(guide):
        people = [part for part in scene.parts if isinstance(part, Person)]
        things = {part.part for part in scene.parts if not isinstance(part, Person | Bubble)}
        if len(people) > _PEOPLE or len(people) + len(things) > _ALL:
            yield Problem(
                place_of(guide, entry, "parts"),
                f"Op deze tekening staan {len(people)} mensen en {len(things)} soorten dingen: te veel om te zien.",
                "Eén idee per tekening. Laat weg wat het verhaal niet vertelt.",
            )


@rule(
    "Handen raken elkaar",
    "parts:\n  - {part: adult, x: 50, top: amber, arms: [down, reach]}\n  - {part: child, x: 95, arms: [hold, down]}",
)
def hands_meet(guide: Guide) -> Iterator[Problem]:
    """Handen die elkaar bijna raken, raken elkaar: een `reach` en een `hold`, of twee keer `offer`."""
    for entry, scene in scenes_of(guide):
        people = [(index, part) for index, part in enumerate(scene.parts) if isinstance(part, Person)]
        for (_, one), (index, other) in combinations(people, 2):
            apart = _apart(*((one, other) if one.x <= other.x else (other, one)))
            if apart is not None and _MEET < abs(apart) <= _MISS:
                x = round(other.x + (apart if other.x < one.x else -apart))
                yield Problem(
                    place_of(guide, entry, "parts", index),
                    f"Deze hand raakt die van '{one.part}' net niet.",
                    f"Schrijf x: {x}. Moeten ze elkaar niet raken? Zet ze dan verder uit elkaar.",
                )


def _apart(left: Adult | Child, right: Adult | Child) -> float | None:
    """How far apart the hands are that two people hold out to each other; less than nothing when they cross.

    None when they do not.
    """
    held: set[Arm] = {left.arms[1], right.arms[0]}
    grown = isinstance(left, Adult) and isinstance(right, Adult)
    if held != ({"offer"} if grown else {"reach", "hold"}):
        return None
    (_, (one, _)), ((other, _), _) = wrists(left), wrists(right)
    return right.x + other * right.scale / 100 - left.x - one * left.scale / 100


@rule("Een kaartje hoort bij de school", "parts:\n  - {part: adult, x: 40, top: amber, add: [glasses, badge]}")
def badges_say_who_works_at_school(guide: Guide) -> Iterator[Problem]:
    """Van wie op een tekening op school werkt, draagt minstens één een kaartje (`badge`). Een ouder draagt er geen."""
    for entry, scene in scenes_of(guide):
        adults = [(index, part) for index, part in enumerate(scene.parts) if isinstance(part, Adult)]
        for index, part in adults:
            if "badge" in part.add and not part.at_school:
                yield Problem(
                    place_of(guide, entry, "parts", index),
                    "Deze volwassene is van thuis, en draagt toch een kaartje van de school.",
                    "Laat 'badge' weg bij 'add'. Werkt die persoon op school? Schrijf dan top: petrol.",
                )
        # From behind a badge is not seen. Who comes from elsewhere, beside someone of the school, has none.
        seen = [(index, part) for index, part in adults if part.at_school and not part.hair.startswith("away")]
        if seen and not any("badge" in part.add for _, part in seen):
            index, part = seen[0]
            yield Problem(
                place_of(guide, entry, "parts", index),
                "Wie hier op school werkt, draagt geen kaartje.",
                f"Schrijf add: [{', '.join((*part.add, 'badge'))}]. Is het een ouder? Schrijf dan top: amber.",
            )


@rule(
    "Iedereen aan beide kanten",
    "# en zo elke ouder, op alle tekeningen\nparts:\n  - {part: adult, x: 30, top: amber, skin: tan}",
)
def everyone_is_on_both_sides(guide: Guide) -> Iterator[Problem]:
    """Wie op school werkt en wie ouder is, zie je aan niets dan de kleuren: elke huid, een hoofddoek en een rolstoel komen over alle tekeningen aan beide kanten voor."""  # noqa: E501 - one sentence, shown as it stands
    drawn = [(entry, part) for entry, scene in scenes_of(guide) for part in scene.parts if isinstance(part, Adult)]
    for at_school, side in ((True, "van wie op school werkt"), (False, "van ouders")):
        people = [(entry, part) for entry, part in drawn if part.at_school is at_school]
        if len(people) < _ENOUGH:
            continue
        missing = [words for skin, words in _SKINS if all(part.skin != skin for _, part in people)]
        missing += [] if any("hijab" in part.hair for _, part in people) else ["een hoofddoek"]
        missing += [] if any(part.body == "wheelchair" for _, part in people) else ["een rolstoel"]
        if missing:
            yield Problem(
                place_of(guide, people[-1][0], "parts"),
                f"Op geen enkele tekening {side} zie je {enumerate_nl(missing, 'of')}.",
                "Geef iemand op een van de tekeningen dat. Zo zegt een huid of een hoofddoek nooit wie ouder is.",
            )


def scenes_of(guide: Guide) -> Iterator[tuple[Entry, Scene]]:
    """Every scene, and what has it."""
    return ((entry, entry.drawn) for entry in guide if entry.drawn)


def place_of(guide: Guide, entry: Entry, *path: str | int) -> Place:
    """Where something of a scene is written."""
    return guide.files[ident(entry)].place_of(("scene", *path))


SCENE_WARNINGS = (
    scenes_are_calm,
    badges_say_who_works_at_school,
    hands_meet,
    everyone_is_on_both_sides,
)
