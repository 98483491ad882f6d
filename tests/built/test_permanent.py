"""What is sent or printed today answers: every permanent address, in a real browser, from a plain file server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections import defaultdict
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.permalinks import permanent
from macros.reading import open_guide

ROOT = Path(__file__).parents[2]

SEEN = """ids => ids.map(id => {
  const place = document.getElementById(id);
  if (!place) return `${id} is not there`;
  location.hash = id;
  const { top, bottom } = place.getBoundingClientRect();
  return bottom < 0 || top > innerHeight ? `${id} is out of view` : "";
}).filter(Boolean)"""


@pytest.fixture(scope="module")
def promised():
    """Every permanent address of the guide, with what it leads to."""
    return permanent(open_guide(ROOT / "content"))


def test_every_address_answers_small_and_without_script(address, promised):
    """Every id and alias has a page of at most 2 kB that leads on by itself, and by a plain link."""
    wrong = []
    for one in promised.values():
        page = urlopen(f"{address}{one.address}/").read()
        text = page.decode()
        if not (len(page) <= 2048 and f'content="0;url=../../{one.url}"' in text and f'<a href="../../{one.url}">' in text and "og:title" in text):
            wrong.append(one.address)

    assert wrong == []


def test_every_address_leads_to_a_place_in_view(address, promised, desktop):
    """Whoever follows a link sees what it is about, on the right page."""
    desktop.route(re.compile(r"\.(woff2|svg)$"), lambda route: route.abort())
    places = defaultdict(set)
    for one in promised.values():
        page, _, anchor = one.url.partition("#")
        places[page] |= {anchor} if anchor else set()
    wrong = []
    for page, anchors in places.items():
        if anchors:
            assert desktop.goto(address + page, wait_until="domcontentloaded").ok
            wrong += [f"{page}: {said}" for said in desktop.evaluate(SEEN, sorted(anchors))]
        elif urlopen(address + page).status != 200:
            wrong.append(page)

    assert wrong == []


@pytest.mark.parametrize("gone, found", [("t/familiemuur", "#tip-familiemuur"), ("b/wederkerigheid", "#begrip-wederkerigheid"), ("p/onderwijscentrum-brussel", "#partner-onderwijscentrum-brussel")])
def test_an_address_leads_on_by_itself(address, phone, gone, found):
    """A reader who opens a short link stands at once where it leads, and sees it marked."""
    phone.goto(f"{address}{gone}/")
    phone.wait_for_url(re.compile(f"{found}$"))

    assert phone.locator(":target").bounding_box()["y"] < 844


def test_an_unknown_address_names_the_nearest(address, desktop, built):
    """Who mistypes an address finds what it meant, and a search."""
    desktop.route("**/t/familimuur/", lambda route: route.fulfill(status=404, body=(built / "404.html").read_text("utf-8"), content_type="text/html"))
    desktop.goto(f"{address}t/familimuur/")

    assert "familiemuur" in desktop.locator("#bedoelde-je a").first.get_attribute("href")
    assert desktop.get_by_role("button", name="Zoeken").is_visible()


def test_the_guide_works_below_a_sub_path(project, desktop, tmp_path):
    """One address, from the environment, moves everything: links, metadata, sitemap and feed."""
    site = tmp_path / "www" / "gids"
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://school.example/gids/"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], cwd=project, env=env, check=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(site.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desktop.goto(f"http://127.0.0.1:{server.server_address[1]}/gids/t/zwaai-naar-de-boot/")
    desktop.wait_for_url(re.compile("/gids/.*#tip-zwaai-naar-de-boot$"))
    held = desktop.evaluate("sleutelbos.published")
    server.shutdown()

    assert held == "https://school.example/gids/"
    assert all("https://school.example/gids/" in (site / file).read_text("utf-8") for file in ("sitemap.xml", "feed.xml", "t/zwaai-naar-de-boot/index.html", "404.html"))
    assert "sleutelbos.example" not in (site / "sitemap.xml").read_text("utf-8")
