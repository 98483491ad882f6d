"""Every permanent address that was ever published, and what was withdrawn: content/published.tsv.

One address a line: `t/familiemuur<TAB>2026-11-25`. A withdrawn one goes on with the day, the reason and,
if there is one, the address that helps instead. What stands here may never stop answering.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from macros.content.problems import ContentError, Place, Problem

FILE = "published.tsv"
_ADDRESS = re.compile(r"[a-z]/[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEAD = "# Elk vast adres dat ooit verscheen, met de eerste dag. Schrap nooit een regel; `make publish` vult aan.\n# Iets ingetrokken? Zet erachter, met een tab ertussen: de dag, waarom, en het adres dat nu helpt.\n"


@dataclass(frozen=True)
class Published:
    """One address that people have. since, withdrawn: days (2026-11-25). now: the address that helps instead."""

    address: str
    since: str
    place: Place
    withdrawn: str = ""
    reason: str = ""
    now: str = ""


def read_published(content: Path) -> tuple[Published, ...]:
    """What was published so far; nothing when there is no ledger yet. Raises ContentError."""
    path = content / FILE
    if not path.is_file():
        return ()
    found: dict[str, Published] = {}
    problems: list[Problem] = []
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        place = Place(f"content/{FILE}", number)
        words = [word.strip() for word in re.split(r"\t| {2,}", line.strip())]
        if not (len(words) in (2, 4, 5) and _ADDRESS.fullmatch(words[0]) and all(map(_DAY.fullmatch, words[1:3]))):
            problems.append(
                Problem(
                    place,
                    "Deze regel kunnen we niet lezen.",
                    "Zo hoort het: t/familiemuur, een tab, 2026-11-25. Ingetrokken: nog de dag, waarom, en het adres dat nu helpt.",
                )
            )
        elif words[0] in found:
            problems.append(
                Problem(
                    place,
                    f"'{words[0]}' staat er al, op regel {found[words[0]].place.line}.",
                    "Eén regel per adres: schrap de jongste.",
                )
            )
        else:
            found[words[0]] = Published(words[0], words[1], place, *words[2:])
    if problems:
        raise ContentError(problems)
    return tuple(found.values())


def write_published(content: Path, published: list[Published]) -> None:
    """Write the ledger anew, one address a line, in the order of the alphabet, so that branches merge."""
    lines = (
        "\t".join(filter(None, (one.address, one.since, one.withdrawn, one.reason, one.now)))
        for one in sorted(published, key=lambda one: one.address)
    )
    (content / FILE).write_text(_HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
