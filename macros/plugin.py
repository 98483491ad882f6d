"""The MkDocs plugin: which pages there are, where they are edited, what leads where."""

from __future__ import annotations

import atexit
import gc
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound
from markupsafe import escape
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.book.downloads import downloads
from macros.content.problems import ContentError, UnknownEntry
from macros.kept_pages.pages import KeptPages
from macros.kept_pages.rendered_pages import RenderedPages
from macros.live_guide import LiveGuide
from macros.mkdocs_files import PageFiles, date_pages, join_assets, leave_ours, leave_theme, write_worker, written
from macros.pages.macro_calls import bound_macros, lay_out, may_call
from macros.pages.markdown_extension import GuideMarkdown
from macros.publish.beside_pages import beside_pages
from macros.publish.form_editor import FormEditor, edit_url, has_form
from macros.publish.inline_script import inline_script
from macros.publish.made_of_pages import MadeOfPages, sent
from macros.publish.schema import write_schemas
from macros.publish.search_data import SearchRecord, is_searched, prose_records
from macros.publish.selection_data import page_script
from macros.serve.last_time import LastTime
from macros.serve.linked_pages import LinkedPages
from macros.serve.remake import Built
from macros.serve.saves import Saves
from macros.site.page import Page as GeneratedPage
from macros.site.pages import SHARED, assets_for, menu, pages
from macros.site.permalinks import permalink_pages
from macros.site.pictures import unasked_pictures
from macros.site.site_facts import site_facts
from macros.site.source_date import source_date
from macros.site.surroundings import surroundings
from macros.site.urls import page_url, public_url, site_url
from macros.system.errors import KEPT, Refusal, in_dutch
from macros.system.files import fill_file
from macros.system.kept_templates import KeptTemplates
from macros.worksheets.pdf import pdf_missing

log = logging.getLogger("mkdocs.sleutelbos")


