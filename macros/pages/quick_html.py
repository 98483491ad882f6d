"""Python-Markdown's reading of the HTML in a page, less what it does for HTML that no one writes.

It reads a page with Python's own parser, which is made for whatever a browser may meet, and makes a set of all block
elements for each tag. Here a page whose tags are all plain, as those of the guide are, is cut into its tags by one
pattern. What is done with a tag is left to Python-Markdown. The HTML is the same, and a test compares it.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra, MarkdownInHTMLPostprocessor
from markdown.util import HTML_PLACEHOLDER, STX

_ATTRIBUTES = r'(?:[ \n]++[a-zA-Z_:@][-\w:.]*+(?:="[^"]*+")?+)*+'
_RAW = "iframe|noembed|noframes|noscript|script|style|textarea|title|xmp"
"""In these, what looks like a tag or a sign can be text: Python's own parser knows when. We read those without any."""

_NAME = rf"(?!(?:{_RAW}|plaintext)[ \n>/])[a-z][a-z0-9]*+"
_SIGN = r"&(?:[a-zA-Z][-.a-zA-Z0-9]*;|\#[0-9]+;)"
_PLAIN = re.compile(
    rf"(?:[^<&]++|</[a-z][a-z0-9]*+>|<{_NAME}{_ATTRIBUTES}[ \n]*+/?+>|{_SIGN}|&(?!\#)"
    rf"|<({_RAW}){_ATTRIBUTES}[ \n]*+>[^<&]*+</\1>)*+"
)
"""All of a page, when there is nothing odd in it: no comment, no tag that ends nowhere, no quote of another kind."""

_PIECE = re.compile(rf"<(/?+)([a-z][a-z0-9]*+)({_ATTRIBUTES})[ \n]*+(/?+)>|{_SIGN}|&")
_ICON_OR_PIECE = re.compile(rf'<svg class="icon"[^<>\n]*>(?:<[^<>\n]*>)*?</svg>|{_PIECE.pattern}')
_ICON_IN_CODE = re.compile(r" {4}.*<svg ")
_ATTRIBUTE = re.compile(r'[ \n]([a-zA-Z_:@][-\w:.]*+)(?:="([^"]*+)")?+')

_PLACE = re.compile(f"<p>{HTML_PLACEHOLDER % '([0-9]+)'}</p>|{HTML_PLACEHOLDER % '([0-9]+)'}")


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """Takes the HTML out of a page, to be put back when all else is done."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each piece of HTML."""
        text = "\n".join(lines)
        if not _PLAIN.fullmatch(text):
            return super().run(lines)
        reader = _PlainHtml(self.md)
        reader.read(text)
        reader.close()
        return "".join(reader.cleandoc).split("\n")


class QuickRawHtml(MarkdownInHTMLPostprocessor):
    """Puts it back, and looks in what it puts back for more only where there is more."""

    def run(self, text: str) -> str:
        """The HTML of a page, with what was taken out of it."""
        return _PLACE.sub(self._put_back, text)

    def _put_back(self, found: re.Match[str]) -> str:
        key = int(found[1] or found[2])
        if key >= self.md.htmlStash.html_counter:
            return found[0]
        html = self.stash_to_string(self.md.htmlStash.rawHtmlBlocks[key])
        whole = html if found[1] is None or self.isblocklevel(html) else f"<p>{html}</p>"
        return _PLACE.sub(self._put_back, whole) if STX in whole else whole


class _PlainHtml(HTMLExtractorExtra):
    """Python-Markdown's reader, told by one pattern what there is to read."""

    # What Python-Markdown counts from the start of a line, we count from the start of the page: `offset`.
    line_offset = 0
    block_level_tags: Any = frozenset()  # These three are made anew whenever they are asked for, and here once.
    block_tags: Any = frozenset()
    span_and_blocks_tags: Any = frozenset()

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.block_level_tags = frozenset(md.block_level_elements)
        self.block_tags = self.block_level_tags - (self.span_tags | self.raw_tags | self.empty_tags)
        self.span_and_blocks_tags = self.block_tags | self.span_tags

    def read(self, text: str) -> None:
        """Read a page that is plain. An icon is one thing, where none can stand in a piece of code."""
        self.rawdata = text
        in_code = "`" in text or ("    " in text and _ICON_IN_CODE.search(text))
        self._read(_PIECE if in_code else _ICON_OR_PIECE, 0, len(text))
        self.rawdata = ""

    def _read(self, pieces: re.Pattern[str], at: int, to: int) -> None:
        text = self.rawdata
        for piece in pieces.finditer(text, at, to):
            start, end = piece.span()
            if at < start:
                self.handle_data(text[at:start])
            self.offset, at = start, end
            closes, name, attributes, is_empty = piece.group(1, 2, 3, 4)
            if name is None:
                self._read_sign(piece[0])
            elif closes:
                self.handle_endtag(name)
            else:
                self._tag = piece[0]
                given = self._attributes(attributes) if name in self.block_level_tags else []
                (self.handle_startendtag if is_empty else self.handle_starttag)(name, given)
        if at < to:
            self.handle_data(text[at:to])

    def _read_sign(self, sign: str) -> None:
        if sign == "&":
            self.handle_data(sign)
        elif sign[0] == "<" and self.intail:
            self._read(_PIECE, self.offset, self.offset + len(sign))
        elif sign[0] == "<":
            self.handle_data(sign if self.inraw else self.md.htmlStash.store(sign))
        else:
            self.handle_empty_tag(sign, is_block=False)

    def _attributes(self, text: str) -> list[tuple[str, str | None]]:
        found = _ATTRIBUTE.finditer(text) if text else ()
        return [(one[1].lower(), unescape(one[2]) if one[2] else one[2]) for one in found]

    def get_starttag_text(self) -> str:
        return self._tag

    def get_endtag_text(self, tag: str) -> str:
        end = self.rawdata.find(">", self.offset) + 1
        return self.rawdata[self.offset : end] if end else f"</{tag}>"

    def at_line_start(self) -> bool:
        line = self.rawdata.rfind("\n", 0, self.offset) + 1
        return self.offset - line <= 3 and not self.rawdata[line : self.offset].strip()
