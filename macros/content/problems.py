"""Problems in the content: what is wrong, where it stands, and what would help.

Every message is Dutch: its reader is the colleague who just saved a file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches

from macros.model.slugs import slug_of
from macros.system.errors import KEPT

_MOST, MOST_IN_FILE = 72, 24
"""As many problems as a report tells, in all and of one file: enough to work on, and to find again on a screen."""

_MOST_SIGNS = 500
"""As long as one line of a message may be."""

_MOST_NAMES = 30
"""As many names as a hint can still list: no type has more fields."""

_BETWEEN = (re.compile(r"\s*[,;/+&|]\s*|\s+(?:en|of)\s+"), re.compile(r"\s+"))
"""What stands between words that are several, the surest first."""

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a content file, counted from 1, as an editor can jump to it."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        file = re.sub(r"[\x00-\x1f\x7f]", "?", self.file)  # The name of a file can hold anything but a slash.
        return f"{file}:{self.line}:{self.column}"


def place_at(file: str, text: str, index: int) -> Place:
    """Line and column of a position in a text."""
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands, what is wrong, what would help.

    more: where the handbook explains it, as an address below that of the site.
    """

    place: Place
    message: str
    hint: str = ""
    more: str = ""

    def __str__(self) -> str:
        return "\n".join([str(self.place), *(f"  {line}" for line in self.lines())])

    def lines(self) -> list[str]:
        """What is wrong, what would help, and where the handbook explains it."""
        # A message may quote a text of many lines, or one that never ends.
        lines = [self.message, *self.hint.splitlines(), *([f"Meer: {self.more}"] if self.more else [])]
        return [_shortened(" ".join(line.split())) for line in lines]

    def leading_to(self, more: str) -> Problem:
        """The same, with where the handbook explains it; unless it says so already."""
        return self if self.more else replace(self, more=more)


class ContentError(Exception):
    """Every problem that one reading of the content found, so that an editor can mend them in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


@contextmanager
def explained_at(more: str) -> Iterator[None]:
    """Whatever is found to be wrong in here, is explained at this address of the handbook."""
    try:
        yield
    except ContentError as error:
        raise ContentError(problem.leading_to(more) for problem in error.problems) from None


class UnknownEntry(LookupError):
    """A page asks for an entry that does not exist; the message says so in Dutch."""


def _shortened(line: str) -> str:
    """A line of a message as someone can read it: of a very long one its beginning and its end."""
    return line if len(line) <= _MOST_SIGNS else f"{line[: _MOST_SIGNS // 2]} … {line[-_MOST_SIGNS // 2 :]}"


def report(problems: list[Problem]) -> str:
    """The message for an editor: each problem, and how many there are in all.

    It stays readable whatever happened: some problems of each file and some files, and how many more there are.
    """
    return _told(problems, "probleem", "problemen", KEPT)


def warning(problems: list[Problem]) -> str:
    """The same of what is not wrong, but could be better; nothing when there is none."""
    end = "De gids wordt er niet door tegengehouden."
    return _told(problems, "waarschuwing", "waarschuwingen", end) if problems else ""


def _told(problems: list[Problem], singular: str, plural: str, end: str) -> str:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.place.file].append(problem)
    told: list[str] = []
    for file, found in by_file.items():
        shown = found[: min(MOST_IN_FILE, _MOST - len(told))]
        told += map(str, shown)
        if shown and len(shown) < len(found):
            told[-1] += f"\n  En zo nog {len(found) - len(shown)} in {file}: die zie je als deze weg zijn."
    if len(told) == _MOST < len(problems):
        told[-1] += "\n  De andere bestanden zie je als deze in orde zijn."
    count = f"{counted(problems, singular, plural)} in {counted(by_file, 'bestand', 'bestanden')}."
    text = "\n\n".join([*told, f"{count} {end}"])
    # The name of a file may hold bytes that no terminal can print.
    return text.encode("utf-8", "replace").decode("utf-8")


def counted(things: Collection[object], singular: str, plural: str) -> str:
    """How many there are, with their name: 1 probleem, 2 problemen."""
    return f"{len(things)} {singular if len(things) == 1 else plural}"


def nearest(word: str, known: Iterable[str], words: Mapping[str, str] | None = None) -> str | None:
    """The known word that someone who wrote this word most likely meant.

    words: what else people call a known word; only when it is spelled just so.
    A number is no slip of the pen: s1 may be s01, but is never s12.
    """
    spelled: dict[str, str] = {}
    for name in sorted(known):
        spelled.setdefault(_plain(name), name)
    called = {_plain(other): name for other, name in reversed([*(words or {}).items()]) if _plain(name) in spelled}
    for written in map(_plain, (word, *re.split("[:/]", word)[1:])):
        if written in spelled or written in called:
            return spelled.get(written) or called[written]
    written = _plain(word)
    numbers = _NUMBER.findall(written)
    alike = [other for other in spelled if _NUMBER.findall(other) == numbers]
    said = {*written.split("-")}
    whole = {part for other in alike if (parts := {*other.split("-")}) <= said for part in parts}

    def leaves_out(other: str) -> bool:
        """Whether it has a word in common, but leaves out one that is a name itself: amber-dark is no petrol-dark."""
        shared = {*other.split("-")} & said
        return bool(shared) and not whole <= shared

    near = [other for other in get_close_matches(written, alike, cutoff=0.6) if not leaves_out(other)]
    # Of those that look alike, the one with the most words in common; else the first, which looks most alike.
    return spelled[max(near, key=lambda other: len({*other.split("-")} & said))] if near else None


def _plain(word: str) -> str:
    """A word as people take it for another: without capitals, accents, the ending of a file, and zeros up front."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", slug_of(re.sub(r"\.ya?ml$", "", word[:_MOST_SIGNS])))


def _several(word: str, known: Collection[str], words: Mapping[str, str]) -> list[str]:
    """The known words that are glued together in this one: 's01, s02' is no slip of the pen for either."""
    spelled = {_plain(name): name for name in known}
    called = {**{_plain(other): name for other, name in words.items()}, **spelled}
    for between in _BETWEEN if _plain(word) not in called else ():
        parts = [_plain(part) for part in between.split(word[:_MOST_SIGNS]) if part]
        if len(parts) > 1 and all(part in called for part in parts):
            return list(dict.fromkeys(called[part] for part in parts))[:_MOST_NAMES]
    return []


def did_you_mean(
    word: str, known: Iterable[str], labels: Mapping[str, str] | None = None, words: Mapping[str, str] | None = None
) -> str:
    """A hint that names the nearest known word with its label, or else the first few of them.

    words: what else people call a known word.
    """
    known = sorted(known)
    several = _several(word, known, words or {})
    if several:
        named = " en ".join(f"'{name}'" for name in several)
        return f"Dit zijn er {len(several)}: {named}. Kies er een, of zet ze elk apart in een lijst."
    near = nearest(word, known, words)
    if near:
        label = (labels or {}).get(near)
        return f"Bedoelde je '{near}'{f' ({label})' if label else ''}?"
    if not known:
        return "Er is er nog geen enkele."
    shown = ", ".join(known[:_MOST_NAMES])
    return f"Dit kan wel: {shown}{', …' if len(known) > _MOST_NAMES else ''}."
