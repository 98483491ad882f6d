"""Python-Markdown's search for what a block is, less the searches that cannot find anything.

It asks each of its dozen kinds of blocks in turn whether this is one, and some look through all of it to answer. Here a
kind is asked when a line begins with the sign of it. The HTML is the same, and a test compares it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markdown.blockparser import BlockParser
from markdown.util import STX

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BEGINS: Mapping[str, frozenset[str]] = {
    "markdown_block": frozenset(STX),
    "hashheader": frozenset("#"),
    "setextheader": frozenset("=-"),
    "hr": frozenset("-_*"),
    "quote": frozenset(">"),
    "table": frozenset("|"),
}
"""By the name of a kind, the signs of which one begins a line of it; the bar of a table may stand anywhere.

One that is not here is always asked.
"""


class QuickBlocks:
    """Takes the place of a parser's `parseBlocks`."""

    def __init__(self, parser: BlockParser) -> None:
        kinds = parser.blockprocessors
        begins = {id(kinds[name]): known for name, known in _BEGINS.items() if name in kinds}
        self._kinds = [(one, begins.get(id(one))) for one in kinds]

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Add what these blocks are to an element."""
        while blocks:
            begins = {line.lstrip(" ")[:1] for line in blocks[0].split("\n")}
            if "|" in blocks[0]:
                begins.add("|")
            for kind, known in self._kinds:
                if known is not None and known.isdisjoint(begins):
                    continue
                if kind.test(parent, blocks[0]) and kind.run(parent, blocks) is not False:
                    break
