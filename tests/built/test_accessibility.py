"""Every kind of page, in light and dark, on a phone and a desktop, has no violation that axe can see (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = ["", "situaties/ouders-komen-niet-opdagen/", "aanbevelingen/", "aanbevelingen/partnerschap/", "aanbevelingen/partnerschap/wat-is-partnerschap/", "aanbevelingen/partnerschap/vertrouwen/", "sleutels/01-begin-bij-het-elementaire/", "werkvormen/", "werkvormen/waaromvraag/", "werkbladen/inschrijvingsgesprek/", "praktijk/naamsticker/", "partners/", "begrippen/", "materiaal/", "rollen/", "bronnen/", "tips/", "over/", "over/woorden/", "over/privacy/", "over/toegankelijkheid/", "over/hoe-gebruik-je-dit/", "handboek/", "handboek/een-tip-toevoegen/", "handboek/velden/", "handboek/regels/", "handboek/macros/"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "start")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser, address, path, scheme, width):
    """A reader with a screen reader, a keyboard or less sight can use the page."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    assert page.goto(address + path).ok
    page.wait_for_timeout(100)
    found = Axe().run(page, options=RULES).response["violations"]
    context.close()

    assert [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"][:3]] == []
