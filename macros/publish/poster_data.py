"""What the posters of /affiches/ need besides the texts: their pictures, and which one belongs to which tip or key."""

from __future__ import annotations

import json

from macros.content.guide import Guide
from macros.model.entry import Entry
from macros.scenes.pen import Pen
from macros.site.icons import Icons
from macros.site.poster_pictures import hung, shown_by
from macros.site.urls import permalink_of

POSTERS = "assets/poster/pictures/"
"""Where they stand, from the root of the site."""

BLACK = "zw"
"""What is added to the name of a scene in black and white."""

_INK = "#11535d"
"""The accent of the guide on paper: what an icon is drawn in."""


def poster_files(guide: Guide) -> dict[str, str]:
    """The text of each file, by its path: a script that knows the picture of every tip and key, and the pictures.

    A script, as a page on a disk may not fetch data; pictures, as they look the same in the dark and on paper. Each
    scene comes in colour, and in black and white for a copier.
    """
    colour, black, icons = Pen("light"), Pen("print"), Icons()
    pictures: dict[str, str] = {}
    of: dict[str, list[str]] = {}
    for entry in hung(guide):
        shown = shown_by(guide, entry)
        name = f"{shown.letter}-{shown.id}" if isinstance(shown, Entry) else f"icon-{shown}"
        if isinstance(shown, str):
            pictures[name] = _icon(icons, shown)
        elif shown.drawn and name not in pictures:
            pictures[name], pictures[f"{name}-{BLACK}"] = colour.whole(shown.drawn), black.whole(shown.drawn)
        of.setdefault(name, []).append(permalink_of(entry).rstrip("/"))
    known = json.dumps(of, ensure_ascii=False, separators=(",", ":"))
    drawn = {f"{POSTERS}{name}.svg": picture for name, picture in pictures.items()}
    return {f"{POSTERS}of.js": f"globalThis.PosterPictures={known};\n", **drawn}


def _icon(icons: Icons, name: str) -> str:
    svg = icons.svg(name).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return svg.replace("currentColor", _INK)
