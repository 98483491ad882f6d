"""Every book: readable aloud, whole, with the pages and the addresses that it says, and the same bytes each time."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pdf import complaints, outline_of, pages_of
from places import TINY

from macros.book.contents import Book, book_of
from macros.book.downloads import BOOKS, downloads
from macros.book.kept_books import KeptBooks
from macros.book.layout import BookHtml, LaidOut
from macros.book.text import BookText
from macros.book.to_folder import write_books
from macros.book.typesetting import typeset
from macros.content.guide import Guide, ident
from macros.content.problems import ContentError
from macros.model.advice import Recommendation, Tip
from macros.model.practice import Method
from macros.open_guide import open_guide
from macros.pages.macro_calls import MACROS
from macros.pages.render import Renderer
from macros.site.urls import permalink_of
from macros.system.errors import Refusal

PIECES = ("aanbeveling:a1", "sleutel:s01", "traject:overtocht", "gids")
"""What there is a book of in the tiny guide: one of each kind."""


@dataclass(frozen=True)
class Made:
    """A book with all that came of it. text: what stands on each page."""

    book: Book
    laid_out: LaidOut
    pdf: bytes
    text: list[str]


def made_of(guide: Guide, name: str) -> Made:
    """The book of what a reader calls so."""
    book = book_of(guide, None if name == "gids" else guide.by_name(name))
    laid_out = BookHtml(guide).laid_out(book)
    pdf = typeset(laid_out)
    text = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf.bytes)]
    assert pdf.pages == len(text)
    return Made(book, laid_out, pdf.bytes, text)


@pytest.fixture(scope="module", params=PIECES)
def made(request: pytest.FixtureRequest, tiny: Guide) -> Made:
    return made_of(tiny, request.param)


@dataclass(frozen=True)
class Mark:
    """A line of the outline: its words, the page it leads to, counted from 1, and how high it stands there."""

    title: str
    page: int
    height: float


def marks(document: bytes) -> Iterator[Mark]:
    """Every line of the outline of a PDF."""
    with pikepdf.open(io.BytesIO(document)) as read, read.open_outline() as outline:
        numbers = {str(page.objgen): number for number, page in enumerate(read.pages, 1)}
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            waiting = [*item.children, *waiting]
            assert isinstance(item.destination, pikepdf.Array)
            page, _, _, height, *_ = item.destination
            yield Mark(str(item.title), numbers[str(page.objgen)], float(height))


def test_it_reads_aloud(made: Made) -> None:
    """The standard for reading aloud has nothing against it. It says what it is, in which language."""
    assert complaints(made.pdf) == ""
    assert outline_of(made.pdf) == (made.book.title, "nl", made.book.title)


def test_all_that_lives_there_is_in_it(made: Made, tiny: Guide) -> None:
    """Who has the paper, misses no tip and no step."""
    words = squeezed(" ".join(made.text))
    entries = list(made.book.entries())

    said = [text for tip in entries if isinstance(tip, Tip) for text in (tip.title, tip.what)]
    said += [step for method in entries if isinstance(method, Method) for step in method.steps]
    assert [text for text in said if squeezed(text.partition("[")[0])[:20] not in words] == []
    at_home = tiny.at_home(made.book.about, Tip) if made.book.about else tiny.all(Tip)
    assert {ident(tip) for tip in at_home} <= {ident(entry) for entry in entries}


def squeezed(text: str) -> str:
    """Only the letters of a text: on paper a word may break at its hyphen."""
    return re.sub(r"[\W_]", "", text)


def test_nothing_stands_in_it_twice(made: Made) -> None:
    """A heading is somewhere once: else a page number could be that of the other."""
    anchors = re.findall(r' id="([^"]+)"', made.laid_out.html)

    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', made.laid_out.html)) <= set(anchors)


def test_the_contents_say_the_page(made: Made) -> None:
    """Who leafs to the page that the contents say, finds the heading there."""
    listed = re.findall(r'contents__line--\d"><a href="#[^"]+">([^<]+)</a>', made.laid_out.html)
    found: dict[str, list[int]] = {}
    for mark in marks(made.pdf):
        found.setdefault(mark.title, []).append(mark.page)
    contents = " ".join(made.text[1 : found[made.book.chapters[0].title][0] - 1])

    assert len(listed) > 3
    for title in map(unescape, listed):
        said = re.findall(rf"{re.escape(title)} ?\.* ?(\d+)", contents)
        assert said and {int(page) for page in said} <= set(found[title]), (title, found[title], contents)


def test_a_link_within_says_the_page(made: Made) -> None:
    """On paper no one can tap: each link to something in the book says where that is."""
    said = [int(page) for words in made.text for page in re.findall(r"\(blz\. (\d+)\)", words)]

    assert len(said) == made.laid_out.html.count('class="here"')
    assert all(1 < page <= len(made.text) for page in said)


def test_what_is_elsewhere_has_its_address_at_the_foot(made: Made) -> None:
    """Each address stands once among the footnotes, where it is needed first, and once at the end, by its number."""
    notes = re.findall(r'class="note" data-number="(\d+)"><a href="[^"]+">([^<]+)</a>', made.laid_out.html)

    assert [int(number) for number, _ in notes] == list(range(1, len(notes) + 1))
    assert len({address for _, address in notes}) == len(notes)
    for number, address in notes:
        assert f"{number}{address}" in "".join(made.text).replace(" ", "")  # In a narrow line it may break.
        assert f'id="adres-{number}"' in made.laid_out.html


def test_a_link_is_told_in_words(made: Made) -> None:
    """Who hears a link, hears what it leads to, and no name that only we know."""
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        told = [str(link.Contents) for page in read.pages for link in page.get("/Annots", [])]

    assert told
    assert [
        words for words in told if not words.startswith("http") and words not in made.laid_out.titles.values()
    ] == []


def test_it_has_our_letters_only(made: Made) -> None:
    """The same book comes out on every machine, whatever letters that has."""
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        fonts = {str(font.BaseFont) for page in read.pages for font in page.Resources.get("/Font", {}).values()}

    assert fonts and all(re.fullmatch(r"/[A-Z]{6}\+Book-(Sans|Serif|Names)(-\w+)*", name) for name in fonts), fonts


def test_a_name_has_all_its_letters(root: Path) -> None:
    """Also those that our own font does not have, on any machine."""
    file = root / "content" / "keys" / "s01.yml"
    file.write_text(file.read_text("utf-8").replace("opening: De", "opening: Ayşe Doğan en Ștefan. De"), "utf-8")
    made = made_of(open_guide(root / "content"), "sleutel:s01")

    assert "Ayşe Doğan en Ștefan" in made.text[2]
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        fonts = {str(font.BaseFont) for page in read.pages for font in page.Resources.get("/Font", {}).values()}
    assert any("Book-Names" in name for name in fonts)
    test_it_has_our_letters_only(made)


def test_the_same_book_gives_the_same_bytes(made: Made) -> None:
    assert typeset(made.laid_out).bytes == made.pdf


def test_no_heading_stands_at_the_foot_of_a_page(made: Made) -> None:
    """Under or beside each there is room for what it announces."""
    foot = 24 * 72 / 25.4

    assert [mark for mark in marks(made.pdf) if mark.height < foot + 24] == []


def test_one_address_has_one_number(tiny: Guide) -> None:
    """Who meets a number again, has seen it, or finds it at the end."""
    here, there = tiny.all(Tip)[:2]
    text = BookText(tiny, {ident(here)})
    name = f"tip:{there.id}"

    first, again = text.words(f"Kijk [hier]({name})."), text.words(f"En [nog eens]({name}), of [](tip:{here.id}).")
    assert list(text.notes) == [tiny.site.address + permalink_of(there)]
    assert first.count('class="note"') == 1 and 'class="note"' not in again
    assert 'class="again" href="#adres-1">1</a>' in again
    assert f'<a class="here" href="#tip-{here.id}">{here.title}</a>' in again


def test_a_book_that_did_not_change_is_kept(tiny: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book takes seconds: it is made when something in it changed, and else not even laid out."""
    book = book_of(tiny, tiny.by_name("sleutel:s01"))
    [first] = KeptBooks(tiny, tmp_path).pdfs([book])
    monkeypatch.setattr(BookHtml, "laid_out", lambda *_: pytest.fail("this book was kept"))
    assert list(KeptBooks(tiny, tmp_path).pdfs([book])) == [first]


