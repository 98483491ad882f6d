"""One spelling for whatever compares words. docs/assets/base/spelling.js reads the same in a browser.

tests/spelling.json holds both to it. An address is not made with this, but with slugs.py: it may never change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_LETTERS: Mapping[str, str] = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "ı": "i",  # noqa: RUF001
}
"""Letters that Unicode leaves whole, as one types them without their key."""

_APOSTROPHES: Mapping[str, str] = dict.fromkeys("’‘‛ʹʻʼʽˈˊˋꞌ′‵", "'")  # noqa: RUF001 - all that look like one

_FILLERS = "\u115f\u1160"
"""Letters for Unicode, and nothing for who reads."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_OWN_S = re.compile(r"'s(?![^\W_])")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)


def words(text: str) -> list[str]:
    """The words of a text, without capitals, accents and signs: één is een, papa's is papa; a hyphen parts words.

    No words are left of a text without letters and digits.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("´", "'"))  # noqa: RUF001
        text = _BEYOND_ASCII.sub(_plain, text.lower())
    text = text.lower().replace("`", "'")
    if "'" in text:
        text = _OWN_S.sub("", text).replace("'", "")
    # Of most texts only ASCII is left by now, and those are parted in half the time.
    return text.encode().translate(_BETWEEN).decode().split() if text.isascii() else _WORD.findall(text)


def _plain(sign: re.Match[str]) -> str:
    """What is left of one sign beyond ASCII: nothing of an accent, nor of what cannot be seen."""
    one = sign[0]
    if one in _LETTERS:
        return _LETTERS[one]
    category = unicodedata.category(one)
    return "" if category[0] == "M" or category == "Cf" or one in _FILLERS else _APOSTROPHES.get(one, one)
