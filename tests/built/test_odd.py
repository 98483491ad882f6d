"""What the check lets through, builds, and stands on the site as it was written: the longest and the oddest of it.

A guide with some entries of every type whose every field is filled, made from the model's own fields
(tests/odd_entries.py), and a name that tries to get out of an attribute.
"""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pikepdf
import pytest
import yaml
from json_schema import faults
from machine import build, machine
from markupsafe import escape
from odd_entries import odd_files, unfilled
from odd_texts import EACH, ODD, ODD_SITE
from sites import once

from macros.book.contents import book_of
from macros.book.layout import BookHtml
from macros.book.typesetting import tree_of, typeset
from macros.content.guide import Guide
from macros.live_guide import LiveGuide
from macros.model.advice import Recommendation
from macros.model.entry import Entry
from macros.model.practice import Worksheet
from macros.site.permalinks import publish_new
from macros.site.terms import VOID
from macros.site.urls import anchor_of, page_of, page_url, permalink_of, plain_text
from macros.worksheets.docx import has_docx
from macros.worksheets.downloads import misfits

NEVER_SHOWN = re.compile(r"<kwaad>|&copy;|\*\*|\]\(|\{ ?[.#:]")
"""What a reader would see of markup that was read where it should not be, or was not read where it should."""


ATTRIBUTE = re.compile(r"(?!.*kwaad)[a-zA-Z][a-zA-Z0-9:_-]*")


@dataclass(frozen=True)
class Odd:
    """A guide of odd entries, and the site that was built of it."""

    guide: Guide
    site: Path

    @property
    def entries(self) -> list[Entry]:
        return [entry for entry in self.guide if entry.id.startswith("vreemd-")]


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Odd:
    """The tiny guide with odd entries beside its own, and an odd name; built strictly."""
    folder, wrong = once(request, tmp_path_factory, "vreemd", lambda folder: make_odd(folder / "gids"))
    assert wrong == "", wrong
    live = LiveGuide(folder / "gids")
    live.refresh()
    return Odd(live.guide, folder / "gids" / "site")


def make_odd(folder: Path) -> str:
    """Make that guide, and answer what a strict build has against it."""
    project = machine(folder)
    (project / "content" / "site.yml").write_text(yaml.safe_dump(ODD_SITE, allow_unicode=True), encoding="utf-8")
    for name, text in odd_files().items():
        (project / "content" / name).write_text(text, encoding="utf-8")
    live = LiveGuide(project)
    live.refresh()
    # How many sheets of paper it takes, its author would read in the check, and write down.
    for problem in misfits(live.renderer.worksheets, project / ".build" / "sheets"):
        found = re.search(r"telt (\d+)", problem.message)
        assert found is not None
        file = project / problem.place.file
        file.write_text(re.sub(r"(?m)^pages: .*", f"pages: {found[1]}", file.read_text("utf-8")), encoding="utf-8")
    live.refresh()
    publish_new(live.guide, project / "content")
    return build(project, project / "site", BOOKS="no")  # A minute of typesetting; see `test_every_book_is_sound`.


def test_every_field_is_filled() -> None:
    """A field that is new is filled of itself; where that cannot be, this names it."""
    assert unfilled() == []


def test_every_page_is_whole(odd: Odd) -> None:
    """Every element is closed, nothing of a text became an element or an attribute, and no markup is left over."""
    wrong = [
        f"{file.relative_to(odd.site)}: {fault}"
        for file in sorted(odd.site.rglob("*.html"))
        for fault in ReadPage(file).faults
    ]

    assert wrong == []


def test_a_title_reads_as_it_was_written(odd: Odd) -> None:
    """On its page or where it shares one, and in the window of the browser."""
    wrong = []
    pages: dict[str, ReadPage] = {}
    for entry in odd.entries:
        url = page_url(page_of(odd.guide, entry))
        page = pages.setdefault(url, ReadPage(odd.site / url / "index.html"))
        # A figure is named in an attribute, and a source on its overview by a link.
        if page.headings.get(anchor_of(entry), entry.title) != entry.title:
            wrong.append(page.headings[anchor_of(entry)])
        if entry.has_page and page.title != f"{entry.title} - {odd.guide.site.name}":
            wrong.append(page.title)

    assert wrong == []
    assert sum(anchor_of(entry) in pages[page_url(page_of(odd.guide, entry))].headings for entry in odd.entries) > 50


def test_the_name_of_the_site_stays_where_it_belongs(odd: Odd) -> None:
    """In the header, in the window, on a permanent page: whole, and nothing but a name."""
    start, permanent = ReadPage(odd.site / "index.html"), ReadPage(odd.site / "w" / "botenblad" / "index.html")
    name, tagline = odd.guide.site.name, odd.guide.site.tagline

    header = (odd.site / "index.html").read_text("utf-8").partition("</header>")[0]
    assert f"<span>{escape(name)}</span></a>" in header
    assert start.title.endswith(name) and permanent.title == f"Botenblad · {name}"
    assert start.told("name", "description") == tagline
    assert permanent.told("property", "og:site_name") == name


