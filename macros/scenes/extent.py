"""How far a part of a scene reaches: a little more than it does, never less."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.model.scene import AnyPart, Child, Person
from macros.scenes.figures import head_of, wrists
from macros.scenes.parts import Parts, Stroke

_STEP = re.compile(r"[a-zA-Z]|[-+]?(?:\d*\.\d+|\d+)")
_TAKES: Mapping[str, int] = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
"""How many numbers each command of a path takes."""

_HAND = 5
"""How far a hand reaches beyond its wrist."""

Spot = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """From where to where something reaches."""

    left: float
    top: float
    right: float
    bottom: float


def reach_of(parts: Parts, part: AnyPart) -> Box:
    """How far a part reaches on the field of its scene."""
    size, turn = part.scale / 100, math.radians(part.turn)
    across, down = size * math.cos(turn), size * math.sin(turn)
    spots = [(part.x + across * x - down * y, part.y + down * x + across * y) for x, y in _spots(parts, part)]
    left, top, right, bottom = (
        found(spot[axis] for spot in spots) for found, axis in ((min, 0), (min, 1), (max, 0), (max, 1))
    )
    return Box(left, top, right, bottom)


def _spots(parts: Parts, part: AnyPart) -> Iterator[Spot]:
    """The corners of a part, from its foot or its middle."""
    if not isinstance(part, Person):
        yield from _mirrored(_corners(parts[part.part]), part.flip)
        return
    body = "wheel" if part.body == "wheelchair" else part.body
    yield from _corners(parts[f"{'child' if isinstance(part, Child) else 'body'}-{body}"])
    if body == "wheel":
        yield from _mirrored(_corners(parts["wheelchair"]), part.look == "left")
    yield from ((x + side * _HAND, y) for (x, y), side in zip(wrists(part), (-1, 1), strict=True))
    _, middle = head_of(part)
    yield -11, middle - 11
    for name in (f"hair-{part.hair}", f"back-{part.hair}"):
        for x, y in _corners(parts[name]) if name in parts else ():
            yield from ((x, y + middle), (-x, y + middle))  # Whichever way someone looks.


def _mirrored(spots: Iterable[Spot], mirror: bool) -> Iterator[Spot]:
    return ((-x, y) for x, y in spots) if mirror else iter(spots)


def _corners(strokes: Iterable[Stroke]) -> Iterator[Spot]:
    """Spots round a part: the ends of its lines, and what its curves are pulled to."""
    for stroke in strokes:
        drawn = stroke.drawn
        if "d" in drawn:
            yield from _path(drawn["d"])
            continue
        x, y, wide, high = (float(drawn.get(name, 0)) for name in ("x", "y", "width", "height"))
        if stroke.tag in ("circle", "ellipse"):
            across, down = (float(drawn.get(name, drawn.get("r", 0))) for name in ("rx", "ry"))
            x, y = float(drawn.get("cx", 0)) - across, float(drawn.get("cy", 0)) - down
            wide, high = 2 * across, 2 * down
        yield from ((x, y), (x + wide, y + high))


def _path(path: str) -> Iterator[Spot]:
    steps = _STEP.findall(path)
    here, start, command, at = (0.0, 0.0), (0.0, 0.0), "M", 0
    while at < len(steps):
        if steps[at].isalpha():
            command, at = steps[at], at + 1
        takes = _TAKES[command.lower()]
        numbers, at = [float(step) for step in steps[at : at + takes]], at + takes
        spots = _line(command, here, numbers) if takes else [start]
        yield from spots
        here = spots[-1]
        start = here if command in "mM" else start


def _line(command: str, here: Spot, numbers: list[float]) -> list[Spot]:
    """What one command of a path passes, and where it ends."""
    x, y = here if command.islower() else (0.0, 0.0)
    kind = command.lower()
    if kind == "h":
        return [(x + numbers[0], here[1])]
    if kind == "v":
        return [(here[0], y + numbers[0])]
    if kind != "a":
        return [(x + across, y + down) for across, down in zip(numbers[::2], numbers[1::2], strict=True)]
    end = (x + numbers[5], y + numbers[6])
    middle, half = ((here[0] + end[0]) / 2, (here[1] + end[1]) / 2), math.dist(here, end) / 2
    half = max(half, numbers[0]) if numbers[3] else half
    return [(middle[0] - half, middle[1] - half), (middle[0] + half, middle[1] + half), end]
