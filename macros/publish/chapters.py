"""Cuts a page of prose, as it was rendered, at its headings."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from macros.site.terms import VOID

_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup"})

_FOUND_ELSEWHERE = frozenset({"cards", "ties", "rests-on", "headerlink", "tip", "on-this-page"})
"""The classes of what stands on a page of prose and is found elsewhere already."""


@dataclass
class Chapter:
    """What stands under one heading of a page, or above the first one, which has no anchor."""

    title: str
    anchor: str
    text: str = ""


def chapters(title: str, html: str) -> list[Chapter]:
    """The chapters of a page. html: the page as it was rendered, with the ids of its headings."""
    parser = _ChapterParser(title)
    parser.feed(html)
    return parser.chapters


class _ChapterParser(HTMLParser):
    """Cuts a rendered page at its headings, and leaves out what stands on it only to lead elsewhere."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.chapters = [Chapter(title, "")]
        self._left_out = 0  # How many elements are open around here whose text is left out.
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        anchor = given.get("id")
        if self._left_out or _FOUND_ELSEWHERE & set((given.get("class") or "").split()):
            self._left_out += tag not in VOID
        elif tag in ("h2", "h3") and anchor:
            self.chapters.append(Chapter("", anchor))
            self._in_heading = True
        elif tag == "h1":
            self._left_out += 1
        elif tag not in _INLINE:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out -= tag not in VOID
        elif tag in ("h2", "h3"):
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        if self._left_out:
            return
        if self._in_heading:
            self.chapters[-1].title += data
        else:
            self.chapters[-1].text += data
