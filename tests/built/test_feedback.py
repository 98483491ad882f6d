"""A mail that is ready to send about a page, and the picture that stands for it elsewhere."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from machine import build
from PIL import Image
from playwright.sync_api import Page, expect
from sites import HARBOUR

from macros.content.guide import Guide
from macros.site.pictures import PICTURES, SIZE
from macros.site.site_facts import version_of

MOST_BYTES = 40_000
SHOWN = {
    "": "guide",
    "over/": "guide",
    "tips/": "tip",
    "overtocht/peilen/": "recommendation",
    "sleutels/01-zwaai-eerst/": "key",
    "werkvormen/boekenboot/": "method",
    "werkbladen/botenblad/": "worksheet",
    "t/zwaai-naar-de-boot/": "tip",
    "w/botenblad/": "worksheet",
}
"""By its path, the picture that stands for a page of the tiny guide."""


def html_of(folder: Path, path: str) -> str:
    return (folder / path / "index.html").read_text(encoding="utf-8")


def mail_of(folder: Path, path: str) -> tuple[str, dict[str, list[str]]]:
    """To whom the mail of a page goes, and what stands in it."""
    found = re.search(r'<a class="feedback" href="([^"]+)"', html_of(folder, path))
    assert found, path
    mail = urlsplit(unescape(found[1]))
    assert mail.scheme == "mailto"
    return unquote(mail.path), parse_qs(mail.query)


def test_the_mail_names_the_page_and_the_version(harbour: Path, tiny: Guide) -> None:
    """By its permanent address, which outlives its title; a page that someone wrote, by where it stands."""
    for path, permanent in (("overtocht/peilen/", "a/overtocht-peilen/"), ("over/", "over/"), ("", "")):
        to, asked = mail_of(harbour, path)
        body = asked["body"][0]
        assert to == tiny.site.contact
        assert f"\n{HARBOUR}{permanent}\n" in body and f"Versie: {version_of(tiny)}\n" in body
    assert mail_of(harbour, "overtocht/peilen/")[1]["subject"] == ["Over Peil de diepte"]


def test_the_mail_quotes_what_was_selected(tab: Page, harbour_address: str) -> None:
    """Also when the selection is gone by the time of the click."""
    tab.goto(f"{harbour_address}overtocht/peilen/")
    tab.get_by_text("Laat het lood zakken, en tel de vadems.").select_text()
    link = tab.locator("a.feedback")
    expect(link).to_have_attribute("href", re.compile("Laat%20het%20lood"))
    tab.evaluate("getSelection().removeAllRanges()")
    body = parse_qs(urlsplit(link.get_attribute("href") or "").query)["body"][0]

    assert body.endswith("Het gaat over:\n„Laat het lood zakken, en tel de vadems.”\n")


def test_the_line_to_edit_leads_to_the_file(harbour: Path) -> None:
    """Where the settings say that it can be edited."""
    assert 'href="https://bewerk.vuurtoren.test/content/sections/a1-2.yml"' in html_of(
        harbour, "aanbevelingen/licht/deur"
    )


@pytest.mark.parametrize("contact", ["", "contact: redactie@vuurtorenschool.example\n"], ids=["none", "placeholder"])
def test_nothing_leads_to_an_address_that_is_no_ones(project: Path, contact: str) -> None:
    """As long as nothing was filled in: no mail, no line to edit, no picture that cannot be fetched."""
    place = "https://vuurtorenschool.example/"
    settings = f"name: Vuurtoren\ntagline: Licht.\naddress: {place}\nedit_address: {place}bewerk/{{path}}\n{contact}"
    (project / "content" / "site.yml").write_text(settings, encoding="utf-8")
    assert build(project, project / "site") == ""

    for path in SHOWN:
        html = html_of(project / "site", path)
        assert 'class="feedback"' not in html and "/bewerk/" not in html and "og:image" not in html, path


@pytest.mark.parametrize("path, name", SHOWN.items())
def test_a_shared_link_has_its_picture(harbour: Path, path: str, name: str) -> None:
    """By a whole address, with its words for who cannot see it; and the picture is there."""
    html, picture = html_of(harbour, path), PICTURES[name]

    assert f'<meta property="og:image" content="{HARBOUR}{picture.file}">' in html
    assert f'<meta property="og:image:alt" content="{picture.alt}">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html
    assert (harbour / picture.file).is_file()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_light_and_as_large_as_it_says(harbour: Path, name: str) -> None:
    """Drawn by `make pictures`."""
    file = harbour / PICTURES[name].file

    assert file.stat().st_size <= MOST_BYTES
    with Image.open(file) as image:
        assert image.size == SIZE
