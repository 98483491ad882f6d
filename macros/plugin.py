"""MkDocs' way in: which pages there are, where they are edited, what leads where. Only this module knows MkDocs."""

from __future__ import annotations

import atexit
import gc
import html
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.content.problems import ContentError, UnknownEntry
from macros.live_guide import LiveGuide
from macros.pages.macro_calls import bound_macros, lay_out
from macros.pages.markdown_extension import GuideMarkdown
from macros.publish.catalogue import catalogue, catalogue_schema
from macros.publish.feed import feed
from macros.publish.joined_assets import joined_assets
from macros.publish.schema import write_schemas
from macros.publish.search_data import SearchRecord, prose_records, search_records, search_script
from macros.site.history import last_changes
from macros.site.pages import Page as GeneratedPage
from macros.site.pages import assets_for, menu, pages
from macros.site.permalinks import write_permalink_pages
from macros.site.terms import link_terms
from macros.site.urls import link_names, site_url
from macros.worksheets.downloads import downloads
from macros.worksheets.pdf import pdf_missing

log = logging.getLogger("mkdocs.sleutelbos")

_CAME_TO = ("content", "toc", "present_anchor_ids", "_title_from_render")
"""What MkDocs sets on a page when it renders it, and needs afterwards."""


class GuidePlugin(BasePlugin):
    """One for each build or serving. MkDocs keeps it from one refresh to the next, and it keeps what was good before."""

    def __init__(self) -> None:
        super().__init__()
        self.serving = False
        self._live: LiveGuide | None = None
        self._generated: dict[str, GeneratedPage] = {}
        self._files: dict[str, File] = {}
        self._prose: list[SearchRecord] = []
        # While serving: by file, the Markdown of each page that the content makes, and what it came to.
        self._rendered: dict[str, tuple[str, dict[str, Any]]] = {}

    @property
    def live(self) -> LiveGuide:
        """The guide of the moment. There is one from on_config on."""
        if self._live is None:
            raise RuntimeError("on_config comes first")
        return self._live

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Know whether someone is looking while we build."""
        self.serving = command == "serve"
        # A build makes millions of small things and next to no circles of them. Looking for circles as often
        # as Python does by itself takes a twelfth of the build; this often costs 2 MB.
        gc.set_threshold(20_000)
        # And at the end all memory goes back at once: Python need not sort it first, which takes a quarter of a second.
        atexit.register(gc.freeze)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content; what an editor may decide about the site comes from content/site.yml."""
        root = Path(config.config_file_path).parent
        if self._live is None:
            self._live = LiveGuide(root)
        if self.serving:
            gc.collect()  # Of the build before this one: an editor saves all day.
        try:
            # `make site` has tried every macro call before it comes here; someone who is serving has not.
            self.live.refresh(try_calls=self.serving)
        except ContentError as error:
            if not self.serving:
                raise PluginError(f"\n{error}") from None
            kept = "De pagina's tonen nog de vorige inhoud."
            log.error("\n\n%s\n", str(error).replace("De laatste goede site blijft staan.", kept))
        if self.live.last_good is not None:
            self._configure(config, root)
        return config

    def _configure(self, config: MkDocsConfig, root: Path) -> None:
        site = self.live.guide.site
        config.site_name, config.site_description = site.name, html.escape(site.tagline)
        config.edit_uri_template = site.edit_address
        config.markdown_extensions.append(GuideMarkdown())  # type: ignore[arg-type] # an extension itself, where MkDocs writes down names
        if self.serving:
            write_schemas(self.live.guide, root)
        else:
            config.site_url = site_url(site)

    def macros(self) -> dict[str, Callable[..., str]]:
        """What docs/ may call at this refresh, for mkdocs-macros. None while there is no guide yet: no page is laid out then."""
        return bound_macros(self.live.renderer) if self.live.last_good else {}

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's templates compiled: MkDocs compiles them anew at every build, which an editor feels at every save."""
        folder = self.live.root / ".build" / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))
        return env

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that no one writes by hand, and the menu."""
        self._generated, self._files, self._prose = {}, {}, []
        self._join_assets(files, config)
        if self.live.last_good is not None:
            for page in pages(self.live.guide):
                file = File.generated(config, page.file, content="")  # Laid out when its turn comes.
                file.edit_uri = page.edited
                files.append(file)
                self._generated[page.file] = page
            self._add_downloads(files, config)
            config.nav = menu(self.live.guide)
        for file in files.documentation_pages():
            if file.src_uri not in self._generated:
                file.edit_uri = f"docs/{file.src_uri}"
            self._files[file.src_uri] = file
        return files

    def _join_assets(self, files: Files, config: MkDocsConfig) -> None:
        """Publish each joined file in the place of its pieces."""
        wanted: dict[str, list[str]] = config.extra["joined"]
        for name, text in joined_assets(Path(config.docs_dir, "assets"), wanted).items():
            files.append(File.generated(config, f"assets/{name}", content=text))
            for piece in wanted[name]:
                file = files.get_file_from_path(f"assets/{piece}")
                if file:
                    files.remove(file)

    def _add_downloads(self, files: Files, config: MkDocsConfig) -> None:
        try:
            for name, held in downloads(self.live.renderer.worksheets, self.live.root / ".build" / "sheets"):
                files.append(File.generated(config, name, content=held))
        except ContentError as error:
            if not self.serving:
                raise PluginError(f"\n{error}") from None
            self.live.report = str(error)
        if lacking := pdf_missing():
            level = logging.WARNING if self.serving else logging.INFO
            log.log(level, "Er zijn geen PDF's van de werkbladen. %s", lacking)

    @event_priority(100)
    def _lay_out(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Lay out a generated page; before there is any guide, a page can only show what is wrong.

        Its macro could be left to mkdocs-macros, which would compile a template for every page.
        """
        if self.live.last_good is None:
            return "# Er zit een fout in de inhoud\n"
        made = self._generated.get(page.file.src_uri)
        if made is None:
            return markdown
        page.meta.update(
            title=made.title,
            description=html.escape(made.description),
            scripts=made.scripts,
            styles=made.styles,
            render_macros=False,
        )
        return lay_out(self.live.renderer, made)

    @event_priority(-100)
    def _link(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Explain the words of the glossary, and turn named entries into links, after mkdocs-macros has been."""
        if self.live.last_good is None:
            return markdown
        name = page.file.src_uri
        markdown = link_terms(self.live.guide, markdown, name)
        if needed := assets_for(markdown):
            for kind in ("scripts", "styles"):
                page.meta[kind] = [*page.meta.get(kind, ()), *needed]
        try:
            markdown = link_names(self.live.guide, markdown, name)
        except UnknownEntry as error:
            raise PluginError(f"{name}: {error}") from None
        if self.serving and name in self._generated:
            self._spare(page, markdown)
        return markdown

    on_page_markdown = CombinedEvent(_lay_out, _link)

    def _spare(self, page: Page, markdown: str) -> None:
        """Let a page whose Markdown is, letter for letter, what it was, come to what it came to.

        Most of a build goes into rendering, and a save changes a handful of pages.
        """
        before, came_to = self._rendered.get(page.file.src_uri, ("", {}))
        if before == markdown:
            page.render = lambda config, files: vars(page).update(came_to)  # type: ignore[method-assign]

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note what the prose holds, for search. While there is a mistake, say so on every page that is being looked at."""
        name = page.file.src_uri
        if self.serving and name in self._generated:
            self._rendered[name] = page.markdown or "", {part: getattr(page, part) for part in _CAME_TO}
        # A teacher who searches wants the tip, not the page that shows editors how a tip is made.
        if name not in self._generated and not name.startswith("handboek/") and not page.is_homepage:
            self._prose.extend(prose_records(str(page.title), name, content))
        if self.live.report is None:
            return content
        told = "Er zit een fout in de inhoud. Je ziet nog de vorige inhoud."
        return (
            f'<div class="mistake" role="alert"><p>{told}</p><pre>{html.escape(self.live.report)}</pre></div>{content}'
        )

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Tell the theme what lies above, beside, before and after a page."""
        start = self._page_of("index.md")
        made = self._generated.get(page.file.src_uri)
        if made is None:
            above = self._files.get(f"{page.file.src_uri.rpartition('/')[0]}/index.md")
            trail = [start, above.page if above else None]
            context["trail"] = [] if page.is_homepage else [one for one in trail if one and one is not page]
            return context
        page.previous_page = self._page_of(made.before) if made.before else None
        page.next_page = self._page_of(made.after) if made.after else None
        context["beside"], context["beside_label"] = [self._page_of(file) for file in made.beside], made.beside_label
        context["trail"] = [start, *map(self._page_of, made.trail)]
        return context

    def _page_of(self, file: str) -> Page:
        page = self._files[file].page
        assert page is not None, file
        return page

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write beside the pages what no page makes: what can be found, the permanent addresses, the guide as data, and what is new."""
        if self.live.last_good is None:
            return
        guide, changes = self.live.guide, last_changes(self.live.root)
        records = [*search_records(guide), *self._prose]
        texts = {
            "catalogue.json": json.dumps(catalogue(guide, changes), ensure_ascii=False),
            "catalogue.schema.json": json.dumps(catalogue_schema(), ensure_ascii=False),
            "feed.xml": feed(guide, changes),
            "assets/search/data.js": search_script(
                guide, records, self._url_of, lambda file: str(self._page_of(file).title)
            ),
        }
        if config.use_directory_urls:
            # A copy on a stick is nobody's permanent address: what was given out leads to the site.
            write_permalink_pages(guide, Path(config.site_dir))
        for file, text in texts.items():
            path = Path(config.site_dir, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def _url_of(self, file: str) -> str:
        return self._files[file].url.removeprefix("./")
