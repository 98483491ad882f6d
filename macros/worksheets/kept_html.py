"""The HTML of worksheets as it was laid out before: pages show it, PDF and DOCX are known by it, few sheets change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


Keep = Callable[[str, Callable[[], str]], str]
"""What was made of something before, or else what is made of it now."""


class KeptHtml:
    """Lays out the sheets of one guide, or takes them from where they are kept. It lives for one refresh."""

    def __init__(self, html: WorksheetHtml, keep: Keep) -> None:
        self._html, self._keep = html, keep
        self._shared = digest(_CODE, code_digest(_ROOT), *_of_guide(html.guide))

    def sheet(self, worksheet: Worksheet, medium: Medium, filled: Mapping[str, str] | None = None) -> str:
        """As WorksheetHtml lays it out. filled: as the file of the worksheet says."""
        text = self._html.guide.files[ident(worksheet)].text
        made_of = digest(self._shared, medium, worksheet.id, text, filled is not None)
        return self._keep(made_of, lambda: self._html.sheet(worksheet, medium, filled))


def in_store(store: Store) -> Keep:
    """Keeps them in a store."""
    return lambda made_of, make: store.kept(made_of, lambda: make().encode()).decode()


def _of_guide(guide: Guide) -> tuple[object, ...]:
    """What sheets show of the rest of the guide: its name and address, what entries are called, and sources."""
    names = [(ident(entry), entry.title, entry.aliases) for entry in guide]
    return site_url(guide.site), guide.site, names, guide.all(Source)
