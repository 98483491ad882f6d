"""What someone sees who starts serving, while the guide of now is being made: that of last time."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from machine import PATIENCE
from mkdocs.livereload import LiveReloadServer

from macros.serve.file_events import FileEvents
from macros.serve.last_time import TOLD, LastTime
from macros.serve.live_server import LiveServer

PAGE = '<html><body><article class="md-content__inner md-typeset"><p>{}</p></article></body></html>'


def site_with(folder: Path, words: str) -> Path:
    """A site of one page."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format(words), encoding="utf-8")
    return folder


@pytest.fixture
def last(tmp_path: Path) -> Iterator[LastTime]:
    """The site of last time, shown at a free port."""
    last = LastTime(site_with(tmp_path / ".build" / "served", "oud").resolve())
    last.show(settings())
    yield last
    if (socket := last.make_way()) is not None:
        socket.close()


def settings(port: int = 0) -> Any:
    """What MkDocs knows of a serving."""
    return SimpleNamespace(dev_addr=("127.0.0.1", port), site_url="http://127.0.0.1:8000/gids/")


def get(port: int, path: str) -> str:
    """What a browser gets."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
        return str(answer.read().decode())


def epoch(page: str) -> int:
    """Which version of the site a page is of."""
    return int(page.rpartition("livereload(")[2].partition(",")[0])


def port_of(last: LastTime) -> int:
    """Where it is shown."""
    assert last._shown  # noqa: SLF001  # MkDocs' own server tells the port to no one else.
    return int(last._shown.server_port)  # noqa: SLF001


def test_the_site_of_last_time_says_so_and_makes_way(last: LastTime, tmp_path: Path) -> None:
    """Who has a page open hears that there is a newer one, at the same address; and nobody is turned away meanwhile."""
    port = port_of(last)
    old = get(port, "/gids/")
    assert "oud" in old and TOLD in old

    heard: list[int] = []
    waits = threading.Thread(target=lambda: heard.append(int(get(port, f"/livereload/{epoch(old)}/1"))))
    waits.start()
    other = LiveReloadServer(lambda: None, "127.0.0.1", port, str(site_with(tmp_path / "now", "nieuw")), "/gids/")
    server: Any = LiveServer(other, lambda *_: True, lambda _: "", last)
    server.observer = FileEvents(lambda _: None)
    serving = threading.Thread(target=server.serve, daemon=True)
    serving.start()
    waits.join()
    new = get(port, "/gids/")
    server.shutdown()
    serving.join()

    assert heard[0] > epoch(old)
    assert "nieuw" in new and TOLD not in new
    assert server.server_port == port


def test_nothing_is_shown_where_nothing_was_kept_or_someone_else_serves(last: LastTime, tmp_path: Path) -> None:
    """Then one waits for the guide of now, and is told that the port is taken."""
    never = LastTime(tmp_path / "never")
    never.show(settings())
    late = LastTime(tmp_path / ".build" / "served")
    late.show(settings(port_of(last)))

    assert last.is_shown and not never.is_shown and not late.is_shown
    assert never.make_way() is None


def test_what_is_kept_stays_as_it_was(tmp_path: Path) -> None:
    """A save writes another file; and a site that goes meanwhile, leaves what was kept before."""
    site, kept = site_with(tmp_path / "site", "eerst"), tmp_path / ".build" / "served"
    last = LastTime(kept)
    last._keep(site)  # noqa: SLF001  # As keep() does, beside other work.
    (site / "index.html").unlink()
    (site / "index.html").write_text(PAGE.format("later"), encoding="utf-8")
    last._keep(tmp_path / "gone")  # noqa: SLF001

    assert "eerst" in (kept / "index.html").read_text(encoding="utf-8")
    assert [path.name for path in kept.parent.iterdir() if path.is_dir()] == ["served"]
