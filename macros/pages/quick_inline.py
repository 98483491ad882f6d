"""Python-Markdown's search for what stands in a line, less the searches that cannot find anything.

Most texts are plain: none of the signs is in them that a link, a tag or an emphasis begins with. Python-Markdown looks
for each of its dozen patterns in each text all the same, which takes a third of the rendering. Here a pattern is tried
when its sign is in the text. The HTML is the same, and a test compares it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

_SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "link": ("[",),
    "image_link": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""By the name of a pattern, the signs without which it finds nothing. One that is not here is always tried."""

_ALWAYS = ("",)
_ANY_SIGN = re.compile("|".join(sorted({re.escape(sign) for signs in _SIGNS.values() for sign in signs})))

# Python-Markdown keeps these to itself, and this file goes with the version in requirements.lock.
_OF = "_InlineProcessor__"
_APPLY, _HANDLE, _PLACE = f"{_OF}applyPattern", f"{_OF}handleInline", f"{_OF}processPlaceholders"


class QuickInline(InlineProcessor):
    """Tries a pattern on a text only when its sign is there."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to a page."""
        patterns = self.inlinePatterns
        signs = {id(patterns[name]): known for name, known in _SIGNS.items() if name in patterns}
        self._tried = [(index, one, signs.get(id(one), _ALWAYS)) for index, one in enumerate(patterns)]
        self._all_known = len(signs) == len(self._tried)
        return super().run(tree, ancestors)


def _handle_inline(self: QuickInline, data: str, patternIndex: int = 0) -> str:  # noqa: N803  # It is called by name.
    """A text with placeholders for what the patterns found in it."""
    if isinstance(data, AtomicString) or (self._all_known and not _ANY_SIGN.search(data)):
        return data
    apply = getattr(self, _APPLY)
    for index, pattern, signs in self._tried[patternIndex:]:
        start, matched = 0, True
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
