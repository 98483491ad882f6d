"""Whose face is hidden by what stands before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.model.scene import Adult, AnyPart, Child
from macros.scenes.edges import Spot
from macros.scenes.extent import Shape, around, face_of, shapes_of
from macros.scenes.parts import Parts

MOST = 1 / 3
"""So much of a head may be hidden: then it is still seen who that is, and how they look."""

FREE = 1 / 10
"""A face of which no more is hidden, is free."""


def covered(parts: Parts, placed: Sequence[AnyPart | None], most: float = MOST) -> Iterator[tuple[int, int]]:
    """What hides too much of a face that was drawn before it: the number of that part, and of whose face it is.

    placed: the parts in the order in which they are drawn; nothing in the place of one that is not there.
    most: how much of a face may be hidden, of 1.
    """
    faces = list[tuple[int, list[Spot]]]()
    for later, part in enumerate(placed):
        if part and faces:
            shapes = shapes_of(parts, part)
            yield from ((later, whose) for whose, face in faces if _hidden(face, shapes) > most)
        if isinstance(part, Adult | Child) and not part.hair.startswith("away"):
            faces.append((later, face_of(part)))


def _hidden(face: list[Spot], before: list[Shape]) -> float:
    """How much of a face is hidden by these, of 1."""
    there = around(face)
    near = [shape for shape in before if shape.box.meets(there)]
    return sum(any(shape.holds(spot) for shape in near) for spot in face) / len(face) if near else 0
