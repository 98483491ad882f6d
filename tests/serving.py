"""Serving without a server or a browser: a site is built, and made again after each save, in this process."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from macros.serve.last_time import LastTime
from macros.serve.live_server import LiveServer

_PLACE = "http://127.0.0.1:8000/"


def free_port() -> int:
    """A port at which no one serves: others may be at work beside us."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Desk:
    """Someone who writes, with `make serve` running. project: the project. site: where the site is to stand."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project, self.site, self._port = project, site, free_port()
        vars(MkDocsConfig)["plugins"].plugin_cache.clear()  # MkDocs keeps a plugin as long as its process.
        self.config = self._config()
        self.config.plugins.on_startup(command="serve", dirty=False)
        self._whole(self.config)
        self.whole_builds = 0
        other = LiveReloadServer(self._whole_again, "127.0.0.1", self._port, str(site))
        with pytest.MonkeyPatch.context() as here:
            here.setattr(LastTime, "keep", lambda *_: None)  # It would write beside whoever copies the project.
            self.server: Any = self.config.plugins.on_serve(other, config=self.config, builder=self._whole_again)
        assert isinstance(self.server, LiveServer)
        if before := self.server._before.make_way():  # noqa: SLF001  # The site of last time was shown, and no one comes.
            before.close()
        self.shown: list[str] = []  # What was last let through before the rest, by URL.
        self.newer = False  # Whether something newer is saved all the time.

    def _config(self) -> Any:
        place = f"127.0.0.1:{self._port}"
        config: Any = load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.site), dev_addr=place)
        config.site_url = _PLACE
        return config

    def _whole(self, config: Any) -> None:
        build(config, serve_url=_PLACE)

    def _whole_again(self) -> None:
        self.whole_builds += 1
        self._whole(self._config())

    @property
    def mistake(self) -> str | None:
        """What is wrong, as the pages say it."""
        report: str | None = self.config.plugins["sleutelbos"].live.report
        return report

    def save(self, *paths: Path) -> None:
        """Have the site made again after these files were saved."""
        self.server.build(set(paths), self._show, lambda: self.newer)

    def save_words(self, name: str, before: str, after: str) -> None:
        """Save a file of content/ with some words in the place of others, that are there."""
        file = self.project / "content" / name
        text = file.read_text(encoding="utf-8")
        assert before in text, name
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        self.save(file)

    def look_at(self, url: str) -> None:
        """Have a page open."""
        self.server.look_at(f"/{url}")

    def page(self, url: str) -> str:
        """A page as it stands in the site."""
        return (self.site / url / "index.html").read_text(encoding="utf-8")

    def _show(self, urls: Iterable[str]) -> None:
        self.shown = list(urls)

    def files(self) -> dict[str, bytes]:
        """Every file of the site, but those that say when it was made."""
        found = (path for path in self.site.rglob("*") if path.is_file() and path.name != "sitemap.xml.gz")
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in found}
