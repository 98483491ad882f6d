"""What Python-Markdown does with the lines of a page before it reads them, less the searches that cannot find anything.

It looks at each space for a line of nothing but spaces, and at each line for a fence. The HTML is the same, and a test
compares it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from markdown import Markdown
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX

_BLANK = re.compile(r"\n(?: +\n)+")


class QuickWhitespace(NormalizeWhitespace):
    """Leaves no tab, and no space in a line without words."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a page, with two empty ones behind them."""
        text = "\n".join(lines).replace(STX, "").replace(ETX, "").replace("\r\n", "\n").replace("\r", "\n") + "\n\n"
        return _BLANK.sub(lambda found: "\n" * found[0].count("\n"), text.expandtabs(self.md.tab_length)).split("\n")


def quicken_fences(md: Markdown) -> None:
    """Have blocks of code looked for only where there is a fence. MkDocs has them; another builder need not."""
    if "fenced_code_block" in md.preprocessors:
        fences: Any = md.preprocessors["fenced_code_block"]
        fences.run = partial(_fenced, fences.run)


def _fenced(find: Callable[[list[str]], list[str]], lines: list[str]) -> list[str]:
    return find(lines) if any("```" in line or "~~~" in line for line in lines) else lines
