"""Draws the pictures that stand for a page where its link is pasted: `make pictures`.

A real Chromium draws what macros/site/pictures.py says, with our icons, scenes, colours and letters; Pillow makes it
small. They are kept in docs/assets/pictures/. Of the scenes only those are drawn that changed since.
"""

from __future__ import annotations

import base64
import io
from html import escape

from browsers import chromium
from PIL import Image
from places import ROOT
from playwright.sync_api import Page

from macros.content.guide import ident
from macros.open_guide import open_guide
from macros.scenes.pen import Pen
from macros.site.icons import Icons
from macros.site.pictures import DRAWN, PICTURES, SIZE, Picture, digests, scene_pictures, stale_pictures
from macros.system.files import write_file

ASSETS = ROOT / "docs" / "assets"
COLOURS = 48
"""How many colours a picture has: paper, ink and one accent, with their edges; a scene a few more."""

LONG = 45
"""The signs from which a title is written smaller beside a scene."""

_PAGE = """<!doctype html><html lang="nl"><style>
@font-face {{ font-family: Fraunces; src: url("data:font/woff2;base64,{font}") }}
body {{ margin: 0; width: {width}px; height: {height}px; display: grid; grid-template-columns: 330px 1fr; gap: 70px;
  align-items: center; padding: 0 80px; box-sizing: border-box; background: #fbf7ef; color: #29241f; }}
.scene {{ grid-template-columns: 560px 1fr; gap: 60px; padding: 0 70px }}
.scene h1 {{ font-size: 58px }}
.long h1 {{ font-size: 48px }}
.scene p {{ font-size: 30px }}
.disc {{ display: grid; place-items: center; width: 330px; height: 330px; border-radius: 50%;
  background: #e4efed; color: #14606b; }}
.disc svg {{ width: 190px; height: 190px }}
h1 {{ margin: 0 0 26px; font: 600 76px/1.1 Fraunces; text-wrap: balance }}
p {{ margin: 0; font: 34px/1.35 "Source Sans 3", "Noto Sans", sans-serif; color: #5d544a }}
.ring {{ position: absolute; right: 56px; bottom: 44px; color: #14606b; opacity: .85 }}
.ring svg {{ width: 76px; height: 76px }}
</style><body class="{kind}"><div class="{disc}">{drawing}</div>
<div><h1>{words}</h1><p>{line}</p></div>{ring}</html>"""


def main() -> None:
    """Draw every picture."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        guide = open_guide(ROOT / "content")
        scenes = scene_pictures(guide)
        stale = [scenes[ident(entry)] for entry in stale_pictures(guide)]
        for picture in (*PICTURES.values(), *stale):
            small = drawn(page, picture)
            write_file(picture.stands, small)
            print(f"{picture.file} {len(small) / 1000:.0f} kB")
    for old in (ASSETS / "pictures" / "scenes").glob("*.png"):
        if old not in {picture.stands for picture in scenes.values()}:
            old.unlink()
    lines = [f"{name}\t{digest}\n" for name, digest in sorted(digests(guide).items())]
    write_file(DRAWN, "".join(lines).encode())


def drawn(page: Page, picture: Picture) -> bytes:
    """One picture as a PNG."""
    icons = Icons()
    ring = "" if picture.icon == "keyring" else f'<div class="ring">{icons.svg("keyring")}</div>'
    page.set_content(
        _PAGE.format(
            font=_font(),
            width=SIZE[0],
            height=SIZE[1],
            kind=("scene long" if len(picture.words) > LONG else "scene") if picture.scene else "",
            disc="" if picture.scene else "disc",
            drawing=Pen("light").whole(picture.scene) if picture.scene else icons.svg(picture.icon),
            words=escape(picture.words),
            line=escape(picture.line),
            ring=ring,
        )
    )
    page.evaluate("document.fonts.ready")
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small = io.BytesIO()
    image.save(small, "PNG", optimize=True)
    return small.getvalue()


def _font() -> str:
    """The letter of the titles, as text."""
    return base64.b64encode((ASSETS / "vendor/fraunces/fraunces-latin-600-normal.woff2").read_bytes()).decode()


if __name__ == "__main__":
    main()
