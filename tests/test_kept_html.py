"""The HTML of worksheets that is kept: always that of now, and laid out anew when anything changed that it shows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from places import TINY

from macros.model.practice import Worksheet
from macros.open_guide import open_guide
from macros.system.store import Store
from macros.worksheets import kept_html
from macros.worksheets.html import Medium, WorksheetHtml
from macros.worksheets.kept_html import KeptHtml, in_store

ALL = {"botenblad", "koersblad", "tijtabel"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a guide of which every sheet was laid out before."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    sheet = tmp_path / "content" / "worksheets" / "botenblad.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("[eb](begrip:eb)", "[](begrip:eb)"), encoding="utf-8")
    assert laid_out(tmp_path / "content") == ALL
    return tmp_path / "content"


def laid_out(content: Path) -> set[str]:
    """Which sheets are laid out now, and not taken from what was kept; each is what it would be without."""
    html, new = WorksheetHtml(open_guide(content)), set[str]()
    now = {sheet.id: html.sheet(sheet, "pdf") for sheet in html.guide.all(Worksheet)}

    class Noted(WorksheetHtml):
        def sheet(self, worksheet: Worksheet, medium: Medium, filled: object = None) -> str:
            new.add(worksheet.id)
            return now[worksheet.id]

    kept = KeptHtml(Noted(html.guide), in_store(Store(content.parent / "kept")))
    assert {sheet.id: kept.sheet(sheet, "pdf") for sheet in html.guide.all(Worksheet)} == now
    return new


def edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Other words in a file."""

    def change(content: Path) -> None:
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def test_what_no_sheet_shows(content: Path) -> None:
    """Neither is laid out again after nothing, nor after another text of a tip."""
    assert laid_out(content) == set()
    edit("tips/bel-bij-mist.yml", "summary: ", "summary: Dus ")(content)

    assert laid_out(content) == set()


def test_what_stands_on_a_sheet(content: Path) -> None:
    """Has that one laid out, and no other."""
    edit("worksheets/botenblad.yml", "Gezwaaid", "Gewuifd")(content)

    assert laid_out(content) == {"botenblad"}


@pytest.mark.parametrize(
    "change",
    [
        edit("glossary/eb.yml", "title: ", "title: Grote "),
        edit("sources/logboek.yml", "short: ", "short: ons "),
        edit("site.yml", "name: De", "name: Onze"),
        edit("site.yml", "vuurtorenschool.example", "toren.example"),
    ],
    ids=["what a named piece is called", "a source", "the name of the guide", "its address"],
)
def test_what_any_sheet_may_show(content: Path, change: Callable[[Path], None]) -> None:
    """Has them all laid out."""
    change(content)

    assert laid_out(content) == ALL


def test_another_medium_or_other_code(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is another sheet. Code that changed while this process ran, is not taken for what the next one runs."""
    html = WorksheetHtml(open_guide(content))
    sheet = html.guide.all(Worksheet)[0]
    kept = KeptHtml(html, in_store(Store(content.parent / "kept")))
    assert kept.sheet(sheet, "large") == html.sheet(sheet, "large") != kept.sheet(sheet, "pdf")
    assert kept.sheet(sheet, "pdf", {}) == html.sheet(sheet, "pdf", {}) != kept.sheet(sheet, "pdf")

    monkeypatch.setattr(kept_html, "code_digest", lambda _: "other")
    assert laid_out(content) == ALL
    monkeypatch.setattr(kept_html, "_CODE", "other")
    assert laid_out(content) == ALL
