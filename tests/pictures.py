"""Draws the pictures that stand for a page where its link is pasted: `make pictures`.

A real Chromium draws what macros/site/pictures.py says, with our icons, colours and letters; Pillow makes it small.
They are kept in docs/assets/pictures/.
"""

from __future__ import annotations

import base64
import io
import shutil
from html import escape

from PIL import Image
from places import ROOT
from playwright.sync_api import Page, sync_playwright

from macros.site.icons import Icons
from macros.site.pictures import PICTURES, SIZE, Picture
from macros.system.files import write_file

ASSETS = ROOT / "docs" / "assets"
COLOURS = 48
"""How many colours a picture has: paper, ink and one accent, with their edges."""

_PAGE = """<!doctype html><html lang="nl"><style>
@font-face {{ font-family: Fraunces; src: url("data:font/woff2;base64,{font}") }}
body {{ margin: 0; width: {width}px; height: {height}px; display: grid; grid-template-columns: 330px 1fr; gap: 70px;
  align-items: center; padding: 0 80px; box-sizing: border-box; background: #fbf7ef; color: #29241f; }}
.disc {{ display: grid; place-items: center; width: 330px; height: 330px; border-radius: 50%;
  background: #e4efed; color: #14606b; }}
.disc svg {{ width: 190px; height: 190px }}
h1 {{ margin: 0 0 26px; font: 600 76px/1.1 Fraunces; text-wrap: balance }}
p {{ margin: 0; font: 34px/1.35 "Source Sans 3", "Noto Sans", sans-serif; color: #5d544a }}
.ring {{ position: absolute; right: 56px; bottom: 44px; color: #14606b; opacity: .85 }}
.ring svg {{ width: 76px; height: 76px }}
</style><div class="disc">{icon}</div><div><h1>{words}</h1><p>{line}</p></div>{ring}</html>"""


def main() -> None:
    """Draw every picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        for picture in PICTURES.values():
            small = drawn(page, picture)
            write_file(ASSETS.parent / picture.file, small)
            print(f"{picture.file} {len(small) / 1000:.0f} kB")
        browser.close()


def drawn(page: Page, picture: Picture) -> bytes:
    """One picture as a PNG."""
    icons = Icons()
    ring = "" if picture.icon == "keyring" else f'<div class="ring">{icons.svg("keyring")}</div>'
    page.set_content(
        _PAGE.format(
            font=_font(),
            width=SIZE[0],
            height=SIZE[1],
            icon=icons.svg(picture.icon),
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
