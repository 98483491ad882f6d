"""The sentences of a text in content/, as someone who reads it aloud would part them."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")

_PARTS = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")
"""Between two paragraphs, or two points of a list: a sentence ends there without a full stop too."""

_MARKER = re.compile(r"^(?:[-*+]|\d+[.)])\s+")

_END = re.compile(r"(?<=[.!?…])[\"”’')*_]*\s+(?=[\"„“‘'(*_]*(?:['’‘]?[a-z]\s)?[A-ZÀ-ÖØ-Þ0-9])")
"""After a sign that ends a sentence, where a capital or a digit begins the next one, as in: 's Avonds.

What follows in small letters goes on with the same one: „Kom je?” vraagt Mira.
"""

_ABBREVIATED = re.compile(
    r"(?:^|[^\w.])(?:[^\W\d_](?:\.[^\W\d_]+)*|bijv|blz|bv|ca|dr|mevr|mr|nr|prof|st|vb)\.$", re.IGNORECASE
)
"""A word that brings a full stop of its own: nr. 5, o.a. Gent, J. Peeters."""


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text, each on one line; those within a quotation count one by one."""
    parts = (" ".join(_LINK.sub(r"\1", part).split()) for part in _PARTS.split(text))
    return [sentence for part in parts for sentence in _parted(_MARKER.sub("", part))]


def _parted(line: str) -> list[str]:
    """The sentences of one line."""
    found, begin = [], 0
    for end in _END.finditer(line):
        if not _ABBREVIATED.search(line[begin : end.start()]):
            found.append(line[begin : end.end()].strip())
            begin = end.end()
    return [*found, line[begin:]] if line[begin:] else found
