"""From the bytes of a file to its text: UTF-8, line endings, and characters that no one can see.

What can be read all the same becomes a problem to report with the others; what cannot, a ContentError at once.
"""

from __future__ import annotations

import re
from pathlib import Path

from macros.content.problems import ContentError, Place, Problem, place_at

_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufeff\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)


def raw_bytes(path: Path, file: str) -> bytes:
    """The bytes of a file. Raises ContentError when it cannot be opened, as behind a broken symlink."""
    try:
        return path.read_bytes()
    except OSError:
        hint = "Kijk of het er echt staat en of je het mag lezen."
        raise ContentError([Problem(Place(file), "Dit bestand is niet te openen.", hint)]) from None


def text_of(file: str, raw: bytes) -> str:
    """The UTF-8 text of these bytes. Raises ContentError when they are no UTF-8."""
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
    problems: list[Problem] = []
    if text.startswith("\ufeff"):
        problems.append(
            Problem(
                Place(file),
                "Dit bestand begint met een onzichtbaar teken (een BOM).",
                "Kies in je editor 'Opslaan met codering' en dan UTF-8 zonder BOM.",
            )
        )
        text = text[1:]
    if "\r" in text:
        problems.append(
            Problem(
                place_at(file, text, text.index("\r")),
                "Dit bestand heeft regeleinden van Windows (CRLF).",
                "Kies onderaan in je editor LF in plaats van CRLF, en bewaar opnieuw.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    unparsable = _invisible_character(file, text) or _tab_indents(file, text)
    if unparsable:
        raise ContentError([*problems, *unparsable])
    return text, problems


def _invisible_character(file: str, text: str) -> list[Problem]:
    found = _INVISIBLE.search(text)
    if not found:
        return []
    message = "Hier staat een onzichtbaar teken dat geen tekst is."
    return [Problem(place_at(file, text, found.start()), message, "Wis het teken, of typ de regel opnieuw.")]


def _tab_indents(file: str, text: str) -> list[Problem]:
    message, hint = "Deze regel springt in met een tab.", "Gebruik spaties, twee per niveau."
    return [Problem(place_at(file, text, tab.start(1)), message, hint) for tab in _TAB_INDENT.finditer(text)]
