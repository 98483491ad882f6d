"""What a book holds, piece by piece: a recommendation, a key, a journey, or all of the guide.

Each entry stands in a book once. What it names and what is not in the book, a reader finds at its address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from macros.content.guide import Guide, Ident, ident
from macros.model.advice import Journey, Key, Recommendation, Section, Tip
from macros.model.asides import Box, Enumeration, Figure
from macros.model.entry import Entry
from macros.model.message import Message, SchoolLetter
from macros.model.practice import Case, Method, Worksheet
from macros.model.reference import Partner, Resource, Role
from macros.model.situation import Situation

E = TypeVar("E", bound=Entry)

BOOK_TYPES: tuple[type[Entry], ...] = (Recommendation, Key, Journey)
"""What a book can be about; besides, there is one of the whole guide."""


@dataclass(frozen=True)
class Piece:
    """A piece of a book, below a heading of its own.

    template: what lays it out. entry: what it is about; without one it only gathers. says: a line under its heading.
    pieces: what stands in it, one level deeper.
    """

    template: str
    title: str
    entry: Entry | None = None
    kicker: str = ""
    says: str = ""
    pieces: tuple[Piece, ...] = ()

    def shape(self) -> tuple[object, ...]:
        """What it is made of but its entry, of which only the id."""
        about = ident(self.entry) if self.entry else None
        return self.template, self.title, about, self.kicker, self.says, *(piece.shape() for piece in self.pieces)

    def entries(self) -> Iterator[Entry]:
        """Every entry in it, in the order in which they are read."""
        if self.entry:
            yield self.entry
        for piece in self.pieces:
            yield from piece.entries()


@dataclass(frozen=True)
class Book:
    """A book: what it is about, nothing when that is the whole guide; and its chapters."""

    about: Entry | None
    title: str
    summary: str
    chapters: tuple[Piece, ...]

    def entries(self) -> Iterator[Entry]:
        """Every entry in it, in the order in which they are read."""
        if self.about:
            yield self.about
        for chapter in self.chapters:
            yield from chapter.entries()


def book_of(guide: Guide, about: Entry | None) -> Book:
    """The book about one entry, or about the whole guide."""
    if about is None:
        return Book(None, guide.site.name, guide.site.tagline, _each_once(_chapters_of_guide(guide)))
    chapters = [_core(guide, about)]
    if isinstance(about, Key):
        chapters += _group("Tips", _tips(guide, about))
        elsewhere = (_piece(tip) for tip in guide.backlinks(about, Tip))
        chapters += _group("Ook bij deze sleutel", elsewhere, "Deze tips wonen elders in de gids, en passen hier ook.")
    chapters += _sections(guide, about)
    chapters += _meeting(about, "Eén vergadering hierover")
    places = [about, *_parts(guide, about)]
    chapters += _practice(guide, places)
    return Book(about, about.title, about.summary or "", _each_once(chapters))


def _core(guide: Guide, about: Entry) -> Piece:
    """What the book is about, before its parts. The tips of a key are a chapter by themselves."""
    inside = _inside(guide, about, tips=not isinstance(about, Key))
    return Piece(f"core_{about.noun}", "Waar het om gaat", about, pieces=inside)


def _place(guide: Guide, entry: Entry) -> Piece:
    """A recommendation, a section or a key as a part of a larger whole, with all that lives there."""
    parts = _sections(guide, entry)
    meeting = _meeting(entry, f"Eén vergadering: {entry.title}")
    core = "section" if isinstance(entry, Section) else f"core_{entry.noun}"
    kicker = "" if isinstance(entry, Section) else entry.kicker
    return Piece(core, entry.title, entry, kicker=kicker, pieces=(*_inside(guide, entry), *parts, *meeting))


def _meeting(about: Entry, title: str) -> list[Piece]:
    """One meeting of a team, of what has one."""
    has_one = isinstance(about, Recommendation | Key) and about.meeting
    return [Piece("meeting", title, about)] if has_one else []


def _sections(guide: Guide, home: Entry) -> Iterator[Piece]:
    """Its parts; of a journey those that are steps say which."""
    parts, step = guide.at_home(home, Section), 0
    for part in parts:
        step += not part.companion
        is_step = isinstance(home, Journey) and not part.companion
        yield replace(_place(guide, part), kicker=f"Stap {step}" if is_step else "")


def _inside(guide: Guide, home: Entry, *, tips: bool = True) -> tuple[Piece, ...]:
    """What lives with an entry: figures and lists belong to its text, tips come next, boxes stand beside."""
    found = [_piece(one) for kind in (Figure, Enumeration) for one in guide.at_home(home, kind)]
    found += _tips(guide, home) if tips else ()
    return (*found, *(_piece(box) for box in guide.at_home(home, Box)))


def _tips(guide: Guide, home: Entry) -> list[Piece]:
    return [_piece(tip) for tip in guide.at_home(home, Tip)]


def _piece(entry: Entry) -> Piece:
    return Piece(entry.noun, entry.title, entry)


def _parts(guide: Guide, entry: Entry) -> Iterator[Section]:
    for part in guide.at_home(entry, Section):
        yield part
        yield from _parts(guide, part)


def _practice(guide: Guide, places: list[Entry]) -> Iterator[Piece]:
    """What helps to start: talks, ways of working, stories, sheets, and who or what can help."""
    lives_here = {ident(tip) for place in places for tip in guide.at_home(place, Tip)}
    talks = [one for one in guide.all(Situation) if ident(guide.references_from(one, Tip)[0]) in lives_here]
    methods = _related(guide, places, Method)
    yield from _group("Waar je tegenaan loopt", map(_piece, talks), "Zorgen waarbij een tip van dit boek eerst helpt.")
    yield from _group("Werkvormen", map(_piece, methods), "Stap voor stap, om met ouders of met je team te doen.")
    cases = (_case(guide, case) for case in _related(guide, places, Case))
    yield from _group("Uit de praktijk", cases, "Wat scholen echt deden, en wat ze ervan leerden.")
    sheets = _related(guide, [*places, *methods], Worksheet)
    yield from _lines("Werkbladen", sheets, "Elk blad kun je invullen, afdrukken en bewaren op zijn adres.")
    helpers = [*_related(guide, places, Partner), *_related(guide, places, Resource)]
    yield from _lines("Wie en wat helpt", helpers)


def _case(guide: Guide, case: Case) -> Piece:
    return replace(_piece(case), pieces=_inside(guide, case))


def _group(title: str, pieces: Iterable[Piece], says: str = "", template: str = "group") -> list[Piece]:
    """Pieces below one heading; nothing when there are none."""
    found = tuple(pieces)
    return [Piece(template, title, says=says, pieces=found)] if found else []


def _lines(title: str, entries: Iterable[Entry], says: str = "") -> list[Piece]:
    """Entries of which the book only says what they are, and where to find them."""
    return _group(title, (Piece("line", entry.title, entry) for entry in entries), says, "lines")


def _related(guide: Guide, places: Iterable[Entry], entry_type: type[E]) -> list[E]:
    found = {ident(other): other for place in places for other in guide.related(place, entry_type)}
    return list(found.values())


def _chapters_of_guide(guide: Guide) -> Iterator[Piece]:
    """All of the guide, in the order of its menu."""
    yield from _group(Situation.heading, map(_piece, guide.all(Situation)), Situation.intro)
    for recommendation in guide.all(Recommendation):
        yield _place(guide, recommendation)
    yield from _group(Key.heading, (_place(guide, key) for key in guide.all(Key)), Key.intro)
    for journey in guide.all(Journey):
        yield _place(guide, journey)
    yield from _group(Method.heading, map(_piece, guide.all(Method)), Method.intro)
    for words in (Message, SchoolLetter):
        yield from _group(words.heading, map(_piece, guide.all(words)), words.intro)
    yield from _group(Case.heading, (_case(guide, case) for case in guide.all(Case)), Case.intro)
    for kind in (Worksheet, Partner, Role, Resource):
        yield from _lines(kind.heading, guide.all(kind), kind.intro)


def _each_once(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same pieces, less what stood in an earlier one already, and less the groups that then are empty."""
    seen: set[Ident] = set()

    def kept(piece: Piece) -> Piece | None:
        if piece.entry and piece.template != "meeting" and ident(piece.entry) in seen:
            return None
        if piece.entry:
            seen.add(ident(piece.entry))
        inside = tuple(one for one in map(kept, piece.pieces) if one)
        return replace(piece, pieces=inside) if inside or piece.entry else None

    return tuple(one for one in map(kept, pieces) if one)
