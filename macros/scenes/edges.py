"""Where a stroke runs: spots along its edge, as its element in parts.svg says it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

_STEP = re.compile(r"[a-zA-Z]|[-+]?(?:\d*\.\d+|\d+)")
_TAKES: Mapping[str, int] = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
"""How many numbers each command of a path takes."""

_ALONG = (0.25, 0.5, 0.75, 1)
"""Where on a curve a spot is taken."""

Spot = tuple[float, float]


def edges_of(tag: str, drawn: Mapping[str, str]) -> list[list[Spot]]:
    """The edge of each piece of an element. drawn: its attributes."""
    if "d" in drawn:
        return list(_path(drawn["d"]))
    x, y, wide, high = (float(drawn.get(name, 0)) for name in ("x", "y", "width", "height"))
    if tag not in ("circle", "ellipse"):
        return [[(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]]
    across, down = (float(drawn.get(name, drawn.get("r", 0))) for name in ("rx", "ry"))
    return [circle(float(drawn.get("cx", 0)), float(drawn.get("cy", 0)), across, down)]


def circle(x: float, y: float, across: float, down: float) -> list[Spot]:
    """Spots on a circle, or on one that is wider than it is high. across, down: from its middle to its edge."""
    turns = [math.radians(degrees) for degrees in range(0, 360, 15)]
    return [(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]


def _path(path: str) -> Iterator[list[Spot]]:
    """The pieces of a path: each begins where the pen is put down."""
    steps = _STEP.findall(path)
    here, piece, pulled, command, at = (0.0, 0.0), [(0.0, 0.0)], (0.0, 0.0), "M", 0
    while at < len(steps):
        if steps[at].isalpha():
            command, at = steps[at], at + 1
        takes = _TAKES[command.lower()]
        numbers, at = [float(step) for step in steps[at : at + takes]], at + takes
        ends = _ends(command, here, numbers) if takes else [piece[0]]
        if command in "mM":
            if len(piece) > 1:
                yield piece
            piece, command = [], "l" if command == "m" else "L"
        mirrored = (2 * here[0] - pulled[0], 2 * here[1] - pulled[1])
        pulls = [mirrored, *ends] if command in "sS" else ends
        pulled = pulls[-2] if command in "cCsS" else ends[-1]
        piece += _arc(here, numbers, ends[-1]) if command in "aA" else _curve([here, *pulls])
        here = ends[-1]
    yield piece


def _ends(command: str, here: Spot, numbers: list[float]) -> list[Spot]:
    """Where one command of a path ends, and before that what pulls its curve."""
    x, y = here if command.islower() else (0.0, 0.0)
    kind = command.lower()
    if kind == "h":
        return [(x + numbers[0], here[1])]
    if kind == "v":
        return [(here[0], y + numbers[0])]
    numbers = numbers[5:] if kind == "a" else numbers
    return [(x + across, y + down) for across, down in zip(numbers[::2], numbers[1::2], strict=True)]


def _curve(spots: list[Spot]) -> list[Spot]:
    """Spots along a line or a curve, after the first of those that make it."""
    if len(spots) == 2:
        return spots[1:]
    along = []
    for part in _ALONG:
        line = spots
        while len(line) > 1:
            line = [(x + part * (x2 - x), y + part * (y2 - y)) for (x, y), (x2, y2) in pairwise(line)]
        along += line
    return along


def _arc(start: Spot, numbers: list[float], end: Spot) -> list[Spot]:
    """Spots along a piece of a circle."""
    radius, large, onward = numbers[0], bool(numbers[3]), bool(numbers[4])
    half = math.dist(start, end) / 2
    away = math.sqrt(max(radius**2 - half**2, 0)) / half * (1 if large != onward else -1) / 2
    (x1, y1), (x2, y2) = start, end
    middle = ((x1 + x2) / 2 - away * (y2 - y1), (y1 + y2) / 2 + away * (x2 - x1))
    first = math.atan2(y1 - middle[1], x1 - middle[0])
    turn = (math.atan2(y2 - middle[1], x2 - middle[0]) - first) % math.tau
    turn -= 0 if onward else math.tau
    radius = max(radius, half)
    steps = [first + turn * step / 8 for step in range(1, 9)]
    return [(middle[0] + radius * math.cos(step), middle[1] + radius * math.sin(step)) for step in steps]
