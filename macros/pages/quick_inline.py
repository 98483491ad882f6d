"""Python-Markdown's search for what stands in a line, less the searches that cannot find anything.

Most texts are plain: none of the signs is in them that a link, a tag or an emphasis begins with. Python-Markdown looks
for each of its dozen patterns in each text all the same, which takes a third of the rendering. Here a pattern is tried
when its sign is in the text. The HTML is the same, and a test compares it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_PREFIX, STX, AtomicString

_SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "link": ("[",),
    "image_link": ("![",),
    "autolink": ("://",),
    "automail": ("@",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""By the name of a pattern, the signs without which it finds nothing. One that is not here is always tried."""

_ALWAYS = ("",)
_AS_IT_IS = frozenset({"html", "entity"})
"""What these patterns find, stays as it is written: all of it can be put away at once."""

_ANY_SIGN = re.compile("|".join(sorted({re.escape(sign) for signs in _SIGNS.values() for sign in signs})))

# Python-Markdown keeps these to itself, and this file goes with the version in requirements.lock.
_OF = "_InlineProcessor__"
_APPLY, _HANDLE, _PLACE = f"{_OF}applyPattern", f"{_OF}handleInline", f"{_OF}processPlaceholders"

_PLAIN_WORDS = re.compile(r"([^\[\]]*)\]")
_PLAIN_ADDRESS = re.compile(rf"\(([^\s()<>'\"{STX}]+)\)")


class QuickLink(LinkInlineProcessor):
    """Reads the words and the address of a link at once where they are plain, and not sign by sign."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        """The words from here, where they end, and whether they do."""
        plain = _PLAIN_WORDS.match(data, index)
        return (plain[1], plain.end(), True) if plain else super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """The address from here, its title, where it ends, and whether it does."""
        plain = _PLAIN_ADDRESS.match(data, index)
        return (plain[1], None, plain.end(), True) if plain else super().getLink(data, index)


class QuickInline(InlineProcessor):
    """Tries a pattern on a text only when its sign is there."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to a page."""
        patterns: Any = self.inlinePatterns
        signs = {id(patterns[name]): known for name, known in _SIGNS.items() if name in patterns}
        kept = {id(patterns[name]) for name in _AS_IT_IS if name in patterns}
        self._tried = [(index, one, signs.get(id(one), _ALWAYS), id(one) in kept) for index, one in enumerate(patterns)]
        self._all_known = len(signs) == len(self._tried)
        return super().run(tree, ancestors)

    def _put_away(self, pattern: Any, found: re.Match[str]) -> str:
        """What stands in the place of what a pattern found."""
        if STX in found[0]:  # Of what stands there, something else was found before.
            return str(pattern.handleMatch(found, found.string)[0])
        return self.md.htmlStash.store(found[0])


def _handle_inline(self: QuickInline, data: str, patternIndex: int = 0) -> str:  # noqa: N803  # It is called by name.
    """A text with placeholders for what the patterns found in it."""
    if isinstance(data, AtomicString) or (self._all_known and not _ANY_SIGN.search(data)):
        return data
    apply = getattr(self, _APPLY)
    for index, pattern, signs, is_kept in self._tried[patternIndex:]:
        start, matched = 0, True
        if is_kept:
            if any(sign in data for sign in signs):
                data = pattern.getCompiledRegExp().sub(partial(self._put_away, pattern), data)
            continue
        while matched and any(sign in data for sign in signs):
            data, matched, start = apply(pattern, data, index, start)
    return data


def _process_placeholders(
    self: QuickInline,
    data: str | None,
    parent: Element,
    isText: bool = True,  # noqa: N803
) -> list[Any]:
    """The elements of which the placeholders stand in a text; a text without any is put in its parent as it is."""
    if not data or INLINE_PLACEHOLDER_PREFIX in data:
        return list(_placed(self, data, parent, isText))
    if isText:
        parent.text = parent.text + data if parent.text else data
    else:
        parent.tail = parent.tail + data if parent.tail else data
    return []


_placed = getattr(InlineProcessor, _PLACE)
setattr(QuickInline, _HANDLE, _handle_inline)
setattr(QuickInline, _PLACE, _process_placeholders)
