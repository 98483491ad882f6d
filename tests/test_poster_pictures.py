"""Which picture stands on a poster: a scene that has to do with it, or else the icon of where it lives."""

from __future__ import annotations

import json
import re

from macros.content.guide import Guide, ident
from macros.model.advice import Key, Tip
from macros.model.entry import Entry
from macros.model.situation import Situation
from macros.publish.poster_data import BLACK, POSTERS, poster_files
from macros.site.icons import known_icons
from macros.site.poster_pictures import hung, shown_by


def test_a_tip_has_the_scene_of_a_situation_that_names_it(tiny: Guide) -> None:
    """As that is what it helps with."""
    shown = shown_by(tiny, tiny.get(Tip, "soep-op-de-kade"))

    assert shown == tiny.get(Situation, "niemand-komt-aan-wal")


def test_what_no_scene_belongs_to_has_an_icon(tiny: Guide) -> None:
    """That of where it lives; a key its own."""
    assert shown_by(tiny, tiny.get(Key, "s02")) == "languages"
    assert shown_by(tiny, tiny.get(Tip, "hang-een-lamp-op")) in known_icons()


def test_every_tip_and_every_key_has_one_picture_that_is_there(guide: Guide) -> None:
    """In colour, and a scene in black and white too."""
    files = poster_files(guide)
    script = files[f"{POSTERS}of.js"]
    of = json.loads(script.removeprefix("globalThis.PosterPictures=").removesuffix(";\n"))
    keys = [key for named in of.values() for key in named]

    assert sorted(keys) == sorted(f"{entry.letter}/{entry.id}" for entry in hung(guide))
    for name in of:
        assert files[f"{POSTERS}{name}.svg"].startswith("<svg ")
        assert (f"{POSTERS}{name}-{BLACK}.svg" in files) != name.startswith("icon-")


def test_a_picture_stands_by_itself(guide: Guide) -> None:
    """It asks for nothing else, and holds nothing that could act; in black and white it has no other colour."""
    for name, picture in poster_files(guide).items():
        if name.endswith(".svg"):
            assert 'xmlns="http://www.w3.org/2000/svg"' in picture and "currentColor" not in picture
            assert not re.search(r"<script|<image|<use|\bon\w+=|href=", picture)
        if name.endswith(f"-{BLACK}.svg"):
            assert set(re.findall(r"#[0-9a-f]{3,6}\b(?!\))", picture)) <= {"#000", "#fff"}


def test_a_scene_belongs_to_what_it_stands_on(guide: Guide) -> None:
    """A situation that names it, or other tips from where it lives; or where it lives, or one of its keys."""
    for entry in hung(guide):
        shown = shown_by(guide, entry)
        if isinstance(shown, Entry):
            assert ident(shown) in related(guide, entry), f"{entry.id}: {shown.id}"


def related(guide: Guide, entry: Tip | Key) -> set[tuple[str, str]]:
    """What may be shown of a tip or a key."""
    found: list[Entry] = [entry, *guide.references_from(entry, Key), *guide.backlinks(entry, Situation)]
    home = guide.home_of(entry) if isinstance(entry, Tip) else entry
    if home:
        found += [one for tip in guide.at_home(home, Tip) for one in guide.backlinks(tip, Situation)]
    while home:
        found.append(home)
        home = guide.home_of(home)
    return {ident(one) for one in found}
