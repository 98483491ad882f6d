"""From the bytes of a file to its text: UTF-8, line endings, signs that no one can see, marks that git left.

What can be read all the same becomes a problem to report with the others; what cannot, a ContentError at once.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from macros.content.messages import enumerate_nl
from macros.content.problems import ContentError, Place, Problem, place_at
from macros.content.signs import Sign, odd_signs

_NO_YAML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ufffe\uffff]"
)
"""What YAML cannot read, or takes for a letter where people see a space: it would blame something else."""

MOST_BYTES = 100_000
"""As large as a file that people write can be: many times the largest of the guide, and no page that is too long."""

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: what is no file, as a pipe, may keep one waiting for ever."""

_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)
_GIT_MARK = re.compile(r"^(?:(?:<{7}|\|{7}|>{7})(?:[ \r].*)?|={7}\r?)$", re.MULTILINE)
"""A line that git puts in a file that two people changed."""

_MOST = 10
"""As many signs in one file as an editor wants to see at once."""


def raw_bytes(path: Path, file: str, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file. Raises ContentError when it cannot be opened, as behind a broken symlink, or is too large.

    most: as many bytes as it may have.
    """
    try:
        opened = os.open(path, _READ)  # Twice as quick as a Path, and at each save this is asked of every file.
        try:
            about = os.fstat(opened)
            is_file, size = stat.S_ISREG(about.st_mode), about.st_size
            raw = os.read(opened, size + 1) if is_file and size <= most else b""
        finally:
            os.close(opened)
    except OSError:
        raise ContentError([unreadable(file)]) from None
    if not is_file:
        raise ContentError([unreadable(file)])
    if size > most:
        message = f"Dit bestand is {size // 1000} kB groot, en meer dan {most // 1000} kB lezen we niet."
        hint = "Werd er iets in geplakt, zoals een foto of een hele website? Haal dat eruit."
        raise ContentError([Problem(Place(file), message, hint)])
    return raw


def unreadable(file: str) -> Problem:
    """What is told of a file that cannot be opened."""
    return Problem(Place(file), "Dit bestand is niet te openen.", "Kijk of het er echt staat en of je het mag lezen.")


def text_of(file: str, raw: bytes) -> str:
    """The UTF-8 text of these bytes. Raises ContentError when they are no UTF-8, or no text at all."""
    if raw.count(0) > len(raw) // 5:
        # Such as UTF-16, where every second byte of our letters is 0: to UTF-8 these are signs that no one sees.
        message = "Dit bestand is niet in UTF-8 bewaard, of het is geen tekst."
        hint = "Kies in je editor 'Opslaan met codering' en dan UTF-8. Is het geen tekst? Haal het hier weg."
        raise ContentError([Problem(Place(file), message, hint)])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        problem = Problem(
            place_at(file, before, len(before)),
            "Dit bestand is niet in UTF-8 bewaard: hier staat een teken dat niet te lezen is.",
            "Kies in je editor 'Opslaan met codering' en dan UTF-8.",
        )
        raise ContentError([problem]) from None


def yaml_text_of(file: str, raw: bytes) -> tuple[str, list[Problem]]:
    """The text of a YAML file, and what is wrong with it. Raises ContentError when it could not be parsed as YAML."""
    text = text_of(file, raw)
    problems = _mark_in_front(file, text)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        problems.append(
            Problem(
                place_at(file, text, text.index("\r")),
                "Dit bestand heeft regeleinden van Windows (CRLF).",
                "Kies onderaan in je editor LF in plaats van CRLF, en bewaar opnieuw.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    marks = _git_marks(file, text, lone_rule=True)
    signs = list(islice(odd_signs(text), 10 * _MOST))
    tabs = _tab_indents(file, text)
    problems += [*marks, *_sign_problems(file, text, signs)]
    if marks or tabs or any(_NO_YAML.search(text, sign.start, sign.end) for sign in signs):
        raise ContentError([*problems, *tabs])
    return text, problems


def stray_marks(file: str, text: str) -> list[Problem]:
    """What no one typed in a text: the marks of git, and signs that no one sees or that were misread."""
    in_front, text = _mark_in_front(file, text), text.removeprefix("\ufeff")
    return [
        *in_front,
        *_git_marks(file, text, lone_rule=False),
        *_sign_problems(file, text, islice(odd_signs(text), 10 * _MOST)),
    ]


def _mark_in_front(file: str, text: str) -> list[Problem]:
    """The sign that some programs put in front of every file."""
    if not text.startswith("\ufeff"):
        return []
    message = "Dit bestand begint met een onzichtbaar teken (een BOM)."
    return [Problem(Place(file), message, "Kies in je editor 'Opslaan met codering' en dan UTF-8 zonder BOM.")]


def _sign_problems(file: str, text: str, signs: Iterable[Sign]) -> list[Problem]:
    return sorted(Problem(place_at(file, text, sign.start), sign.message, sign.hint) for sign in signs)[:_MOST]


def _git_marks(file: str, text: str, *, lone_rule: bool) -> list[Problem]:
    """Each spot where git put two versions of a text under each other.

    lone_rule: whether ======= on its own is such a mark too. In Markdown it may underline a title.
    """
    spots: list[list[re.Match[str]]] = []
    for mark in _GIT_MARK.finditer(text):
        if not spots or mark[0][0] == "<":
            spots.append([])
        spots[-1].append(mark)
    if not lone_rule and all(mark[0][0] == "=" for spot in spots for mark in spot):
        return []
    return [
        Problem(
            place_at(file, text, spot[0].start()),
            f"Hier zette git twee versies van een tekst onder elkaar: '{spot[0][0].strip()[:40]}'.",
            "Kies wat blijft, en schrap wat git erbij zette op regel "
            f"{enumerate_nl([str(place_at(file, text, mark.start()).line) for mark in spot[:4]])}.",
        )
        for spot in spots[:_MOST]
    ]


def _tab_indents(file: str, text: str) -> list[Problem]:
    message, hint = "Deze regel springt in met een tab.", "Gebruik spaties, twee per niveau."
    return [Problem(place_at(file, text, tab.start(1)), message, hint) for tab in _TAB_INDENT.finditer(text)]
