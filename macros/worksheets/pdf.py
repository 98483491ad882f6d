"""A worksheet as PDF: A4, with form fields, and accessible to a screen reader (PDF/UA-1).

WeasyPrint lays out; it needs Pango, which pip cannot install. Without it there is no PDF, and `pdf_missing()` says why.
The same worksheet gives the same bytes, so what did not change is taken from the store.
"""

from __future__ import annotations

import ctypes
import hashlib
import logging
import re
from base64 import b64encode
from functools import cached_property
from html import escape
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from weakref import finalize
from xml.etree import ElementTree

from macros.system.store import Store
from macros.worksheets import field_font, pdf_finishing
from macros.worksheets.pdf_finishing import Pdf, finished, font_of_fields

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
STYLES = ("sheet/frame.css", "sheet/fields.css", "sheet/blocks.css", "sheet/sheet-pdf.css")
LARGE = ("sheet/sheet-large.css", "sheet/sheet-large-tables.css")
"""What large print has besides; its rules are tried on no other sheet."""

_PANGO = ("pango-1.0", "pangoft2-1.0")
_LIBRARIES = ("lib{}.so.0", "lib{}.dylib", "lib{}-0.dll", "/opt/homebrew/lib/lib{}.dylib", "/usr/local/lib/lib{}.dylib")
"""What the parts of Pango are called on Linux, macOS and Windows."""

_NOT_HERE = re.compile(
    r"^(?:::(?:foot)?note-|.*\[dir|:is\((?:colgroup|input)|input|select|fieldset|textarea:empty|@counter"
    r"| +@(?!note|footnote|bottom-right )).*$",
    re.MULTILINE,
)
"""Lines of WeasyPrint's own stylesheet for what no sheet has: footnotes, another direction, other fields and margins.
Each would be tried at every element or page, and a style worked out for each that fits."""

_VOID = re.compile(r"<((?:br|col|input|meta)\b[^>]*)>")
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" '

_VARIABLE = re.compile(r"^ *(--w-[a-z]+): (.+);$", re.MULTILINE)
_USED = re.compile(r"var\((--w-[a-z]+)\)")


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
        self._known_styles: dict[Any, Any] = {}
        """For all sheets together: see shared_styles.py."""

    def pdf(self, body: str, title: str, *, large: bool = False) -> Pdf:
        """The PDF of one sheet or of several. body: their HTML; large: whether that is in large print."""
        page = _page(body, title)
        if self.store is None:
            return self._made(page, large)
        # Kept with its number of pages before it: opening every PDF to count them would cost each build a second.
        kept = self.store.kept(page + self._fingerprint, lambda: _counted(self._made(page, large)))
        pages, _, pdf = kept.partition(b"\n")
        return Pdf(pdf, int(pages))

    def _made(self, page: str, large: bool) -> Pdf:
        fonts, usual, besides = self._styles
        return finished(self._typeset(page, fonts, usual + besides * large), self._font_of_fields)

    def _typeset(self, page: str, fonts: Any, styles: list[Any]) -> bytes:
        import weasyprint

        from macros.worksheets.shared_styles import Sheet

        logging.getLogger("weasyprint").setLevel(logging.ERROR)
        # Our HTML is XML but for two habits, and XML is read thirty times as fast.
        tree = ElementTree.fromstring(_VOID.sub(r"<\1/>", page).replace("<svg ", _SVG))
        own = weasyprint.CSS(string=_own_styles(tree))
        sheets = [(self._browser_styles, "user agent"), (own, "author"), *((sheet, "user") for sheet in styles)]
        return Sheet(tree, ASSETS.as_uri() + "/", sheets, self._known_styles).pdf(
            fonts,
            pdf_finishing.say_scopes,
            pdf_variant="pdf/ua-1",
            pdf_forms=True,
            uncompressed_pdf=True,
        )

    @cached_property
    def _browser_styles(self) -> Any:
        """What elements look like of themselves: WeasyPrint's own styles, as far as a sheet has such elements."""
        import weasyprint
        from weasyprint.html import UA, UA_FORM

        return weasyprint.CSS(string=_NOT_HERE.sub("", UA + UA_FORM).replace("\n::marker", "\nli::marker"))

    @cached_property
    def _styles(self) -> tuple[Any, list[Any], list[Any]]:
        """The fonts, the styles and those of large print, read once for all sheets.

        A variable has one value on paper, which is put in its place beforehand: else it is looked for at every element.
        """
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        from macros.worksheets.shared_styles import let_go

        fonts = FontConfiguration()
        finalize(self, let_go, fonts)
        # One stylesheet for all files: an element is held against each stylesheet by itself.
        css = ["".join((ASSETS / name).read_text(encoding="utf-8") for name in names) for names in (STYLES, LARGE)]
        values = {name: value for text in css for name, value in _VARIABLE.findall(text)}
        usual, large = (
            weasyprint.CSS(
                string=_USED.sub(lambda used: values[used[1]], text),
                base_url=(ASSETS / STYLES[0]).as_uri(),
                font_config=fonts,
            )
            for text in css
        )
        return fonts, [_face(field_font.without_letters(self._field_letters), fonts), usual], [large]

    @cached_property
    def _field_letters(self) -> bytes:
        return field_font.made()

    @cached_property
    def _font_of_fields(self) -> Any:
        """The font of the fields as it stands in a PDF, made once: it is the same in all of them, and large."""
        from weasyprint.text.fonts import FontConfiguration

        from macros.worksheets.shared_styles import let_go

        fonts = FontConfiguration()
        page = _page('<input name="x" title="x" style="font-family: Field Sans">', "-")
        document = self._typeset(page, fonts, [_face(self._field_letters, fonts)])
        let_go(fonts)
        return font_of_fields(document)

    @cached_property
    def _fingerprint(self) -> str:
        """What else a PDF is made of: the styles, the fonts, the packages, and what these modules do with it."""
        files = [*(ASSETS / name for name in (*STYLES, *LARGE)), *sorted((ASSETS / "vendor").rglob("*.woff2"))]
        files += [field_font.FILE, Path(field_font.__file__), Path(pdf_finishing.__file__), Path(__file__)]
        files.append(Path(__file__).with_name("shared_styles.py"))
        digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        return digest + version("weasyprint") + version("pikepdf")


def _own_styles(page: ElementTree.Element) -> str:
    """Take off elements what they say of their own look, as rules: for all that say the same, it is worked out once."""
    rules: dict[str, None] = {}
    for element in page.iter():
        if "style" in element.attrib:
            style = element.attrib.pop("style")
            name = element.attrib["data-style"] = re.sub(r"\W", "-", style)
            rules[f"{element.tag}[data-style={name}]{{{style}}}"] = None
    return "".join(rules)


def _page(body: str, title: str) -> str:
    return f'<html lang="nl"><head><title>{escape(title)}</title></head><body><form>{body}</form></body></html>'


def _face(font: bytes, fonts: Any) -> Any:
    """A stylesheet with the font of the fields. fonts: where it becomes known."""
    import weasyprint

    data = b64encode(font).decode()
    face = f'@font-face {{ font-family: "Field Sans"; src: url(data:font/ttf;base64,{data}) }}'
    return weasyprint.CSS(string=face, font_config=fonts)


def _counted(pdf: Pdf) -> bytes:
    return b"%d\n%s" % (pdf.pages, pdf.bytes)
