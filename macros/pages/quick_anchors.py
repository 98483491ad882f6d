"""The ids in the HTML of a page, for MkDocs, that would read all of that HTML once more to find them.

MkDocs asks for them when it looks whether a link leads to something.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from markdown.preprocessors import Preprocessor

_MKDOCS = "mkdocs_raw_html"
"""What MkDocs calls the one that finds them. It stands in no other builder, and then there is nothing to do."""

BEFORE_MKDOCS = 21.5

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"""<([a-zA-Z][^\s/>`]*)\s((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>"'`]+)""")


def ids_in(text: str) -> set[str]:
    """Every id in the tags of a text, and the name of every anchor. One in a script is found too."""
    found = set()
    for tag, attributes in _TAG.findall(_COMMENT.sub("", text) if "<!--" in text else text):
        for name, value in _ATTRIBUTE.findall(attributes):
            if name.lower() == "id" or (name.lower(), tag.lower()) == ("name", "a"):
                found.add(unescape(value.strip("\"'")))
    return found


class QuickAnchors(Preprocessor):
    """Does what MkDocs would do right after it."""

    def run(self, lines: list[str]) -> list[str]:
        """Leave the lines as they are."""
        if _MKDOCS in self.md.preprocessors:
            slow: Any = self.md.preprocessors[_MKDOCS]
            slow.present_anchor_ids = ids_in("\n".join(lines))
            slow.run = list
        return lines
