"""A worksheet that is filled in, as an example: on its page, as PDF, and what an editor hears of a slip in it."""

from __future__ import annotations

import io
import re
import shutil
from html import unescape
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pdf import complaints, names_of_fields, outline_of, same_pictures
from places import TINY

from macros.content.guide import Guide
from macros.model.practice import MADE_UP, SCHOOL, Worksheet
from macros.model.sheet_fields import fields_of
from macros.open_guide import open_guide
from macros.pages.macro_calls import MACROS
from macros.pages.render import Renderer
from macros.publish.search_data import search_records
from macros.site.pages import pages
from macros.worksheets.downloads import downloads, example_pdf_of, misfits, pdf_of
from macros.worksheets.html import WorksheetHtml

FILLED = ["botenblad", "koersblad"]
"""The sheets of the tiny guide that have an example: together with each kind of place there is."""

FIELD = re.compile(r'<(?:input|textarea) class="w-(?P<kind>line|room|tick)"[^>]* name="(?P<name>[^"]+)"')
LINES = re.compile(r'<textarea name="(?P<name>[^"]+)"')


@pytest.fixture(scope="module")
def files(tiny: Guide, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything that can be downloaded, made once."""
    return dict(downloads(WorksheetHtml(tiny), tmp_path_factory.mktemp("store")))


@pytest.fixture(params=FILLED)
def sheet(request: pytest.FixtureRequest, tiny: Guide) -> Worksheet:
    """One sheet with an example after the other."""
    return tiny.get(Worksheet, request.param)


@pytest.fixture
def pair(files: dict[str, bytes], tiny: Guide, sheet: Worksheet) -> tuple[bytes, bytes]:
    """The PDF of a sheet, empty and filled in."""
    return files[str(pdf_of(tiny, sheet))], files[str(example_pdf_of(tiny, sheet))]


def written(sheet: Worksheet) -> dict[str, str]:
    """What its example says, by field."""
    assert sheet.filled
    return dict(sheet.filled.written)


def mistaken(tmp_path: Path, right: str, wrong: str) -> WorksheetHtml:
    """The tiny guide with another text in the example of the botenblad."""
    shutil.copytree(TINY / "content", tmp_path / "content")
    file = tmp_path / "content" / "worksheets" / "botenblad.yml"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    return WorksheetHtml(open_guide(tmp_path / "content"))


def test_the_check_knows_the_fields_as_they_stand_on_the_sheets(tiny: Guide) -> None:
    """Each by the name that the page gives it, and which ones are a box to tick."""
    for one in tiny.all(Worksheet):
        html = WorksheetHtml(tiny).sheet(one, "page")
        shown = {found["name"]: "tick" if found["kind"] == "tick" else "text" for found in FIELD.finditer(html)}
        shown |= {found["name"]: "text" for found in LINES.finditer(html)}

        assert fields_of(one) == shown


def test_its_page_shows_what_was_written(tiny: Guide, sheet: Worksheet) -> None:
    """As text that is read aloud, with nothing to fill in; and that the school does not exist, also when printed."""
    page = Renderer(tiny).markdown(MACROS["worksheet_example"](tiny, sheet.id))
    said, _, shown = page.partition('<div class="sheet ')
    shown = unescape(shown).replace("<br>", "\n")
    values = written(sheet)

    assert [value for value in values.values() if value != "yes" and value not in shown] == []
    assert shown.count('aria-label="Aangekruist"') == list(values.values()).count("yes")
    assert MADE_UP in shown and "bestaat niet" in said
    assert re.findall(r"<(?:input|textarea|label|button)", page) == []
    assert "data-sheet" not in page


def test_the_page_of_the_sheet_leads_to_it_and_back(tiny: Guide, sheet: Worksheet) -> None:
    """Who looks at an example can fill in one's own in one step."""
    renderer = Renderer(tiny)
    empty = renderer.markdown(MACROS["worksheet"](tiny, sheet.id))
    example = renderer.markdown(MACROS["worksheet_example"](tiny, sheet.id))

    assert f"[Bekijk een ingevuld voorbeeld](voorbeeld/{sheet.id}.md)" in empty
    assert f"(werkblad:{sheet.id})" in example and f"({sheet.id}.pdf)" in example


def test_a_sheet_without_an_example_promises_none(tiny: Guide) -> None:
    """No link, no page, no PDF."""
    page = Renderer(tiny).markdown(MACROS["worksheet"](tiny, "tijtabel"))

    assert "ingevuld voorbeeld" not in page
    assert example_pdf_of(tiny, tiny.get(Worksheet, "tijtabel")) is None
    assert [one.about for one in pages(tiny) if "/voorbeeld/" in one.file] == FILLED


def test_its_pdf_is_that_of_the_sheet(pair: tuple[bytes, bytes], sheet: Worksheet) -> None:
    """As many pages, with the same fields; it reads aloud, and says in its title what it is."""
    empty, filled = pair

    assert len(pypdfium2.PdfDocument(filled)) == sheet.pages
    assert names_of_fields(filled) == names_of_fields(empty)
    assert complaints(filled) == ""
    assert outline_of(filled) == (f"{sheet.title} (ingevuld voorbeeld)", "nl", sheet.title)


def test_its_pdf_holds_what_was_written_and_takes_no_more(pair: tuple[bytes, bytes], sheet: Worksheet) -> None:
    """Of a text over several lines each line stands in its own field."""
    with pikepdf.open(io.BytesIO(pair[1])) as read:
        fields = {str(field.T): field for field in read.Root.AcroForm.Fields}
        values = {name: str(field.get("/V", "")) for name, field in fields.items()}

        assert all(int(field.Ff) & 1 for field in fields.values())
        for name, value in written(sheet).items():
            held = values.get(name) or "\n".join(values[f"{name}_{nr}"] for nr in (1, 2))
            assert held == ("/on" if value == "yes" else value)
        assert {value for name, value in values.items() if not _is_written(name, sheet)} <= {"", "/Off"}


def _is_written(name: str, sheet: Worksheet) -> bool:
    return name in written(sheet) or re.sub(r"_\d$", "", name) in written(sheet)


def test_what_was_written_can_be_seen(pair: tuple[bytes, bytes], sheet: Worksheet, tmp_path: Path) -> None:
    """Whoever draws it: each field for text on the first page looks otherwise than on the empty sheet, or is empty."""
    with pikepdf.open(io.BytesIO(pair[1])) as read:
        texts = [field for field in read.pages[0].Annots if field.get("/FT") == pikepdf.Name.Tx]
        said = {nr for nr, field in enumerate(texts) if str(field.get("/V", ""))}
    alike = {nr for _, nr in same_pictures(*pair, tmp_path)}

    assert said and alike == set(range(len(texts))) - said


def test_each_page_says_that_the_school_does_not_exist(pair: tuple[bytes, bytes]) -> None:
    """A sheet that goes from hand to hand loses its other pages."""
    for page in pypdfium2.PdfDocument(pair[1]):
        assert MADE_UP in page.get_textpage().get_text_bounded()


def test_it_is_kept_until_the_sheet_changes(tiny: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build makes none of them, and the same bytes come out."""
    html = WorksheetHtml(tiny)
    first = list(downloads(html, tmp_path))
    monkeypatch.setattr("macros.worksheets.example.example", lambda *_: pytest.fail("this one was in the store"))

    assert list(downloads(html, tmp_path)) == first


@pytest.mark.parametrize(
    "right, wrong, said",
    [
        ("om acht uur", "om acht uur, als het dan tenminste al licht is aan de kade " * 3, "past niet in zijn veld"),
        ("om acht uur", "o" * 90, "past niet in zijn veld"),
        ("      De Noordster", "      en nog een\n      en nog een\n      De Noordster", "past niet in zijn veld"),
        ("om acht uur", "الساعة الثامنة", "een letter die de PDF niet kent"),
        ("De Misthoorn", "مدرسة", "een letter die de PDF niet kent"),
    ],
    ids=["too long", "one long word", "more lines than there are", "another script", "a school in another script"],
)
def test_what_paper_cannot_show_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    """Never a text that ends halfway: the editor hears it, at the check and while building."""
    [problem] = misfits(mistaken(tmp_path, right, wrong), tmp_path / "store")

    assert problem.place.file == "content/worksheets/botenblad.yml" and problem.place.line
    assert said in problem.message and problem.hint


def test_search_finds_no_school_that_we_made_up(tiny: Guide, sheet: Worksheet) -> None:
    """Who looks for a word finds what the guide says, not what stands in an example of it."""
    texts = {record.title: record.text for record in search_records(tiny)}

    assert written(sheet)[SCHOOL] not in texts[sheet.title]
