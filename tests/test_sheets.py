"""Every worksheet on paper: the number of sheets it says, readable aloud, fillable, and the same bytes each time."""

from __future__ import annotations

import ctypes
import io
import shutil
import zipfile
from pathlib import Path

import page as pdf_ua
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from macros.worksheets import pdf
from macros.content.problems import ContentError
from macros.model.advice import Journey
from macros.model.practice import Worksheet
from macros.open_guide import open_guide
from macros.pages.blocks import worksheet as worksheet_page
from macros.site.urls import permalink_of
from macros.worksheets.docx import has_docx, make_docx
from macros.worksheets.downloads import downloads
from macros.worksheets.html import worksheet_html
from macros.worksheets.workbook import make_workbook, workbooks

ROOT = Path(__file__).parent.parent
GUIDE = open_guide(ROOT / "content")
TINY = Path(__file__).parent / "tiny_guide"
SHEETS = GUIDE.all(Worksheet)
MOST_BYTES = 80_000


@pytest.fixture(scope="module")
def made():
    """The PDF of each worksheet, made once."""
    return {one.id: paper.pdf(worksheet_html(GUIDE, one, "pdf"), one.title) for one in SHEETS}


@pytest.fixture(params=SHEETS, ids=lambda one: one.id)
def worksheet(request):
    """One worksheet after the other."""
    return request.param


def test_it_takes_the_paper_it_says(made, worksheet):
    """Who prints it knows beforehand how many sheets will come out."""
    assert made[worksheet.id].pages == worksheet.pages


def test_it_passes_pdf_ua(made, worksheet):
    """A screen reader can read it aloud and fill it in."""
    report = pdf_ua.validate_pdf_bytes(made[worksheet.id].bytes, profile="ua1")

    assert report.is_compliant, report


def test_it_is_small(made, worksheet):
    """It can go along with a message."""
    assert len(made[worksheet.id].bytes) <= MOST_BYTES


def test_every_field_can_be_told_and_filled(made, worksheet):
    """Each field has a name of its own and words for who does not see it, and keeps what is written in it."""
    with pikepdf.open(io.BytesIO(made[worksheet.id].bytes)) as document:
        fields = list(document.Root.AcroForm.Fields)
        names = [str(field.T) for field in fields]
        assert len(names) == len(set(names)) and len(names) > 2
        assert [str(field.T) for field in fields if not str(field.get("/TU", "")).strip()] == []
        for field in fields:
            field.V = pikepdf.Name.on if field.FT == pikepdf.Name.Btn else f"Dit is {field.T}"
        out = io.BytesIO()
        document.save(out)
    with pikepdf.open(out) as read:
        written = {str(field.T): str(field.V) for field in read.Root.AcroForm.Fields}
    assert all(value in ("/on", f"Dit is {name}") for name, value in written.items())


def test_it_says_what_it_is(made, worksheet):
    """Its title, its language and a contents to jump by."""
    with pikepdf.open(io.BytesIO(made[worksheet.id].bytes)) as document, document.open_outline() as outline:
        assert (str(document.docinfo.Title), str(document.Root.Lang)) == (worksheet.title, "nl")
        assert outline.root[0].title == worksheet.title


def test_its_square_leads_to_its_permanent_address(made, worksheet):
    """Who points a phone at the paper comes to the sheet, also years from now. In black and white it is still all there."""
    document = pypdfium2.PdfDocument(made[worksheet.id].bytes)
    picture = document[len(document) - 1].render(scale=3).to_pil().convert("L").point(lambda light: 255 if light > 140 else 0)

    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [GUIDE.site.address + permalink_of(worksheet)]


def test_the_same_sheet_gives_the_same_bytes(made, worksheet):
    """Whoever rebuilds the guide changes nothing for who has it already."""
    assert paper.pdf(worksheet_html(GUIDE, worksheet, "pdf"), worksheet.title).bytes == made[worksheet.id].bytes


def test_a_sheet_that_did_not_change_comes_from_the_store(tmp_path, monkeypatch):
    """While someone edits one sheet, the others cost nothing."""
    guide = open_guide(TINY / "content")
    first = list(downloads(guide, tmp_path))
    monkeypatch.setattr(paper, "_typeset", lambda page: pytest.fail("this sheet was in the store"))

    assert list(downloads(guide, tmp_path)) == first


