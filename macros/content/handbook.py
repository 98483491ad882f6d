"""Where the editors' handbook explains what a message is about: addresses, seen from the root of the site.

A test opens each of them: whoever renames a heading of docs/handboek/, is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

FILES = "handboek/#idee"
"""One thing, one file, one name."""

NAMES = "handboek/#noemen"
"""How one names another entry."""

TEXTS = "handboek/#niet-in-een-tekst"
"""What a text may not hold."""

VALUES = "handboek/velden/#waarden"
"""How a value is written."""

PROSE = "handboek/een-pagina-schrijven/"
"""How a page in docs/ is written."""

LINKED_TO = f"{PROSE}#gelinkt"
"""How one finds a page in docs/."""

CALLS = "handboek/macros/"
"""What a page in docs/ can call."""

ON_PAPER = "handboek/werkbladen/#hoeveel"
"""How much fits on a sheet."""

FILLED = "handboek/werkbladen/#ingevuld"
"""How a sheet is filled in, as an example."""

_ELSEWHERE: Mapping[str, str] = {
    "doors": "ingangen",
    "moments": "ingangen",
    "messages": "berichten",
    "letters": "berichten",
    "site": "de-gids-instellen",
}
"""The collections, and the file, whose fields stand on a page of their own."""

_PIECES: Mapping[str, str] = {
    "scene": "tekeningen",
    "dialogue": "voorbeelden",
    "meeting": "voorbeelden",
}
"""The fields whose own fields stand on a page of their own, whatever collection they are in."""


def rule_address(slug: str) -> str:
    """Where a rule stands."""
    return f"handboek/regels/#{slug}"


PRIVACY = rule_address("geen-persoonsgegevens")
PUBLISHED_LINKS = rule_address("een-link-blijft-werken")
DISMISSED_LINKS = rule_address("een-afgewezen-band-is-er-niet")
"""Rules that are also kept by what is no guide yet: a page in docs/, the ledger of links, what was dismissed."""


def fields_address(file: str) -> str:
    """Where the fields stand that a file can have: by its folder in content/, by its name when it stands in none."""
    path = PurePosixPath(file)
    if path.parts[0] != "content":
        return f"{PROSE}#bovenaan"
    name = path.parent.name if len(path.parts) > 2 else path.stem
    return f"handboek/{_ELSEWHERE.get(name, 'velden')}/#{name}"


def piece_address(field: str) -> str:
    """Where the fields inside this field stand; nothing when they stand beside it."""
    return f"handboek/{_PIECES[field]}/#velden" if field in _PIECES else ""
