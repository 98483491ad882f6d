"""A worksheet as PDF: A4, with form fields, and accessible to a screen reader (PDF/UA-1).

WeasyPrint lays out; it needs Pango, which pip cannot install. Without it there is no PDF, and `pdf_missing()` says why.
The same worksheet gives the same bytes, so what did not change is taken from the store.
"""

from __future__ import annotations

import ctypes
import hashlib
import logging
from base64 import b64encode
from functools import cached_property
from html import escape
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from macros.system.store import Store
from macros.worksheets import field_font, pdf_finishing
from macros.worksheets.pdf_finishing import Pdf, finished

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
STYLES = ("sheet/frame.css", "sheet/fields.css", "sheet/blocks.css", "sheet/sheet-pdf.css")

_PANGO = ("pango-1.0", "pangoft2-1.0")
_LIBRARIES = ("lib{}.so.0", "lib{}.dylib", "lib{}-0.dll", "/opt/homebrew/lib/lib{}.dylib", "/usr/local/lib/lib{}.dylib")
"""What the parts of Pango are called on Linux, macOS and Windows."""


def pdf_missing() -> str | None:
    """What is missing to make PDFs, in Dutch, for whoever builds the guide; None when nothing is.

    It only looks whether Pango is there: starting WeasyPrint takes half a second, and most builds find all PDFs in
    the store.
    """
    if find_spec("weasyprint") is None:
        return "WeasyPrint ontbreekt. Installeer de pakketten van requirements.lock."
    if all(any(_loads(library.format(part)) for library in _LIBRARIES) for part in _PANGO):
        return None
    return (
        "Pango ontbreekt. Installeer het en bouw opnieuw, bijvoorbeeld: "
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


class Typesetter:
    """Makes PDFs, with the styles and fonts as they are on disk when it is first asked.

    It lives for one refresh of the site. store: what keeps what was made before.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = store

    def pdf(self, body: str, title: str) -> Pdf:
        """The PDF of one sheet or of several. body: their HTML."""
        page = (
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
            f"<body><form>{body}</form></body></html>"
        )
        if self.store is None:
            return finished(self._typeset(page))
        # Kept with its number of pages before it: opening every PDF to count them would cost each build a second.
        kept = self.store.kept(page + self._fingerprint, lambda: _counted(finished(self._typeset(page))))
        pages, _, pdf = kept.partition(b"\n")
        return Pdf(pdf, int(pages))

    def _typeset(self, page: str) -> bytes:
        import weasyprint

        logging.getLogger("weasyprint").setLevel(logging.ERROR)
        fonts, styles = self._styles
        pdf: bytes = weasyprint.HTML(string=page, base_url=ASSETS.as_uri() + "/").write_pdf(
            stylesheets=styles,
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_forms=True,
            pdf_identifier=b"sleutelbos",
            uncompressed_pdf=True,
        )
        return pdf

    @cached_property
    def _styles(self) -> tuple[Any, list[Any]]:
        """The fonts and the styles, read once for all sheets: most of the time goes into the fonts."""
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
        font = b64encode(field_font.made()).decode()
        styles = [weasyprint.CSS(filename=ASSETS / name, font_config=fonts) for name in STYLES]
        face = f'@font-face {{ font-family: "Field Sans"; src: url(data:font/ttf;base64,{font}) }}'
        return fonts, [*styles, weasyprint.CSS(string=face, font_config=fonts)]

    @cached_property
    def _fingerprint(self) -> str:
        """What else a PDF is made of: the styles, the fonts, the packages, and what these modules do with it."""
        files = [*(ASSETS / name for name in STYLES), *sorted((ASSETS / "vendor").rglob("*.woff2"))]
        files += [field_font.FILE, Path(field_font.__file__), Path(pdf_finishing.__file__), Path(__file__)]
        digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        return digest + version("weasyprint") + version("pikepdf")


def _counted(pdf: Pdf) -> bytes:
    return b"%d\n%s" % (pdf.pages, pdf.bytes)
