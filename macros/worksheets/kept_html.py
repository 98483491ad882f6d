"""The HTML of worksheets as it was laid out before: every PDF and DOCX is known by it, and few sheets change."""

from __future__ import annotations

from pathlib import Path

from macros.content.guide import Guide, ident
from macros.kept.made_by import code_digest, digest
from macros.model.practice import Worksheet
from macros.model.reference import Source
from macros.site.urls import site_url
from macros.system.store import Store
from macros.worksheets.html import Medium, WorksheetHtml

_ROOT = Path(__file__).parents[2]

_CODE = code_digest(_ROOT)
"""The code that this process runs. Of what changes while someone serves, it reads templates again, and no modules."""


class KeptHtml:
    """Lays out the sheets of one guide, or takes them from a store. It lives for one refresh."""

    def __init__(self, html: WorksheetHtml, store: Store) -> None:
        self._html, self._store = html, store
        self._shared = digest(_CODE, code_digest(_ROOT), *_of_guide(html.guide))

    def sheet(self, worksheet: Worksheet, medium: Medium) -> str:
        """The HTML of a whole worksheet that no one filled in."""
        text = self._html.guide.files[ident(worksheet)].text
        made_of = digest(self._shared, medium, worksheet.id, text)
        return self._store.kept(made_of, lambda: self._html.sheet(worksheet, medium).encode()).decode()


def _of_guide(guide: Guide) -> tuple[object, ...]:
    """What sheets show of the rest of the guide: its name and address, what entries are called, and sources."""
    names = [(ident(entry), entry.title, entry.aliases) for entry in guide]
    return site_url(guide.site), guide.site, names, guide.all(Source)
