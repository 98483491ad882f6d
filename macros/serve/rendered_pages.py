"""Pages as they were rendered before, while serving: most of a build goes into rendering, and a save changes a few."""

from __future__ import annotations

from typing import Any

_RENDERED = ("content", "toc", "present_anchor_ids", "_title_from_render")
"""The attributes that MkDocs sets on a page when it renders it, and needs afterwards."""


class RenderedPages:
    """By file, the Markdown of each page, and what MkDocs made of it. A page is one of MkDocs, unknown here."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, dict[str, Any]]] = {}

    def note(self, name: str, page: Any) -> None:
        """Keep what was made of a page."""
        self._pages[name] = page.markdown or "", {attribute: getattr(page, attribute) for attribute in _RENDERED}

    def reuse(self, name: str, page: Any, markdown: str) -> None:
        """Have a page whose Markdown did not change rendered as it was before."""
        before, rendered = self._pages.get(name, ("", {}))
        if before == markdown:
            # The one thing that MkDocs asks to render a page, and it gives no other way to answer it.
            page.render = lambda *_: vars(page).update(rendered)
