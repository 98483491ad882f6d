"""What wants looking after: what no one checked lately, what no one names, what is yet to be written."""

from __future__ import annotations

import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from macros.addresses import host_of
from macros.entries import walk
from macros.guide import Guide, ident
from macros.kinds import Prose
from macros.model import Entry, Partner, Resource, Term
from macros.problems import Place
from macros.render import render
from macros.source import place_at
from macros.terms import unused

_TODO = re.compile(r"nog (?:aan te vullen|na te kijken|in te vullen)\b[^.!?\n]*")
_SENTENCE_SO_FAR = re.compile(r"[^.!?\n:>\"' -][^.!?\n:>]*$")
_YEAR = 365


@dataclass(frozen=True)
class Checks:
    """How fresh one collection is on a day: what was never checked, what was too long ago, how many there are."""

    heading: str
    never: list[Entry]
    old: list[Entry]
    count: int


@dataclass(frozen=True)
class Upkeep:
    """Everything that wants looking after on a day.

    links: by domain, the entries that send a reader there. unnamed: partners that nothing names. unused: terms
    that no text uses. todos: what says of itself that it is not complete, with its place.
    """

    day: date
    checks: list[Checks]
    links: dict[str, list[Entry]]
    unnamed: list[Partner]
    unused: list[Term]
    todos: list[tuple[Place, str]]


def look_after(guide: Guide, day: date, pages: Mapping[str, str] | None = None) -> Upkeep:
    """What wants looking after on a day. pages: the prose of docs/ by file, if it is looked at as well."""
    pages = pages or {}
    texts = [text for entry in guide if not isinstance(entry, Term) for text in (entry.title, *(text for _, _, mark, text in walk(entry) if isinstance(mark, Prose)))]
    links: dict[str, list[Entry]] = defaultdict(list)
    for entry in (*guide.all(Partner), *guide.all(Resource)):
        if entry.url:
            links[host_of(entry.url)].append(entry)
    return Upkeep(
        day=day,
        checks=[_checks(guide, kind, day) for kind in (Partner, Resource)],
        links=dict(sorted(links.items(), key=lambda one: (-len(one[1]), one[0]))),
        unnamed=[partner for partner in guide.all(Partner) if not is_named(guide, partner)],
        unused=unused(guide, [*texts, *pages.values()]),
        todos=list(_todos({**{source.file: source.text for source in guide.files.values()}, **pages})),
    )


def is_named(guide: Guide, entry: Entry) -> bool:
    """Whether any other entry names this one, in a field or in a text."""
    return any(ident(other) != ident(entry) for other in (*guide.naming(entry), *guide.mentioning(entry)))


def shown_upkeep(guide: Guide) -> str:
    """The report as part of a page, for the day of the latest change: the same content gives the same page."""
    return render("upkeep", upkeep=look_after(guide, latest_change()))


def told(guide: Guide, upkeep: Upkeep) -> str:
    """The report for the terminal, in Dutch."""
    lines = [f"Onderhoud op {upkeep.day}"]
    for checks in upkeep.checks:
        lines += _told(f"{checks.heading}: {len(checks.never)} van {checks.count} nog nooit nagekeken", _files(guide, checks.never))
        lines += _told(f"{checks.heading}: {len(checks.old)} langer dan een jaar geleden nagekeken", [f"{line} ({entry.checked})" for line, entry in zip(_files(guide, checks.old), checks.old, strict=True)])
    lines += _told(f"Partners die nog nergens genoemd zijn: {len(upkeep.unnamed)}", _files(guide, upkeep.unnamed))
    lines += _told(f"Begrippen die in geen enkele tekst staan: {len(upkeep.unused)}", _files(guide, upkeep.unused))
    lines += _told(f"Nog aan te vullen: {len(upkeep.todos)}", [f"{place}  {words}" for place, words in upkeep.todos])
    lines += _told(f"Links naar buiten: {sum(map(len, upkeep.links.values()))}, naar {len(upkeep.links)} domeinen", [f"{len(entries):3}  {domain}" for domain, entries in upkeep.links.items()])
    return "\n".join(lines)


def _told(heading: str, lines: list[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)]


def _files(guide: Guide, entries) -> list[str]:
    return [f"{guide.files[ident(entry)].file}  {entry.title}" for entry in entries]


def _checks(guide: Guide, kind: type[Partner] | type[Resource], day: date) -> Checks:
    entries = guide.all(kind)
    old = [entry for entry in entries if entry.checked != "never" and _days_since(entry.checked, day) > _YEAR]
    return Checks(kind.heading, [entry for entry in entries if entry.checked == "never"], old, len(entries))


def _days_since(checked: str, day: date) -> int:
    """How long ago something was checked. A date that no calendar has, such as 2026-02-31, was never."""
    try:
        return (day - date.fromisoformat(checked)).days
    except ValueError:
        return _YEAR + 1


def _todos(texts: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    for file, text in sorted(texts.items()):
        for found in _TODO.finditer(text):
            line = text.rfind("\n", 0, found.start()) + 1
            before = _SENTENCE_SO_FAR.search(text[line : found.start()])
            start = line + before.start() if before else found.start()
            words = text[start : found.end()].strip(" \"'")
            yield place_at(file, text, start), f"{words[0].upper()}{words[1:]}."


@cache
def latest_change() -> date:
    """The day of the latest change to the guide: what SOURCE_DATE_EPOCH says, else the last commit, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    try:
        done = subprocess.run(["git", "log", "-1", "--format=%cs"], cwd=Path(__file__).parent, capture_output=True, text=True, timeout=5)
        return date.fromisoformat(done.stdout.strip())
    except (OSError, ValueError, subprocess.SubprocessError):
        return date.today()