# MkDocs gives its __init_subclass__ no types.
class GuidePlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """The plugin of one build, or of a whole serving: it is kept between refreshes, and keeps the last good guide."""

    def __init__(self) -> None:
        super().__init__()
        self.serving = self.kept_whole = False
        self._live: LiveGuide | None = None
        self._is_read = False  # Before there was a build: see start_with.
        self._refill: Callable[[Path], None] = lambda _: None
        self.made_of_pages: MadeOfPages  # From on_files on.
        self._generated: dict[str, GeneratedPage] = {}
        self._files = PageFiles()
        self._prose: dict[str, list[SearchRecord]] = {}
        self._on_disk: dict[str, str] = {}  # In a copy for a disk: what a hand-out takes over, by file.
        self._rendered, self._linked, self._kept = RenderedPages(), LinkedPages(), KeptPages()
        self._form_editor = FormEditor()
        self._built: Built  # From on_files on, while serving.
        self._last_time: LastTime  # While serving.

    @property
    def live(self) -> LiveGuide:
        """The guide of the moment. There is one from on_config on."""
        if self._live is None:
            raise RuntimeError("on_config comes first")
        return self._live

    def start_with(self, live: LiveGuide, refill: Callable[[Path], None]) -> None:
        """Build this guide, that was read already. refill: told where the site comes, once MkDocs has emptied that."""
        self._live, self._is_read, self._refill = live, True, refill

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Know whether this is a build or serving, and collect garbage less often."""
        self.serving = self._linked.remembers = command == "serve"
        gc.set_threshold(20_000)  # Next to no cycles: to look for them as often as Python, takes a twelfth of a build.
        # At the end all memory is freed at once: a last collection would take a quarter of a second.
        atexit.register(gc.freeze)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content; what an editor may decide about the site comes from content/site.yml."""
        root = Path(config.config_file_path).parent
        if self.serving and self._live is None:
            self._last_time = LastTime(root / ".build" / "served")
            self._last_time.show(config)
        self._live = self._live or LiveGuide(root)
        config.extra["early"] = inline_script(Path(config.docs_dir, "assets"), self.serving)
        if not self._is_read:
            self.went_well(self.live.refresh)
        self._is_read = False
        if self.live.last_good is not None:
            self._configure(config, root)
        return config

    def went_well(self, step: Callable[[], None]) -> bool:
        """Read the content again. While serving, a mistake stands above the pages, and the last good guide stays."""
        try:
            step()
        except (ContentError, Refusal) as error:
            if not self.serving:
                raise PluginError(f"\n{error}") from None
            log.error("\n\n%s\n", str(error).replace(KEPT, "De pagina's tonen nog de vorige inhoud."))
            return False
        return True

    def _configure(self, config: MkDocsConfig, root: Path) -> None:
        site = self.live.guide.site
        try:
            address = site_url(site)
        except Refusal as error:
            raise PluginError(f"\n{error}") from None
        # The theme escapes a title in one place and not in another: what it gets, is escaped and says so.
        config.site_name, config.site_description = escape(site.name), escape(site.tagline)
        leave_theme(config)
        config.markdown_extensions.append(f"{GuideMarkdown.__module__}:{GuideMarkdown.__name__}")
        if self.serving:
            write_schemas(self.live.guide, root)
        else:
            config.site_url = address
        kept = site.offline and config.use_directory_urls and not self.serving
        config.extra.update(site_facts(self.live.guide), address=public_url(config.site_url or address), kept=kept)

    def macros(self) -> dict[str, Callable[..., str]]:
        """What docs/ may call at this refresh, for mkdocs-macros. Nothing while there is no guide yet."""
        return bound_macros(self.live.renderer) if self.live.last_good else {}

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's templates compiled: else MkDocs compiles them at every build, so at every save."""
        env.bytecode_cache = KeptTemplates()
        self._built.env = env
        for page in (shown := [self._files.page(name) for name in self._files]):
            self._surround(page)
        self._kept.theme(env, self._built.nav, shown)
        return env

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, the downloads and the menu."""
        self._refill(Path(config.site_dir))
        self._generated, self._prose, self._on_disk = {}, {}, {}
        shown = self.live.guide if self.live.last_good else None
        leave_ours(files, config, self.live.root, form=has_form(shown, self.serving))
        self.made_of_pages = join_assets(files, config, self.live.root / ".build")
        if self.live.last_good is not None:
            for page in pages(self.live.guide):
                file = File.generated(config, page.file, content="")  # See _lay_out.
                file.edit_uri = page.edited
                files.append(file)
                self._generated[page.file] = page
            for name, content in self.downloads():
                files.append(written(name, content, config))
            for name in unasked_pictures(self.live.guide, files.src_uris):
                files.remove(files.src_uris[name])
            config.nav = menu(self.live.guide, files.src_uris)
        self._files = PageFiles({file.src_uri: file for file in files.documentation_pages()})
        self._built = Built(config, files)
        self._kept.begin(config, files, self.serving, self.live.code)
        self.live.keep_sheets(self._kept.text)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the menu, for who makes pages again, and date the pages of a site."""
        self._built.nav = nav
        if not self.serving:
            date_pages(files, source_date(self.live.guide, self.live.root))
        return nav

    def take(self, config: MkDocsConfig) -> None:
        """While serving: from now on, lay out the pages of the guide of this moment, of which there are as many."""
        self._generated = {page.file: page for page in pages(self.live.guide)}
        for name, page in self._generated.items():
            self._files.page(name).meta["title"] = escape(page.title)  # Others name it before it is laid out.
        config.extra.update(site_facts(self.live.guide))
        vars(config.plugins["macros"])["_variables"].update({**config.extra, **self.macros()})

    def downloads(self) -> Iterator[tuple[str, bytes]]:
        """Every download, by its path in the site. While serving, a sheet that does not fit is told above the pages."""
        try:
            yield from downloads(self.live.renderer, self.live.root / ".build", self.serving)
        except ContentError as error:
            if not self.serving:
                raise PluginError(f"\n{error}") from None
            if self.live.report is None:  # Else these are the sheets of the last good guide.
                shown = "De pagina's tonen al wat je bewaarde."
                self.live.tell(report := str(error).replace(KEPT, shown), f"Er zit een fout in een werkblad. {shown}")
                log.error("\n\n%s\n", report)
        if reason := pdf_missing():
            level = logging.WARNING if self.serving else logging.INFO
            log.log(level, "Er zijn geen PDF's van de werkbladen. %s", reason)

    @event_priority(100)
    def _lay_out(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Lay out a generated page; before there is any guide, a page can only show what is wrong."""
        if self.live.last_good is None:
            return "# De gids is er nog niet\n"
        # mkdocs-macros would compile a template of every page, also of one that calls nothing.
        page.meta.setdefault("render_macros", may_call(markdown))
        generated = self._generated.get(page.file.src_uri)
        if generated is None:
            page.meta.update({name: escape(page.meta[name]) for name in ("title", "description") if name in page.meta})
            return markdown
        page.meta.update({name: escape(getattr(generated, name)) for name in ("title", "description", "window")})
        page.meta.update(scripts=generated.scripts, styles=generated.styles)
        try:
            return lay_out(self.live.renderer, generated)
        except TemplateNotFound as error:
            raise PluginError(f"\n{generated.file}: {error}") from None

    @event_priority(-100)
    def _link(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Explain the terms of the glossary, and turn named entries into links, after mkdocs-macros is done."""
        if self.live.last_good is None:
            return markdown
        name = page.file.src_uri
        try:
            markdown = self._linked.linked(self.live.guide, name, markdown, self._kept.text)
        except UnknownEntry as error:
            raise PluginError(f"{name}: {error}") from None
        for kind, needed in assets_for(markdown).items():
            page.meta[kind] = [*page.meta.get(kind, ()), *needed]
        if not self._kept.recall(page, markdown) and self.serving and name in self._generated:
            self._rendered.reuse(name, page, markdown)
        return markdown

    on_page_markdown = CombinedEvent(_lay_out, _link)

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note what the prose holds, for search."""
        name = page.file.src_uri
        self._kept.note(page)
        if self.serving and name in self._generated:
            self._rendered.note(name, page)
        page.markdown = page.markdown if self.serving else ""  # There is the HTML. A page with None has no title.
        if name not in self._generated and is_searched(name):
            self._prose[name] = list(prose_records(self._files.title(name), name, content))
        if not config.use_directory_urls and SHARED in content:
            self._on_disk |= page_script(page.url, content)
        return content

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Tell the theme what stands around a page, as it is by now."""
        self._surround(page)
        return context

    def _surround(self, page: Page) -> None:
        """Note which pages are above, beside, before and after a page, and where it is edited."""
        page.edit_url = edit_url(self.live.guide if self.live.last_good else None, page.file.edit_uri, self.serving)
        name = page.file.src_uri
        page.meta.update(surroundings(name, self._generated.get(name), self._files, self._files.crumb, self._files.way))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Note what the page holds: of the theme's styles and of the font, the site gets what is used."""
        whole = self._kept.sent(page, output, sent)
        self.made_of_pages.see(page.file.src_uri, whole)
        return whole

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what stands beside the pages."""
        for file, content in self.beside(config):
            fill_file(Path(config.site_dir, file), content)
        write_worker(self._files.values(), config)
        self.live.keep()
        self.kept_whole = self._kept.end()

    def beside(self, config: MkDocsConfig) -> Iterator[tuple[str, str | bytes]]:
        """What stands beside the pages, by its path: styles, font, search data, permalinks, catalogue, feed."""
        yield from self.made_of_pages.files()
        if self.live.last_good is None:
            return
        prose = [record for records in self._prose.values() for record in records]
        yield from beside_pages(self.live.guide, prose, self._files.url, self._files.title).items()
        yield from self._on_disk.items()
        urls = {page_url(file): self._files.url(file) for file in self._files}
        yield from permalink_pages(self.live.guide, None if config.use_directory_urls else urls)
        if config.use_directory_urls:
            yield from self._form_editor.files(self.live.guide, self.serving)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Have our own server serve."""
        return Saves(self, lambda: self._built).serve(server, self._last_time)

    def on_build_error(self, *, error: Exception) -> None:
        """Say in a sentence that the disk is full, or that a file does not let us."""
        if isinstance(error, OSError):
            raise Abort(in_dutch(error)) from None
