"""One setting says where the site stands, and everything follows: also below a path, as /gids/. And what an unknown address gets there."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
import threading
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from conftest import _Quiet, _Server, machine

BASE = "https://voorbeeld.test/gids/"
OTHERS = re.compile(r"https?://(?!voorbeeld\.test/gids/)(?:vuurtorenschool\.example|voorbeeld\.test)[^\s\"<]*")


class _WithLost(_Quiet):
    """A plain file server that shows 404.html for what is not there, as most do."""

    def list_directory(self, path):
        return self.send_error(404)

    def send_error(self, code, message=None, explain=None):
        body = (self.lost).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def below(tmp_path_factory):
    """The tiny guide, built for a place below a path: the folder of its site."""
    folder = tmp_path_factory.mktemp("onder")
    project = machine(folder / "project")
    site = folder / "www" / "gids"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "SITE_URL": BASE, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="module")
def visited(below):
    """Where that site can be visited: below /gids/."""
    handler = functools.partial(type("Handler", (_WithLost,), {"lost": below / "404.html"}), directory=str(below.parent))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/gids/"
    server.shutdown()


def test_every_whole_address_begins_there(below):
    """The sitemap, the feed, canonical links and previews name the place that was set, and no other."""
    sitemap = [one.text for one in ElementTree.parse(below / "sitemap.xml").getroot().iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert f"{BASE}tips/" in sitemap and all(one.startswith(BASE) for one in sitemap)
    tips = (below / "tips/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{BASE}tips/">' in tips and f'data-address="{BASE}"' in tips
    assert f'<link rel="self" href="{BASE}feed.xml"/>' in (below / "feed.xml").read_text(encoding="utf-8")
    assert f'property="og:url" content="{BASE}t/wuif-eens/"' in (below / "t/wuif-eens/index.html").read_text(encoding="utf-8")

    strays = {f"{file.relative_to(below)}: {found}" for file in below.rglob("*.*") if file.suffix in (".html", ".xml", ".json") for found in OTHERS.findall(file.read_text(encoding="utf-8")) if "/bewerk/" not in found}
    assert strays == set()


def test_a_visitor_finds_the_way_below_a_path(desktop, visited):
    """The permanent address of a tip leads to the tip, with its looks, and the catalogue is found from there."""
    failed = []
    desktop.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    desktop.goto(f"{visited}t/wuif-eens/", wait_until="commit")
    desktop.wait_for_url(f"{visited}sleutels/01-zwaai-eerst/#tip-zwaai-naar-de-boot")
    desktop.wait_for_load_state("load")

    assert desktop.locator(".tip:has(:target) h3").inner_text().startswith("Zwaai naar de eerste boot")
    entries = json.loads(desktop.request.get(f"{visited}catalogue.json").text())["entries"]
    for entry in entries:
        assert desktop.request.get(visited + entry["url"]).ok and desktop.request.get(visited + entry["permalink"]).ok, entry["permalink"]
    assert failed == []


@pytest.mark.parametrize(
    "asked, first",
    [
        ("t/zwaai-nar-de-boot/", "Zwaai naar de eerste boot"),
        ("t/wuif-een", "Zwaai naar de eerste boot"),
        ("werkvormen/lantaarn-gesprek/", "Lantaarngesprek"),
        ("Strandwandeling.html", "Strandwandeling"),
        ("een/twee/drie/hang%20een%20lamp%20op", "Hang een lamp op"),
    ],
)
def test_an_unknown_address_gets_the_nearest(phone, visited, asked, first):
    """A slip of the finger, an older habit, a deeper folder: the page names what it looks like, and the link works."""
    answer = phone.goto(visited + asked)
    assert answer.status == 404
    link = phone.locator("#nearest a").first
    assert link.inner_text() == first

    link.click()
    phone.wait_for_load_state("load")
    assert "Deze pagina is er niet" not in phone.locator("main").inner_text()


@pytest.mark.parametrize("asked", ["qqq/zzzzzz/", "%E0%A4%A/", "%3Cimg%20src=x%20onerror=alert(1)%3E/", "t/", f"t/{'a' * 3000}/"], ids=["niets dat lijkt", "geen tekst", "html", "een letter", "eindeloos"])
def test_a_strange_address_does_no_harm(phone, visited, asked):
    """What looks like nothing gets no guess; what is hostile stays a string; the way on is there all the same."""
    said = []
    phone.on("pageerror", lambda error: said.append(str(error)))
    phone.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    phone.goto(visited + asked, wait_until="networkidle")

    assert phone.locator("h1").inner_text() == "Deze pagina is er niet"
    assert phone.locator("#nearest *").count() == 0
    assert phone.locator("main li a").count() > 3
    assert said == []


def test_an_unknown_address_has_search_and_the_menu(phone, browser, visited):
    """Search works from there; without a script the menu's overviews are still named."""
    phone.goto(f"{visited}nergens/")
    phone.get_by_role("button", name="Zoeken").click()
    phone.get_by_role("searchbox").fill("lantaarn")
    phone.get_by_role("dialog").get_by_role("link", name="Lantaarngesprek").first.wait_for()

    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{visited}nergens/")
    for link in page.locator("main li a").all():
        assert page.request.get(urljoin(page.url, link.get_attribute("href"))).ok
    context.close()
