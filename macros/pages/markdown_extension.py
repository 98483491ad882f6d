"""The Python-Markdown extension of this guide: what it leaves as it is written.

Reference links are not looked for: `[tekst][1]`, with `[1]: adres` further on, is a way of writing that no page uses,
and looking for it takes a tenth of the rendering. `make check` finds them (`docs_problems` in
macros/content/docs_prose.py). And a number that opens a text is a list only where someone counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.blockprocessors import OListProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE

from macros.pages.quick_anchors import BEFORE_MKDOCS, QuickAnchors
from macros.pages.quick_blocks import QuickBlocks
from macros.pages.quick_html import QuickHtmlBlocks, QuickRawHtml
from macros.pages.quick_inline import QuickInline, QuickLink
from macros.pages.quick_lines import QuickWhitespace, quicken_fences
from macros.pages.quick_links import BEFORE_MKDOCS as BEFORE_LINKS
from macros.pages.quick_links import QuickLinks
from macros.pages.quick_serializer import quick_xhtml

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
        md.parser.blockprocessors.deregister("reference")
        md.parser.blockprocessors.register(CountedList(md.parser), "olist", 40)
        self.quicken(md)

    def quicken(self, md: Any) -> None:
        """Have what takes most done quicker; the HTML stays the same."""
        md.preprocessors.register(QuickWhitespace(md), "normalize_whitespace", 30)
        quicken_fences(md)
        md.preprocessors.register(QuickAnchors(md), "quick_anchors", BEFORE_MKDOCS)
        md.preprocessors.register(QuickHtmlBlocks(md), "html_block", 20)
        md.parser.parseBlocks = QuickBlocks(md.parser).parse
        md.inlinePatterns.register(QuickLink(LINK_RE, md), "link", 160)
        md.treeprocessors.register(QuickInline(md), "inline", 20)
        md.treeprocessors.register(QuickLinks(md), "quick_links", BEFORE_LINKS)
        md.postprocessors.register(QuickRawHtml(md), "raw_html", 30)
        md.output_formats = {**md.output_formats, "xhtml": quick_xhtml}
        md.is_block_level = _Answers(md.is_block_level).__getitem__  # Asked of each tag, some five times.
        if "toc" in md.treeprocessors:
            toc = md.treeprocessors["toc"]
            toc.replace_marker = partial(_replace_marker, toc.marker, toc.replace_marker)


class _Answers(dict[Any, bool]):
    """What was asked before, for one page."""

    def __init__(self, ask: Callable[[Any], bool]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, one: Any) -> bool:
        self[one] = answer = self._ask(one)
        return answer


def _replace_marker(marker: str, replace: Callable[[Element, Element], None], page: Element, toc: Element) -> None:
    """Put the list of chapters where a page asks for it, and do not look for that in every element when none does."""
    if marker in "".join(page.itertext()):
        replace(page, toc)
