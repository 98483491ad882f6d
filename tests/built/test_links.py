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
FIVE = ["t/familiemuur", "m/huisbezoek", "w/inschrijvingsgesprek", "p/onderwijscentrum-brussel", "t/doorvragen"]


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
    assert desktop.locator(".md-search__input").count() == 1


def test_a_tip_is_shared_with_the_keyboard(address, desktop):
    """Copying says so to a screen reader; a QR code appears only when asked for."""
    desktop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.goto(f"{address}werkvormen/huisbezoek/")
    desktop.get_by_role("button", name="Deel: ").first.press("Enter")
    desktop.get_by_role("button", name="Kopieer de link").press("Enter")
    desktop.get_by_text("Link gekopieerd").wait_for()
    assert desktop.evaluate("navigator.clipboard.readText()") == "https://sleutelbos.example/m/huisbezoek/"
    desktop.get_by_role("button", name="Toon QR-code").press("Enter")
    desktop.locator("svg.qr").wait_for()
    desktop.get_by_role("button", name="In mijn selectie").press("Enter")

    assert desktop.locator(".selection-count").inner_text() == "Mijn selectie (1)"


def test_a_selection_travels(address, phone, browser):
    """Five things chosen on a phone open elsewhere in the same order, with title and notes, and print on few pages."""
    phone.goto(f"{address}selectie/")
    phone.evaluate("ids => sleutelbos.write({title: '', items: ids.map(id => ({id, note: ''}))})", FIVE)
    phone.reload()
    phone.get_by_label("Titel").fill("Teamoverleg 12 maart")
    phone.get_by_label("Notitie bij").nth(1).fill("Wie gaat mee?")
    phone.get_by_role("button", name=": lager").first.click()
    phone.get_by_label("Neem mijn notities mee").check()
    link = phone.get_by_label("Eén link").input_value()
    order = phone.locator(".selection h2").all_inner_texts()

    elsewhere = browser.new_context().new_page()
    elsewhere.goto(address + link.removeprefix("https://sleutelbos.example/"))
    elsewhere.locator(".selection__source").nth(4).wait_for()
    assert elsewhere.locator(".selection h2").all_inner_texts() == order
    assert elsewhere.get_by_label("Titel").input_value() == "Teamoverleg 12 maart"
    assert elsewhere.get_by_label("Notitie bij").first.input_value() == "Wie gaat mee?"
    assert elsewhere.evaluate("localStorage.length && sleutelbos.read().items.length") == 0
    elsewhere.locator("svg.qr").wait_for()
    assert _sheets(elsewhere) == 2
    elsewhere.evaluate("document.body.classList.add('as-cards')")
    assert _sheets(elsewhere) == 1
    elsewhere.context.close()


def test_fifty_fit_and_print_as_cards(address, desktop, promised):
    """Eight cards an A4: fifty make seven sheets, in the order of their address."""
    ids = [one for one in promised if one.startswith("t/")][:50]
    desktop.goto(f"{address}selectie/#v=1&ids={','.join(one.replace('/', '.') for one in ids)}")
    desktop.locator(".selection__item").nth(40).wait_for()
    desktop.wait_for_load_state("networkidle")
    desktop.evaluate("document.body.classList.add('as-cards')")

    assert _sheets(desktop) == -(-desktop.locator(".selection__item").count() // 8)


@pytest.mark.parametrize(
    "fragment",
    [
        "v=1&ids=t.familiemuur&titel=<img src=x onerror=hacked=1>&n0=<script>hacked=1</script>",
        "v=1&ids=t.familiemuur,../../etc,t.<svg/onload=hacked=1>,javascript:hacked=1&titel=" + "x" * 9000,
        "v=1&ids=" + ",".join(["t.familiemuur"] * 3000),
        "v=9&ids[]=1&ids=t.__proto__,t.constructor,t.familiemuur&__proto__=1",
        "v=1&ids=t.familiemuur&titel=%E0%A4%A&n0=" + "y" * 5000,
    ],
)
def test_a_tampered_address_injects_nothing(address, desktop, fragment):
    """Whatever an address holds is text, known to the guide, and bounded."""
    desktop.goto(f"{address}selectie/#{fragment}")
    desktop.locator(".selection__item").wait_for()

    assert desktop.locator(".selection__item").count() == 1
    assert desktop.evaluate("typeof hacked") == "undefined"
    assert desktop.locator("#selectie :is(img, script, iframe)").count() == 0
    assert len(desktop.get_by_label("Titel").input_value()) <= 120
    assert len(desktop.get_by_label("Notitie bij").input_value()) <= 500


def test_a_shared_selection_never_overwrites_ones_own(address, desktop):
    """What someone sends is shown; what stood on the device stays until the reader decides."""
    desktop.goto(f"{address}selectie/")
    desktop.evaluate("sleutelbos.write({title: 'Mijn eigen', items: [{id: 't/doorvragen', note: ''}]})")
    desktop.goto(f"{address}selectie/#v=1&ids=t.familiemuur")
    desktop.get_by_role("button", name="Vervang mijn selectie").wait_for()

    assert desktop.evaluate("sleutelbos.read().title") == "Mijn eigen"


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


def _sheets(page) -> int:
    """How many A4 sheets a page prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
