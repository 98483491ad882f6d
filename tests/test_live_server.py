"""The server of `make serve`: who has a page open sees it first, and files are watched wherever they stand."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from machine import PATIENCE
from mkdocs.livereload import LiveReloadServer

from macros.serve import file_events, live_server
from macros.serve.file_events import FileEvents, tells_events
from macros.serve.last_time import LastTime
from macros.serve.live_server import LiveServer, Show

PAGE = '<html><body><article class="md-content__inner md-typeset"><p>{}</p></article></body></html>'


class Site:
    """A site of two pages that is being served; a save is made into it in two steps, as a test asks."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.notice = folder, ""
        self.shown, self.rest = threading.Event(), threading.Event()
        self.text, self.last = "oud", "oud"
        self.write("a", "oud")
        self.write("b", "oud")
        other = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folder))
        self.server: Any = LiveServer(other, self.build, lambda _: self.notice, LastTime(folder / "no"))
        self.server.observer = FileEvents(lambda _: None)
        self.server.watch(str(folder))  # MkDocs leaves alone the pages of a site that nothing can change.

    def write(self, name: str, text: str) -> None:
        """Write a page."""
        (self.folder / name).mkdir(exist_ok=True)
        (self.folder / name / "index.html").write_text(PAGE.format(text), encoding="utf-8")

    def build(self, saved: set[Path], show: Show, newer: Callable[[], bool]) -> bool:
        """The open pages first; the rest when a test says so."""
        for url in self.server.open_pages:
            self.write(url.strip("/"), self.text)
        show(self.server.open_pages)
        self.shown.set()
        assert self.rest.wait(PATIENCE)
        self.write("a", self.last)
        self.write("b", self.last)
        return True

    def save(self, text: str, last: str) -> None:
        """Save something: what pages say when they are shown first, and in the end."""
        self.text, self.last = text, last
        self.shown.clear()
        self.rest.clear()
        self.server._wake()  # noqa: SLF001  # As a saved file does.
        assert self.shown.wait(PATIENCE)

    def get(self, path: str, **headers: str) -> str:
        """What a browser gets."""
        address = f"http://127.0.0.1:{self.server.server_port}{path}"
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def newest(self, page: str, seen: int) -> int:
        """What the script on an open page hears when it asks for anything newer than it saw."""
        return int(self.get(f"/livereload/{seen}/1", Referer=f"http://127.0.0.1{page}"))


def seen(page: str) -> int:
    """Which version of the site a page is of."""
    return int(page.rpartition("livereload(")[2].partition(",")[0])


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A site that is being served."""
    site = Site(tmp_path)
    thread = threading.Thread(target=site.server.serve, daemon=True)
    site.server.poll_response_timeout = PATIENCE
    thread.start()
    while not site.server.serve_thread.is_alive():
        thread.join(0.01)
    yield site
    site.rest.set()
    site.server.shutdown()
    thread.join()


def test_an_open_page_is_seen_before_the_rest_is_made(site: Site) -> None:
    """The others wait, so that nobody sees what is old."""
    before = seen(site.get("/a/"))
    site.save("nieuw", "nieuw")

    assert site.newest("/a/", before) > before
    early = site.get("/a/")
    assert "nieuw" in early
    answers: list[str] = []
    other = threading.Thread(target=lambda: answers.append(site.get("/b/")))
    other.start()
    other.join(0.2)
    assert answers == []

    site.rest.set()
    other.join()
    assert "nieuw" in answers[0]
    assert seen(site.get("/a/")) == seen(early), "who saw it, need not see it again"


def test_what_came_out_otherwise_in_the_end_is_seen_again(site: Site) -> None:
    """As when docs/ misses what was taken away, or a sheet takes another number of pages."""
    before = seen(site.get("/a/"))
    site.save("nieuw", "nieuwer")
    early = site.get("/a/")
    assert seen(early) > before

    site.rest.set()
    assert site.newest("/a/", seen(early)) > seen(early)
    assert "nieuwer" in site.get("/a/")


def test_a_page_that_was_left_is_made_with_the_rest(site: Site) -> None:
    """First come the page that was looked at last, and those that still ask for anything newer."""
    before = seen(site.get("/a/"))
    threading.Thread(target=site.newest, args=("/a/", before), daemon=True).start()
    while not site.server._polls["/a/"]:  # noqa: SLF001  # Nothing else tells that a page is open.
        threading.Event().wait(0.01)
    site.get("/b/")
    assert site.server.open_pages == ["b/", "a/"]

    site.save("nieuw", "nieuw")
    site.rest.set()
    site.get("/b/")
    assert site.server.open_pages == ["b/"]
    site.save("nieuwer", "nieuwer")
    site.rest.set()
    assert "nieuwer" in site.get("/a/")


def test_the_rest_waits_for_who_draws_what_is_shown_first(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the page asks for anything newer, which it does when all of it has come; or until the next save."""
    monkeypatch.setattr(live_server, "_FETCHES", PATIENCE)
    monkeypatch.setattr(live_server, "_DRAWS", PATIENCE)
    before, heard = seen(site.get("/a/")), threading.Event()

    def open_page(epoch: int) -> None:
        site.newest("/a/", epoch)
        heard.set()

    threading.Thread(target=open_page, args=(before,), daemon=True).start()
    while not site.server._polls["/a/"]:  # noqa: SLF001  # Nothing else tells that a page is open.
        heard.wait(0.01)
    site.text = site.last = "nieuw"
    site.server._wake()  # noqa: SLF001  # As a saved file does.
    assert heard.wait(PATIENCE)
    early = site.get("/a/")
    assert "nieuw" in early and not site.shown.wait(0.1), "the page is fetched, and not drawn yet"

    threading.Thread(target=open_page, args=(seen(early),), daemon=True).start()
    assert site.shown.wait(PATIENCE)

    site.rest.set()
    site.get("/b/")
    site.shown.clear()
    site.server._wake()  # noqa: SLF001
    site.get("/a/")
    assert not site.shown.wait(0.1)
    site.server._wake()  # noqa: SLF001
    assert site.shown.wait(PATIENCE), "nobody draws any more, and there is something newer"


