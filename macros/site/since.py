"""What happened to the entries of the guide since the last release: new, changed, renamed, gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.content.guide import Guide, ident
from macros.content.since_release import SinceRelease
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION

WORDS = ("nieuw", "veranderd", "hernoemd", "weg")
"""What can happen, in the order in which it is told."""


@dataclass(frozen=True)
class Happened:
    """One entry and what happened to it. entry: the one that is there now, if there is. note: its old id, or why."""

    word: str
    title: str
    file: str
    entry: Entry | None
    note: str = ""


@dataclass(frozen=True)
class Since:
    """Everything since a release, by the heading of a collection.

    opening: since which release; when that is not known, one sentence that says why, and then there is nothing more.
    """

    opening: str
    rows: dict[str, list[Happened]]
    known: bool = True

    @property
    def count(self) -> int:
        """How much happened."""
        return sum(map(len, self.rows.values()))


def since(guide: Guide) -> Since:
    """What happened since the last release, as far as it is known."""
    known = guide.since_release()
    if isinstance(known, str):
        return Since(known, {}, known=False)
    by_heading: dict[str, list[Happened]] = {}
    found = sorted(_happened(guide, known), key=lambda one: (WORDS.index(one.word), one.title.lower()))
    for collection, entry_type in BY_COLLECTION.items():
        rows = [one for one in found if PurePosixPath(one.file).parent.name == collection]
        if rows:
            by_heading[entry_type.heading] = rows
    return Since(f"Veranderd sinds uitgave {known.name} ({known.day})", by_heading)


def _happened(guide: Guide, known: SinceRelease) -> Iterator[Happened]:
    moved: set[str] = set()
    for entry in guide:
        file = guide.files[ident(entry)].file
        if file in known.before:
            if file in known.changed:
                yield Happened("veranderd", entry.title, file, entry)
            continue
        old = next((alias for alias in entry.aliases if _file_of(entry, alias) in known.gone), None)
        if old:
            moved.add(_file_of(entry, old))
        note = f"vroeger {old}" if old else ""
        yield Happened("hernoemd" if old else "nieuw", entry.title, file, entry, note)
    for file, title in known.gone.items():
        collection, id = PurePosixPath(file).parent.name, PurePosixPath(file).stem
        if file not in moved and collection in BY_COLLECTION:
            into = guide.find(collection, id)
            yield Happened("weg", title, file, None, f"nu {into.title}" if into else "")


def _file_of(entry: Entry, id: str) -> str:
    return f"content/{entry.collection}/{id}.yml"


def counted(rows: list[Happened]) -> str:
    """How much of each: 2 nieuw, 1 weg."""
    counts = Counter(row.word for row in rows)
    return ", ".join(f"{counts[word]} {word}" for word in WORDS if counts[word])


def since_report(since: Since) -> str:
    """The same for the terminal, in Dutch."""
    if not since.rows:
        return f"{since.opening}: niets" if since.known else since.opening
    lines = [f"{since.opening}: {counted([row for rows in since.rows.values() for row in rows])}"]
    for heading, rows in since.rows.items():
        lines.append(f"  {heading}: {counted(rows)}")
        lines += [f"    {row.word:9}  {row.file}  {row.title}{f' ({row.note})' if row.note else ''}" for row in rows]
    return "\n".join(lines)
