"""Pages as they were rendered before, while serving: most of a build goes into rendering, and a save changes a few."""

from __future__ import annotations

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.kept_pages.rendered import put_back, to_bytes


class RenderedPages:
    """By file, the Markdown of each page, and what MkDocs made of it."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, bytes]] = {}

    def note(self, name: str, page: Page) -> None:
        """Keep what was made of a page."""
        self._pages[name] = page.markdown or "", to_bytes(page)

    def reuse(self, name: str, page: Page, markdown: str) -> None:
        """Have a page whose Markdown did not change rendered as it was before."""
        before, rendered = self._pages.get(name, ("", b""))
        if before == markdown:
            # The one thing that MkDocs asks to render a page, and it gives no other way to answer it.
            page.render = partial(_again, page, rendered)  # type: ignore[method-assign]


def _again(page: Page, rendered: bytes, config: MkDocsConfig, files: Files) -> None:
    try:
        put_back(page, rendered, files)
    except KeyError:  # It led to a page that is gone: let MkDocs find out, and say so.
        Page.render(page, config, files)