def test_a_mistake_stands_above_every_page(site: Site) -> None:
    """No page has to be made for it."""
    site.notice = "<p>Er zit een fout in de inhoud.</p>"
    for path in ("/a/", "/b/index.html"):
        assert f'typeset">{site.notice}<p>oud' in site.get(path)


def test_a_path_never_leads_out_of_the_site(site: Site) -> None:
    """Also while pages are being made."""
    (site.folder.parent / "geheim.css").write_text("geheim", encoding="utf-8")
    site.get("/a/")
    site.save("nieuw", "nieuw")
    site.rest.set()
    with pytest.raises(urllib.error.HTTPError):
        site.get("/../geheim.css")


MOUNTS = """\
/dev/vda / ext4 rw 0 0
school /mnt/een\\040schijf nfs4 rw 0 0
share /mnt/c 9p rw 0 0
/dev/sdb /mnt/c/stick fuseblk rw 0 0
"""


@pytest.mark.parametrize(
    "path, tells",
    [("/home/gids", True), ("/mnt/een schijf/gids", False), ("/mnt/c/gids", False), ("/mnt/c/stick/gids", True)],
)
def test_who_saves_from_another_machine_is_not_told_of(path: str, tells: bool, tmp_path: Path) -> None:
    """So there we look ourselves."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert tells_events(path, mounts) == tells
    assert tells_events(path, tmp_path / "none")


class NoMore:
    """An observer for whom the system has no watches left."""

    def schedule(self, *_: object, **__: object) -> None:
        pass

    def unschedule_all(self) -> None:
        pass

    def start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


@pytest.mark.parametrize("events", [True, False], ids=["told", "found by looking"])
def test_a_save_is_noticed(events: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an editor writes it: in its place, or beside it and then renamed. What only Python keeps, is none."""
    if not events:
        monkeypatch.setattr(file_events, "Observer", NoMore)
    told: set[Path] = set()
    came = threading.Event()

    def tell(path: Path) -> None:
        told.add(path)
        if path.name == "tip.yml":
            came.set()

    file, new = tmp_path / "tip.yml", tmp_path / "tip.yml.tmp"
    file.write_text("een", encoding="utf-8")
    watch = FileEvents(tell)
    watch.schedule(None, str(tmp_path), recursive=True)
    watch.start()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"")
    file.write_text("een twee", encoding="utf-8")
    assert came.wait(PATIENCE)
    came.clear()
    new.write_text("een twee drie", encoding="utf-8")
    new.replace(file)
    assert came.wait(PATIENCE)
    watch.stop()
    watch.join()
    assert not [path for path in told if path.suffix == ".pyc"]
