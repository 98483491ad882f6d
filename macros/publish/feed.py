"""The Atom feed: what is new and what changed, newest first."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from macros.content.guide import Guide
from macros.site.news import News, news
from macros.site.permalinks import permalinks
from macros.site.urls import permalink_of, site_url

_NEVER = "1970-01-01T00:00:00Z"


def feed(guide: Guide) -> str:
    """The Atom feed as XML."""
    rows = news(guide)
    base, name = site_url(guide.site), guide.site.name
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"})
    _add(root, "id", base)
    _add(root, "title", name)
    _add(root, "subtitle", guide.site.tagline)
    _add(root, "updated", rows[0].change.moment if rows else _NEVER)
    _add(SubElement(root, "author"), "name", name)
    _add(root, "link", rel="self", href=f"{base}feed.xml")
    _add(root, "link", href=base)
    for row in rows:
        _add_entry(root, row, base, permalinks(guide)[permalink_of(row.entry).rstrip("/")].summary)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_entry(root: Element, row: News, base: str, summary: str) -> None:
    root[-1].tail = "\n"  # A line for each, so that two feeds can be compared.
    entry, url = SubElement(root, "entry"), base + permalink_of(row.entry)
    _add(entry, "id", url)
    _add(entry, "title", f"{row.word}: {row.entry.title}")
    _add(entry, "link", href=url)
    _add(entry, "updated", row.change.moment)
    _add(entry, "category", term=row.entry.catalogue_kind())
    _add(entry, "summary", summary)


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = text
