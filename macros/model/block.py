"""What every block of a worksheet has.

A block that asks for something has a label, and a name that its fields begin with: its `id`, or else its label.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from macros.model.fields import Line, Plain, Slug
from macros.model.record import TAG, Record
from macros.model.slugs import slug_of

_LINK_TARGET = re.compile(r"\]\([^)]*\)")

Short = Annotated[Plain, StringConstraints(max_length=60)]
"""A few words that must fit in a box or above a column."""


class Block(Record):
    """One part of a worksheet. handbook_text: what it is, in the words of the editors' handbook."""

    tagged_by: ClassVar[str] = TAG
    handbook_text: ClassVar[str]

    @classmethod
    def tag(cls) -> str:
        """What an editor writes in `block` to get it; its template has that name too."""
        return cls.shapes[TAG].choices[0]


class Asking(Block):
    """A block that someone writes in, ticks or cuts out."""

    label: Line = Field(description="De vraag of opdracht boven het blok.")
    id: Slug | None = Field(
        None,
        description="Een eigen naam voor de velden van dit blok. Alleen nodig als twee blokken anders hetzelfde heten.",
    )

    @property
    def name(self) -> str:
        """What the names of its fields begin with, before an underscore. A label may hold no letter of ours."""
        return self.id or slug_of(_LINK_TARGET.sub("", self.label), most=8) or self.tag()
