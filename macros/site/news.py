"""What is new in the guide, and what changed: as git remembers it, or else since the day an address was published."""

from __future__ import annotations

from dataclasses import dataclass

from macros.content.guide import Guide, Ident, ident, once_a_guide
from macros.content.history import Change
from macros.model.entry import Entry
from macros.site.urls import permalink_of

MOST = 50
"""How much the feed and the page of what is new hold: the same things."""


@dataclass(frozen=True)
class News:
    """An entry, with its last change."""

    entry: Entry
    change: Change

    @property
    def day(self) -> str:
        """The day of the change: 2026-11-25."""
        return self.change.moment[:10]

    @property
    def word(self) -> str:
        """What happened to the entry, for a reader."""
        return "Nieuw" if self.change.new else "Bijgewerkt"


def news(guide: Guide, most: int = MOST) -> list[News]:
    """What changed last, newest first; of one moment what is new comes before what was there."""
    known = _changes(guide)
    rows = [News(entry, known[ident(entry)]) for entry in guide if ident(entry) in known]
    rows.sort(key=lambda row: (not row.change.new, permalink_of(row.entry)))
    return sorted(rows, key=lambda row: row.change.moment, reverse=True)[:most]


def day_of(guide: Guide, entry: Entry) -> str | None:
    """The day of the last change of an entry, as far as anything knows it."""
    change = _changes(guide).get(ident(entry))
    return change.moment[:10] if change else None


def last_day(guide: Guide) -> str | None:
    """The day of the last change of anything."""
    return max((change.moment[:10] for change in _changes(guide).values()), default=None)


@once_a_guide
def _changes(guide: Guide) -> dict[Ident, Change]:
    since = {published.address: Change(f"{published.since}T00:00:00Z", True) for published in guide.published}
    found = {
        ident(entry): guide.changes.get(guide.files[ident(entry)].file) or since.get(permalink_of(entry).rstrip("/"))
        for entry in guide
    }
    return {key: change for key, change in found.items() if change}
