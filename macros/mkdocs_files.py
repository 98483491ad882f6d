"""What MkDocs copies from docs/ and from the theme, and what not; and its pages, by their files."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.content.folders import readable_below
from macros.publish.heading_font import HEADING_FONT
from macros.publish.joined_assets import is_ours, joined_assets, lean
from macros.publish.made_of_pages import MadeOfPages
from macros.publish.offline import WORKER, kept_files, no_worker, without_door
from macros.publish.theme_styles import BASE_STYLES
from macros.site.surroundings import Way
from macros.system.files import fill_file

_FORM = "assets/form/"
"""Our scripts and styles of the form for editors."""


def leave_theme(config: MkDocsConfig) -> None:
    """Have MkDocs not look for files in the theme: we show none, and it would go over fourteen thousand icons."""
    whole = config.theme.get_env

    def get_env() -> Environment:
        env = whole()
        # The one thing with which MkDocs lists them. A template is asked for by its name.
        env.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return env

    config.theme.get_env = get_env  # type: ignore[method-assign]
    if not config.use_directory_urls:
        config.theme.static_templates.discard("404.html")  # Only a server shows it, and it counts from the root.


def leave_ours(files: Files, config: MkDocsConfig, root: Path, *, form: bool) -> None:
    """Leave out what the theme has for its own pages, and what in docs/ no other reader sees or can open.

    form: whether the site has a form for editors, which only a site with addresses that end in a slash can have.
    """
    ours = set(map(str, readable_below(Path(config.docs_dir), root)))
    for file in [file for file in files if file.abs_src_path not in ours]:
        files.remove(file)
    if not (form and config.use_directory_urls):
        for file in [file for file in files if file.src_uri.startswith(_FORM)]:
            files.remove(file)


def join_assets(files: Files, config: MkDocsConfig, kept: Path) -> MadeOfPages:
    """Publish our scripts and styles as small as they are sent, each joined file in the place of its pieces.

    kept: the folder of what was made before. Answers what makes the rest, once there are pages.
    """
    wanted: dict[str, list[str]] = config.extra["joined"]
    docs = Path(config.docs_dir)
    joined = joined_assets(docs / "assets", wanted if config.extra.get("kept") else without_door(wanted))
    texts = {name: lean(text, name) for name, text in joined.items()}
    made_of_pages = MadeOfPages(docs, kept, texts.pop(BASE_STYLES))
    for name, text in texts.items():
        files.append(File.generated(config, f"assets/{name}", content=text))
    pieces = [f"assets/{piece}" for names in wanted.values() for piece in names]
    for path in (*pieces, HEADING_FONT):
        if file := files.get_file_from_path(path):
            files.remove(file)
    for file in files:
        if is_ours(file.src_uri) and file.abs_src_path:
            file.content_string = lean(file.content_string, file.src_uri)
    return made_of_pages


def written(path: str, content: bytes, config: MkDocsConfig) -> File:
    """A file that is not in docs/, written into the site at once: all together they take more memory than the pages."""
    file = Path(config.site_dir, path)
    fill_file(file, content)
    return File.generated(config, path, abs_src_path=str(file))


def date_pages(files: Files, day: date) -> None:
    """Have every page say this day to the sitemap. MkDocs would say the one on which the site is built."""
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = day.isoformat()


def write_worker(files: Iterable[File], config: MkDocsConfig) -> None:
    """Write what lets a browser keep a site that is whole. files: its pages."""
    assets, site = Path(config.docs_dir, "assets"), Path(config.site_dir)
    if config.extra.get("kept"):
        for path, text in kept_files(assets, site, [file.dest_uri for file in files]).items():
            fill_file(site / path, text)
    elif config.use_directory_urls:
        fill_file(site / WORKER, no_worker(assets))


class PageFiles(dict[str, File]):
    """The files that are pages, by their path below docs/."""

    def page(self, file: str) -> Page:
        """The page of a file, which MkDocs made before anyone asks for it."""
        page = self[file].page
        assert page is not None, file
        return page

    def url(self, file: str) -> str:
        """Where a page stands, from the site's root."""
        return self[file].url.removeprefix("./")

    def title(self, file: str) -> str:
        """What a page is called, as plain text."""
        return html.unescape(str(self.page(file).title))

    def crumb(self, file: str) -> Way:
        """The way to a page as the trail calls it."""
        page = self.page(file)
        return Way(title=page.title or "", url=page.url)

    def way(self, file: str) -> Way:
        """The way to a page as any other place calls it."""
        page = self.page(file)
        return Way(title=page.meta.get("title") or page.title, url=page.url)
