"""Sites to look at: built once for all tests, also when these run on several cores; served by a plain file server."""

from __future__ import annotations

import functools
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from machine import PATIENCE
from playwright.sync_api import Page

OpenWindow = Callable[..., Page]
"""Opens a window: it takes a width, a height, and what a browser context takes."""

HARBOUR = "https://vuurtoren.test/gids/"
"""Where the built tiny guide says that it stands: below a path, as a school's own site may have it."""

_HOST = "http://gids.test/"
"""Where a folder stands while we see where its links lead."""


def once(
    request: pytest.FixtureRequest, factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]
) -> tuple[Path, str]:
    """A folder that is made once, whichever core comes first, and what went wrong while making it.

    The others wait until it is there.
    """
    alone = not hasattr(request.config, "workerinput")
    shared = factory.getbasetemp() if alone else factory.getbasetemp().parent
    folder, ready = shared / name, shared / f"{name}.ready"
    try:
        (shared / f"{name}.making").mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not ready.exists():
            if time.monotonic() > until:
                pytest.fail(f"Een andere proef maakt '{name}', en wordt niet klaar.")
            time.sleep(0.2)
    else:
        wrong = "Het maken brak af."
        try:
            wrong = make(folder)
        finally:
            written = shared / f"{name}.written"
            written.write_text(wrong, encoding="utf-8")
            written.rename(ready)
    return folder, ready.read_text(encoding="utf-8")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain file server that shows 404.html for what is not there, as most do, and keeps still."""

    lost = b""

    def log_message(self, *words: Any) -> None:
        pass

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.lost)))
        self.end_headers()
        self.wfile.write(self.lost)


class Server(http.server.ThreadingHTTPServer):
    """Does not mind a browser that leaves before a file is whole."""

    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def served(folder: Path, lost: Path) -> Iterator[str]:
    """Where a folder can be visited. lost: the page for what is not there."""
    handler = type("Handler", (Quiet,), {"lost": lost.read_bytes()})
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def pages_of(site: Path) -> list[str]:
    """Where every page of a built site stands, but those that lead on at once."""
    files = [
        file
        for file in sorted(site.rglob("index.html"))
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
    ]
    return [file.parent.relative_to(site).as_posix().removeprefix(".") + "/" * (file.parent != site) for file in files]


KINDS = ("situaties/*", "tips", "sleutels/*", "aanbevelingen/*/*", "werkvormen/*", "werkbladen/*", "partners")
"""What a reader meets besides the start page: folders of pages of one kind."""


def heaviest_of_each_kind(site: Path) -> list[str]:
    """The start page, and of each kind the page with the most HTML: where a script or a style has most to do."""
    files = [max(site.glob(f"{kind}/index.html"), key=lambda file: file.stat().st_size) for kind in KINDS]
    return ["", *(f"{file.parent.relative_to(site).as_posix()}/" for file in files)]


def target(site: Path, page: Path, link: str) -> tuple[Path, str] | None:
    """The file and the anchor that a link on a page of a built site leads to; None for a link to another site."""
    here = urljoin(_HOST, page.relative_to(site).as_posix().removesuffix("index.html"))
    there = urlsplit(urljoin(here, link))
    if f"{there.scheme}://{there.netloc}/" != _HOST:
        return None
    file = site / unquote(there.path).lstrip("/")
    return (file / "index.html" if file.is_dir() or there.path.endswith("/") else file), unquote(there.fragment)
