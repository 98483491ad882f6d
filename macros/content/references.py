"""References: which entries refer to which, and which ids lead nowhere."""

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
"""As many names as a hint can still list."""


@dataclass(frozen=True)
class UnresolvedReference:
    """An id as it stands in a file, before anyone looked whether it exists.

    snippet, nth: in a running text, the words that name it, and which occurrence of them, counted from 0.
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
    or an alias, so an id among them is not called unknown: the mistake in that file is reported already.
    """
    references, problems = [], []
    for named in found:
        entry = next((entry for collection in named.collections if (entry := guide.find(collection, named.id))), None)
        if entry:
            references.append(Reference(named.origin, ident(entry), named.field, named.loc, bool(named.snippet)))
        elif not any(named.id in unreadable.get(collection, ()) for collection in named.collections):
            problems.append(Problem(_place(guide, named), *unknown(guide, named.collections, named.id)))
    return tuple(references), problems


def unknown(guide: Guide, collections: tuple[str, ...], id: str) -> tuple[str, str]:
    """The message that no entry of these collections has this id or alias, and what would help."""
    titles = {name: entry.title for collection in collections for name, entry in guide.entries[collection].items()}
    folders = enumerate_nl([f"content/{collection}/" for collection in collections], "of")
    hint = did_you_mean(id, titles, titles)
    few = len(titles) <= _FEW or hint.startswith("Bedoelde")
    return f"'{id}' staat niet in {folders}.", hint if few else f"Kijk daar welke er zijn, of maak '{id}.yml' nog aan."


def _place(guide: Guide, reference: UnresolvedReference) -> Place:
    file = guide.files[reference.origin]
    if not reference.snippet:
        return file.place_of(reference.loc)
    place = file.place_in(reference.loc, reference.snippet, reference.nth)
    return Place(place.file, place.line, place.column + len("]("))
