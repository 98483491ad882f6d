"""The Python-Markdown extension of this guide: reference links are not looked for.

`[tekst][1]`, with `[1]: adres` further on, is a way of writing that no page uses, and looking for it
takes a tenth of the rendering. `make check` finds them (`docs_problems` in macros/content/docs_prose.py).
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension

EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
"""The other extensions that mkdocs.yml names."""

_PATTERNS = ("reference", "short_reference", "image_reference", "short_image_ref")


class GuideMarkdown(Extension):
    """Makes Python-Markdown leave reference links as they are written."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown calls it by this name.
        for pattern in _PATTERNS:
            md.inlinePatterns.deregister(pattern)
        md.parser.blockprocessors.deregister("reference")
