"""The Atom feed: what is new and what changed, newest first."""

from __future__ import annotations

from html import escape

from macros.guide import Guide, ident
from macros.history import Change
from macros.links import base_address, permalink_of
from macros.permalinks import permanent

MOST = 50


def feed(guide: Guide, changes: dict[str, Change]) -> str:
    """The feed as XML: of what git remembers; where it remembers nothing, of the day that each address was published."""
    base, known = base_address(guide.site), permanent(guide)
    since = {one.address: Change(f"{one.since}T00:00:00Z", True) for one in guide.published}
    rows = []
    for entry in guide:
        address = permalink_of(entry).rstrip("/")
        change = changes.get(guide.files[ident(entry)].file) or since.get(address)
        if change:
            rows.append((change.moment, address, change, entry))
    rows = sorted(sorted(rows, key=lambda row: row[1]), key=lambda row: row[0], reverse=True)[:MOST]
    entries = "".join(
        f'<entry><id>{base}{address}/</id><title>{"Nieuw" if change.new else "Bijgewerkt"}: {escape(entry.title)}</title><link href="{base}{address}/"/>'
        f'<updated>{moment}</updated><category term="{entry.data_kind()}"/><summary>{escape(known[address].summary)}</summary></entry>\n'
        for moment, address, change, entry in rows
    )
    newest = rows[0][0] if rows else "1970-01-01T00:00:00Z"
    head = f'<id>{base}</id><title>{escape(guide.site.name)}</title><subtitle>{escape(guide.site.tagline)}</subtitle><updated>{newest}</updated><author><name>{escape(guide.site.name)}</name></author>'
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">{head}<link rel="self" href="{base}feed.xml"/><link href="{base}"/>\n{entries}</feed>\n'
