"""A scene: a small picture of people and things, composed of parts that have a name.

The field is 160 wide and 120 high. What each name looks like stands in macros/scenes/parts.svg, and a test holds the
two to each other. Descriptions are Dutch: they are the tooltip in the editor, the hint in an error and the handbook.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from macros.model.fields import Plain
from macros.model.record import Record

WIDTH, HEIGHT = 160, 120
"""The field on which a scene is drawn."""

Colour = Literal["petrol", "petrol-light", "petrol-dark", "amber", "amber-light", "paper"]
"""Petrol is the school, amber is home, paper is for what is written on."""

OF_SCHOOL: frozenset[Colour] = frozenset({"petrol", "petrol-light", "petrol-dark"})

Arm = Literal["down", "wave", "offer", "reach", "hold", "chin", "hip", "point", "call", "shrug"]
Sign = Literal[
    "question", "dots", "lines", "short", "manylines", "latin", "cyrillic", "arabic", "han", "heart", "house", "euro",
    "exclaim", "check", "left", "right", "smile", "flash", "hand", "nohouse", "sprout",
]  # fmt: skip
StandingThing = Literal[
    "chair", "table", "desk", "door", "arch", "opendoor", "gate", "house", "school", "tree", "sapling", "sprout",
    "backpack", "plant", "sofa", "bed", "blanket", "pot", "block", "tome", "telephone", "cup", "signpost", "cane",
    "gap", "limit",
]  # fmt: skip
HangingThing = Literal[
    "phone", "letter", "sheet", "clock", "book", "key", "heart", "scribble", "sun", "pencil",
    "umbrella", "washing", "sock", "spoon", "battery", "nod", "speed", "cloud", "drawing",
]  # fmt: skip

Across = Annotated[int, Field(ge=0, le=WIDTH)]
Down = Annotated[int, Field(ge=0, le=130)]
Percent = Annotated[int, Field(ge=20, le=200)]

_X = "Waar het staat, van links (0) naar rechts (160): het midden ervan. Meer past er niet op het veld."
_FOOT = "Hoe laag de voet staat: 0 is bovenaan, 106 is de grond. Wie zit, staat lager: tot 121."
_MIDDLE = "Hoe laag het midden hangt: 0 is bovenaan, 106 is de grond, 120 is de rand van het veld."
_BODY = "Het lijf. seated: achter een tafel (zet daarna een desk). sit: op een stoel. floor: op de grond."
_SCALE = "Hoe groot, in procent: 100 is gewoon. Onder 20 zie je niets meer, boven 200 past het niet op het veld."


class InSmall(Record):
    """How a part stands otherwise in the small square: nearer, so that the story fits; or not at all."""

    x: Across | None = Field(None, description="Waar het in het kleine vierkant staat, van links.")
    y: Down | None = Field(None, description="Hoe laag het in het kleine vierkant staat.")
    scale: Percent | None = Field(None, description="Hoe groot in het kleine vierkant, in procent.")
    hidden: bool = Field(False, description="yes: niet in het kleine vierkant.")


class PersonInSmall(InSmall):
    """How someone stands otherwise in the small square."""

    arms: tuple[Arm, ...] = Field(
        (), min_length=2, max_length=2, description="De armen in het kleine vierkant, links en rechts."
    )


class ScenePart(Record):
    """One thing or person on a scene; `part` says which."""

    tagged_by: ClassVar[str] = "part"

    x: Across = Field(description=_X)
    scale: Percent = Field(100, description=_SCALE)
    turn: Annotated[int, Field(ge=-180, le=180)] = Field(
        0, description="Hoeveel graden het gedraaid is, naar rechts. Bij 180 staat het op zijn kop."
    )
    small: InSmall | None = Field(
        None,
        description="Wat in het kleine vierkant anders is. Bijvoorbeeld: small: {x: 60}, of small: {hidden: yes}.",
    )

    def in_small(self) -> Self | None:
        """The part as it stands in the small square; None when it does not stand there."""
        if self.small is None:
            return self
        moved = {name: value for name in ("x", "y", "scale", "arms") if (value := getattr(self.small, name, None))}
        return None if self.small.hidden else self.model_copy(update=moved)


class Person(ScenePart):
    """Someone on a scene, on one of its two sides."""

    y: Down = Field(105, description=_FOOT)
    hair: Literal[
        "short", "side", "bun", "long", "curly", "tail", "buns", "thin", "none", "hijab",
        "away", "away-buns", "away-long", "away-hijab",
    ] = Field("short", description="Het haar. hijab: een hoofddoek. away: van achter gezien.")  # fmt: skip
    hair_colour: Literal["black", "brown", "grey", "blond"] = Field("black", description="De kleur van het haar.")
    skin: Literal["light", "tan", "brown", "dark"] = Field(
        "tan", description="De huid. Zie je overal dezelfde? Kies een andere: aan beide kanten is iedereen er."
    )
    veil: Colour = Field("amber", description="De kleur van de hoofddoek, bij hair: hijab.")
    look: Literal["left", "right", "ahead"] = Field("ahead", description="Waar iemand naar kijkt.")
    arms: tuple[Arm, ...] = Field(
        ("down", "down"),
        min_length=2,
        max_length=2,
        description="De arm links en de arm rechts in de tekening. reach en hold geven elkaar een hand.",
    )
    leg: Colour = Field("petrol-dark", description="De kleur van de broek.")
    small: PersonInSmall | None = Field(
        None,
        description="Wat in het kleine vierkant anders is. Bijvoorbeeld: small: {x: 60}, of small: {hidden: yes}.",
    )


class Adult(Person):
    """A grown-up, of the school or of home: the colour of the clothes says which."""

    part: Literal["adult"] = Field(description="adult: een volwassene.")
    top: Colour = Field(description="De kleren. petrol is wie op school werkt, amber is thuis. Verder zegt niets dat.")
    body: Literal["plain", "broad", "round", "dress", "coat", "seated", "sit", "floor", "wheelchair"] = Field(
        "plain", description=_BODY
    )
    face: Literal["calm", "happy", "flat", "tired", "none"] = Field(
        "calm", description="Het gezicht. Een volwassene kijkt nooit boos of verdrietig: een gebaar zegt meer."
    )
    add: tuple[Literal["glasses", "beard", "badge", "straps"], ...] = Field(
        (), description="Wat iemand draagt. badge: het kaartje van wie op school werkt. straps: een rugzak."
    )

    @field_validator("face", mode="before")
    @classmethod
    def _does_not_frown(cls, face: Any) -> Any:
        if face in Child.shapes["face"].choices and face not in cls.shapes["face"].choices:
            raise PydanticCustomError("frown", "an adult never frowns")
        return face

    @property
    def at_school(self) -> bool:
        """Whether this is someone of the school; else someone of home."""
        return self.top in OF_SCHOOL


class Child(Person):
    """A child."""

    part: Literal["child"] = Field(description="child: een kind.")
    top: Colour = Field("amber", description="De kleren.")
    body: Literal["plain", "dress", "seated", "sit", "floor"] = Field("plain", description=_BODY)
    face: Literal["calm", "happy", "flat", "tired", "sad", "cry", "none"] = Field(
        "calm", description="Het gezicht. Alleen een kind huilt."
    )
    add: tuple[Literal["glasses", "straps"], ...] = Field((), description="Wat iemand draagt. straps: een rugzak.")


class Thing(ScenePart):
    """Something on a scene."""

    colour: Colour = Field("petrol-light", description="De kleur. petrol is van de school, amber van thuis.")
    flip: bool = Field(False, description="yes: links en rechts gewisseld.")
    sign: Sign | None = Field(None, description="Een teken erin of erop. Woorden staan nooit in een tekening.")
    sign_scale: Percent = Field(100, description="Hoe groot dat teken is, in procent.")


class Standing(Thing):
    """Something that stands on the ground."""

    part: StandingThing = Field(description="Wat er staat.")
    y: Down = Field(106, description=_FOOT)


class Hanging(Thing):
    """Something that hangs or lies."""

    part: HangingThing = Field(description="Wat er hangt of ligt.")
    y: Down = Field(description=_MIDDLE)


class Bubble(Thing):
    """What someone says or thinks, as a sign: a picture holds no words."""

    part: Literal["bubble", "bigbubble", "smallbubble", "thought"] = Field(description="Een ballon, of een gedachte.")
    y: Down = Field(description=_MIDDLE)


AnyPart = Annotated[Adult | Child | Standing | Hanging | Bubble, Field(discriminator=ScenePart.tagged_by)]


class Focus(Record):
    """The square of a scene that is shown where only a small picture fits."""

    left: Across = Field(description="Waar het vierkant links begint.")
    top: Down = Field(description="Waar het vierkant boven begint.")
    side: Annotated[int, Field(ge=40, le=HEIGHT)] = Field(
        description="Hoe breed en hoog het is. Hoe kleiner, hoe groter je ziet wat erin staat: onder 40 past niemand."
    )


class Scene(Record):
    """A picture of one idea."""

    text: Annotated[Plain, StringConstraints(max_length=120)] = Field(
        description="Wat je ziet, in één gewone zin, voor wie de tekening niet ziet."
    )
    focus: Focus = Field(
        Focus(left=20, top=0, side=HEIGHT),
        description="Het vierkant dat op een kaart komt: wie of wat het verhaal vertelt. "
        "Bijvoorbeeld: focus: {left: 4, top: 22, side: 86}.",
    )
    back: Literal["dome", "low", "none"] = Field("dome", description="De zachte vorm erachter.")
    ground: bool = Field(True, description="no: zonder lijn als grond.")
    parts: tuple[AnyPart, ...] = Field(
        min_length=1,
        max_length=12,
        description="Wat er staat. Wat later komt, staat ervoor. "
        "Bijvoorbeeld, op een nieuwe regel: - {part: adult, x: 60, top: petrol}.",
    )


Drawn = Annotated[
    Scene | None,
    Field(description="De tekening naast de titel, en klein op kaarten. Hoe je er een maakt, zegt het handboek."),
]
"""The scene of an entry, of a type that has one."""
