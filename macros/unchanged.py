"""While someone is serving: what a page came to last time, so that a save shows in half the time.

Most of a build goes into turning Markdown into HTML, and a save changes a handful of pages. A page that the content makes
and whose Markdown is, letter for letter, what it was, is not rendered again. Never in a build of the site.
"""

from __future__ import annotations

from typing import Any

_CAME_TO = ("content", "toc", "present_anchor_ids", "_title_from_render")
"""What MkDocs sets on a page when it renders it, and needs afterwards."""


class Unchanged:
    """Remembers, by file, the Markdown of each page and what it came to."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, dict[str, Any]]] = {}

    def spare(self, page: Any, markdown: str) -> None:
        """Let MkDocs pass over the rendering of a page that would come out as it did."""
        before, came_to = self._known.get(page.file.src_uri, ("", {}))
        if before == markdown:
            page.render = lambda config, files: vars(page).update(came_to)

    def remember(self, page: Any) -> None:
        """Keep what a page came to, as soon as it is rendered."""
        self._known[page.file.src_uri] = page.markdown, {name: getattr(page, name) for name in _CAME_TO}


UNCHANGED = Unchanged()
"""The pages of this process: MkDocs reads its configuration anew at every save, and this stays."""
