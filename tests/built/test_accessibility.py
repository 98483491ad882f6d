"""Every kind of page, in light and dark, on a phone and a desktop, has no violation that axe can see (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = [
    "",
    "situaties/ouders-komen-niet-opdagen/",
    "aanbevelingen/",
    "aanbevelingen/partnerschap/",
    "aanbevelingen/partnerschap/wat-is-partnerschap/",
    "aanbevelingen/partnerschap/vertrouwen/",
    "visietraject/",
    "visietraject/samen-kiezen/",
    "sleutels/",
    "sleutels/01-begin-bij-het-elementaire/",
    "werkvormen/",
    "werkvormen/waaromvraag/",
    "werkbladen/inschrijvingsgesprek/",
    "praktijk/naamsticker/",
    "partners/",
    "begrippen/",
    "materiaal/",
    "rollen/",
    "bronnen/",
    "bronnen/leidraad/",
    "tips/",
    "over/",
    "over/woorden/",
    "over/gegevens/",
    "selectie/",
    "over/privacy/",
    "over/toegankelijkheid/",
    "over/hoe-gebruik-je-dit/",
    "handboek/",
    "handboek/een-tip-toevoegen/",
    "handboek/velden/",
    "handboek/regels/",
    "handboek/onderhoud/",
    "handboek/macros/",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


WAYS = [("light", 390), ("light", 1280), ("dark", 390)]
"""How people look: dark changes colours only, so one width is enough for it."""


@pytest.fixture(scope="module")
def windows(browser):
    """A window for each way of looking."""
    contexts = {way: browser.new_context(viewport={"width": way[1], "height": 900}, color_scheme=way[0], reduced_motion="reduce") for way in WAYS}
    yield {way: context.new_page() for way, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "start")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
def test_axe_finds_nothing(windows, address, path, way):
    """A reader with a screen reader, a keyboard or less sight can use the page."""
    page = windows[way]
    assert page.goto(address + path).ok
    found = Axe().run(page, options=RULES).response["violations"]

    assert [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"][:3]] == []
