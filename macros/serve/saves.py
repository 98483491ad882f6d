"""What happens at a save while someone serves: what it changed is made again, or all of the site is built."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from macros.serve.last_time import LastTime
from macros.serve.live_server import LiveServer, Show
from macros.serve.remake import Built, Plugin, Remake
from macros.system.errors import Refusal
from macros.system.internal_errors import told
from macros.system.port import refuse_taken_port
from macros.system.served_site import build_again

log = logging.getLogger("mkdocs.sleutelbos")

_SWITCH = 0.001
"""How long one thread goes on while another waits, in seconds: a browser asks for ten files while pages are made."""


class Saves:
    """Answers each save of one serving.

    plugin: that of MkDocs. built: what the last whole build made.
    """

    def __init__(self, plugin: Plugin, built: Callable[[], Built]) -> None:
        self._plugin, self._built = plugin, built
        self._remake: Remake | None = None
        self._late = False  # Whether the pages show an older guide than was read.
        self._whole: Callable[[], None]  # From serve() on.
        self._open_pages: Callable[[], list[str]]

    def serve(self, server: LiveReloadServer, before: LastTime) -> LiveServer:
        """The server that is to take the place of MkDocs' own, and of what was shown before it.

        Looks once more whether the port is free: someone else may have it by now. Raises Abort when it is not.
        """
        host, port = server.server_address[:2]
        try:
            if not before.is_shown:
                refuse_taken_port(str(host), str(port))
        except Refusal as error:
            raise Abort(str(error)) from None
        sys.setswitchinterval(_SWITCH)
        self._begin()
        live = LiveServer(server, self._build, self._plugin.live.notice, before)
        if self._remake is not None:
            before.keep(Path(server.root))
        self._whole, self._open_pages = server.builder, lambda: live.open_pages
        return live

    def _begin(self) -> None:
        """Go on from a whole build."""
        live = self._plugin.live
        self._remake = Remake(self._plugin, self._built()) if live.last_good is not None else None

    def _build(self, saved: set[Path], show: Show, newer: Callable[[], bool]) -> bool:
        """Make the site again after these paths were saved. Answers whether all is made, or as much as can be."""
        try:
            return self._made(saved, show, newer)
        except (Exception, SystemExit) as error:
            log.error("\n%s\n", told(error, self._plugin.live.root))
            self._remake = None  # The next save builds all.
            return True

    def _made(self, saved: set[Path], show: Show, newer: Callable[[], bool]) -> bool:
        content = self._plugin.live.root / "content"
        if self._remake and all(path.is_relative_to(content) for path in saved):
            try:
                return self._words(self._remake, show, newer)
            except _NotOnlyWords:
                pass
            except Exception:
                self._remake.undo()
                raise
        self._remake, self._late = None, False
        if build_again(self._whole, Path(self._built().config.site_dir), self._plugin.live.root):
            self._begin()
        return True

    def _words(self, remake: Remake, show: Show, newer: Callable[[], bool]) -> bool:
        live, well = self._plugin.live, self._plugin.went_well
        if well(live.read):
            if not remake.can_make(live.guide):
                raise _NotOnlyWords
            self._late = True
            show(remake.ahead(self._open_pages()))
            well(live.look_at_docs)
        if self._late:
            self._late = not remake.again(newer)
        return not self._late


class _NotOnlyWords(Exception):
    """A save asks for a whole build."""
