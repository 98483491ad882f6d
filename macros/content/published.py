"""The ledger of permalinks, content/published.tsv: every one that was ever published, and what was withdrawn.

One permalink a line: `t/familiemuur<TAB>2026-11-25`. A withdrawn one goes on with the day, the reason and,
if there is one, the permalink that helps instead. What stands here may never stop answering.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.content.problems import ContentError, Place, Problem
from macros.content.text_file import raw_bytes, stray_marks, text_of
from macros.model.fields import ID
from macros.system.files import save_file

FILE = "published.tsv"
_FILE = f"content/{FILE}"
_ADDRESS = re.compile(rf"[a-z]/{ID.pattern}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_BYTES = 5_000_000
"""As large as the ledger may grow: some hundred thousand lines."""

_HEADER = (
    "# Elk vast adres dat ooit verscheen, met de eerste dag. Schrap nooit een regel; `make publish` vult aan.\n"
    "# Iets ingetrokken? Zet erachter, met een tab ertussen: de dag, waarom, en het adres dat nu helpt.\n"
)
_FORMAT = (
    "Zo hoort het: t/familiemuur, een tab, 2026-11-25. Ingetrokken: nog de dag, waarom, en het adres dat nu helpt."
)


@dataclass(frozen=True)
class Published:
    """One permalink that people have. since, withdrawn: days (2026-11-25). now: the permalink that helps instead."""

    address: str
    since: str
    place: Place
    withdrawn: str = ""
    reason: str = ""
    now: str = ""


def ledger_bytes(content: Path) -> bytes:
    """The bytes of the ledger; none when there is none yet. Raises ContentError."""
    path = content / FILE
    return raw_bytes(path, _FILE, _MOST_BYTES) if os.path.lexists(path) else b""


def read_published(content: Path) -> tuple[Published, ...]:
    """The permalinks published so far; none when there is no ledger yet. Raises ContentError."""
    return published_in(ledger_bytes(content))


def published_in(raw: bytes) -> tuple[Published, ...]:
    """The permalinks in the bytes of a ledger. Raises ContentError."""
    text = text_of(_FILE, raw)
    found: dict[str, Published] = {}
    problems = stray_marks(_FILE, text)
    for number, line in enumerate([] if problems else text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        place = Place(_FILE, number)
        columns = [column.strip() for column in re.split(r"\t| {2,}", line.strip())]
        if not _is_readable(columns):
            problems.append(Problem(place, "Deze regel kunnen we niet lezen.", _FORMAT))
            continue
        address, since, *rest = columns
        if address in found:
            message = f"'{address}' staat er al, op regel {found[address].place.line}."
            problems.append(Problem(place, message, "Eén regel per adres: schrap de jongste."))
        else:
            found[address] = Published(address, since, place, *rest)
    if problems:
        raise ContentError(problems)
    return tuple(found.values())


def _is_readable(columns: list[str]) -> bool:
    return len(columns) in (2, 4, 5) and bool(_ADDRESS.fullmatch(columns[0])) and all(map(_DAY.fullmatch, columns[1:3]))


def published_text(published: Iterable[Published]) -> str:
    """The whole ledger, one permalink a line, in alphabetical order, so that branches merge."""
    lines = (
        "\t".join(filter(None, (row.address, row.since, row.withdrawn, row.reason, row.now)))
        for row in sorted(published, key=lambda row: row.address)
    )
    return _HEADER + "".join(f"{line}\n" for line in lines)


def write_published(content: Path, published: Iterable[Published]) -> None:
    """Write the ledger anew."""
    save_file(content / FILE, published_text(published))
