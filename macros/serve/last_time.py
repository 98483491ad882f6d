"""The site as it was served the last time, shown while that of now is being made: that takes some seconds."""

from __future__ import annotations

import logging
import socket
import threading
from contextlib import suppress
from pathlib import Path
from socketserver import BaseServer
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from macros.serve.notice import noticed
from macros.system.folders import copy_folder, new_folder

log = logging.getLogger("mkdocs.sleutelbos")

TOLD = "Zo zag de gids er de vorige keer uit."
"""What stands above each of its pages."""

_NOTICE = f'<p role="status"><strong>{TOLD}</strong> Die van nu komt eraan: deze pagina ververst zichzelf.</p>'


class LastTime:
    """Shows the site of last time, until the server of now takes its place. folder: where it is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown: _Shown | None = None

    @property
    def is_shown(self) -> bool:
        """Whether it stands at the address of this serving, so that no one else does."""
        return self._shown is not None

    def show(self, config: MkDocsConfig) -> None:
        """Show it, where there is one. Who else may have the port, is told of later."""
        if self._shown is not None or not (self._folder / "index.html").is_file():
            return
        host, port = config.dev_addr
        shown = _Shown(host, port, self._folder, urlsplit(config.site_url or "/").path)
        try:
            shown.open()
        except OSError:
            shown.server_close()
            return
        self._shown = shown
        log.info(f"De gids van de vorige keer staat op {shown.url}. Die van nu komt eraan.")

    def make_way(self) -> socket.socket | None:
        """The socket at which it was shown, for the server of now; None when it was not. Open pages hear of it."""
        if self._shown is None:
            return None
        self._shown.stop()
        return self._shown.socket

    def keep(self, site: Path) -> None:
        """Keep a site for the next time, beside other work. Another time will do where that fails."""
        threading.Thread(target=self._keep, args=(site,), daemon=True).start()

    def _keep(self, site: Path) -> None:
        with suppress(OSError), new_folder(self._folder) as new:
            copy_folder(site, new.path)
            new.put_in_place()


class _Shown(LiveReloadServer):
    """Serves a folder in which nothing changes."""

    def __init__(self, host: str, port: int, folder: Path, mount_path: str) -> None:
        super().__init__(lambda: None, host, port, str(folder), mount_path)
        self.watch(self.root)  # No one looks; but only pages that may change, hear of anything newer.
        self.serve_thread.daemon = True

    def open(self) -> None:
        """Answer from now on. Raises OSError when it may not have the port."""
        self.server_bind()
        self.server_activate()
        self.serve_thread.start()

    def stop(self) -> None:
        """Answer no one any more, but who waits for something newer: there is."""
        BaseServer.shutdown(self)  # MkDocs' own would close the socket.
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = self._visible_epoch + 1
            self._epoch_cond.notify_all()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page = noticed(content, _NOTICE.encode())
        return bytes(super()._inject_js_into_html(page, epoch))  # type: ignore[no-untyped-call]
