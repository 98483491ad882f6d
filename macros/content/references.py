"""Which entries refer to which, and which ids lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.content.guide import Guide, Ident, Reference, ident
from macros.content.messages import enumerate_nl
from macros.content.problems import Place, Problem, did_you_mean
from macros.content.text_rules import mentions
from macros.content.validation import marked_texts
from macros.content.yaml_file import Loc
from macros.model.entry import Entry
from macros.model.entry_types import BY_NOUN
from macros.model.fields import Prose, RefersTo

_FEW = 12
"""As many names as one can still oversee in a hint."""


@dataclass(frozen=True)
class UnresolvedReference:
    """An id as it stands in a file, before anyone looked whether it exists.

    snippet, nth: in a running text, the words that name it, and the how-manieth time they stand there.
    """

    origin: Ident
    collections: tuple[str, ...]
    id: str
    field: str
    loc: Loc
    snippet: str = ""
    nth: int = 0


def references_in(entry: Entry) -> Iterator[UnresolvedReference]:
    """Every id that an entry names, in a field or in a text."""
    for field, loc, mark, text in marked_texts(entry):
        if isinstance(mark, RefersTo):
            yield UnresolvedReference(ident(entry), mark.collections, text, field, loc)
        elif isinstance(mark, Prose):
            for mention in mentions(text):
                collections = (BY_NOUN[mention.noun].collection,)
                yield UnresolvedReference(
                    ident(entry), collections, mention.id, field, loc, mention.snippet, mention.nth
                )


def resolve_references(
    guide: Guide, found: Iterable[UnresolvedReference], unreadable: Mapping[str, set[str]]
) -> tuple[tuple[Reference, ...], list[Problem]]:
    """The references that hold, and a problem for each id that no entry has.

    unreadable: by collection, the words in the files that could not be read. Any of these may be an id
    or an alias, so an id among them is not called unknown: the mistake in that file is told already.
    """
    references, problems = [], []
    for one in found:
        entry = next((entry for collection in one.collections if (entry := guide.find(collection, one.id))), None)
        if entry:
            references.append(Reference(one.origin, ident(entry), one.field, one.loc, bool(one.snippet)))
        elif not any(one.id in unreadable.get(collection, ()) for collection in one.collections):
            problems.append(Problem(_place(guide, one), *unknown(guide, one.collections, one.id)))
    return tuple(references), problems


def unknown(guide: Guide, collections: tuple[str, ...], id: str) -> tuple[str, str]:
    """That no entry of these collections has this id or alias, and what would help."""
    titles = {key: entry.title for collection in collections for key, entry in guide.entries[collection].items()}
    folders = enumerate_nl([f"content/{collection}/" for collection in collections], "of")
    hint = did_you_mean(id, titles, titles)
    few = len(titles) <= _FEW or hint.startswith("Bedoelde")
    return f"'{id}' staat niet in {folders}.", hint if few else f"Kijk daar welke er zijn, of maak '{id}.yml' nog aan."


def _place(guide: Guide, one: UnresolvedReference) -> Place:
    file = guide.files[one.origin]
    if not one.snippet:
        return file.place_of(one.loc)
    place = file.place_in(one.loc, one.snippet, one.nth)
    return Place(place.file, place.line, place.column + 2)
