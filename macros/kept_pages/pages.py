"""Pages as the last build made them, on disk: one is made again when anything changed that goes into it.

A page is laid out always. What MkDocs renders of that is kept under a digest of the Markdown; what the theme makes of
it, under a digest of the rest that the theme reads; and both with all that makes every page: see `begin`. So nothing
has to know what depends on what, and a page that is taken from here is the page that would have been made.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.kept.made_by import KEEP, code_digest, digest
from macros.kept_pages.rendered import put_back, to_bytes
from macros.system.store import Store

_TEMPLATE = "as-it-was.html"
"""The template of a page that is kept. It stands in no folder: a site that others build has no use for it."""

_OURS = frozenset({"sleutelbos", "macros"})
"""The plugins that we know. Of another, or of a hook, we cannot tell what goes into it: then nothing is kept."""


class KeptPages:
    """The pages of one kind of site: those of the build before this one, and of this one.

    It lives for one process. Who builds with MkDocs itself, builds cold: see KEEP.
    """

    def __init__(self) -> None:
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        self._code = ""
        self._store: Store | None = None  # While a build is going on.
        self._made: list[str] = []
        self._keys: dict[str, str] = {}
        self._recalled: set[str] = set()
        self._pages: dict[str, str] = {}
        self._whole: dict[str, tuple[str, str | None]] = {}

    def begin(self, config: MkDocsConfig, files: Files, serving: bool, code: str) -> None:
        """A new build. What is the same for all its pages, is told from here: the code, and see `_of_all`.

        code: a digest of the code that this process runs.
        """
        self._store, self._made, self._keys, self._pages, self._whole = None, [], {}, {}, {}
        self._recalled = set()
        if os.environ.get(KEEP) != "yes" or not set(config.plugins) <= _OURS or config.hooks:
            return
        self._root = Path(config.config_file_path).parent
        self._code = code
        if code_digest(self._root) == code:  # Code that changed while this process ran, is not the code that runs.
            kind = "serve" if serving else "site" if config.use_directory_urls else "disk"
            self._store = Store(self._root / ".build" / "pages" / kind)
            self._all = digest(self._code, *_of_all(config, files))
            self._warnings.counts.clear()
            logging.getLogger("mkdocs").addHandler(self._warnings)

    def text(self, made_of: str | tuple[str, ...], make: Callable[[], str]) -> str:
        """A text that is made of this, and of what makes every page: of a page before it is rendered, or of a piece."""
        if self._store is None:
            return make()
        key = digest("text", self._all, made_of)
        kept = self._store.get(key)
        text = make() if kept is None else kept.decode()
        if kept is None:
            self._keep(key, text.encode)
        return text

    def recall(self, page: Page, markdown: str) -> bool:
        """Whether a page comes from here: then it will not be rendered."""
        if self._store is None:
            return False
        name = page.file.src_uri
        self._keys[name] = key = digest("rendered", self._all, name, markdown)
        kept = self._store.get(key)
        if kept is not None:
            self._recalled.add(name)
            # The one thing that MkDocs asks to render a page, and it gives no other way to answer it.
            page.render = lambda _, files: put_back(page, kept, files)  # type: ignore[method-assign, assignment]
        return kept is not None

    def note(self, page: Page) -> None:
        """Keep what a page was rendered to, now or earlier in this process."""
        name = page.file.src_uri
        if name not in self._recalled:
            self._keep(self._keys.get(name, ""), lambda: to_bytes(page))

    def theme(self, env: Environment, nav: Navigation, pages: Iterable[Page]) -> None:
        """See which pages the theme need not make again. pages: each with in its front matter all that it shows."""
        if self._store is None:
            return
        assert env.loader
        env.loader = ChoiceLoader([DictLoader({_TEMPLATE: "{{ page.kept }}"}), env.loader])
        menu = [_in_menu(item) for item in nav.items]
        for page in pages:
            name = page.file.src_uri
            if name not in self._keys:  # Serving began with a mistake: there is no guide yet, and so nothing to keep.
                continue
            of_page = (page.title, page.canonical_url, page.edit_url, page.is_homepage, page.meta)
            self._pages[name] = key = digest("page", self._keys[name], menu, *of_page)
            kept = self._store.get(key)
            if kept is not None:
                self._whole[name] = kept.decode(), page.meta.get("template")
                page.kept = self._whole[name][0]  # type: ignore[attr-defined]  # For the template.
                page.meta["template"] = _TEMPLATE

    def sent(self, page: Page, output: str, make: Callable[[str], str]) -> str:
        """A page as it is sent: as it was kept, or else as it is made now of what came from the theme."""
        name = page.file.src_uri
        if name not in self._whole:
            sent = make(output)
            self._keep(self._pages.get(name, ""), sent.encode)
            return sent
        sent, template = self._whole.pop(name)
        # Whoever makes this page again, makes it as any other.
        del page.kept, page.meta["template"]  # type: ignore[attr-defined]
        if template is not None:
            page.meta["template"] = template
        return sent

    def end(self) -> bool:
        """The build is done. Answers whether it was kept: nothing is, of one that warned or whose code was changed."""
        if self._store is None:
            return False
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        sound = not self._warnings.counts and self._code == code_digest(self._root)
        if sound:
            self._store.prune()
        else:
            self._store.forget(self._made)
        self._store = None
        return sound

    def _keep(self, key: str, make: Callable[[], bytes]) -> None:
        """Keep something at once: a large guide does not fit in memory twice."""
        if self._store and key and not self._warnings.counts:
            self._made.append(key)
            with suppress(OSError):  # A full disk: it is made once more, the next time.
                self._store.put(key, make())


def _of_all(config: MkDocsConfig, files: Files) -> Iterator[object]:
    """What is the same for all pages of a build, besides the code: settings, and which files there are."""
    yield config.site_url, str(config.site_name), str(config.site_description), config.copyright
    yield config.use_directory_urls, config.extra_css, config.extra_javascript, config.nav, config.extra
    yield sorted((file.src_uri, file.url, file.inclusion.name) for file in files)


def _in_menu(item: StructureItem) -> tuple[object, ...]:
    """What the menu shows of an item, with what is below it."""
    return item.title, getattr(item, "url", None), [_in_menu(child) for child in getattr(item, "children", None) or ()]
