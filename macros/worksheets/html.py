"""A worksheet as HTML: one piece for the page, the browser's print and the PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.content.guide import Guide
from macros.content.messages import amount
from macros.content.text_rules import NAMING
from macros.model.entry import Citation, Entry
from macros.model.practice import MADE_UP, Worksheet
from macros.model.reference import Source
from macros.site.urls import permalink_of, plain_text, printed_url, site_url
from macros.system.kept_templates import KeptTemplates
from macros.worksheets import large
from macros.worksheets.pictograms import Pictograms

Medium = Literal["page", "pdf", "large"]
"""Where a sheet is shown: on its page, as PDF, as PDF in large print."""

TEMPLATES = Path(__file__).parent / "templates"

_QR_MASK = 3
"""The mask of every QR code. Trying all eight for each costs five times as much and finds little better:
for our addresses this one scores 2 % under the best, and blurred prints are read as well (DECISIONS.md)."""


class WorksheetHtml:
    """Lays out the worksheets of one guide as HTML, with the templates as they are on disk when it is made.

    It lives for one refresh of the site.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.large_pages: dict[str, int] = {}
        """How many pages a worksheet takes in large print, by its id, once that was counted."""
        self._qr_codes: dict[str, Markup] = {}
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # A refresh makes a new one.
            bytecode_cache=KeptTemplates(),
        )
        self._environment.filters.update(amount=amount, shares=_shares, narrow=_narrow)
        self._environment.filters.update(words=self._inline, bare=self._plain, picture=Pictograms().svg)
        self._environment.filters.update(
            across=large.across, sides=large.sides, taller=large.taller, width_in_large=large.width_of
        )
        self._environment.tests["wider_than_large"] = large.wider_than_large

    def sheet(self, worksheet: Worksheet, medium: Medium, filled: Mapping[str, str] | None = None) -> str:
        """The HTML of a whole worksheet. filled: what stands in its fields, of an example that no one fills in."""
        return self._rendered(
            "sheet",
            worksheet,
            worksheet=worksheet,
            medium=medium,
            filled=filled,
            mark=MADE_UP,
            cited=cited(self.guide, worksheet),
        )

    def cover(self, entry: Entry, sheets: Sequence[Worksheet]) -> str:
        """The cover and the contents of a workbook."""
        return self._rendered("workbook", entry, entry=entry, sheets=sheets)

    def _rendered(self, template: str, about: Entry, **context: object) -> str:
        """A template with what stands on every sheet: the name of the guide, and the permalink of what it is about."""
        address = permalink_url(self.guide, about)
        short = printed_url(address)
        return self._environment.get_template(f"{template}.html.jinja").render(
            site=self.guide.site.name, address=address, short=short, qr=self.qr_code(address), **context
        )

    def qr_code(self, address: str) -> Markup:
        """A QR code as SVG with a title. The page, the PDF and a workbook show the same one."""
        if address not in self._qr_codes:
            code = segno.make(address, error="m", micro=False, mask=_QR_MASK)
            title = f"QR-code naar {printed_url(address)}"
            self._qr_codes[address] = Markup(
                code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None, title=title)
            )
        return self._qr_codes[address]

    def _inline(self, text: str) -> Markup:
        return inline_html(self.guide, text)

    def _plain(self, text: str) -> str:
        return plain_text(self.guide, text)


def permalink_url(guide: Guide, entry: Entry) -> str:
    """The permalink of a worksheet or another entry as a whole URL, as paper needs it."""
    return site_url(guide.site) + permalink_of(entry)


def inline_html(guide: Guide, text: str) -> Markup:
    """A text as HTML with its emphasis; an entry it names is only words, because on paper a link leads nowhere."""

    def label(found: re.Match[str]) -> str:
        named = guide.by_name(f"{found['noun']}:{found['id']}")
        return f"{named.title}]" if text[found.start() - 1] == "[" else "]"

    words = re.sub(r"\[([^\[\]]*)\]", r"\1", NAMING.sub(label, text))
    html = str(escape(" ".join(words.split())))
    html = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html)
    html = re.sub(r"\*([^*]+)\*|(?<!\w)_([^_]+)_(?!\w)", lambda found: f"<em>{found[1] or found[2]}</em>", html)
    return Markup(html)


def cited(guide: Guide, worksheet: Worksheet) -> str:
    """The sources of a worksheet in one line: Naar: de leidraad, p. 19."""
    sources = []
    for source in guide.references_from(worksheet, Source):
        places = [_place_in(citation) for citation in worksheet.sources if citation.source == source.id]
        sources.append(f"{source.short}, {', '.join(dict.fromkeys(places))}")
    return f"Naar: {'; '.join(sources)}."


def _place_in(citation: Citation) -> str:
    if citation.page:
        return f"p. {citation.page}"
    return f"dia {citation.slide}" if citation.slide else citation.section


def _shares(widths: Sequence[int], count: int) -> list[float]:
    """How much of the whole width each column gets, in percents."""
    widths = widths or (1,) * count
    return [round(100 * width / sum(widths), 2) for width in widths]


def _narrow(widths: Sequence[int], column: int) -> bool:
    """Whether the nth column is clearly narrower than most: what goes in it is short."""
    return bool(widths) and widths[column - 1] * len(widths) < 0.85 * sum(widths)
