"""The Atom feed: what is new and what changed, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from macros.content.guide import Guide, ident
from macros.model.entry import Entry
from macros.site.history import Change
from macros.site.permalinks import permalinks
from macros.site.urls import permalink_of, site_url

MOST = 50
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True)
class _Changed:
    """An entry, its permanent address without the slash, and its last change."""

    entry: Entry
    address: str
    change: Change


def feed(guide: Guide, changes: Mapping[str, Change]) -> str:
    """The Atom feed as XML: of what git remembers.

    Where git remembers nothing: of the day that each address was published.
    """
    rows = sorted(_changed(guide, changes), key=lambda row: row.address)
    rows = sorted(rows, key=lambda row: row.change.moment, reverse=True)[:MOST]
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
        _add_entry(root, row, f"{base}{row.address}/", permalinks(guide)[row.address].summary)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _changed(guide: Guide, changes: Mapping[str, Change]) -> Iterator[_Changed]:
    since = {published.address: Change(f"{published.since}T00:00:00Z", True) for published in guide.published}
    for entry in guide:
        address = permalink_of(entry).rstrip("/")
        change = changes.get(guide.files[ident(entry)].file) or since.get(address)
        if change:
            yield _Changed(entry, address, change)


def _add_entry(root: Element, row: _Changed, url: str, summary: str) -> None:
    root[-1].tail = "\n"  # A line for each, so that two feeds can be compared.
    entry = SubElement(root, "entry")
    _add(entry, "id", url)
    _add(entry, "title", f"{'Nieuw' if row.change.new else 'Bijgewerkt'}: {row.entry.title}")
    _add(entry, "link", href=url)
    _add(entry, "updated", row.change.moment)
    _add(entry, "category", term=row.entry.catalogue_kind())
    _add(entry, "summary", summary)


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = text
