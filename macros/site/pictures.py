"""The pictures that stand for a page where its link is pasted, drawn by `make pictures`.

There is one for each kind, and one of its own for an entry with a scene.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.content.guide import Guide, Ident, ident, once_a_guide
from macros.model.entry import Entry
from macros.model.scene import Scene
from macros.scenes.pen import Pen

_ROOT = Path(__file__).parents[2]
_FOLDER, _OF_SCENES = "assets/pictures", "assets/pictures/scenes/"
DRAWN = _ROOT / "pictures" / "drawn.tsv"
"""Of what each picture of a scene was drawn: its name, and the digest of that."""

SIZE = (1200, 630)
"""How large a picture is, in pixels: what most places show whole."""


@dataclass(frozen=True)
class Picture:
    """One picture: its icon or its scene, its words and the line below.

    file: where it stands, from the root of the site.
    """

    name: str
    icon: str
    words: str
    line: str
    scene: Scene | None = None

    @property
    def file(self) -> str:
        return f"{_FOLDER}/{self.name}.png"

    @property
    def alt(self) -> str:
        """What it says, for who cannot see it."""
        return f"{self.line}: „{self.words}”." + (f" {self.scene.text}." if self.scene else "")

    @property
    def stands(self) -> Path:
        """The file as `make pictures` keeps it."""
        return _ROOT / "docs" / self.file


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


@once_a_guide
def scene_pictures(guide: Guide) -> dict[Ident, Picture]:
    """The picture of each entry that has a scene, drawn or not."""
    return {ident(entry): _with_scene(entry, entry.drawn) for entry in guide if entry.drawn and entry.has_page}


def _with_scene(entry: Entry, scene: Scene) -> Picture:
    kind = PICTURES[entry.picture]
    return Picture(f"scenes/{entry.letter}-{entry.id}", kind.icon, entry.title, kind.line, scene)


@once_a_guide
def drawn_pictures(guide: Guide) -> dict[Ident, Picture]:
    """The pictures of scenes that were drawn: a link may lead to them."""
    return {key: picture for key, picture in scene_pictures(guide).items() if picture.stands.is_file()}


def unasked_pictures(guide: Guide, files: Iterable[str]) -> list[str]:
    """Of these files below docs/, the pictures of scenes that no page of this guide asks for."""
    asked = {picture.file for picture in drawn_pictures(guide).values()}
    return [file for file in files if file.startswith(_OF_SCENES) and file not in asked]


def picture_of(guide: Guide, entry: Entry) -> Picture:
    """The picture that stands for an entry: its own, or that of its kind."""
    return drawn_pictures(guide).get(ident(entry)) or PICTURES[entry.picture]


def digests(guide: Guide) -> dict[str, str]:
    """By the name of its picture, what an entry's picture is to be drawn of, in a few signs."""
    pen = Pen("light")
    return {
        picture.name: hashlib.sha256(f"{picture.words}\n{pen.whole(picture.scene)}".encode()).hexdigest()[:16]
        for picture in scene_pictures(guide).values()
        if picture.scene
    }


def drawn_of() -> dict[str, str]:
    """By its name, what each picture was drawn of; nothing when none ever was."""
    lines = DRAWN.read_text(encoding="utf-8").splitlines() if DRAWN.is_file() else []
    return dict(line.split("\t") for line in lines if line.count("\t") == 1)


def stale_pictures(guide: Guide) -> list[Entry]:
    """The entries whose picture is yet to be drawn, or shows an older scene or title."""
    now, then = digests(guide), drawn_of()
    return [
        guide.entry(key)
        for key, picture in scene_pictures(guide).items()
        if not picture.stands.is_file() or now[picture.name] != then.get(picture.name)
    ]
