"""Words as plain letters and figures: in ids, addresses, the names of fields, and wherever two spellings are compared."""

from __future__ import annotations

import unicodedata

_PLAIN = bytes(sign if chr(sign).isalnum() else ord(" ") for sign in range(128)).ljust(256)
"""Every letter and figure as it is, and a space for all else."""


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and signs: Crème brûlée! is creme, brulee."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").lower()
    return letters.translate(_PLAIN).decode("ascii").split()


def slug_of(text: str, most: int | None = None) -> str:
    """A text as one word of an address: thuis-leren. most: how many words it keeps."""
    return "-".join(plain_words(text)[:most])
