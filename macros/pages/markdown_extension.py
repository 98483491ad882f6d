"""The Markdown of this guide: what MkDocs reads, less links whose address stands elsewhere on the page.

`[tekst][1]`, with `[1]: adres` further on, is a way of writing that no page uses, and looking for it
takes a tenth of the rendering. `make check` tells whoever does write it (`wrong_in_docs` in names.py).
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension

_ELSEWHERE = ("reference", "short_reference", "image_reference", "short_image_ref")


class GuideMarkdown(Extension):
    """For Python-Markdown: it looks no more for addresses that stand elsewhere."""

    def extendMarkdown(self, md: Markdown) -> None:
        for pattern in _ELSEWHERE:
            md.inlinePatterns.deregister(pattern)
        md.parser.blockprocessors.deregister("reference")
