"""The macros that show scenes: one in the prose of docs/, and for who makes one every part, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, get_args

from macros.content.guide import Guide, ident
from macros.content.problems import UnknownEntry
from macros.model.entry import Entry
from macros.model.scene import (
    Adult,
    AnyPart,
    Arm,
    Bubble,
    Child,
    Colour,
    Hanging,
    HangingThing,
    Person,
    Scene,
    Sign,
    Standing,
    StandingThing,
)
from macros.pages.entry_pages import Macro
from macros.pages.handbook import records_view
from macros.pages.view import View
from macros.scenes.extent import Box, reach_of
from macros.scenes.parts import Parts

_MIDDLE = 80
"""Where a sample stands on its field, from the left."""

_HEAD = Box(_MIDDLE - 17, 14, _MIDDLE + 17, 58)
_FACE = Box(_MIDDLE - 13, 25, _MIDDLE + 13, 51)
_TORSO = Box(_MIDDLE - 34, 22, _MIDDLE + 34, 84)
_CHILD = Box(_MIDDLE - 24, 36, _MIDDLE + 24, 116)
_ADULT = Box(_MIDDLE - 30, 14, _MIDDLE + 30, 116)


@dataclass(frozen=True)
class SceneView(View):
    """The scene of an entry, in the prose of docs/."""

    template = "scene"
    drawn: Scene


def scene(guide: Guide, name: str) -> View:
    """Zet de tekening van een stuk op de pagina.

    Voorbeeld: scene("situatie:ouders-komen-niet-opdagen")
    """
    return SceneView(_drawn(guide, name)[1])


@dataclass(frozen=True)
class SceneSourceView(View):
    """How the scene of an entry is written."""

    template = "scene_source"
    source: str


def scene_source(guide: Guide, name: str) -> View:
    """Zet op de pagina hoe de tekening van een stuk geschreven is, zoals in haar bestand."""
    entry, _ = _drawn(guide, name)
    return SceneSourceView(f"scene:\n  {guide.files[ident(entry)].typed(('scene',)).strip()}")


def _drawn(guide: Guide, name: str) -> tuple[Entry, Scene]:
    entry = guide.by_name(name)
    if entry.drawn is None:
        raise UnknownEntry(f"'{name}' heeft geen tekening. Geef het stuk een veld 'scene', of noem een ander.")
    return entry, entry.drawn


@dataclass(frozen=True)
class Sample:
    """One name, and what it looks like: a part, the box of its field that shows it, and how large it is itself."""

    name: str
    part: AnyPart
    box: Box
    size: Box | None = None


@dataclass(frozen=True)
class ScenePartsView(View):
    """Everything that a scene can be made of, drawn. groups: what they are, the field they are written in, and each."""

    template = "scene_parts"
    groups: list[tuple[str, str, list[Sample]]]


def scene_parts(guide: Guide) -> View:
    """Zet alles waaruit je een tekening kunt maken op de pagina, getekend."""
    parts = Parts()
    return ScenePartsView(
        [
            ("Wat staat", "part", [_thing(parts, Standing(part=name, x=_MIDDLE)) for name in get_args(StandingThing)]),
            (
                "Wat hangt of ligt",
                "part",
                [_thing(parts, Hanging(part=name, x=_MIDDLE, y=60)) for name in get_args(HangingThing)],
            ),
            ("Ballonnen", "part", [_bubble(parts, part=name) for name in Bubble.shapes["part"].choices]),
            ("Tekens in een ballon", "sign", [_bubble(parts, sign=name) for name in get_args(Sign)]),
            ("Kleuren", "colour", [_coloured(parts, name) for name in get_args(Colour)]),
            *_of_people(parts),
        ]
    )


def _of_people(parts: Parts) -> Iterator[tuple[str, str, list[Sample]]]:
    for words, kind, box in (("Een volwassene", Adult, _ADULT), ("Een kind", Child, _CHILD)):
        people = _people(kind, "body", box)
        yield words, "body", [replace(person, size=reach_of(parts, person.part)) for person in people]
    yield "Armen", "arms", [Sample(arm, _person(Adult, arms=("down", arm)), _TORSO) for arm in get_args(Arm)]
    yield "Haar en hoofddoek", "hair", _people(Adult, "hair", _HEAD)
    yield "Kleur van het haar", "hair_colour", _people(Adult, "hair_colour", _HEAD)
    yield "Huid", "skin", _people(Adult, "skin", _HEAD)
    yield "Gezicht van een volwassene", "face", _people(Adult, "face", _FACE)
    yield "Gezicht van een kind", "face", _people(Child, "face", Box(_FACE.left, 49, _FACE.right, 75))
    yield (
        "Wat iemand draagt",
        "add",
        [Sample(add, _person(Adult, add=(add,)), _TORSO) for add in Adult.shapes["add"].choices],
    )


def _people(kind: type[Person], field: str, box: Box) -> list[Sample]:
    return [Sample(word, _person(kind, **{field: word}), box) for word in kind.shapes[field].choices]


def _person(kind: type[Person], **said: Any) -> AnyPart:
    seated = {"seated": 120, "sit": 114 if kind is Adult else 103, "floor": 121 if kind is Adult else 111}
    y = seated.get(said.get("body", ""), 105)
    person: AnyPart = kind.model_validate(
        {"part": kind.__name__.lower(), "x": _MIDDLE, "y": y, "top": "petrol" if kind is Adult else "amber", **said}
    )  # type: ignore[assignment]
    return person


def _thing(parts: Parts, thing: Standing | Hanging) -> Sample:
    size = reach_of(parts, thing)
    return Sample(thing.part, thing, size, size)


def _bubble(parts: Parts, **said: Any) -> Sample:
    around = "bigbubble" if said.get("sign") == "manylines" else "bubble"
    bubble = Bubble.model_validate({"part": around, "x": _MIDDLE, "y": 60, "colour": "paper", **said})
    size = reach_of(parts, bubble)
    return Sample(bubble.sign or bubble.part, bubble, size, None if bubble.sign else size)


def _coloured(parts: Parts, colour: Colour) -> Sample:
    heart = Hanging(part="heart", x=_MIDDLE, y=60, colour=colour)
    return Sample(colour, heart, reach_of(parts, heart))


def scene_fields(guide: Guide) -> View:
    """Zet de velden van een tekening op de pagina, en die van wie en wat erop staat."""
    return records_view(
        ("De tekening", Scene),
        ("Een volwassene (adult)", Adult),
        ("Een kind (child)", Child),
        ("Wat staat", Standing),
        ("Wat hangt of ligt", Hanging),
        ("Een ballon of een gedachte", Bubble),
    )


SCENE_MACROS: tuple[Macro, ...] = (scene, scene_source, scene_parts, scene_fields)
