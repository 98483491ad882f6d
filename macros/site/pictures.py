"""The pictures that stand for a page where its link is pasted: one for each kind, drawn by `make pictures`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SIZE = (1200, 630)
"""How large a picture is, in pixels: what most places show whole."""


@dataclass(frozen=True)
class Picture:
    """One picture: its icon, its words and the line below. file: where it stands, from the root of the site."""

    name: str
    icon: str
    words: str
    line: str

    @property
    def file(self) -> str:
        return f"assets/pictures/{self.name}.png"

    @property
    def alt(self) -> str:
        """What it says, for who cannot see it."""
        return f"{self.line}: „{self.words}”."


PICTURES: Mapping[str, Picture] = {
    picture.name: picture
    for picture in (
        Picture("guide", "keyring", "Samenwerken met ouders", "Een gids voor scholen, stap voor stap"),
        Picture("situation", "situation", "Waar loop je tegenaan?", "Een situatie, en wat je vandaag kunt doen"),
        Picture("tip", "tip", "Eén ding om te doen", "Een tip: wat, waarom, en een voorbeeld"),
        Picture("recommendation", "compass", "Wat een school kan doen", "Een aanbeveling, met het onderzoek erbij"),
        Picture("key", "key", "Een houding die deuren opent", "Een sleutel, uit gesprekken met ouders"),
        Picture("method", "method", "Samen aan de slag", "Een werkvorm, stap voor stap"),
        Picture("worksheet", "worksheet", "Invullen of afdrukken", "Een werkblad, op papier of op je scherm"),
    )
}
"""By its name, which is the `picture` of a type of entry."""
