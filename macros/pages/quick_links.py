"""Where a link on a page leads, for MkDocs, that asks for each link whatever could be wrong with it.

Here a link to a page that is there is answered at once. Any other goes to MkDocs, which tells what is wrong.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from markdown.treeprocessors import Treeprocessor

_MKDOCS = "relpath"
"""What MkDocs calls the one that makes links lead on. It stands in no other builder; then there is nothing to do."""

BEFORE_MKDOCS = 0.5

_PLAIN = re.compile(r"([a-zA-Z0-9_./-]+\.md)(?:#([a-zA-Z0-9_-]+))?")


class QuickLinks(Treeprocessor):
    """Has MkDocs ask us first."""

    def run(self, root: object) -> None:  # noqa: ARG002  # Python-Markdown hands it.
        """Leave the page as it is."""
        if _MKDOCS in self.md.treeprocessors:
            quicken_links(self.md.treeprocessors[_MKDOCS])


def quicken_links(theirs: Any) -> None:
    """Have one that makes links lead on ask us first."""
    theirs.path_to_url = partial(_url, theirs, theirs.path_to_url)


def _url(theirs: Any, slowly: Callable[[str], str], link: str) -> str:
    """The URL of a link, seen from its page."""
    from mkdocs.utils import get_relative_url  # Who only checks the content, needs none of it.

    plain = _PLAIN.fullmatch(link)
    target = plain and theirs.files.src_uris.get(_path(posixpath.dirname(theirs.file.src_uri), plain[1]))
    if not target or link[0] == "/" or target.inclusion.is_excluded():
        return slowly(link)
    url = get_relative_url(target.url, theirs.file.url)
    if not plain or not plain[2]:
        return url
    theirs.links_to_anchors.setdefault(target, {}).setdefault(plain[2], link)
    return f"{url}#{plain[2]}"


def _path(folder: str, link: str) -> str:
    """The file that a link in a folder names, where it goes up first and then down."""
    while folder and link.startswith("../"):
        folder, link = folder.rpartition("/")[0], link[3:]
    return f"{folder}/{link}" if folder else link
