"""A book as HTML: its cover, its contents, its chapters, and what stands at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.book.contents import Book, Piece
from macros.book.text import BookText, sent, web
from macros.content.days import in_words
from macros.content.guide import Guide, ident
from macros.content.messages import amount, enumerate_nl
from macros.content.text_rules import mentions
from macros.model.entry import Entry
from macros.model.entry_types import BY_NOUN
from macros.model.labels import value_word
from macros.model.reference import Term
from macros.scenes.pen import Pen
from macros.site.news import day_of
from macros.site.terms import vocabulary
from macros.site.urls import anchor_of, permalink_of, printed_url, site_url
from macros.system.kept_templates import KeptTemplates
from macros.worksheets.html import WorksheetHtml

TEMPLATES = Path(__file__).parent / "templates"

_TAG = re.compile(r"<[^>]*>")
_DEEPEST = 6
"""HTML and PDF know six levels of headings."""

_TERMS, _SOURCES = Piece("terms", "Woorden uitgelegd"), Piece("sources", "Bronnen")
_ADDRESSES = Piece("addresses", "Adressen")
"""What stands at the end of each book, as far as it has any."""

_NOT_IN_CONTENTS = ("figuur", "lijst", "kader", "line", "begrip", "tip", "meeting")
"""What is too small to stand in the contents, below a chapter."""


@dataclass(frozen=True)
class LaidOut:
    """A book as HTML, with the title of what stands at each anchor: of a link, that is what is read aloud."""

    title: str
    html: str
    titles: dict[str, str]


@dataclass(frozen=True)
class Line:
    """A line of the contents: how deep it stands, what it is called, and where that is."""

    level: int
    title: str
    anchor: str


class BookHtml:
    """Lays out the books of one guide. It lives as long as the guide does."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._sheets, self._pen = WorksheetHtml(guide), Pen("light")

    def laid_out(self, book: Book) -> LaidOut:
        """All of a book, as one document that is XML as well: so it is read quickly."""
        return _Layout(self._guide, book, self._sheets, self._pen).whole()


class _Layout:
    """One book, while it is being laid out: texts count their footnotes as they come."""

    def __init__(self, guide: Guide, book: Book, sheets: WorksheetHtml, pen: Pen) -> None:
        self._guide, self._book, self._pen = guide, book, pen
        self._text = BookText(guide, {ident(entry) for entry in book.entries()})
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=KeptTemplates(),
        )
        self._environment.filters.update(
            amount=amount, anchor=anchor_of, nl=enumerate_nl, word=value_word, printed=printed_url, web=web, sent=sent,
            prose=self._text.prose, words=self._text.words, leads=self._text.leads,
            cited=self._text.cited, address=self._text.address, laid_out=self._piece, related=self._related,
        )  # fmt: skip
        self._environment.globals.update(scene=self._scene, qr=sheets.qr_code, get=guide.by_name)

    def whole(self) -> LaidOut:
        """The chapters first, because they say what stands before and after them."""
        book = self._book
        chapters = [self._piece(chapter, 2) for chapter in book.chapters]
        after = []
        for piece in (replace(_TERMS, pieces=self._terms(chapters)), _SOURCES, _ADDRESSES):
            if piece.pieces or (piece is _SOURCES and self._text.sources) or (piece is _ADDRESSES and self._text.notes):
                chapters.append(self._piece(piece, 2))
                after.append(piece)
        about, base, day = book.about, site_url(self._guide.site), last_day(self._guide, book)
        html = self._rendered(
            "book",
            book=book,
            kind=f"Boek bij {about.article} {about.noun}" if about else "De hele gids",
            version=version("sleutelbos"),
            day=in_words(day) if day else "",
            address=base + (permalink_of(about) if about else ""),
            lines=list(_lines(book.chapters)) + [Line(2, piece.title, _anchor(piece)) for piece in after],
            chapters=chapters,
        )
        titles = {line.anchor: line.title for line in _lines((*book.chapters, *after), deepest=_DEEPEST)}
        titles |= {anchor_of(one): one.title for one in (*self._text.terms.values(), *self._text.sources.values())}
        titles |= {f"adres-{note.number}": note.title for note in self._text.notes.values()}
        return LaidOut(book.title, html, titles)

    def _piece(self, piece: Piece, level: int) -> Markup:
        """One piece with all that stands in it. level: of its heading."""
        return self._rendered("piece", piece=piece, entry=piece.entry, level=level, anchor=_anchor(piece))

    def _rendered(self, name: str, **context: object) -> Markup:
        template = self._environment.get_template(f"{name}.html.jinja")
        return Markup(template.render(site=self._guide.site, text=self._text, **context))

    def _terms(self, chapters: list[Markup]) -> tuple[Piece, ...]:
        """The terms that these chapters use or name, and those that explain them, in the order of the alphabet."""
        said = " ".join(_TAG.sub(" ", chapter) for chapter in chapters)
        found, known = dict(self._text.terms), vocabulary(self._guide)
        if known:
            found |= {ident(term): term for _, _, term in known.uses(said, said.lower(), 0, len(said))}
        waiting = list(found.values())
        while waiting:
            term = waiting.pop()
            for mention in mentions(f"{term.summary}\n{term.text or ''}"):
                named = self._guide.by_name(f"{mention.noun}:{mention.id}")
                if isinstance(named, Term) and ident(named) not in found:
                    found[ident(named)] = named
                    waiting.append(named)
        self._text.terms = found
        ordered = sorted(found.values(), key=lambda term: term.place_in_row)
        return tuple(Piece(term.noun, term.title, term) for term in ordered)

    def _related(self, entry: Entry, noun: str) -> list[Entry]:
        """What an entry names in its fields, of one kind."""
        return self._guide.references_from(entry, BY_NOUN[noun])

    def _scene(self, entry: Entry) -> Markup:
        """The scene of an entry as a drawing that says what is on it; nothing when it has none."""
        drawn = entry.drawn
        if drawn is None:
            return Markup("")
        start, end, rest = self._pen.whole(drawn, decorative=False).partition(">")
        return Markup(start + end) + Markup("<title>{}</title>").format(drawn.text) + Markup(rest)


def last_day(guide: Guide, book: Book) -> str | None:
    """The day of the last change of anything in a book: 2026-11-25."""
    return max(filter(None, (day_of(guide, entry) for entry in book.entries())), default=None)


def _anchor(piece: Piece) -> str:
    if piece.entry:
        return f"vergadering-{piece.entry.id}" if piece.template == "meeting" else anchor_of(piece.entry)
    return re.sub(r"\W+", "-", piece.title.lower()).strip("-")


def _lines(pieces: tuple[Piece, ...], level: int = 2, deepest: int = 3) -> Iterator[Line]:
    """The headings of these pieces, and of those in them."""
    for piece in pieces:
        if level == 2 or deepest > 3 or piece.template not in _NOT_IN_CONTENTS:
            yield Line(level, piece.title, _anchor(piece))
        if level < deepest:
            yield from _lines(piece.pieces, level + 1, deepest)
