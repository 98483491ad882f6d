"""People on a scene: where their head and their hands are, and how they are drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import starmap

from macros.model.scene import Adult, Arm, Child
from macros.scenes.brush import LINE, Brush, moved, number
from macros.scenes.edges import Spot
from macros.scenes.palette import COLOURS, HAIRS, SKINS

Someone = Adult | Child

_SHOULDER: Spot = (11, -46)
ARMS: Mapping[Arm, tuple[Spot, Spot]] = {
    "down": ((18, -38), (15, -27)),
    "wave": ((24, -42), (22, -60)),
    "offer": ((17, -34), (27, -40)),
    "reach": ((17, -38), (22, -28)),
    "hold": ((21, -32), (17.5, -44)),
    "chin": ((24, -34), (6, -53)),
    "hip": ((26, -42), (14, -31)),
    "point": ((19, -47), (27, -55)),
    "call": ((29, -43), (13, -58)),
    "shrug": ((20, -32), (28, -50)),
}
"""Of the right arm of an adult: where its curve pulls to, and where the hand is. The left one is its mirror image."""

_ADULT, _CHILD = (-56, -67), (-33, -43)
"""How high the neck and the middle of the head are."""

_PALM = 1.6
"""How far the middle of a hand lies beyond its wrist."""

_ON_THE_BODY = ("badge", "straps")
"""What someone wears there, in the order in which it is drawn."""

HEAD = 11
"""From the middle of a head to its edge."""

_ROLLING = 8
"""How much lower someone sits in a wheelchair."""


def settled(person: Someone) -> Spot:
    """How far from the foot someone's body stands: in a wheelchair it sits lower, and back."""
    return (3 if person.look == "left" else -3, _ROLLING) if person.body == "wheelchair" else (0, 0)


def body_of(person: Someone) -> str:
    """The name of the part that is someone's body."""
    body = "wheel" if person.body == "wheelchair" else person.body
    return f"{'child' if isinstance(person, Child) else 'body'}-{body}"


def head_of(person: Someone) -> Spot:
    """The middle of someone's head, from the foot."""
    across, down = settled(person)
    return across, down + (_CHILD if isinstance(person, Child) else _ADULT)[1]


def wrists(person: Someone) -> tuple[Spot, Spot]:
    """Where someone's left and right wrist are in the picture, from the foot, as large as drawn."""
    left, right = (_joints(person, pose, side)[2] for pose, side in zip(person.arms, (-1, 1), strict=True))
    return left, right


def figure(brush: Brush, person: Someone) -> str:
    """Someone, with the foot at 0,0."""
    neck, head = _CHILD if isinstance(person, Child) else _ADULT
    colours = _colours(person)
    art = ""
    if f"back-{person.hair}" in brush.parts:
        art += moved(brush.part(f"back-{person.hair}", colours), f"translate(0 {head})")
    art += brush.part(body_of(person), colours)
    art += "".join(_arm(brush, person, pose, side) for pose, side in zip(person.arms, (-1, 1), strict=True))
    if not person.hair.startswith("away"):
        shrunk = "scale(.8 .6)" if isinstance(person, Child) else ""
        worn = [extra for extra in _ON_THE_BODY if extra in person.add]
        art += "".join(moved(brush.part(f"add-{extra}", colours), shrunk) for extra in worn)
        art += brush.filled(colours["skin"], "path", d=f"M-4 {neck + 3}v-7h8v7c-2 3-6 3-8 0z")
    art += moved(_head(brush, person, colours), f"translate(0 {head})")
    return _rolling(brush, person, art) if person.body == "wheelchair" else art


def _rolling(brush: Brush, person: Someone, art: str) -> str:
    mirror = "scale(-1 1)" if person.look == "left" else ""
    across, down = settled(person)
    behind, before = brush.part("wheelchair-back"), brush.part("wheelchair", _colours(person))
    return moved(behind, mirror) + moved(art, f"translate({across} {down})") + moved(before, mirror)


def _colours(person: Someone) -> Mapping[str, str]:
    return {
        "top": COLOURS[person.top],
        "leg": COLOURS[person.leg],
        "veil": COLOURS[person.veil],
        "skin": SKINS[person.skin],
        "hair": HAIRS[person.hair_colour],
    }


def _head(brush: Brush, person: Someone, colours: Mapping[str, str]) -> str:
    if person.hair.startswith("away"):
        return brush.part(f"hair-{person.hair}", colours)
    mirror = "scale(-1 1)" if person.look == "left" else ""
    turn = {"left": -1, "right": 1, "ahead": 0}[person.look] * (1.4 if person.hair == "hijab" else 2.6)
    art = brush.filled(colours["skin"], "circle", r=f"{HEAD}")
    if "beard" in person.add:
        art += brush.part("add-beard", colours)
    if person.hair != "none":
        art += moved(brush.part(f"hair-{person.hair}", colours), mirror)
    if person.face != "none":
        face = brush.part(f"face-{person.face}", colours)
        face += brush.part("add-glasses", colours) if "glasses" in person.add else ""
        art += moved(face, f"translate({number(turn)})" if turn else "")
    return art


def _joints(person: Someone, pose: Arm, side: int) -> tuple[Spot, Spot, Spot]:
    """The shoulder, where the arm bends, and the wrist. side: -1 for left in the picture, 1 for right."""
    small = isinstance(person, Child)
    wider, across, down = 3 if person.body == "broad" else 0, 0.8 if small else 1, 0.6 if small else 1
    shoulder, bend, wrist = starmap(lambda x, y: (side * (x + wider) * across, y * down), (_SHOULDER, *ARMS[pose]))
    return shoulder, bend, wrist


def _arm(brush: Brush, person: Someone, pose: Arm, side: int) -> str:
    wide = 5.4 if isinstance(person, Child) else 6.6
    shoulder, bend, wrist = _joints(person, pose, side)
    palm, cuff = _onward(bend, wrist, _PALM), _onward(bend, wrist, -LINE)
    sleeve = "M{} {}Q{} {} {} {}".format
    hand = brush.filled(SKINS[person.skin], "circle", cx=number(palm[0]), cy=number(palm[1]), r=number(wide / 2))
    outline = sleeve(*map(number, (*shoulder, *bend, *wrist)))
    cloth = sleeve(*map(number, (*_onward(bend, shoulder, 1), *bend, *cuff)))
    return hand + brush.sleeve(outline, cloth, wide, COLOURS[person.top])


def _onward(start: Spot, end: Spot, far: float) -> Spot:
    """The spot so far beyond the end of a line."""
    long = math.dist(start, end)
    return end[0] + far * (end[0] - start[0]) / long, end[1] + far * (end[1] - start[1]) / long
