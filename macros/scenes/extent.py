"""Where on the field of its scene a part is drawn, and how far it reaches."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from macros.model.scene import Adult, AnyPart, Child, Person
from macros.scenes.edges import Spot, circle
from macros.scenes.figures import HEAD, body_of, head_of, settled, wrists
from macros.scenes.parts import Edge, Parts

_HAND = 5
"""How far a hand reaches beyond its wrist."""

_RINGS = 4
"""On how many rings spots of a face are taken."""


@dataclass(frozen=True)
class Box:
    """From where to where something reaches."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def wide(self) -> int:
        """How wide it is, in whole units of the field. A line is 1."""
        return max(1, round(self.right - self.left))

    @property
    def high(self) -> int:
        """How high it is."""
        return max(1, round(self.bottom - self.top))

    def meets(self, other: Box) -> bool:
        """Whether two of them have a spot in common."""
        return not (
            other.right < self.left or self.right < other.left or other.bottom < self.top or self.bottom < other.top
        )


@dataclass(frozen=True)
class Shape:
    """Something with a colour inside: it hides what was drawn before it."""

    edge: tuple[Spot, ...]

    @cached_property
    def box(self) -> Box:
        """From where to where it reaches."""
        return around(self.edge)

    def holds(self, spot: Spot) -> bool:
        """Whether a spot lies within it: a line from there to the left crosses its edge an odd number of times."""
        x, y = spot
        crossed = (
            (y1 > y) != (y2 > y) and x > x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in zip(self.edge, (*self.edge[1:], self.edge[0]), strict=True)
        )
        return sum(crossed) % 2 == 1


def reach_of(parts: Parts, part: AnyPart) -> Box:
    """How far a part reaches."""
    spots = list(chain.from_iterable(edge.spots for edge in _edges(parts, part)))
    if isinstance(part, Person):
        spots += [(x + side * _HAND, y) for (x, y), side in zip(wrists(part), (-1, 1), strict=True)]
    return around(_on_field(part, spots))


def shapes_of(parts: Parts, part: AnyPart) -> list[Shape]:
    """All of a part that hides what was drawn before it. Without arms: none is as wide as a third of a head."""
    return [Shape(tuple(_on_field(part, edge.spots))) for edge in _edges(parts, part) if edge.filled]


def face_of(person: Adult | Child) -> list[Spot]:
    """Spots all over someone's head: each stands for as much of it."""
    rings = [HEAD * math.sqrt((ring + 0.5) / _RINGS) for ring in range(_RINGS)]
    return _on_field(person, chain.from_iterable(circle(*head_of(person), ring, ring) for ring in rings))


def around(spots: Iterable[Spot]) -> Box:
    """From where to where spots lie."""
    across, down = zip(*spots, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def _on_field(part: AnyPart, spots: Iterable[Spot]) -> list[Spot]:
    """Spots from the foot or the middle of a part, where its scene has them."""
    size, turn = part.scale / 100, math.radians(part.turn)
    across, down = size * math.cos(turn), size * math.sin(turn)
    return [(part.x + across * x - down * y, part.y + down * x + across * y) for x, y in spots]


def _edges(parts: Parts, part: AnyPart) -> Iterator[Edge]:
    """All that a part is drawn with but arms, from its foot or its middle."""
    if not isinstance(part, Person):
        yield from _beside(parts.edges(part.part), mirror=part.flip)
        return
    left = part.look == "left"
    yield from _beside(parts.edges(body_of(part)), *settled(part))
    if part.body == "wheelchair":
        yield from _beside(parts.edges("wheelchair"), mirror=left)
    head = head_of(part)
    yield Edge(True, circle(*head, HEAD, HEAD))
    for name in (f"back-{part.hair}", f"hair-{part.hair}"):
        if name in parts:
            yield from _beside(parts.edges(name), *head, mirror=left)


def _beside(edges: Iterable[Edge], across: float = 0, down: float = 0, *, mirror: bool = False) -> Iterator[Edge]:
    """Edges elsewhere, or the other way round."""
    side = -1 if mirror else 1
    return (Edge(edge.filled, [(across + side * x, down + y) for x, y in edge.spots]) for edge in edges)
