"""Signs that no one sees or that a program misread, each by its name; and letters as they are meant.

What is typed by hand never holds these. They come along from Word, a PDF, a mail or a web page, where they mean
something; here they break a search, a list or a voice that reads aloud.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Everything that takes a second look; most of it is refused, some has its place in some texts."""

BULLETS = "•▪‣◦●■➢►"
"""What a word processor puts before the points of a list."""

_ERASE = "Wis het. Je ziet het niet, maar zoeken en voorlezen struikelen erover."
_SPACE = "Typ een gewone spatie."
_NAMES = (
    ("\x85\u2028\u2029", "een regeleinde dat alleen sommige programma's kennen", "Wis het, of begin een nieuwe regel."),
    ("\u00ad", "een zacht koppelteken", _ERASE),
    ("\u00a0\u202f", "een vaste spatie", _SPACE),
    ("\u1680\u2000-\u200a\u205f\u3000", "een spatie van een andere breedte", _SPACE),
    ("\u200b\u2060", "een spatie zonder breedte", _ERASE),
    ("\ufeff", "een BOM, een teken dat alleen vooraan in een bestand iets betekent", _ERASE),
    ("\u200c", "een onzichtbare scheiding", _ERASE),
    ("\u200d\u034f", "een onzichtbare verbinding", _ERASE),
    ("\u200e\u200f\u061c", "een teken dat de leesrichting zegt", _ERASE),
    ("\u202a-\u202e\u2066-\u2069", "een teken dat de leesrichting omkeert", _ERASE),
    ("\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef", "een variatieteken zonder iets om te variëren", _ERASE),
    ("\U000e0000-\U000e007f", "een onzichtbaar label", _ERASE),
    ("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0", "een leeg opvulteken", _ERASE),
    ("\ufffd", "het teken van een letter die verloren ging", "Typ de letter die hier hoort."),
    ("\ufffc", "de plek van een afbeelding die niet meekwam", "Wis het."),
    (
        "\ue000-\uf8ff\U000f0000-\U0010ffff",
        "een teken dat alleen in één lettertype bestaat, zoals een bolletje uit Word",
        "Wis het. Is dit een punt van een lijst? Begin dan met een streepje en een spatie.",
    ),
    ("\x80-\x9f", "een verkeerd gelezen teken", "Typ het teken dat hier hoort."),
)
"""Which signs (as in a pattern), what an editor may call them, and what would help."""

_KINDS = tuple((re.compile(f"[{signs}]"), name, hint) for signs, name, hint in _NAMES)

