"""Which entries name which, and which names lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.dutch import enumerate_nl
from macros.entries import walk
from macros.guide import Guide, Ident, Reference, ident
from macros.kinds import Entry, Prose, RefersTo
from macros.model import BY_NOUN
from macros.privacy import exposures
from macros.problems import ContentError, Place, Problem, did_you_mean
from macros.prose import mentions
from macros.source import Loc, place_at, raw_bytes, text_of

_FEW = 12
"""As many names as one can still oversee in a hint."""

_LOOSE = re.compile(r"^ {0,3}(\[[^\]\n]+\]):", re.M)
"""Where an address stands apart from its link: `[1]: https://…`."""

_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.M | re.S)


@dataclass(frozen=True)
class Naming:
    """An id as it stands in a file, before anyone looked whether it exists."""

    naming: Ident
    collections: tuple[str, ...]
    id: str
    field: str
    loc: Loc
    snippet: str = ""
    nth: int = 0


@lru_cache(maxsize=4096)
def namings(entry: Entry) -> tuple[Naming, ...]:
    """Every id that an entry names, in a field or in a text. Cached: an entry never changes."""
    found = []
    for field, loc, mark, text in walk(entry):
        if isinstance(mark, RefersTo):
            found.append(Naming(ident(entry), mark.collections, text, field, loc))
        elif isinstance(mark, Prose):
            for mention in mentions(text):
                found.append(Naming(ident(entry), (BY_NOUN[mention.noun].collection,), mention.id, field, loc, mention.snippet, mention.nth))
    return tuple(found)


def settle(guide: Guide, named: Iterable[Naming], unreadable: dict[str, set[str]]) -> tuple[tuple[Reference, ...], list[Problem]]:
    """The references that hold, and a problem for each name that no entry has.

    unreadable: by collection, the words in the files that could not be read. Any of these may be an id
    or an alias, so a name among them is not called unknown: the mistake in that file is told already.
    """
    references, problems = [], []
    for one in named:
        entry = next((found for collection in one.collections if (found := guide.find(collection, one.id))), None)
        if entry:
            references.append(Reference(one.naming, ident(entry), one.field, one.loc, bool(one.snippet)))
        elif not any(one.id in unreadable.get(collection, ()) for collection in one.collections):
            problems.append(Problem(_place(guide, one), *_unknown(guide, one.collections, one.id)))
    return tuple(references), problems


def wrong_in_docs(guide: Guide, docs: Path) -> Iterator[Problem]:
    """In the prose of docs/: names that lead nowhere, addresses apart from their link, too much about a person. Raises ContentError when a page cannot be read."""
    for file, text in read_docs(docs).items():
        # An example in code may say anything. What stands in its place is as long, so that every place stays right.
        prose = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
        for mention in mentions(prose):
            kind = BY_NOUN[mention.noun]
            if guide.find(kind.collection, mention.id) is None:
                yield Problem(place_at(file, text, prose.find(mention.snippet) + 2), *_unknown(guide, (kind.collection,), mention.id))
        for one in _LOOSE.finditer(prose):
            yield Problem(place_at(file, text, one.start(1)), f"Een adres los van zijn tekst, zoals hier bij '{one[1]}', lezen we niet.", "Zet het adres meteen achter de tekst: [tekst](adres).")
        for one in exposures(prose):
            yield Problem(place_at(file, text, one.start), one.message, one.hint)


def read_docs(docs: Path) -> dict[str, str]:
    """The Markdown that people write, by file. Raises ContentError with every page that cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        file = path.relative_to(docs.parent).as_posix()
        try:
            texts[file] = text_of(file, raw_bytes(path, file))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return texts


def _place(guide: Guide, one: Naming) -> Place:
    source = guide.files[one.naming]
    if not one.snippet:
        return source.place_of(one.loc)
    place = source.place_in(one.loc, one.snippet, one.nth)
    return Place(place.file, place.line, place.column + 2)


def _unknown(guide: Guide, collections: tuple[str, ...], id: str) -> tuple[str, str]:
    titles = {key: entry.title for collection in collections for key, entry in guide.entries[collection].items()}
    folders = enumerate_nl([f"content/{collection}/" for collection in collections], "of")
    hint = did_you_mean(id, titles, titles)
    return f"'{id}' staat niet in {folders}.", hint if len(titles) <= _FEW or hint.startswith("Bedoelde") else f"Kijk daar welke er zijn, of maak '{id}.yml' nog aan."
