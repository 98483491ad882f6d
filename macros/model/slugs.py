"""Slugs: words as plain letters and digits, for ids, addresses and the names of fields.

The same plain words serve wherever two spellings are compared.
"""

from __future__ import annotations

import unicodedata

_PLAIN = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
"""A translation table: every letter and digit as it is, and a space for all else."""


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and punctuation: Crème brûlée! is creme, brulee."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").lower()
    return letters.translate(_PLAIN).decode("ascii").split()


def slug_of(text: str, most: int | None = None) -> str:
    """The slug of a text, one word of an address: thuis-leren. most: how many words it keeps."""
    return "-".join(plain_words(text)[:most])
