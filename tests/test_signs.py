"""Signs that no one sees, or that a program misread, are told by their name; letters are read as they are meant."""

from __future__ import annotations

import pytest
from places import ROOT

from macros.content.signs import in_its_letters, odd_signs

ODD = {
    "Ver\u00adtrouwen": (4, "zacht koppelteken (U+00AD)"),
    "ver\u200btrouwen": (4, "zonder breedte (U+200B)"),
    "ver\u2060trouwen": (4, "zonder breedte (U+2060)"),
    "ver\ufefftrouwen": (4, "BOM"),
    "ver\u200ctrouwen": (4, "scheiding (U+200C)"),
    "ver\u200dtrouwen": (4, "verbinding (U+200D)"),
    "Nodig \u202e.tiu": (7, "leesrichting omkeert (U+202E)"),
    "Nodig \u2066uit": (7, "leesrichting omkeert (U+2066)"),
    "Nodig \u200fuit": (7, "leesrichting zegt (U+200F)"),
    "bl\ufffdk": (3, "verloren ging (U+FFFD)"),
    "\uf0b7 Heb": (1, "bolletje uit Word (U+F0B7)"),
    "foto \ufffc": (6, "afbeelding die niet meekwam (U+FFFC)"),
    "dag\u0007": (4, "stuurteken"),
    "dag\u0085": (4, "regeleinde"),
    "dag\u2028": (4, "regeleinde"),
    "je\u0092s": (3, "verkeerd gelezen teken (U+0092)"),
    "je\u00e2\u0080\u0099s": (3, "een ’ verkeerd gelezen (U+00E2, U+0080, U+0099)"),
    "jeâ€™s": (3, "een ’ verkeerd gelezen"),
    "cafÃ©": (4, "een é verkeerd gelezen"),
    "5 \u00e2\u201a\u00ac": (3, "een € verkeerd gelezen"),
    "\u00f0\u0178\u02dc\u20ac": (1, "een 😀 verkeerd gelezen"),
    "ï»¿Dag": (1, "een teken verkeerd gelezen"),
    "dag\U000e0061": (4, "onzichtbaar label (U+E0061)"),
    "dag\ufe0f": (4, "variatieteken"),
    "\u3164": (1, "opvulteken"),
    "home:\u00a0s01": (6, "vaste spatie (U+00A0)"),
    "s01\u00a0": (4, "vaste spatie (U+00A0)"),
    "\u00a0 - punt": (1, "vaste spatie (U+00A0)"),
    "-\u202fpunt": (2, "vaste spatie (U+202F)"),
    "10\u2003km": (3, "andere breedte (U+2003)"),
}
"""A text, the column of the sign in it, and what it is called."""

FINE = (
    "Café, naïef, ’s ochtends, „dag”, één … – €",
    "„CAFÉ”, „naïveté”…",
    "10\u00a0% van de ouders, art.\u00a05",
    "\u2139\ufe0f \u3030\ufe0f \u203c\ufe0f",
    "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "Zeg مرحبا\u200f! en سلام\u200cعلیکم",
    "Łukasz, Ayşe, Ionuț, Дмитро, 你好",
)

LETTERS = {
    "Q&amp;A over AT&T &copy; 2026": "Q&A over AT&T © 2026",
    "&eacute;&eacute;n &#233;n &#xe9;n": "één én én",
    "&amp;amp;eacute;": "é",
    "wĳk, Ĳsland, eﬃciënt, reﬂectie": "wijk, IJsland, efficiënt, reflectie",
    "cafe\u0301": "café",
    "R&D; &onzin; & co": "R&D; &onzin; & co",
}


@pytest.mark.parametrize("text, told", ODD.items())
def test_a_sign_is_told_by_its_name(text: str, told: tuple[int, str]) -> None:
    """Where it stands, which sign it is, and what to do."""
    [sign] = odd_signs(text)

    assert (sign.start + 1, told[1] in sign.message) == (told[0], True), sign.message
    assert sign.hint.endswith(".")


@pytest.mark.parametrize("text", FINE)
def test_what_people_write_is_left_alone(text: str) -> None:
    """Emoji, other alphabets, a number that stays with its unit."""
    assert list(odd_signs(text)) == []


@pytest.mark.parametrize("text, meant", LETTERS.items())
def test_letters_are_read_as_they_are_meant(text: str, meant: str) -> None:
    """So a title is the same on its page, in search and in the catalogue."""
    assert in_its_letters(text) == meant


def test_the_names_of_signs_hold_none_themselves() -> None:
    """The list of signs is written by number, so that whoever reads it sees it."""
    assert list(odd_signs((ROOT / "macros" / "content" / "signs.py").read_text(encoding="utf-8"))) == []
