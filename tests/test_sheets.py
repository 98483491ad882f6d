"""Every worksheet on paper: the number of sheets it says, readable aloud, fillable, and the same bytes each time."""

from __future__ import annotations

import ctypes
import io
import re
import shutil
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from pdf import (
    code_on,
    complaints,
    faults_of_fields,
    filled_in,
    letters_lost,
    outline_of,
    same_pictures,
)
from places import TINY

from macros.content.guide import Guide
from macros.content.problems import ContentError
from macros.model.advice import Key
from macros.model.practice import Worksheet
from macros.model.worksheet_blocks import BLOCKS, Checklist, Lines
from macros.open_guide import open_guide
from macros.pages.macro_calls import MACROS
from macros.pages.render import Renderer
from macros.site.urls import permalink_of
from macros.system.store import Store
from macros.worksheets import field_font
from macros.worksheets.docx import has_docx, make_docx
from macros.worksheets.downloads import downloads, misfits
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.merge import Part
from macros.worksheets.pdf import Typesetter, pdf_missing
from macros.worksheets.pdf_finishing import Pdf
from macros.worksheets.workbook import make_workbook, workbooks

SHEETS = sorted(path.stem for path in (TINY / "content" / "worksheets").glob("*.yml"))
"""The worksheets of the tiny guide: together they have every block there is.

The real ones are looked at once they are built, in tests/built.
"""

NAMES = (
    "Łukasz Żółć",
    "Ayşe Şahin Iğdır",  # noqa: RUF001 - a name
    "Ionuț Ștefan",
    "čeština",
    "Добро",
    "Đặng Nguyễn Ước",
    "Ɖzifa Ƒafa Ƙɔ",
    "Günəş Əliyeva",
    "Ọlá Ẹniọlá Ṣadé",
    "S\u0327ule I\u0307pek",
    "Ġorġ Ħal",
    "ʿAbd al-Ḥāfiẓ",
    "Надія Ґалаґан-Ӏела",
    "“O’Neill” – € …",
)
"""As people here are called, and what they type around it."""


@pytest.fixture(scope="module")
def made(tiny: Guide) -> dict[str, Pdf]:
    """The PDF of each worksheet, made once."""
    html, typesetter = WorksheetHtml(tiny), Typesetter()
    return {one.id: typesetter.pdf(html.sheet(one, "pdf"), one.title) for one in tiny.all(Worksheet)}


@pytest.fixture(params=SHEETS)
def worksheet(request: pytest.FixtureRequest, tiny: Guide) -> Worksheet:
    """One worksheet after the other."""
    return tiny.get(Worksheet, request.param)


def test_every_block_is_on_a_sheet(tiny: Guide) -> None:
    """A new kind of block gets a place in the tiny guide: what is told below, is told of each of them."""
    assert {type(block) for one in tiny.all(Worksheet) for block in one.blocks} == set(BLOCKS)


def test_it_takes_the_paper_it_says(made: dict[str, Pdf], worksheet: Worksheet) -> None:
    """Who prints it knows beforehand how many sheets will come out."""
    assert made[worksheet.id].pages == worksheet.pages


def test_it_passes_pdf_ua(made: dict[str, Pdf], worksheet: Worksheet) -> None:
    """A screen reader can read it aloud and fill it in."""
    assert complaints(made[worksheet.id].bytes) == ""


def test_every_field_can_be_told_and_filled(made: dict[str, Pdf], worksheet: Worksheet) -> None:
    """Each field has a name of its own and words for who does not see it, and keeps what is written in it."""
    assert faults_of_fields(made[worksheet.id].bytes) == []


def test_a_field_shows_every_letter_it_takes(made: dict[str, Pdf]) -> None:
    """All of Latin as Unicode has it, accents that stand apart, and Cyrillic: from the font that is in the file."""
    taken = {letter for code in range(0x3000) if re.match(f"[{field_font.LETTERS}]", letter := chr(code))}
    latin = {chr(code) for code in (*range(0x100, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00))}

    assert latin <= taken and not any(unicodedata.category(letter) == "Cn" for letter in taken)
    drawn = sorted(letter for letter in taken if unicodedata.category(letter)[0] not in "CZ")
    assert letters_lost(made["botenblad"].bytes, "".join(drawn)) == set()


