"""Every worksheet in large print: eighteen points in every word, and the same fields."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from pdf import complaints, faults_of_fields, fields_off_the_paper, names_of_fields, smallest_letters
from places import TINY

from macros.content.guide import Guide
from macros.model.practice import Worksheet
from macros.model.worksheet_drawings import Pictogram
from macros.model.worksheet_tables import PlainTable
from macros.pages.macro_calls import MACROS
from macros.pages.render import Renderer
from macros.worksheets.downloads import downloads
from macros.worksheets.html import WorksheetHtml
from macros.worksheets.large import sides, wider_than_large
from macros.worksheets.pdf import Typesetter
from macros.worksheets.pdf_finishing import Pdf
from macros.worksheets.pictograms import ICONS, Pictograms

SHEETS = sorted(path.stem for path in (TINY / "content" / "worksheets").glob("*.yml"))


@pytest.fixture(scope="module")
def made(tiny: Guide) -> dict[str, Pdf]:
    """The PDF of each worksheet, made once."""
    html, typesetter = WorksheetHtml(tiny), Typesetter()
    return {one.id: typesetter.pdf(html.sheet(one, "pdf"), one.title) for one in tiny.all(Worksheet)}


@pytest.fixture(scope="module")
def large(tiny: Guide) -> dict[str, Pdf]:
    """The PDF in large print of each worksheet, made once."""
    html, typesetter = WorksheetHtml(tiny), Typesetter()
    return {one.id: typesetter.pdf(html.sheet(one, "large"), one.title, large=True) for one in tiny.all(Worksheet)}


@pytest.fixture(params=SHEETS)
def worksheet(request: pytest.FixtureRequest, tiny: Guide) -> Worksheet:
    """One worksheet after the other."""
    return tiny.get(Worksheet, request.param)


def test_large_print_is_large_in_every_word(large: dict[str, Pdf], worksheet: Worksheet) -> None:
    """Eighteen points at least: also below the sheet, in a circle, and what is typed in a field."""
    assert smallest_letters(large[worksheet.id].bytes) >= 18


def test_large_print_reads_aloud_and_can_be_filled(large: dict[str, Pdf], worksheet: Worksheet) -> None:
    """As the usual sheet."""
    assert complaints(large[worksheet.id].bytes) == ""
    assert faults_of_fields(large[worksheet.id].bytes) == []


def test_large_print_asks_the_same(large: dict[str, Pdf], made: dict[str, Pdf], worksheet: Worksheet) -> None:
    """Each field has the name that it has on the usual sheet, and stands wholly within the margins of its paper."""
    assert names_of_fields(large[worksheet.id].bytes) == names_of_fields(made[worksheet.id].bytes)
    assert fields_off_the_paper(large[worksheet.id].bytes) == []


@pytest.mark.parametrize("id", SHEETS)
def test_large_print_stays_light(large: dict[str, Pdf], id: str) -> None:
    """As the usual sheet: on many more pages, but with the same letters."""
    assert len(large[id].bytes) <= 110_000


def test_the_page_says_how_much_paper_large_print_takes(tiny: Guide, large: dict[str, Pdf], tmp_path: Path) -> None:
    """Who prints it knows beforehand; no one had to count."""
    renderer = Renderer(tiny)
    files = dict(downloads(renderer.worksheets, tmp_path))
    page = renderer.markdown(MACROS["worksheet"](tiny, "botenblad"))

    assert files["werkbladen/groot/botenblad.pdf"] == large["botenblad"].bytes
    assert f"[Grote letters (PDF, {large['botenblad'].pages} bladen)](groot/botenblad.pdf)" in page


@pytest.mark.parametrize(
    "widths,columns,rows,stays",
    [
        ((), ("Wat", "Wie", "Wanneer"), (), True),
        ((), ("Wat", "Wie", "Waar", "Wanneer"), (), False),
        ((), ("Wat", "Onderwijsondersteuner"), (), True),
        ((4, 1), ("Wat", "Onderwijsondersteuner"), (), False),
        ((1, 4), ("Wat", "Wie"), ("Onderwijsondersteuner",), False),
    ],
)
def test_a_table_that_fits_in_large_print_stays_one(
    widths: tuple[int, ...], columns: tuple[str, ...], rows: tuple[str, ...], stays: bool
) -> None:
    """With few columns, and no word that is wider than its own; else each row becomes a slip."""
    table = PlainTable(block="table", label="Tabel", columns=columns, widths=widths, rows=rows, empty=1)

    assert wider_than_large(table) is not stays


def test_narrow_columns_stand_two_by_two_on_a_slip() -> None:
    """What takes little room shares a line, in the order of the table; a box to tick has one of its own."""
    columns = ("Wat", "Wie", "Wanneer", "Waarom doen we dit eigenlijk?", "Hoe", "Klaar", "Waar")
    table = PlainTable(block="table", label="Tabel", columns=columns, ticks=("Klaar",), empty=1)

    assert sides(table) == ["left", "right", "whole", "whole", "whole", "whole", "whole"]
    assert sides(table, 1) == ["left", "right", "whole", "whole", "whole", "whole"]


def test_every_picture_of_a_card_is_drawn() -> None:
    """A name that an editor may write, has an icon; on the page a screen reader passes it by."""
    pictures = Pictograms()
    assert set(ICONS) == set(get_args(Pictogram))
    for name in ICONS:
        assert 'aria-hidden="true"' in pictures.svg(name) and "currentColor" not in pictures.svg(name)
