"""Every spot where a file names an entry: in a field, in a text, in a macro call, in a link to its page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from macros.content.docs_prose import prose_of
from macros.content.guide import Guide, Ident, ident
from macros.content.problems import Place, Problem, place_at
from macros.content.text_rules import NAMING, mentions
from macros.content.validation import marked_texts
from macros.content.yaml_file import Loc, YamlFile
from macros.model.asides import Enumeration
from macros.model.entry import Entry
from macros.model.entry_types import BY_NOUN, ENTRY_TYPES
from macros.model.fields import HOME_COLLECTIONS, Prose, RefersTo
from macros.model.record import Record
from macros.site.pages import macro_of
from macros.site.urls import anchor_of, page_of

_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MACRO = re.compile(r"(\w+)\s*\(([^()]*)\)")
_WORDS = re.compile(r"""(?:(?P<name>\w+)\s*=\s*)?(?P<quote>["'])(?P<words>[^"'\n]*)(?P=quote)""")
_LINK = re.compile(r"\]\((?P<target>[^()\s]+)")

_ASKED: Mapping[str, tuple[str, ...]] = {
    **{macro_of(kind): (kind.collection,) for kind in ENTRY_TYPES},
    "tips": ("tips",),
    "partners": ("partners",),
    "term": ("glossary",),
}
"""By the name of a macro, the collection whose ids it is called with."""


@dataclass(frozen=True)
class Naming:
    """One spot that names an entry. start, end: where the id stands in the text of the file, as it is written.

    loc: the path to it in a YAML file. kind: a field holds it, a text names it, a macro is called with it.
    allowed: the collections that may be named there. passing: whether a field names it in passing, as a text does.
    """

    file: str
    target: Ident
    id: str
    start: int
    end: int
    kind: Literal["field", "text", "call"]
    loc: Loc = ()
    allowed: tuple[str, ...] = ()
    passing: bool = False


@dataclass(frozen=True)
class Link:
    """A link in docs/ to a file of the site: what is written, and where it leads, below docs/ and on that page."""

    file: str
    start: int
    end: int
    page: str
    anchor: str


def namings(guide: Guide, docs: Mapping[str, str]) -> Iterator[Naming]:
    """Every spot in content/ and docs/ that names an entry. docs: the pages of docs/ by file."""
    for record, source in records(guide):
        yield from _in_record(guide, record, source)
    for file, text in docs.items():
        yield from _in_page(guide, file, text)


def records(guide: Guide) -> Iterator[tuple[Record, YamlFile]]:
    """Every record of the guide that has a file, with that file."""
    yield from ((entry, guide.files[ident(entry)]) for entry in guide)
    if guide.search_file:
        yield guide.search, guide.search_file


def _in_record(guide: Guide, record: Record, source: YamlFile) -> Iterator[Naming]:
    for _, loc, mark, text in marked_texts(record):
        if isinstance(mark, RefersTo):
            start = source.text.find(text, source.spans[loc][0], source.spans[loc][1])
            target = _found(guide, mark.collections, text)
            if target and start >= 0:
                end = start + len(text)
                yield Naming(source.file, target, text, start, end, "field", loc, mark.collections, mark.passing)
        elif isinstance(mark, Prose):
            yield from _in_text(guide, source, loc, text)


def _in_text(guide: Guide, source: YamlFile, loc: Loc, text: str) -> Iterator[Naming]:
    at, end = source.spans[loc]
    if source.text[at] in "|>":
        at = source.text.find("\n", at, end)
    for mention in mentions(text):
        found = source.text.find(mention.snippet, at, end)
        target = _found(guide, (BY_NOUN[mention.noun].collection,), mention.id)
        if found >= 0 and target:
            at = found + len(mention.snippet)
            yield Naming(source.file, target, mention.id, at - 1 - len(mention.id), at - 1, "text", loc)


def _in_page(guide: Guide, file: str, text: str) -> Iterator[Naming]:
    for found in NAMING.finditer(prose_of(text)):
        if found["noun"] in BY_NOUN:
            target = _found(guide, (BY_NOUN[found["noun"]].collection,), found["id"])
            if target:
                yield Naming(file, target, found["id"], *found.span("id"), "text")
    for call in _CALL.finditer(text):
        for macro in _MACRO.finditer(call[0]):
            for words in _WORDS.finditer(macro[2]):
                start = call.start() + macro.start(2) + words.start("words")
                yield from _in_call(guide, file, macro[1], words, start)


def _in_call(guide: Guide, file: str, macro: str, words: re.Match[str], start: int) -> Iterator[Naming]:
    noun, colon, id = words["words"].rpartition(":")
    if colon and noun in BY_NOUN:
        collections: tuple[str, ...] = (BY_NOUN[noun].collection,)
    elif words["name"] == "home":
        collections = HOME_COLLECTIONS
    else:
        collections = () if words["name"] else _ASKED.get(macro, ())
    target = _found(guide, collections, id)
    if target:
        start += len(noun) + len(colon)
        yield Naming(file, target, id, start, start + len(id), "call")


def _found(guide: Guide, collections: tuple[str, ...], id: str) -> Ident | None:
    entry = next((entry for collection in collections if (entry := guide.find(collection, id))), None)
    return ident(entry) if entry else None


def links(docs: Mapping[str, str]) -> Iterator[Link]:
    """Every Markdown link in docs/ that names a file of the site, or a place on its own page."""
    for file, text in docs.items():
        below = file.removeprefix("docs/")
        for found in _LINK.finditer(prose_of(text)):
            target = found["target"]
            if re.match(r"[a-zA-Z]+:|/", target):
                continue
            path, _, anchor = target.partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(below), unquote(path))) if path else below
            yield Link(file, *found.span("target"), page, unquote(anchor))


def spots_of(guide: Guide, entry: Entry) -> set[tuple[str, str]]:
    """Where an entry can be pointed at: its page when it has one, else its anchor there, and those of its points."""
    page = page_of(guide, entry)
    points = entry.items if isinstance(entry, Enumeration) else ()
    own = (page, "") if entry.has_page else (page, anchor_of(entry))
    return {own, *((page, point.anchor) for point in points if point.anchor)}


def link_to(link: Link, page: str, anchor: str) -> str:
    """The target of a link that leads elsewhere now, as its page writes it."""
    below = link.file.removeprefix("docs/")
    path = "" if page == below else posixpath.relpath(page, posixpath.dirname(below) or ".")
    return path + (f"#{anchor}" if anchor else "")


def place_of(naming: Naming | Link, text: str) -> Place:
    """Where in a file it stands."""
    return place_at(naming.file, text, naming.start)


def as_problem(naming: Naming | Link, text: str, message: str, hint: str = "") -> Problem:
    """A spot that names an entry, as something to mend."""
    return Problem(place_of(naming, text), message, hint)