def test_no_name_loses_a_letter_in_a_field(made: dict[str, Pdf], tmp_path: Path) -> None:
    """Whoever draws it: without its own letters each name looks different."""
    sheet = made["botenblad"].bytes
    plain = [re.sub(r"[^ -~]", "", name) for name in NAMES]
    alike = same_pictures(filled_in(sheet, *NAMES), filled_in(sheet, *plain), tmp_path)

    assert {name: lost for name in NAMES if (lost := letters_lost(sheet, name))} == {}
    assert {field for _, field in alike} == {len(NAMES)}, "only the field after the last name stays the same"


def test_what_comes_along_with_a_pasted_text_leaves_no_hole(made: dict[str, Pdf], tmp_path: Path) -> None:
    """A sign that no one sees takes no room; letters that are one sign are drawn."""
    sheet = made["botenblad"].bytes
    pasted = filled_in(sheet, "Jan\u200b Mod\u200del\ufeff", "ﬁets")
    typed = filled_in(sheet, "Jan Model", "ets")

    assert {(reader, field) for reader, field in same_pictures(pasted, typed, tmp_path) if field < 2} == {
        (reader, 0) for reader in ("pdfium", *(["poppler"] if shutil.which("pdftoppm") else []))
    }


@pytest.mark.parametrize("text,script", [("محمد", "Arabisch"), ("Ελένη", "Grieks")])
def test_what_a_field_cannot_show_is_said_on_the_page(
    made: dict[str, Pdf], tiny: Guide, text: str, script: str
) -> None:
    """Who downloads the PDF knows it beforehand, and what to do then."""
    assert letters_lost(made["botenblad"].bytes, text) == set(text)
    assert f"{script}" in page_of_sheet(tiny).split('class="sheet-tools__letters"')[1].split("</p>")[0]


@pytest.mark.parametrize("id", SHEETS)
def test_a_sheet_stays_light(made: dict[str, Pdf], id: str) -> None:
    """A hundred kilobytes at most, with all those letters."""
    assert len(made[id].bytes) <= 100_000


def test_it_says_what_it_is(made: dict[str, Pdf], worksheet: Worksheet) -> None:
    """Its title, its language and a contents to jump by."""
    assert outline_of(made[worksheet.id].bytes) == (worksheet.title, "nl", worksheet.title)


def test_its_square_leads_to_its_permanent_address(made: dict[str, Pdf], worksheet: Worksheet, tiny: Guide) -> None:
    """Who points a phone at the paper comes to the sheet, also years from now, and also in black and white."""
    assert code_on(made[worksheet.id].bytes) == [tiny.site.address + permalink_of(worksheet)]


def test_the_same_sheet_gives_the_same_bytes(made: dict[str, Pdf], worksheet: Worksheet, tiny: Guide) -> None:
    """Whoever rebuilds the guide changes nothing for who has it already."""
    again = Typesetter().pdf(WorksheetHtml(tiny).sheet(worksheet, "pdf"), worksheet.title)

    assert again.bytes == made[worksheet.id].bytes


def test_a_sheet_that_did_not_change_comes_from_the_store(
    tiny: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While someone edits one sheet, the others cost nothing."""
    html = WorksheetHtml(tiny)
    first = list(downloads(html, tmp_path))
    monkeypatch.setattr(Typesetter, "_typeset", lambda *_: pytest.fail("this sheet was in the store"))

    assert list(downloads(html, tmp_path)) == first


def test_a_sheet_that_takes_more_paper_than_it_says_is_refused(tmp_path: Path) -> None:
    """Never a sheet that ends halfway: the editor hears it, with the place."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    file = tmp_path / "content" / "worksheets" / "botenblad.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("pages: 1", "pages: 2"), encoding="utf-8")
    html = WorksheetHtml(open_guide(tmp_path / "content"))

    with pytest.raises(ContentError, match=r"content/worksheets/botenblad.yml:\d+:\d+\n  Dit werkblad telt 1 blad, "):
        list(downloads(html, tmp_path / "store"))


