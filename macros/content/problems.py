"""Problems in the content: what is wrong, where it stands, and what would help.

Every message is Dutch: its reader is the colleague who just saved a file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
    """Every problem that one reading of the content found, so that an editor can mend them in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


class UnknownEntry(LookupError):
    """A page asks for an entry that does not exist; the message says so in Dutch."""


def report(problems: list[Problem]) -> str:
    """The message for an editor: each problem, and how many there are in all."""
    files = {problem.place.file for problem in problems}
    count = f"{_count(problems, 'probleem', 'problemen')} in {_count(files, 'bestand', 'bestanden')}."
    text = "\n\n".join([*map(str, problems), f"{count} De laatste goede site blijft staan."])
    # The name of a file may hold bytes that no terminal can print.
    return text.encode("utf-8", "replace").decode("utf-8")


def _count(things: Collection[object], singular: str, plural: str) -> str:
    return f"{len(things)} {singular if len(things) == 1 else plural}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that someone who wrote this word most likely meant."""
    return next(iter(get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str], labels: Mapping[str, str] | None = None) -> str:
    """A hint that names the nearest known word with its label, or else the first few of them."""
    known = sorted(known)
    near = nearest(word, known)
    if near:
        label = (labels or {}).get(near)
        return f"Bedoelde je '{near}'{f' ({label})' if label else ''}?"
    if not known:
        return "Er is er nog geen enkele."
    shown = ", ".join(known[:12])
    return f"Dit kan wel: {shown}{', …' if len(known) > 12 else ''}."
