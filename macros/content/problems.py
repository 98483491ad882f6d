"""What is wrong, where it stands, and what would help.

Every message is Dutch: its reader is the colleague who just saved a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a content file, counted from 1, as an editor can jump to it."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def place_at(file: str, text: str, index: int) -> Place:
    """Line and column of a position in a text."""
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands, what is wrong, what would help."""

    place: Place
    message: str
    hint: str = ""

    def __str__(self) -> str:
        message = " ".join(self.message.split())  # It may quote a text of several lines.
        return "\n".join([str(self.place), f"  {message}", *(f"  {line}" for line in self.hint.splitlines())])


class ContentError(Exception):
    """Every problem of one reading at once, so that an editor mends them in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


class UnknownEntry(LookupError):
    """A page asks for an entry that is not there; the text says so in Dutch."""


def report(problems: list[Problem]) -> str:
    """The note to a colleague: each problem, and how many there are in all."""
    files = len({problem.place.file for problem in problems})
    count = f"{len(problems)} {'probleem' if len(problems) == 1 else 'problemen'} in {files} {'bestand' if files == 1 else 'bestanden'}."
    text = "\n\n".join([*map(str, problems), f"{count} De laatste goede site blijft staan."])
    # The name of a file may hold bytes that no terminal can print.
    return text.encode("utf-8", "replace").decode("utf-8")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that someone who wrote this word most likely meant."""
    return next(iter(get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str], labels: dict[str, str] | None = None) -> str:
    """Name the nearest known word with its label, or all of them while they are few."""
    known = sorted(known)
    near = nearest(word, known)
    if near:
        label = (labels or {}).get(near)
        return f"Bedoelde je '{near}'{f' ({label})' if label else ''}?"
    if not known:
        return "Er is er nog geen enkele."
    shown = ", ".join(known[:12])
    return f"Dit kan wel: {shown}{', …' if len(known) > 12 else ''}."