_MISREAD = re.compile(
    "(?:[\u00c2-\u00df][{0}]|[\u00e0-\u00ef][{0}]{{2}}|[\u00f0-\u00f4][{0}]{{3}})".format(
        "\u0080-\u00bf" + re.escape(bytes({*range(0x80, 0xA0)} - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252"))
    )
)
"""What UTF-8 looks like to a program that reads it as the old alphabet of Windows: é becomes two signs."""

_MEANT = re.compile("[\u00a0-\u017f\u2010-\u203a\u20ac\u2122\ufb00-\ufb06\ufeff\U0001f000-\U0001faff]")
"""What someone here writes. Anything else that such a row could be is chance, as in „CAFÉ”."""

_BY_CHANCE = re.compile("[^\u00c2\u00c3\u00e2\u00f0].*[“”‘’„…–—]")
"""A letter with an accent, and a quotation mark or a dash behind it."""

_SPACES = re.compile("[\u00a0\u202f]")
_STARTS = re.compile(r"[ \t]*(?:(?:[-*+•>#]|\d+[.)]|[\w-]+:)[ \t]*)*")
"""What a line of YAML or Markdown starts with, before its words."""

_NEAR = 80
"""So far from a sign may stand what it goes with."""

_PICTURES = ("So", "Sk", "Sm", "Po", "Mn", "Cf")
"""The kinds of signs of which there is a version as a small picture, or that make one with what follows."""

_PICTURED = "0123456789#*\u2139\u3030"
"""The signs of other kinds of which there is one: a digit in a square, the letter i of information."""

_LIGATURES = re.compile("[\u0132\u0133\u0149\ufb00-\ufb06]")
_AMPERSANDS = re.compile(r"&(?:amp;|AMP;|#0*38;|#[xX]0*26;)+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


@dataclass(frozen=True)
class Sign:
    """A sign that does not belong: where it starts and ends in the text, what it is, what would help."""

    start: int
    end: int
    message: str
    hint: str


def odd_signs(text: str) -> Iterator[Sign]:
    """Every sign in a text that no one sees, or that a program misread."""
    rest = text
    for found in _MISREAD.finditer(text) if not text.isascii() else ():
        row, meant = found[0], _meant(found[0])
        if meant:
            rest = f"{rest[: found.start()]}{'x' * len(row)}{rest[found.end() :]}"
            yield Sign(*found.span(), *_misread(row, meant))
    for found in _ODD.finditer(rest):
        at = found.start()
        if not _has_its_place(rest, at):
            yield Sign(at, at + 1, *_name_of(found[0]))


def _misread(row: str, meant: str) -> tuple[str, str]:
    """What is wrong with a row of signs that is one letter, read wrongly, and what would help."""
    seen = not _ODD.fullmatch(meant)
    codes = ", ".join(map(_code, row))
    message = f"Hier heeft een programma {f'een {meant}' if seen else 'een teken'} verkeerd gelezen ({codes})."
    return message, f"Schrijf {meant} in plaats van deze {len(row)} tekens." if seen else _ERASE


def fixed_space(text: str) -> tuple[str, str, str] | None:
    """A space that does not break, where a word must be exactly so, with what is wrong and what would help."""
    found = _SPACES.search(text)
    return (found[0], *_name_of(found[0])) if found else None


def in_its_letters(text: str) -> str:
    """A text with every letter as it is meant: an accent on its letter, ĳ as ij, &eacute; as é."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _LIGATURES.sub(lambda one: unicodedata.normalize("NFKC", one[0]), text))
    if "&" in text:
        # &amp;eacute; too: whoever pasted it, meant the letter.
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _AMPERSANDS.sub("&", text))
    return text


def _name_of(sign: str) -> tuple[str, str]:
    """What a sign is, with its number in Unicode, and what would help."""
    for signs, name, hint in _KINDS:
        if signs.match(sign):
            meant = sign.encode("latin-1").decode("cp1252", "ignore") if "\x80" <= sign <= "\x9f" else ""
            return f"Hier staat {name} ({_code(sign)}).", f"Hier hoort wellicht {meant}: typ dat." if meant else hint
    return f"Hier staat een stuurteken, en dat is geen tekst ({_code(sign)}).", _ERASE


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _meant(row: str) -> str:
    """The letter that these signs are, misread; nothing when they are what they are."""
    raw = b"".join(_old_byte(sign) for sign in row)
    letter = raw.decode("utf-8", "ignore")
    return letter if _MEANT.fullmatch(letter) and not _BY_CHANCE.fullmatch(row) else ""


def _old_byte(sign: str) -> bytes:
    """The byte that this sign stands for in the old alphabet of Windows, or in Latin-1 where that has a gap."""
    return sign.encode("latin-1") if ord(sign) < 256 else sign.encode("cp1252")


def _has_its_place(text: str, at: int) -> bool:
    """Whether this sign does here what it is for: joining the parts of an emoji, keeping a number by its unit."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if _SPACES.match(sign):
        start = _STARTS.match(text, text.rfind("\n", max(0, at - _NEAR), at) + 1)
        seen = before.strip() and after.strip() and before not in ",:;[{(" and after not in ",:;]}"
        return bool(seen) and not (start and start.end() >= at)
    if sign in "\u200d\ufe0e\ufe0f":
        # Behind a picture, or a digit in a square; a joiner goes on to the next picture.
        picture = unicodedata.category(before or " ") in _PICTURES or before in _PICTURED
        return bool(before) and ord(before) > 0x22 and picture and (sign != "\u200d" or ord(after or " ") > 0x2000)
    if sign in "\u200c\u200d\u200e\u200f\u061c":
        line = text[max(text.rfind("\n", 0, at) + 1, at - _NEAR) : at + _NEAR].partition("\n")[0]
        return any(unicodedata.bidirectional(one) in ("R", "AL") for one in line if one.isalpha())
    if "\U000e0020" <= sign <= "\U000e007f":
        return "\U0001f3f4" in text[max(0, at - 8) : at] and before not in " \n"
    return False