def test_what_no_book_says_makes_none(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another word to find a key by does not cost who builds the guide ten seconds."""
    before = open_guide(root / "content")
    [first] = KeptBooks(before, tmp_path / "kept").pdfs([book_of(before, before.by_name("sleutel:s01"))])
    file = root / "content" / "keys" / "s01.yml"
    file.write_text(file.read_text("utf-8").replace("[groeten, wuiven]", "[groeten, wenken]"), "utf-8")
    monkeypatch.setattr("macros.book.kept_books.typeset", lambda _: pytest.fail("it says the same"))

    after = open_guide(root / "content")
    assert list(KeptBooks(after, tmp_path / "kept").pdfs([book_of(after, after.by_name("sleutel:s01"))])) == [first]


def test_whatever_changes_a_book_has_it_made_again(tiny: Guide, tmp_path: Path) -> None:
    """Two guides whose books differ never share one, whichever file makes the difference."""
    kept, changed = [], 0
    for file in sorted((TINY / "content").glob("*/*.yml")):
        folder = tmp_path / f"{file.parent.name}-{file.stem}"
        shutil.copytree(TINY / "content", folder)
        there = folder / file.parent.name / file.name
        there.write_text(re.sub(r"(?m)^title: .*", "title: Nu heet het zo", there.read_text("utf-8")), "utf-8")
        try:
            guide = open_guide(folder)
        except ContentError:
            continue
        kept += [name_and_book(guide, recommendation.id) for recommendation in guide.all(Recommendation)]
        changed += 1
    by_name: dict[str, str] = {}
    for name, html in [*kept, *(name_and_book(tiny, one.id) for one in tiny.all(Recommendation))]:
        assert by_name.setdefault(name, html) == html

    assert changed > 30 and len(by_name) > 20


def name_and_book(guide: Guide, id: str) -> tuple[str, str]:
    """Under which name the book of a recommendation is kept, and what stands in it."""
    book = book_of(guide, guide.get(Recommendation, id))
    return KeptBooks(guide, Path()).name_of(book), BookHtml(guide).laid_out(book).html


def test_a_recommendation_offers_its_book(tiny: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how much paper that is. Who writes does not wait for it, and sees it when it is there already."""
    writing, building = Renderer(tiny), Renderer(tiny)
    page = MACROS["recommendation"](tiny, "a1")
    assert not [name for name, _ in downloads(writing, tmp_path, True) if "boeken" in name]
    assert "Als boek" not in writing.markdown(page)
    monkeypatch.setenv(BOOKS, "no")
    assert not [name for name, _ in downloads(writing, tmp_path) if "boeken" in name]
    monkeypatch.delenv(BOOKS)

    books = {name: content for name, content in downloads(building, tmp_path) if "boeken" in name}

    assert len(books) == len(tiny.all(Recommendation))
    file = "aanbevelingen/boeken/licht.pdf"
    said = f"[Als boek (PDF, {pages_of(books[file])} blz., {len(books[file]) // 1000} kB)](../boeken/licht.pdf)"
    assert said in building.markdown(page)
    assert {name for name, _ in downloads(writing, tmp_path, True) if "boeken" in name} == set(books)
    assert said in writing.markdown(page)


def test_a_book_by_name(root: Path) -> None:
    """`make book STUK=…` writes one, and says how much it is; of what has none, it says what has."""
    [said] = write_books(root, root / "books", ("sleutel:s01",))

    written = (root / "books" / "sleutel-01-zwaai-eerst.pdf").read_bytes()
    assert f"{pages_of(written)} bladzijden" in said
    with pytest.raises(Refusal, match="Van 'tip:zwaai-naar-de-boot' is er geen boek"):
        list(write_books(root, root / "books", ("tip:zwaai-naar-de-boot",)))


@pytest.mark.long
def test_a_real_book(real: Guide) -> None:
    """The last recommendation of the guide, whatever editors made of it, comes out as well."""
    last = real.all(Recommendation)[-1]
    made = made_of(real, f"{last.noun}:{last.id}")

    for promise in (
        test_it_reads_aloud,
        test_nothing_stands_in_it_twice,
        test_the_contents_say_the_page,
        test_a_link_within_says_the_page,
        test_what_is_elsewhere_has_its_address_at_the_foot,
        test_it_has_our_letters_only,
        test_no_heading_stands_at_the_foot_of_a_page,
    ):
        promise(made)
    test_all_that_lives_there_is_in_it(made, real)
