"""The Python-Markdown extension of this guide: what it leaves as it is written.

Reference links are not looked for: `[tekst][1]`, with `[1]: adres` further on, is a way of writing that no page uses,
and looking for it takes a tenth of the rendering. `make check` finds them (`docs_problems` in
macros/content/docs_prose.py). And a number that opens a text is a list only where someone counts.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.blockprocessors import OListProcessor
from markdown.extensions import Extension

from macros.pages.quick_anchors import BEFORE_MKDOCS, QuickAnchors
from macros.pages.quick_inline import QuickInline

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
"""The other extensions that mkdocs.yml names."""

_PATTERNS = ("reference", "short_reference", "image_reference", "short_image_ref")
_NUMBER = re.compile(r"^ {0,3}(\d+)\. ", re.MULTILINE)


class CountedList(OListProcessor):
    """A list of numbers starts at one, or goes on counting. `1984. Dat jaar begon het.` keeps its year."""

    LAZY_OL = False

    def test(self, parent: Element, block: str) -> bool:
        """Whether this block is a list, or goes on with the one above."""
        if not super().test(parent, block):
            return False
        numbers = [int(number) for number in _NUMBER.findall(block)]
        above = self.lastChild(parent)
        goes_on = above is not None and above.tag == "ol" and numbers[0] == int(above.get("start", 1)) + len(above)
        counts = len(numbers) > 1 and all(one + 1 == other for one, other in pairwise(numbers))
        return numbers[0] <= 1 or goes_on or counts


class GuideMarkdown(Extension):
    """Makes Python-Markdown leave reference links, and numbers that count nothing, as they are written."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown calls it by this name.
        for pattern in _PATTERNS:
            md.inlinePatterns.deregister(pattern)
        md.treeprocessors.register(QuickInline(md), "inline", 20)
        md.preprocessors.register(QuickAnchors(md), "quick_anchors", BEFORE_MKDOCS)
        md.parser.blockprocessors.deregister("reference")
        md.parser.blockprocessors.register(CountedList(md.parser), "olist", 40)
