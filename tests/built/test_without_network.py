"""A guide that was opened before, in a browser and without network; after an update too, and when that is undone."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browsers import LONG
from places import ROOT
from playwright.sync_api import Page, expect
from selection import keep
from sites import OpenWindow, Quiet, Server, pages_of

from macros.publish.offline import WORKER, kept_files, no_worker

ASSETS = ROOT / "docs" / "assets"
KEY = "sleutels/01-zwaai-eerst/"
METHOD = "werkvormen/lantaarngesprek/"
PAUSE = 100
"""How long between two questions, in milliseconds."""

IS_KEPT = """async url => {
  const found = (await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(({ url }) => url));
  const versions = (await Promise.all(found)).flat().filter(one => one.split("?")[0] === url.split("?")[0]);
  return versions.length === 1 && versions[0].startsWith(url);
}"""
"""Whether a page or a file is kept, and only one version of it."""

ALL_IS_GONE = "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length"


class Fresh(Quiet):
    """Sends each file as it is by now, as container/nginx.conf has it."""

    def send_head(self) -> Any:
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Deployed:
    """A guide at an address: what stands in its folder can be replaced, and the network can go away."""

    def __init__(self, site: Path, www: Path) -> None:
        self.folder = www / "gids"
        self.deploy(site)
        self._handler = functools.partial(
            type("Handler", (Fresh,), {"lost": (site / "404.html").read_bytes()}), directory=str(www)
        )
        self._port = 0
        self._server: Server
        self.connect()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/gids/"

    def deploy(self, site: Path) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(site, self.folder)

    def connect(self) -> None:
        self._server = Server(("127.0.0.1", self._port), self._handler)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def disconnect(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @contextmanager
    def without_network(self) -> Iterator[None]:
        self.disconnect()
        yield
        self.connect()


@pytest.fixture
def deployed(harbour: Path, tmp_path: Path) -> Iterator[Deployed]:
    """The tiny guide, at an address of its own."""
    one = Deployed(harbour, tmp_path / "www")
    yield one
    one.disconnect()


@pytest.fixture
def reader(windows: OpenWindow) -> Iterator[Page]:
    """A page in a browser that keeps the guide, on which nothing goes wrong."""
    wrong: list[str] = []
    page = windows(service_workers="allow")
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    yield page
    assert wrong == []


def until(page: Page, condition: str, given: str = "") -> None:
    """Wait for what a page only learns by asking, and until no newer worker waits for the one before it.

    A browser stops a worker that has nothing to do, so that the newer one can begin. Not one that is looked at through
    its tools, as here: then both may wait for ever, and so does who opens a page. So we stop it.
    """
    tools = page.context.new_cdp_session(page)
    tools.send("ServiceWorker.enable")
    waited = False
    for _ in range(int(LONG / PAUSE)):
        holds, waits = page.evaluate(
            f"""async given => [
              await ({condition})(given),
              Boolean((await navigator.serviceWorker.getRegistration())?.waiting),
            ]""",
            given,
        )
        if holds and not waits:
            tools.detach()
            return
        if waits and waited:
            tools.send("ServiceWorker.stopAllWorkers")
        waited = waits
        page.wait_for_timeout(PAUSE)
    pytest.fail("Het komt niet.")


def first_visit(reader: Page, deployed: Deployed, path: str) -> None:
    """Open a page for the first time, and wait until this device keeps it with all that every page needs."""
    reader.goto(deployed.address + path)
    until(reader, IS_KEPT, deployed.address + path)


def changed(site: Path, folder: Path) -> Path:
    """Another version of a site: its key says something else, in another colour."""
    shutil.copytree(site, folder)
    for file, old, new in (
        (f"{KEY}index.html", "</h1>", " elke dag</h1>"),
        ("assets/base/base.css", "", "h1{top:1px}"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
    for path, text in kept_files(ASSETS, folder, [f"{path}index.html" for path in pages_of(folder)]).items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def is_new(reader: Page) -> bool:
    """Whether the key shows that other version; its words and its styles always go together."""
    words = "elke dag" in reader.locator("h1").inner_text()
    styles = reader.locator("h1").evaluate("one => getComputedStyle(one).top") == "1px"
    assert words == styles
    return words


def test_what_was_opened_answers_without_network(reader: Page, deployed: Deployed) -> None:
    """Also search, a selection and a permanent address; and of what was not, a page says what is there."""
    first_visit(reader, deployed, KEY)
    reader.goto(deployed.address + METHOD)
    keep(reader, "Lantaarngesprek")
    with deployed.without_network():
        reader.goto(deployed.address + KEY)
        expect(reader.locator("h1")).to_contain_text("Zwaai eerst")
        expect(reader.locator(".keep").first).to_be_visible()

        reader.get_by_role("button", name="Zoeken").first.click()
        reader.get_by_role("searchbox", name="Zoeken in de gids").fill("lantaarn")
        expect(
            reader.get_by_role("dialog").get_by_role("link", name=re.compile("Lantaarngesprek")).first
        ).to_be_visible()

        reader.goto(f"{deployed.address}selectie/")
        expect(reader.locator(".selection__name")).to_have_text(["Lantaarngesprek"])
        reader.goto(f"{deployed.address}m/lantaarngesprek")
        expect(reader).to_have_url(deployed.address + METHOD)

        reader.goto(f"{deployed.address}partners/")
        expect(reader.locator("h1")).to_have_text("Geen verbinding")
        expect(reader.locator(".device__list a")).to_contain_text(
            ["Lantaarngesprek", "Zwaai eerst"], use_inner_text=True
        )
        reader.locator(".device__list").get_by_role("link", name=re.compile("Zwaai eerst")).click()
        expect(reader).to_have_url(deployed.address + KEY)
        reader.go_back()
    reader.get_by_role("button", name="Probeer opnieuw").click()
    expect(reader.locator("h1")).to_have_text("Partners")


def test_an_update_is_seen_at_once_and_so_is_its_end(
    reader: Page, deployed: Deployed, harbour: Path, tmp_path: Path
) -> None:
    """With network and without. What was opened before the update, is kept as it is by now."""
    first_visit(reader, deployed, KEY)
    reader.goto(deployed.address + METHOD)
    for site, says in ((changed(harbour, tmp_path / "new"), True), (harbour, False)):
        deployed.deploy(site)
        reader.goto(deployed.address + KEY)
        assert is_new(reader) is says
        worker = (site / WORKER).read_text(encoding="utf-8")
        for path in (KEY, "assets/base/base.css"):
            (digest,) = re.findall(rf'"{path}":"(\w+)"', worker)
            until(reader, IS_KEPT, f"{deployed.address}{path}?{digest}")
        with deployed.without_network():
            reader.goto(deployed.address + KEY)
            assert is_new(reader) is says
            reader.goto(deployed.address + METHOD)
            expect(reader.locator("h1")).to_contain_text("Lantaarngesprek")


@pytest.mark.parametrize("how", ["switched off", "not there"])
def test_a_guide_that_is_no_longer_kept_leaves_nothing(how: str, reader: Page, deployed: Deployed) -> None:
    """Whoever publishes it says so in content/site.yml, or takes the file away."""
    first_visit(reader, deployed, KEY)
    if how == "switched off":
        (deployed.folder / WORKER).write_text(no_worker(ASSETS), encoding="utf-8")
    else:
        (deployed.folder / WORKER).unlink()
    page = deployed.folder / METHOD / "index.html"
    page.write_text(re.sub(r"<script [^>]*defer></script>", "", page.read_text(encoding="utf-8")), encoding="utf-8")
    reader.goto(deployed.address + METHOD)
    until(reader, ALL_IS_GONE)


def test_the_whole_guide_can_be_kept_and_taken_away(reader: Page, deployed: Deployed) -> None:
    """With one tap each, and pages that were never opened."""
    reader.goto(f"{deployed.address}over/zonder-internet/")
    reader.get_by_role("button", name="Bewaar de hele gids op dit toestel").click()
    expect(reader.get_by_text("De hele gids staat op dit toestel.")).to_be_visible()
    with deployed.without_network():
        reader.goto(f"{deployed.address}partners/")
        expect(reader.locator("h1")).to_have_text("Partners")
        reader.goto(f"{deployed.address}over/zonder-internet/")
        reader.get_by_role("button", name="Verwijder van dit toestel").click()
        expect(reader.get_by_text("Alles is weg van dit toestel.")).to_be_visible()
        until(reader, ALL_IS_GONE)


def test_keeping_the_guide_can_be_tried_again(reader: Page, deployed: Deployed) -> None:
    """A file that the worker begins with did not come: the reader is told, and the next tap keeps all."""
    data = deployed.folder / "assets" / "selection" / "data.js"
    away = data.rename(data.with_name("elders"))
    reader.goto(f"{deployed.address}over/zonder-internet/")
    button = reader.get_by_role("button", name="Bewaar de hele gids op dit toestel")
    button.click()
    expect(reader.get_by_text("Niet alles is gekomen.")).to_be_visible()
    away.rename(data)
    button.click()
    expect(reader.get_by_text("De hele gids staat op dit toestel.")).to_be_visible()
