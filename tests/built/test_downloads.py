"""Every file that a reader can take along, as the build of the real guide made it."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pdf import (
    code_on,
    complaints,
    faults_of_fields,
    fields_off_the_paper,
    names_of_fields,
    outline_of,
    pages_of,
    smallest_letters,
)
from places import CONTENT, TINY

from macros.content.guide import Guide
from macros.model.advice import Recommendation
from macros.model.practice import MADE_UP, Worksheet
from macros.open_guide import open_guide
from macros.pages.macro_calls import MACROS
from macros.pages.render import Renderer
from macros.site.urls import page_of, page_url, permalink_of, site_url
from macros.worksheets.downloads import docx_of, downloads, example_pdf_of, large_pdf_of, pdf_of
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.workbook import workbook_file, workbooks

SHEETS = sorted(path.stem for path in (CONTENT / "worksheets").glob("*.yml"))
"""By the names of their files: to know these, no file need be sound."""

MOST_BYTES = 100_000


@pytest.mark.parametrize("id", SHEETS)
def test_a_worksheet_on_paper(built: Path, real: Guide, id: str) -> None:
    """It takes the paper it says, reads aloud, can be filled in, and says what it is.

    It leads back to the guide, and can go along with a message.
    """
    worksheet = real.get(Worksheet, id)
    file = built / str(pdf_of(real, worksheet))
    document = file.read_bytes()

    assert pages_of(document) == worksheet.pages
    assert complaints(document) == ""
    assert faults_of_fields(document) == []
    assert outline_of(document) == (worksheet.title, "nl", worksheet.title)
    assert code_on(document) == [site_url(real.site) + permalink_of(worksheet)]
    assert len(document) <= MOST_BYTES * max(1, worksheet.pages / 4), (
        f"Dit werkblad weegt {len(document) // 1000} kB: te veel om met een bericht mee te sturen."
    )


@pytest.mark.parametrize("id", SHEETS)
def test_a_worksheet_in_large_print(built: Path, real: Guide, id: str) -> None:
    """Every word and every field is large, nothing stands off the paper, and it asks what the usual one asks.

    It reads aloud, and takes the paper that its page says.
    """
    worksheet = real.get(Worksheet, id)
    document = (built / str(large_pdf_of(real, worksheet))).read_bytes()
    page = (built / str(pdf_of(real, worksheet))).with_suffix("") / "index.html"

    assert smallest_letters(document) >= 18
    assert complaints(document) == ""
    assert fields_off_the_paper(document) == []
    assert names_of_fields(document) == names_of_fields((built / str(pdf_of(real, worksheet))).read_bytes())
    assert f"Grote letters (PDF, {pages_of(document)} blad" in page.read_text(encoding="utf-8")
    assert len(document) <= MOST_BYTES * max(1, worksheet.pages / 2)


@pytest.mark.parametrize("id", SHEETS)
def test_a_filled_in_example_on_paper(built: Path, real: Guide, id: str) -> None:
    """Where there is one, it takes the paper of its sheet, reads aloud, and says on each page that it is an example."""
    worksheet = real.get(Worksheet, id)
    if worksheet.filled is None:
        pytest.skip("Dit blad heeft nog geen ingevuld voorbeeld.")
    document = (built / str(example_pdf_of(real, worksheet))).read_bytes()
    told = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(document)]

    assert len(told) == worksheet.pages
    assert all(MADE_UP in page for page in told)
    assert complaints(document) == ""
    assert smallest_letters(document) >= 7
    assert len(document) <= 1.2 * MOST_BYTES * max(1, worksheet.pages / 4)


@pytest.mark.parametrize("id", SHEETS)
def test_a_worksheet_to_edit_is_there(built: Path, real: Guide, id: str) -> None:
    """What the page offers, can be fetched."""
    file = docx_of(real, real.get(Worksheet, id))

    assert file is None or (built / file).read_bytes().startswith(b"PK")


def test_every_workbook_reads_aloud(built: Path, real: Guide) -> None:
    """All sheets of one key, recommendation or journey in one file."""
    faults = {
        entry.id: said
        for entry, _ in workbooks(real)
        if (said := complaints((built / workbook_file(entry)).read_bytes()))
    }

    assert faults == {}


@pytest.mark.long
def test_the_book_of_a_recommendation(built: Path, real: Guide) -> None:
    """Each reads aloud, and its page says how many pages and bytes it has."""
    for recommendation in real.all(Recommendation):
        page = built / page_url(page_of(real, recommendation)) / "index.html"
        said = re.search(
            r'download href="([^"]+)">Als boek \(PDF, (\d+) blz\., (\d+) kB\)', page.read_text(encoding="utf-8")
        )
        assert said, recommendation.id
        document = (page.parent / said[1]).read_bytes()
        assert (pages_of(document), len(document) // 1000) == (int(said[2]), int(said[3]))
        assert complaints(document) == ""
        assert outline_of(document) == (recommendation.title, "nl", recommendation.title)


# --- on the tiny guide -------------------------------------------------------------------------


def test_a_new_question_is_everywhere_after_one_build(tmp_path: Path) -> None:
    """An editor adds a question to the file, and it is on the page, in the PDF and in the editable copy."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    file = tmp_path / "content" / "worksheets" / "botenblad.yml"
    question = "blocks:\n  - {block: lines, label: Hoe laat was het?, count: 1}"
    file.write_text(file.read_text(encoding="utf-8").replace("blocks:", question, 1), encoding="utf-8")
    guide = open_guide(tmp_path / "content")
    made = dict(downloads(WorksheetHtml(guide), tmp_path / "store"))

    assert "Hoe laat was het?" in Renderer(guide).markdown(MACROS["worksheet"](guide, "botenblad"))
    with pikepdf.open(io.BytesIO(made["werkbladen/botenblad.pdf"])) as document:
        assert "hoe-laat-was-het" in [str(field.T) for field in document.Root.AcroForm.Fields]
    editable = zipfile.ZipFile(io.BytesIO(made["werkbladen/botenblad.docx"])).read("word/document.xml").decode()
    assert "Hoe laat was het?" in editable
