"""A worksheet as HTML: one piece for the page, the browser's print and the PDF."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import segno
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from markupsafe import Markup, escape

from macros.guide import Guide
from macros.links import permalink_of, plain
from macros.model import Entry, Source, Worksheet
from macros.prose import NAMING

TEMPLATES = Path(__file__).parent / "templates" / "sheet"


def sheet(guide: Guide, worksheet: Worksheet, medium: str) -> str:
    """A whole sheet. medium: "page" or "pdf"."""
    address = permanent(guide, worksheet)
    short = address.split("://", 1)[1].rstrip("/")
    return _oven().get_template("sheet.html.jinja").render(
        guide=guide, worksheet=worksheet, medium=medium, cited=cited(guide, worksheet), short=short, address=address, qr=qr(address, short), site=guide.site.name
    )


def front(guide: Guide, entry: Entry, sheets: list[Worksheet]) -> str:
    """The cover and the contents of a workbook."""
    address = permanent(guide, entry)
    short = address.split("://", 1)[1].rstrip("/")
    return _oven().get_template("workbook.html.jinja").render(guide=guide, entry=entry, sheets=sheets, site=guide.site.name, short=short, address=address, qr=qr(address, short))


def permanent(guide: Guide, entry: Entry) -> str:
    """The permanent address of a sheet or another entry, where whoever builds the guide publishes it, or else where content/site.yml says."""
    return os.environ.get("SITE_URL", guide.site.address).rstrip("/") + "/" + permalink_of(entry)


def words(guide: Guide, text: str) -> Markup:
    """A text with its emphasis; an entry it names stands as a word, because on paper a link leads nowhere."""

    def label(found: re.Match[str]) -> str:
        return guide.by_name(f"{found['noun']}:{found['id']}").title + "]" if text[found.start() - 1] == "[" else "]"

    said = re.sub(r"\[([^\]]*)\]", r"\1", NAMING.sub(label, text))
    said = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", str(escape(" ".join(said.split()))))
    said = re.sub(r"\*([^*]+)\*|(?<!\w)_([^_]+)_(?!\w)", lambda found: f"<em>{found[1] or found[2]}</em>", said)
    return Markup(said)


_PATTERN = 3
"""The pattern over every square. Trying all eight for each costs five times as much and finds little better:
for our addresses this one scores 2 % under the best, and blurred prints are read as well (DECISIONS.md)."""


@cache
def qr(address: str, short: str) -> Markup:
    """The square that a phone reads, as a drawing with a title."""
    drawing = segno.make(address, error="m", micro=False, mask=_PATTERN).svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None, title=f"QR-code naar {short}")
    return Markup(drawing)


def cited(guide: Guide, worksheet: Worksheet) -> str:
    """Its sources in one line: Naar: de leidraad, p. 19."""
    rows = []
    for source in guide.named_by(worksheet, Source):
        where = [f"p. {one.page}" if one.page else f"dia {one.slide}" if one.slide else one.section for one in worksheet.sources if one.source == source.id]
        rows.append(f"{source.short}, {', '.join(dict.fromkeys(where))}")
    return f"Naar: {'; '.join(rows)}."


def _shares(widths: tuple[int, ...], count: int) -> list[float]:
    """How much of the whole width each column gets, in percents."""
    widths = widths or (1,) * count
    return [round(100 * one / sum(widths), 2) for one in widths]


@cache
def _oven() -> Environment:
    env = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False, bytecode_cache=FileSystemBytecodeCache())
    env.filters.update(shares=_shares, words=pass_context(lambda context, text: words(context["guide"], text)), bare=pass_context(lambda context, text: plain(context["guide"], text)))
    return env
