"""The guide in memory: every entry, the references between them, and their backlinks.

Whoever holds a Guide from `open_guide` holds a sound one: validated, every reference resolved, every
backlink known. Entries hold ids; only the guide looks things up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar, overload

from macros.content.dismissed import Dismissed
from macros.content.history import Change
from macros.content.measured import Measured
from macros.content.problems import UnknownEntry, did_you_mean
from macros.content.published import Published
from macros.content.since_release import NO_HISTORY, SinceRelease
from macros.content.yaml_file import Loc, YamlFile
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION, BY_NOUN
from macros.model.settings import SearchWords, Site

E = TypeVar("E", bound=Entry)
T = TypeVar("T")
Ident = tuple[str, str]
"""A collection and an id: what identifies an entry."""

_RANK: Mapping[str, int] = {collection: index for index, collection in enumerate(BY_COLLECTION)}


def ident(entry: Entry) -> Ident:
    """What identifies an entry among all others."""
    return entry.collection, entry.id


class Reference(NamedTuple):
    """One entry that names another: in which field, where in its file, and whether in a running text.

    passing: whether that field names it in passing, as a text does.
    """

    origin: Ident
    target: Ident
    field: str
    loc: Loc
    in_text: bool
    passing: bool = False

    @property
    def is_relation(self) -> bool:
        """Whether a field relates the two entries: not in passing, nor where the entry lives."""
        return not self.in_text and not self.passing and self.field != "home"


@dataclass(frozen=True, eq=False)
class Guide:
    """All entries by collection and id, the references between them, and the files they stand in.

    site_file, search_file: where the settings of the site and the words of search stand, if they do.
    published: the ledger of permalinks. dismissed: the proposed links that editors refused.
    measured: what was measured of the guide, by name.
    changes: the last change of each file, as far as it is known. since_release: answers what the last release had.
    """

    site: Site
    entries: Mapping[str, Mapping[str, Entry]]
    references: tuple[Reference, ...]
    files: Mapping[Ident, YamlFile] = field(repr=False)
    search: SearchWords = field(default_factory=SearchWords)
    search_file: YamlFile | None = field(default=None, repr=False)
    site_file: YamlFile | None = field(default=None, repr=False)
    published: tuple[Published, ...] = field(default=(), repr=False)
    dismissed: tuple[Dismissed, ...] = field(default=(), repr=False)
    measured: Mapping[str, Measured] = field(default_factory=dict, repr=False)
    changes: Mapping[str, Change] = field(default_factory=dict, repr=False)
    since_release: Callable[[], SinceRelease | str] = field(default=lambda: NO_HISTORY, repr=False)
    _results: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)

    def __iter__(self) -> Iterator[Entry]:
        return (entry for entries in self.entries.values() for entry in entries.values())

    @cached_property
    def _aliases(self) -> dict[Ident, str]:
        return {(entry.collection, alias): entry.id for entry in self for alias in entry.aliases}

    @cached_property
    def _references_to(self) -> dict[Ident, list[Reference]]:
        found: dict[Ident, list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.target].append(reference)
        return found

    @cached_property
    def _references_from(self) -> dict[Ident, list[Reference]]:
        found: dict[Ident, list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.origin].append(reference)
        return found

    @cached_property
    def _in_order(self) -> dict[str, list[Entry]]:
        return {
            name: sorted(entries.values(), key=lambda entry: entry.place_in_row)
            for name, entries in self.entries.items()
        }

    def all(self, entry_type: type[E]) -> list[E]:
        """Every entry of one type, in editorial order."""
        return _only(entry_type, self._in_order[entry_type.collection])

    def find(self, collection: str, id: str) -> Entry | None:
        """The entry with this id or alias, if there is one."""
        entries = self.entries[collection]
        return entries.get(id) or entries.get(self._aliases.get((collection, id), id))

    def get(self, entry_type: type[E], id: str) -> E:
        """The entry with this id or alias. Raises UnknownEntry, which names the nearest one."""
        entry = self.find(entry_type.collection, id)
        if not isinstance(entry, entry_type):
            known = did_you_mean(id, self.entries[entry_type.collection])
            raise UnknownEntry(f"{entry_type.article.capitalize()} {entry_type.noun} '{id}' bestaat niet. {known}")
        return entry

    def by_name(self, name: str) -> Entry:
        """The entry that a text calls `tip:familiemuur`. Raises UnknownEntry."""
        noun, _, id = name.partition(":")
        if noun not in BY_NOUN:
            raise UnknownEntry(f"'{noun}:' kennen we niet. {did_you_mean(noun, BY_NOUN)}")
        return self.get(BY_NOUN[noun], id)

    def collection(self, name: str) -> type[Entry]:
        """The type of entry that lives in a folder of content/. Raises UnknownEntry, which names the nearest one."""
        if name not in BY_COLLECTION:
            raise UnknownEntry(f"De map '{name}' kennen we niet. {did_you_mean(name, BY_COLLECTION)}")
        return BY_COLLECTION[name]

    def entry(self, key: Ident) -> Entry:
        """The entry with this collection and id; it is known to exist."""
        collection, id = key
        return self.entries[collection][id]

    @cached_property
    def _homes(self) -> dict[Ident, Ident]:
        return {reference.origin: reference.target for reference in self.references if reference.field == "home"}

    def home_of(self, entry: Entry) -> Entry | None:
        """Where an entry lives, when it says so itself."""
        home = self._homes.get(ident(entry))
        return self.entry(home) if home else None

    def at_home(self, home: Entry, entry_type: type[E]) -> list[E]:
        """The entries of one type that live with this one, in editorial order."""
        references = self._references_to[ident(home)]
        living_there = self._entries(reference.origin for reference in references if reference.field == "home")
        return _sorted(_only(entry_type, living_there))

    def references_of(self, entry: Entry) -> Sequence[Reference]:
        """Every place where this entry names another one, in a field or in a text."""
        return self._references_from[ident(entry)]

    def references_from(self, entry: Entry, *entry_types: type[E]) -> list[E]:
        """The entries that this entry's fields refer to, one type after the other, each in its own order."""
        references, kinds = self._references_from[ident(entry)], {kind.collection for kind in entry_types}
        found = self._entries(one.target for one in references if one.target[0] in kinds and one.is_relation)
        return [other for entry_type in entry_types for other in _only(entry_type, found)]

    def named_in(self, entry: Entry, *loc: str | int) -> list[Entry]:
        """The entries that one place in this entry refers to, whatever their type, in its own order."""
        references = self._references_from[ident(entry)]
        return self._entries(one.target for one in references if one.is_relation and one.loc[: len(loc)] == loc)

    @overload
    def backlinks(self, entry: Entry) -> list[Entry]: ...

    @overload
    def backlinks(self, entry: Entry, *entry_types: type[E]) -> list[E]: ...

    def backlinks(self, entry: Entry, *entry_types: type[Entry]) -> Sequence[Entry]:
        """The entries whose fields refer to this entry. Of these types, or of any."""
        references, kinds = self._references_to[ident(entry)], {kind.collection for kind in entry_types}
        found = (one.origin for one in references if (not kinds or one.origin[0] in kinds) and one.is_relation)
        return _sorted([other for other in self._entries(found) if isinstance(other, entry_types or Entry)])

    def related(self, entry: Entry, entry_type: type[E]) -> list[E]:
        """What this entry refers to and what refers to it, of one type, without doubles."""
        both = [*self.references_from(entry, entry_type), *self.backlinks(entry, entry_type)]
        return list({ident(other): other for other in both}.values())

    def text_backlinks(self, entry: Entry) -> list[Entry]:
        """The entries whose running text names this one, or a field that does so in passing."""
        references = self._references_to[ident(entry)]
        found = self._entries(reference.origin for reference in references if reference.in_text or reference.passing)
        return _sorted([other for other in found if ident(other) != ident(entry)])

    def _entries(self, keys: Iterable[Ident]) -> list[Entry]:
        """The entries with these collections and ids, without doubles."""
        return [self.entry(key) for key in dict.fromkeys(keys)]

    def compute_once(self, function: Callable[[Guide], T]) -> T:
        """The result of a function of this guide alone: computed once, and gone when the guide goes."""
        if function not in self._results:
            self._results[function] = function(self)
        result: T = self._results[function]
        return result


def once_a_guide(function: Callable[[Guide], T]) -> Callable[[Guide], T]:
    """A decorator for a function of a guide alone that is called often: see Guide.compute_once."""

    @wraps(function)
    def remembered(guide: Guide) -> T:
        return guide.compute_once(function)

    return remembered


def _only(entry_type: type[E], entries: Iterable[Entry]) -> list[E]:
    return [entry for entry in entries if isinstance(entry, entry_type)]


def _sorted(entries: list[E]) -> list[E]:
    """These entries in the order of the menu, those of one type in editorial order."""
    return sorted(entries, key=lambda entry: (_RANK[entry.collection], entry.place_in_row))