def test_a_sheet_that_takes_more_paper_than_it_says_is_refused(tmp_path):
    """Never a sheet that ends halfway: the editor hears it, with the place."""
    guide = open_guide(TINY / "content")
    id, one = next(iter(guide.entries["worksheets"].items()))
    guide.entries["worksheets"][id] = one.model_copy(update={"pages": one.pages + 1})
    guide.__dict__.pop("_in_row", None)

    with pytest.raises(ContentError, match=rf"content/worksheets/{id}.yml:\d+:\d+\n  Dit werkblad telt {one.pages} bladen"):
        list(downloads(guide, tmp_path))


def test_without_pango_there_is_a_word_and_no_dead_link(monkeypatch, tmp_path):
    """The guide is whole without PDFs, and says how to get them."""
    monkeypatch.setattr("macros.worksheets.downloads.pdf_missing", lambda: "Pango ontbreekt. …")
    guide = open_guide(TINY / "content")

    assert [name for name, _ in downloads(guide, tmp_path) if name.endswith(".pdf")] == []
    assert ".pdf" not in worksheet_page(guide, guide.all(Worksheet)[0].id)


def test_half_of_pango_is_no_pango(monkeypatch):
    """Debian hands it out in parts. With one part gone the build says what to install, and does not fall over."""
    whole = ctypes.CDLL
    monkeypatch.setattr(ctypes, "CDLL", lambda name: whole("absent.so" if "pangoft2" in name else name))

    assert "libpangoft2-1.0-0" in (paper.missing.__wrapped__() or "")


def test_an_editable_copy_has_header_rows_and_boxes_to_click():
    """Who adapts a sheet to the own school finds every question, with what a word processor makes of it."""
    guide = open_guide(TINY / "content")
    [one] = guide.all(Worksheet)
    told = zipfile.ZipFile(io.BytesIO(make_docx(guide, one))).read("word/document.xml").decode()

    assert told.count("w:tblHeader") == 1
    assert told.count("w14:checkbox>") // 2 == len(one.blocks[3].items)
    for block in one.blocks:
        assert getattr(block, "label", one.title) in told


def test_a_drawing_has_no_editable_copy():
    """A tree without its branches is no tree."""
    drawn = {"cards", "circles", "pyramid", "thermometer", "tree"}

    assert [one.id for one in SHEETS if has_docx(one) == bool(drawn & {block.block for block in one.blocks})] == []


def test_the_same_sheet_gives_the_same_document():
    """Whoever rebuilds the guide changes nothing for who has it already."""
    one = next(one for one in SHEETS if has_docx(one))

    assert make_docx(GUIDE, one) == make_docx(GUIDE, one)


def test_a_new_question_is_everywhere_after_one_build(tmp_path):
    """An editor adds a question to the file, and it is on the page, in the PDF and in the editable copy."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    file = tmp_path / "content" / "worksheets" / "botenblad.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("blocks:", "blocks:\n  - {block: lines, label: Hoe laat was het?, count: 1}", 1), encoding="utf-8")
    guide = open_guide(tmp_path / "content")
    made = dict(downloads(guide, tmp_path / "store"))

    assert "Hoe laat was het?" in worksheet_page(guide, "botenblad")
    with pikepdf.open(io.BytesIO(made["werkbladen/botenblad.pdf"])) as document:
        assert "hoe-laat-was-het" in [str(field.T) for field in document.Root.AcroForm.Fields]
    assert "Hoe laat was het?" in zipfile.ZipFile(io.BytesIO(made["werkbladen/botenblad.docx"])).read("word/document.xml").decode()


def test_a_workbook_holds_every_sheet_and_still_reads_aloud(tmp_path):
    """All sheets of one key in one file: valid, every field with a name of its own, a link to each in the contents."""
    entry, sheets = next(iter(workbooks(GUIDE)), (GUIDE.all(Journey)[0], SHEETS))
    made = [paper.pdf(worksheet_html(GUIDE, one, "pdf"), one.title) for one in sheets]
    book = make_workbook(GUIDE, entry, made, sheets, tmp_path)
    report = pdf_ua.validate_pdf_bytes(book, profile="ua1")
    with pikepdf.open(io.BytesIO(book)) as document, document.open_outline() as outline:
        names = [str(field.T) for field in document.Root.AcroForm.Fields]
        pages, marks = len(document.pages), [item.title for item in outline.root]
        jumps = sum("/Dest" in link for link in document.pages[1].get("/Annots", []))

    assert report.is_compliant, report
    assert len(names) == len(set(names)) > 0
    assert pages == 2 + sum(one.pages for one in sheets)
    assert marks[-len(sheets) :] == [one.title for one in sheets] and jumps == len(sheets)
    assert make_workbook(GUIDE, entry, made, sheets, tmp_path / ".") == book
