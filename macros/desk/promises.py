"""What was promised: the permanent addresses of what goes, in content/published.tsv."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from macros.content import days
from macros.content.problems import Place
from macros.content.published import FILE, Published, published_text
from macros.desk.plan import Plan
from macros.model.asides import Enumeration
from macros.model.entry import Entry

LEDGER = f"content/{FILE}"


def addresses_of(entry: Entry) -> list[str]:
    """Every permanent address of an entry: its own, those of its aliases, and those of the points in it."""
    return [f"{entry.letter}/{id}" for id in (entry.id, *entry.aliases)] + points_of(entry)


def points_of(entry: Entry) -> list[str]:
    """The permanent addresses of the points of a list."""
    points = entry.items if isinstance(entry, Enumeration) else ()
    return [f"{entry.letter}/{point.anchor}" for point in points if point.anchor]


def withdraw_addresses(plan: Plan, addresses: Collection[str], reason: str, now: str) -> None:
    """Have the ledger say that these addresses were withdrawn. now: the address that helps instead, if there is one.

    An address that is not in the ledger yet may have been shown already: it is kept too.
    """
    if not addresses:
        return
    rows = list(_rows(plan, addresses, " ".join(reason.split()), now))
    path = plan.desk.root / LEDGER
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    after = published_text(rows)
    # Whoever wrote comments in it, keeps them.
    remarks = [line for line in before.splitlines() if line.startswith("#") and line not in after.splitlines()]
    plan.texts[LEDGER] = "".join(f"{line}\n" for line in remarks) + after


def _rows(plan: Plan, addresses: Collection[str], reason: str, now: str) -> Iterator[Published]:
    today = days.today().isoformat()
    known = {row.address: row for row in plan.desk.guide.published}
    for address in addresses:
        row = known.get(address) or Published(address, today, Place(LEDGER))
        yield replace(row, withdrawn=today, reason=reason, now=now)
    for row in known.values():
        if row.address not in addresses:
            yield replace(row, now=now) if row.now in addresses else row
