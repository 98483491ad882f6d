"""The moment that a build counts from, never that of the clock: one commit gives one site, whenever it is built."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from macros.content import days
from macros.content.guide import Guide
from macros.system.git import git


def source_date(guide: Guide, root: Path) -> date:
    """The day (in UTC) of what SOURCE_DATE_EPOCH says, as many tools agreed; else of the last commit.

    Without git too, it is the newest day that the content itself holds.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = told if told.isdecimal() else git(root, "log", "-1", "--format=%ct").strip()
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else _newest_day(guide)


def _newest_day(guide: Guide) -> date:
    """The newest day on which an address was given out or withdrawn, or an entry was checked."""
    written = [day for row in guide.published for day in (row.since, row.withdrawn)]
    written += [str(getattr(entry, "checked", "")) for entry in guide]
    return max((date.fromisoformat(day) for day in written if days.DAY.fullmatch(day)), default=days.BEGUN)
