"""References: which entries refer to which, and which ids lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from macros.content.guide import Guide, Ident, Reference, ident
from macros.content.handbook import NAMES
from macros.content.messages import enumerate_nl
from macros.content.problems import Place, Problem, did_you_mean
from macros.content.text_rules import mentions
from macros.content.validation import marked_texts
from macros.content.yaml_file import Loc, YamlFile
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION, BY_NOUN
from macros.model.fields import ID, Prose, RefersTo

_FEW = 12
"""As many names as a hint can still list, and as many times as one text is told of the same name."""


@dataclass(frozen=True)
class UnresolvedReference:
    """An id as it stands in a file, before anyone looked whether it exists.

    passing: whether its field names it in passing.
    snippet, nth: in a running text, the words that name it, and which occurrence of them, counted from 0.
    """

    origin: Ident
    collections: tuple[str, ...]
    id: str
    field: str
    loc: Loc
    passing: bool = False
    snippet: str = ""
    nth: int = 0


def references_in(entry: Entry) -> Iterator[UnresolvedReference]:
    """Every id that an entry names, in a field or in a text."""
    for field, loc, mark, text in marked_texts(entry):
        if isinstance(mark, RefersTo):
            yield UnresolvedReference(ident(entry), mark.collections, text, field, loc, mark.passing)
        elif isinstance(mark, Prose):
            for mention in mentions(text):
                collections = (BY_NOUN[mention.noun].collection,)
                yield UnresolvedReference(
                    ident(entry), collections, mention.id, field, loc, snippet=mention.snippet, nth=mention.nth
                )


_RESOLVED: WeakKeyDictionary[YamlFile, tuple[object, list[Reference]]] = WeakKeyDictionary()
"""What each file named, when all names in it held, with what could be named then: it rests on other files too."""

Found = Iterable[tuple[YamlFile, tuple[UnresolvedReference, ...]]]
"""What each file names."""


def resolve_references(
    guide: Guide, found: Found, unreadable: Mapping[str, set[str]], names: object = None
) -> tuple[tuple[Reference, ...], list[Problem]]:
    """The references that hold, and a problem for each id that no entry has.

    unreadable: by collection, the words in the files that could not be read. Any of these may be an id
    or an alias, so an id among them is not called unknown: the mistake in that file is reported already.
    names: stands for all that can be named. As long as it is the same, what a file named well is not looked up again.
    """
    references: list[Reference] = []
    missing: list[UnresolvedReference] = []
    for file, named in found:
        before = _RESOLVED.get(file, (None, []))
        if names is None or before[0] is not names:
            known = [(one, entry) for one in named if (entry := _find(guide, one))]
            missing += [one for one in named if not _find(guide, one)] if len(known) < len(named) else ()
            before = names if len(known) == len(named) else None, [_reference(one, entry) for one, entry in known]
            _RESOLVED[file] = before
        references += before[1]
    return tuple(references), list(_dangling(guide, missing, unreadable))


def _find(guide: Guide, named: UnresolvedReference) -> Entry | None:
    for collection in named.collections:
        if entry := guide.find(collection, named.id):
            return entry
    return None


def _reference(named: UnresolvedReference, entry: Entry) -> Reference:
    return Reference(named.origin, ident(entry), named.field, named.loc, bool(named.snippet), named.passing)


def _dangling(
    guide: Guide, missing: list[UnresolvedReference], unreadable: Mapping[str, set[str]]
) -> Iterator[Problem]:
    answers: dict[tuple[object, ...], tuple[str, str]] = {}
    for named in missing:
        if named.nth < _FEW and not any(named.id in unreadable.get(name, ()) for name in named.collections):
            asked = named.collections, named.id, None if named.snippet else BY_COLLECTION[named.origin[0]]
            answers[asked] = answers.get(asked) or unknown(guide, *asked)
            yield Problem(_place(guide, named), *answers[asked], NAMES)


def unknown(guide: Guide, collections: tuple[str, ...], id: str, origin: type[Entry] | None = None) -> tuple[str, str]:
    """The message that no entry of these collections has this id or alias, and what would help.

    origin: the type of the entry that names it in a field; none when a text does.
    """
    folders = enumerate_nl([f"content/{collection}/" for collection in collections], "of")
    return f"'{id}' staat niet in {folders}.", _would_help(guide, collections, id, origin)


def _would_help(guide: Guide, collections: tuple[str, ...], id: str, origin: type[Entry] | None) -> str:
    entries = [entry for collection in collections for entry in guide.entries[collection].values()]
    titles = {entry.id: entry.title for entry in entries}
    words = {**{title: name for name, title in titles.items()}, **_numbered(entries)}
    elsewhere = next((entry for collection in guide.entries if (entry := guide.find(collection, id))), None)
    if elsewhere:
        return _belongs_elsewhere(elsewhere, id, origin)
    hint = did_you_mean(id, titles, titles, words)
    if len(titles) <= _FEW or hint.startswith(("Bedoelde", "Dit zijn er")):
        return hint
    # A name that the check refuses is not offered, and neither is one that could stand in several folders.
    make_it = f", of maak '{id}.yml' nog aan" if len(collections) == 1 and ID.fullmatch(id) else ""
    return f"Kijk daar welke er zijn{make_it}."


def _belongs_elsewhere(entry: Entry, id: str, origin: type[Entry] | None) -> str:
    """The hint for an id that exists, but not in the collections that may be named here."""
    if origin is None:
        return f"Het is een {entry.noun}: schrijf '{entry.noun}:{id}'."
    fields = [
        name for name, shape in origin.shapes.items() if shape.refers and entry.collection in shape.refers.collections
    ]
    hint = f"'{id}' is een {entry.noun} ({entry.title})."
    return f"{hint} Zet hem in '{fields[0]}'." if fields else f"{hint} Zo een noem je hier niet: schrap het."


def _numbered(entries: Iterable[Entry]) -> dict[str, str]:
    """By noun and number, the id of an entry that has nothing but a number: 'Sleutel 1' is s01."""
    found = ((entry, re.fullmatch(r"[a-z](\d+)", entry.id)) for entry in entries)
    return {f"{entry.noun} {number[1]}": entry.id for entry, number in found if number}


def _place(guide: Guide, reference: UnresolvedReference) -> Place:
    file = guide.files[reference.origin]
    if not reference.snippet:
        return file.place_of(reference.loc)
    place = file.place_in(reference.loc, reference.snippet, reference.nth)
    return Place(place.file, place.line, place.column + len("]("))