def test_the_data_says_what_was_written(odd: Odd) -> None:
    """The catalogue fits its schema; search, feed and sitemap can be read; each has the title to the letter."""
    catalogue = _json(odd.site / "catalogue.json")
    found = json.loads(re.sub(r"^[^=]*=|;\s*$", "", (odd.site / "assets/search/data.js").read_text("utf-8")))
    feed = ElementTree.parse(odd.site / "feed.xml").getroot()
    ElementTree.parse(odd.site / "sitemap.xml")
    titles = {entry.title for entry in odd.entries}
    in_feed = {(one.text or "").removeprefix("Nieuw: ") for one in feed.iter("{http://www.w3.org/2005/Atom}title")}

    assert list(faults(_json(odd.site / "catalogue.schema.json"), catalogue)) == []
    assert titles <= {one["title"] for one in catalogue["entries"]}
    assert titles <= {title for column in (found["pages"][1], found["records"][3]) for title in column.split("\n")}
    assert in_feed - {odd.guide.site.name} <= {entry.title for entry in odd.guide} and len(in_feed & titles) > 10
    assert [one["summary"] for one in catalogue["entries"] if "](" in one["summary"] or "**" in one["summary"]] == []


def test_a_permanent_page_says_what_was_written(odd: Odd) -> None:
    """Also what others show of it when someone shares the link."""
    wrong = []
    for entry in odd.entries:
        page = ReadPage(odd.site / permalink_of(entry) / "index.html")
        said = (page.title, page.told("property", "og:title"))
        if said != (f"{entry.title} · {odd.guide.site.name}", entry.title):
            wrong.append(entry.title)

    assert wrong == []


def test_every_download_opens(odd: Odd) -> None:
    """The PDF and the DOCX of a sheet are called as it is, and hold every label of its blocks."""
    sheets = odd.guide.all(Worksheet)
    for sheet in sheets:
        file = odd.site / page_url(page_of(odd.guide, sheet)).rstrip("/")
        with pikepdf.open(file.with_suffix(".pdf")) as document:
            assert str(document.docinfo.Title) == sheet.title
            assert all(str(field.T).strip("_") for field in document.Root.AcroForm.Fields)
        if has_docx(sheet):
            written = docx.Document(io.BytesIO(file.with_suffix(".docx").read_bytes()))
            texts = {paragraph.text for paragraph in written.paragraphs}
            labels = {plain_text(odd.guide, block.label) for block in sheet.blocks if hasattr(block, "label")}
            assert written.core_properties.title == sheet.title
            assert written.core_properties.author == odd.guide.site.name
            assert labels <= texts

    assert sum(has_docx(sheet) and sheet.id.startswith("vreemd-") for sheet in sheets) > 1


@pytest.mark.long
def test_every_book_is_sound(odd: Odd) -> None:
    """What is typeset of it can be read, and holds each odd text that a book shows; one becomes a PDF as it was called.

    That is the longest but one: the longest has the same texts, in more places than a minute can typeset.
    """
    html = BookHtml(odd.guide)
    books = [html.laid_out(book_of(odd.guide, one)) for one in odd.guide.all(Recommendation) if one in odd.entries]
    books.sort(key=lambda book: len(book.html))
    said = ["".join(tree_of(book).itertext()) for book in books]
    shown = [{text for text in ODD if text[:12] in one} for one in said]

    assert len(shown) == EACH and len(shown[-1]) >= 10 and shown[-2] == shown[-1]
    with pikepdf.open(io.BytesIO(typeset(books[-2]).bytes)) as document:
        assert str(document.docinfo.Title) == books[-2].title


def _json(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


class ReadPage(HTMLParser):
    """A page as a browser takes it.

    faults: what is not closed, what should not be there. headings: what each says, by its id. attributes: those of each
    element. title: what the window is called.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.headings: dict[str, str] = {}
        self.attributes: list[dict[str, str]] = []
        self.title = ""
        self._open: list[str] = []
        self._heading = ""
        self.feed(file.read_text("utf-8"))
        self.close()
        # The permanent pages leave out what HTML lets one leave out.
        if len(self._open) > 1 and self._open != ["html", "main"]:
            self.faults.append(f"{self._open} is not closed")
        self.headings = {id: " ".join(text.removesuffix("¶").split()) for id, text in self.headings.items()}

    def told(self, by: str, name: str) -> str:
        """What the head of the page says under this name."""
        return next(given["content"] for given in self.attributes if given.get(by) == name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.attributes.append(given)
        odd = [name for name in given if name.startswith("on") or not ATTRIBUTE.fullmatch(name)]
        leads = [given[name].partition("#")[0] for name in ("href", "src") if name in given]
        if tag == "kwaad" or len(given) < len(attrs) or odd or any("kwaad" in address for address in leads):
            self.faults.append(f"<{tag} {given}>")
        if tag in ("h1", "h2", "h3", "h4") and "id" in given:
            self._heading = given["id"]
        if tag not in VOID and tag != "col":
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID and tag != "col":
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing at {self.getpos()}")
        if re.fullmatch("h[1-4]", tag):
            self._heading = ""

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside == "title" and "svg" not in self._open:
            self.title += data
        if self._heading:
            self.headings[self._heading] = self.headings.get(self._heading, "") + data
        if inside in ("script", "style") and "kwaad" in data:
            self.faults.append(f"<{inside}> {data[:60]}")
        elif inside not in ("script", "style", "code") and (shown := NEVER_SHOWN.search(data)):
            self.faults.append(f"{shown[0]} in {' '.join(data.split())[:200]}")
