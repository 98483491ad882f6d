"""Slugs: words as plain letters and digits, for ids, addresses and the names of fields.

A slug may never change once it was given out. Where two spellings are compared, spelling.py reads the words.
"""

from __future__ import annotations

import unicodedata

_PLAIN = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
"""A translation table: every letter and digit as it is, and a space for all else."""


def slug_of(text: str, most: int | None = None) -> str:
    """The slug of a text, one word of an address: Crème brûlée! is creme-brulee. most: how many words it keeps."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").lower()
    return "-".join(letters.translate(_PLAIN).decode("ascii").split()[:most])
