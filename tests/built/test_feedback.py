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


def built_with(project: Path, setting: str) -> Path:
    """The site of a guide that nobody can go to yet, with one more line in its settings."""
    place = "https://vuurtorenschool.example/"
    settings = f"name: Vuurtoren\ntagline: Licht.\naddress: {place}\nedit_address: {place}bewerk/{{path}}\n{setting}\n"
    (project / "content" / "site.yml").write_text(settings, encoding="utf-8")
    assert build(project, project / "site", BOOKS="no") == ""
    return project / "site"


@pytest.mark.parametrize("contact", ["", "contact: redactie@vuurtorenschool.example"], ids=["none", "placeholder"])
def test_nothing_leads_to_an_address_that_is_no_ones(project: Path, contact: str) -> None:
    """Until something is filled in: no mail, no line to edit, no picture that cannot be fetched. But whom to tell."""
    site = built_with(project, contact)

    for path in SHOWN:
        html = html_of(site, path)
        assert 'class="feedback"' not in html and "/bewerk/" not in html and "og:image" not in html, path
        assert what_helps(html) == ([] if path in NO_LINE else [TELL]), path


TELL, EDIT, ALSO = (
    "Klopt er iets niet? Zeg het aan wie je deze gids bezorgde.",
    "Klopt er iets niet? Pas deze pagina aan",
    "Laat het ons weten",
)
NO_LINE = ("", "t/zwaai-naar-de-boot/", "w/botenblad/")
"""The start page is no place for it, and a permanent address only leads on."""


def what_helps(html: str) -> list[str]:
    """What a page says to who finds a fault in it."""
    return [
        " ".join(re.sub("<svg.*?</svg>|<[^>]*>", "", line, flags=re.DOTALL).split())
        for line in re.findall(r'<p class="edit.*?</p>', html, re.DOTALL)
    ]


def test_where_there_is_only_a_mail_address_it_is_named(project: Path) -> None:
    """For whoever has no program for mail as well; its link holds a ready mail."""
    site = built_with(project, "contact: redactie@vuurtorenschool.be")

    assert what_helps(html_of(site, "over/")) == ["Klopt er iets niet? Mail redactie@vuurtorenschool.be"]
    assert what_helps(html_of(site, "overtocht/peilen/")) == ["Klopt er iets niet? Mail redactie@vuurtorenschool.be"]
    assert mail_of(site, "over/")[0] == "redactie@vuurtorenschool.be"
    assert what_helps(html_of(site, "")) == [ALSO]


def test_with_a_git_host_an_entry_opens_in_the_form(project: Path) -> None:
    """What is no entry, has no form: then it says whom to tell."""
    site = built_with(project, "git: {host: github, repository: vuurtoren/gids}")

    html = html_of(site, "overtocht/peilen/")
    assert what_helps(html) == [EDIT] and 'redactie/#/collections/sections/entries/overtocht-peilen"' in html
    assert what_helps(html_of(site, "over/")) == [TELL]


def test_a_page_that_can_be_edited_also_has_a_mail(harbour: Path) -> None:
    """Either is enough; an overview has no file of its own."""
    assert what_helps(html_of(harbour, "overtocht/peilen/")) == [EDIT, ALSO]
    assert what_helps(html_of(harbour, "tips/"))[0].startswith("Klopt er iets niet? Mail ")


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
