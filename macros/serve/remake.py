"""Makes again what a save in content/ changed of a site that stands, with the building blocks of MkDocs.

A page is laid out always, rendered when its Markdown changed, and given to the theme when that reads something else. So
nothing has to know what depends on what. Anything but words is left to a whole build: a file more or less, another
menu, other settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.content.guide import Guide
from macros.live_guide import LiveGuide
from macros.publish.schema import write_schemas
from macros.serve.site_files import SiteFiles
from macros.site.pages import menu, pages
from macros.site.permalinks import permalink_files
from macros.site.pictures import unasked_pictures
from macros.worksheets.downloads import download_files


class Plugin(Protocol):
    """What the plugin knows of the site that stands, and does for it."""

    @property
    def live(self) -> LiveGuide: ...

    def went_well(self, step: Callable[[], None]) -> bool:
        """Whether a step of reading the guide went well; if not, the pages tell."""

    def take(self, config: MkDocsConfig) -> None:
        """From now on, lay out the pages of the guide of this moment."""

    def downloads(self) -> Iterator[tuple[str, bytes]]:
        """Every download, by its path in the site."""

    def beside(self, config: MkDocsConfig) -> Iterator[tuple[str, str | bytes]]:
        """What stands beside the pages, by its path in the site."""


@dataclass
class Built:
    """What MkDocs made a site of. nav, env: from on_nav and on_env on."""

    config: MkDocsConfig
    files: Files
    nav: Navigation = field(init=False)
    env: Environment = field(init=False)


class Remake:
    """Makes a site that was built whole again and again, for as long as only words change.

    plugin: that of the build. built: what came of it.
    """

    def __init__(self, plugin: Plugin, built: Built) -> None:
        self._plugin, self._built = plugin, built
        self._pages = list(built.files.documentation_pages())
        self._frame = self._frame_of(plugin.live.guide)
        self._seen = {file.src_uri: self._seen_by_theme(file) for file in self._pages}
        self._named: object = None  # In the schemas that were last written.
        self._site = SiteFiles(Path(built.config.site_dir))

    def ahead(self, open_pages: list[str]) -> list[str]:
        """Make the pages that are open, of the guide as it is read by now. Answers which they are, by URL.

        Whatever fails, here or in again(), raises; undo() then puts back what stood there.
        """
        first = [file for file in self._pages if _url(file) in open_pages]
        self._plugin.take(self._built.config)
        for file in first:
            self._populate(file)
        for file in first:
            self._theme(file)
        return [_url(file) for file in first]

    def again(self, newer: Callable[[], bool]) -> bool:
        """Make all that changed. Answers whether all is made: not when there is a newer save."""
        self._plugin.take(self._built.config)
        for path, content in self._plugin.downloads():
            if newer():
                return False
            self._site.write(path, content)
        for work in (self._populate, self._theme):
            for file in self._pages:
                if newer():
                    return False
                work(file)
        for path, text in self._plugin.beside(self._built.config):
            self._site.write(path, text)
        self._site.done()
        self._write_schemas()
        return True

    def can_make(self, guide: Guide) -> bool:
        """Whether a guide differs from the one that was built in words only."""
        return self._frame == self._frame_of(guide)

    def undo(self) -> None:
        """Put back what stood in the site before the last ahead() or again(), which then was no good."""
        self._site.undo()

    def _write_schemas(self) -> None:
        """Tell the editor's program what can be named by now, if that is another thing."""
        guide = self._plugin.live.guide
        named = [(entry.collection, entry.id, entry.title, entry.aliases) for entry in guide]
        if named != self._named:
            write_schemas(guide, self._plugin.live.root)
            self._named = named

    def _frame_of(self, guide: Guide) -> tuple[object, ...]:
        """Which files a site has, and what is the same on every page of it."""
        docs = self._built.files.src_uris
        return (
            guide.site,
            menu(guide, docs),
            [(page.file, page.edited) for page in pages(guide)],
            download_files(guide),
            permalink_files(guide),
            unasked_pictures(guide, [file for file in docs if file.endswith(".png")]),
        )

    def _populate(self, file: File) -> None:
        """Read or lay out a page, and render it when its Markdown changed."""
        page, config, files = _page(file), self._built.config, self._built.files
        before = page.markdown
        config._current_page = page  # noqa: SLF001  # As MkDocs does.
        page.read_source(config)
        assert page.markdown is not None
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        if page.markdown != before:
            vars(page).pop("render", None)  # See RenderedPages and KeptPages.
            page.render(config, files)
            assert page.content is not None
            page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=files)
        config._current_page = None  # noqa: SLF001

    def _theme(self, file: File) -> None:
        """Write a page again when the theme would make something else of it."""
        seen = self._seen_by_theme(file)
        if seen == self._seen.get(file.src_uri):
            return
        page, config = _page(file), self._built.config
        page.active = True
        try:
            context = get_context(self._built.nav, self._pages, config, page)
            template = self._built.env.get_template(page.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self._built.nav)
            output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
        self._site.write(file.dest_uri, output.encode("utf-8", errors="xmlcharrefreplace"))
        self._seen[file.src_uri] = seen

    def _seen_by_theme(self, file: File) -> tuple[object, ...]:
        """All that the theme makes a page of, besides what is the same for all."""
        page, config = _page(file), self._built.config
        context: Any = {}
        config.plugins.on_page_context(context, page=page, config=config, nav=self._built.nav)
        extra = config.extra
        return (
            page.markdown,
            page.content,
            page.title,
            page.edit_url,
            dict(page.meta),
            (extra["contact"], extra["version"], extra["pictures"][page.meta.get("picture", "guide")]),
        )


def _page(file: File) -> Page:
    assert file.page is not None, file.src_uri
    return file.page


def _url(file: File) -> str:
    """The URL of a page, from the site's root."""
    return "" if file.url in (".", "./") else file.url
