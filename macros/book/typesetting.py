"""A book as PDF: A4, readable aloud (PDF/UA-1), with an outline, and the same bytes each time.

WeasyPrint lays out, as it does the worksheets. A book has footnotes and numbers of pages, which no sheet has, so it is
laid out with all of WeasyPrint's own styles.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from xml.etree import ElementTree

from macros.book.layout import LaidOut
from macros.worksheets.pdf_finishing import Pdf, finished, pdf_bytes

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
STYLES = ("book/book-frame.css", "book/book-pieces.css", "book/book-more.css")

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" '
_WITH_NAMESPACE = re.compile(r'<svg (?!xmlns=")')
_VOID = re.compile(r"<(br|hr)>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w*;")
"""A sign by its name, which HTML knows and XML does not."""


def _as_xml(found: re.Match[str]) -> str:
    """A sign by its name as XML has it; what is no name of a sign, as it was typed."""
    return escape(unescape(found[0]))


def typeset(book: LaidOut) -> Pdf:
    """The PDF of a book."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from macros.worksheets.shared_styles import Sheet, let_go

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    fonts = FontConfiguration()
    # One stylesheet for all files: an element is held against each by itself.
    css = "".join((ASSETS / name).read_text(encoding="utf-8") for name in STYLES)
    styles = weasyprint.CSS(string=css, base_url=(ASSETS / STYLES[0]).as_uri(), font_config=fonts)
    document = Sheet(tree_of(book), ASSETS.as_uri() + "/", [], {})
    raw: bytes = document.write_pdf(
        stylesheets=[styles], font_config=fonts, pdf_variant="pdf/ua-1", uncompressed_pdf=True
    )
    let_go(fonts)
    made = finished(raw, None)
    return Pdf(_told(made.bytes, book.titles), made.pages)


def tree_of(book: LaidOut) -> ElementTree.Element:
    """The elements of a book. Our HTML is XML but for a habit, and XML is read thirty times as fast."""
    return ElementTree.fromstring(_WITH_NAMESPACE.sub(_SVG, _VOID.sub(r"<\1/>", _ENTITY.sub(_as_xml, _page(book)))))


def _page(book: LaidOut) -> str:

    head = f"<head><title>{escape(book.title)}</title></head>"
    return f'<html lang="nl">{head}<body>{book.html}</body></html>'


def _told(document: bytes, titles: Mapping[str, str]) -> bytes:
    """A document whose links within say what they lead to, for who hears them. titles: what stands at each anchor."""
    import pikepdf

    with pikepdf.open(io.BytesIO(document)) as opened:
        for page in opened.pages:
            for link in page.get("/Annots", []):
                anchor = str(link.get("/Contents", ""))
                if anchor in titles:
                    link.Contents = pikepdf.String(titles[anchor])
        return pdf_bytes(opened)
