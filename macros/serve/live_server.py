"""MkDocs' server, for whoever writes: what is open is shown first, and a mistake stands on every page at once."""

from __future__ import annotations

import gc
import logging
import posixpath
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer, _timestamp

from macros.publish.beside_pages import is_beside
from macros.serve.file_events import FileEvents, Saved
from macros.serve.last_time import LastTime
from macros.serve.notice import noticed

log = logging.getLogger("mkdocs.sleutelbos")

_QUIET = 0.03
"""How long nothing may be saved before we begin, in seconds: an editor writes a file in a few strokes."""

_MOST_OPEN = 4
"""How many pages are made before all others: those that someone looked at last."""

_FRAME = (".css", ".js", ".svg", ".woff2", ".png", ".jpg")
"""What a page that is shown first, wants besides, as long as it comes from docs/assets/ or the theme."""

_FETCHES, _DRAWS = 0.25, 0.4
"""How long we do nothing at most, in seconds, while a browser fetches the page that is shown first, and draws it."""

Show = Callable[[Iterable[str]], None]
"""Lets pages be seen, by their URL from the site's root, while the others are still being made."""


class LiveServer(LiveReloadServer):
    """Serves the site of another server, which did not begin yet.

    build: makes the site again after these paths were saved. It gets a Show, and what asks whether there is a newer
    save; it answers whether all is made. notice: what stands above every page, as HTML, for a site
    at this path. before: what was shown until now.
    """

    def __init__(
        self,
        other: LiveReloadServer,
        build: Callable[[set[Path], Show, Callable[[], bool]], bool],
        notice: Callable[[str], str],
        before: LastTime,
    ) -> None:
        host, port = other.server_address[:2]
        super().__init__(other.builder, str(host), int(port), other.root, other.mount_path)
        self.error_handler = other.error_handler
        self.build, self._notice, self._before = build, notice, before
        self._saved = Saved(self._wake)
        self.observer: Any = FileEvents(self._saved.add)
        for path in other._watched_paths:  # noqa: SLF001  # MkDocs tells it nowhere else.
            self.watch(path)
        self._open: dict[str, None] = {}  # The pages that were looked at, the last one last.
        self._first: dict[str, bytes] = {}  # Those that may be seen already, as they were first seen.
        self._polls = Counter[str]()  # How many times each is open, and asks for anything newer.
        self._awaited: set[str] = set()  # Those that may be seen already, and were not asked for yet.
        self._drawing: set[str] = set()  # Those that were, and that did not yet ask for anything newer.

    def server_bind(self) -> None:
        """Go on at the socket of what was shown until now: who asks meanwhile, waits a moment."""
        if (taken := self._before.make_way()) is None:
            super().server_bind()
            return
        self.socket.close()
        self.socket = taken
        self.server_address = taken.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()

    @property
    def open_pages(self) -> list[str]:
        """The URLs, from the site's root, of the page that someone looked at last, and of those that are open still."""
        with self._epoch_cond:
            last = next(reversed(self._open), None)
            return [
                path.removeprefix(self.mount_path) for path in reversed(self._open) if path == last or self._polls[path]
            ]

    def _wake(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()
        with self._epoch_cond:
            self._epoch_cond.notify_all()  # See _show.

    def _build_loop(self) -> None:
        """As MkDocs' own, but whatever fails, the server answers with what there is."""
        pending: set[Path] = set()
        while self._wait_for_save():
            pending |= self._saved.take()
            if not self.build(pending, self._show, lambda: self._want_rebuild):
                continue  # Something newer was saved: what is old by now, is not shown.
            pending = set()
            self._show_all()
            gc.collect()  # Of the guide before this one: an editor saves all day.

    def _wait_for_save(self) -> bool:
        """Wait until something is saved, and the saving has stopped. Answers False at the end of the serving."""
        with self._rebuild_cond:
            # With breaks: else Windows would not hear Ctrl+C.
            while not self._rebuild_cond.wait_for(lambda: self._want_rebuild or self._shutdown, self.shutdown_delay):
                pass
            if self._shutdown:
                return False
            while self._rebuild_cond.wait(timeout=_QUIET):
                pass
            self._want_rebuild = False
        with self._epoch_cond:
            self._wanted_epoch, self._first = _timestamp(), {}
        return True

    def _show(self, urls: Iterable[str]) -> None:
        with self._epoch_cond:
            self._first = {path: self._whole(path) for path in (self.mount_path + url for url in urls)}
            self._awaited, self._drawing = {path for path in self._first if self._polls[path]}, set()
            self._epoch_cond.notify_all()
            # Python does one thing at a time: what goes on meanwhile would hold up the browser.
            self._epoch_cond.wait_for(lambda: self._want_rebuild or not self._awaited, _FETCHES)
            self._epoch_cond.wait_for(lambda: self._want_rebuild or not self._drawing, _DRAWS)

    def _show_all(self) -> None:
        """Let everything be seen; who saw something first that came out otherwise in the end, sees it once more."""
        with self._epoch_cond:
            if any(seen != self._whole(path) for path, seen in self._first.items()):
                self._wanted_epoch = max(_timestamp(), self._wanted_epoch + 1)
            self._visible_epoch, self._first = self._wanted_epoch, {}
            self._epoch_cond.notify_all()

    def _whole(self, path: str) -> bytes:
        """A page as it can be seen now, with what stands above it."""
        file = self._file(path)
        return self._noticed(file.read_bytes()) if file.is_file() else b""

    def _serve_request(self, environ: Any, start_response: Any) -> Any:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            return self._poll(int(path.split("/")[2]), environ, start_response)
        is_page = path.endswith(("/", ".html"))
        with self._epoch_cond:
            if is_page:
                self.look_at(path)
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch or self._may_be_seen(path))
            early = self._visible_epoch != self._wanted_epoch
            page, epoch = self._first.get(path), self._wanted_epoch
            if early and path in self._awaited:
                self._awaited.discard(path)
                self._drawing.add(path)
            self._epoch_cond.notify_all()
        if not early:
            return super()._serve_request(environ, start_response)
        if page is not None:
            return _answer(start_response, "text/html", self._with_script(page, epoch))
        kind = str(self._guess_type(path))  # type: ignore[no-untyped-call]
        return _answer(start_response, kind, self._file(path).read_bytes())

    def _may_be_seen(self, path: str) -> bool:
        """Whether something may be seen while the rest is being made."""
        if path in self._first:
            return True
        is_frame = path.endswith(_FRAME) and not is_beside(path.removeprefix(self.mount_path))
        return bool(self._first) and is_frame and self._file(path).is_file()

    def _poll(self, epoch: int, environ: Any, start_response: Any) -> list[bytes]:
        """Tell a page that is open whether there is something newer to see; wait a minute for it."""
        path = "/" + environ.get("HTTP_REFERER", "").partition("//")[2].partition("/")[2].partition("?")[0]

        def newest() -> int:
            return int(self._wanted_epoch if path in self._first else self._visible_epoch)

        start_response("200 OK", [("Content-Type", "text/plain")])
        with self._epoch_cond:
            self.look_at(path)
            self._polls[path] += 1
            if epoch >= self._wanted_epoch:  # A page asks when all that it needs has come.
                self._drawing.discard(path)
                self._epoch_cond.notify_all()
            self._epoch_cond.wait_for(lambda: newest() > epoch, timeout=self.poll_response_timeout)
            self._polls[path] -= 1
            return [b"%d" % newest()]

    def look_at(self, path: str) -> None:
        """Remember that someone has a page open."""
        self._open.pop(path, None)
        self._open[path] = None
        while len(self._open) > _MOST_OPEN:
            del self._open[next(iter(self._open))]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return self._with_script(self._noticed(content), epoch)

    def _with_script(self, page: bytes, epoch: int) -> bytes:
        return bytes(super()._inject_js_into_html(page, epoch))  # type: ignore[no-untyped-call]

    def _noticed(self, page: bytes) -> bytes:
        """A page with what stands above it."""
        return noticed(page, self._notice(self.mount_path).encode())

    def _file(self, path: str) -> Path:
        """The file behind a path; never one that stands outside of the site."""
        below = path.removeprefix(self.mount_path) + ("index.html" if path.endswith("/") else "")
        return Path(self.root, posixpath.normpath(f"/{below}").lstrip("/"))


def _answer(start_response: Any, kind: str, content: bytes) -> list[bytes]:
    start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
    return [content]