def test_without_pango_there_is_a_word_and_no_dead_link(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The guide is whole without PDFs, and says how to get them."""
    monkeypatch.setattr("macros.worksheets.downloads.pdf_missing", lambda: "Pango ontbreekt. …")

    assert [name for name, _ in downloads(WorksheetHtml(tiny), tmp_path) if name.endswith(".pdf")] == []
    assert ".pdf" not in page_of_sheet(tiny)


def test_half_of_pango_is_no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian hands it out in parts. With one part gone the build says what to install, and does not fall over."""
    whole = ctypes.CDLL
    monkeypatch.setattr(ctypes, "CDLL", lambda name: whole("absent.so" if "pangoft2" in name else name))

    assert "libpangoft2-1.0-0" in (pdf_missing() or "")


def test_an_editable_copy_has_header_rows_and_boxes_to_click(tiny: Guide) -> None:
    """Who adapts a sheet to the own school finds every question, with what a word processor makes of it."""
    one = tiny.get(Worksheet, "botenblad")
    checklist = next(block for block in one.blocks if isinstance(block, Checklist))
    told = zipfile.ZipFile(io.BytesIO(make_docx(tiny, one))).read("word/document.xml").decode()

    assert told.count("w:tblHeader") == 1
    assert told.count("w14:checkbox>") // 2 == len(checklist.items)
    for block in one.blocks:
        assert getattr(block, "label", one.title) in told


def test_a_long_label_is_cut_before_it_is_escaped(tiny: Guide) -> None:
    """A box to click keeps as much of its label as Word takes, and never half of what stands for a quotation mark."""
    one = tiny.get(Worksheet, "botenblad")
    checklist = next(block for block in one.blocks if isinstance(block, Checklist))
    items = tuple(f"{'a' * length}\"<&'łş" for length in range(50, 66))
    odd = one.model_copy(update={"blocks": (checklist.model_copy(update={"items": items}),)})
    told = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(make_docx(tiny, odd))).read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

    assert [alias.attrib[f"{word}val"] for alias in told.iter(f"{word}alias")] == [item[:60] for item in items]


def test_a_label_without_letters_names_its_fields_all_the_same() -> None:
    """In another script, or with signs only: a field without a name would be lost."""
    assert [Lines(block="lines", label=label).name for label in ("???", "مرحبا", "😀😀", "Wat?")] == [
        "lines",
        "lines",
        "lines",
        "wat",
    ]


def test_a_hint_names_no_number_that_the_field_refuses(tmp_path: Path) -> None:
    """Who asks for more sheets than a worksheet may have, is told to make two."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    file = tmp_path / "content" / "worksheets" / "botenblad.yml"
    rows = "".join(f"  - {{block: lines, label: Vraag {nr}, count: 12}}\n" for nr in range(25))
    file.write_text(file.read_text(encoding="utf-8").replace("blocks:\n", f"blocks:\n{rows}"), encoding="utf-8")
    [problem] = misfits(WorksheetHtml(open_guide(tmp_path / "content")), tmp_path / "store")

    assert problem.message.startswith("Dit werkblad telt 1") and "'pages: " not in problem.hint
    assert problem.hint.endswith("een werkblad telt er hoogstens 8.")


def test_a_drawing_has_no_editable_copy(tiny: Guide) -> None:
    """A tree without its branches is no tree."""
    drawn = {"cards", "circles", "pyramid", "thermometer", "tree"}

    assert [one.id for one in tiny.all(Worksheet) if not has_docx(one)] == ["koersblad"]
    assert drawn <= {getattr(block, "block", "") for block in tiny.get(Worksheet, "koersblad").blocks}


def test_the_same_sheet_gives_the_same_document(tiny: Guide) -> None:
    """Whoever rebuilds the guide changes nothing for who has it already."""
    one = tiny.get(Worksheet, "botenblad")

    assert make_docx(tiny, one) == make_docx(tiny, one)


def test_a_workbook_holds_every_sheet_and_still_reads_aloud(tiny: Guide, made: dict[str, Pdf], tmp_path: Path) -> None:
    """All sheets of one key in one file: valid, every field with a name of its own, a link to each in the contents."""
    entry = tiny.get(Key, "s01")
    sheets = {one.id: found for one, found in workbooks(tiny)}[entry.id]
    assert len(sheets) > 1
    parts = [Part(one.id, one.title, made[one.id]) for one in sheets]
    html, store = WorksheetHtml(tiny), Store(tmp_path)
    book = make_workbook(html, Typesetter(store), entry, parts, store)
    with pikepdf.open(io.BytesIO(book)) as document, document.open_outline() as outline:
        names = [str(field.T) for field in document.Root.AcroForm.Fields]
        pages, marks = len(document.pages), [item.title for item in outline.root]
        jumps = sum("/Dest" in link for link in document.pages[1].get("/Annots", []))

    assert complaints(book) == ""
    assert len(names) == len(set(names)) > 0
    assert pages == 2 + sum(one.pages for one in sheets)
    assert marks[-len(sheets) :] == [one.title for one in sheets] and jumps == len(sheets)
    assert make_workbook(html, Typesetter(store), entry, parts, store) == book


def page_of_sheet(guide: Guide) -> str:
    """The page of the sheet with the boats, as Markdown."""
    return Renderer(guide).markdown(MACROS["worksheet"](guide, "botenblad"))
