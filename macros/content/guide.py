"""The guide in memory: every entry, and who refers to whom.

Whoever holds a Guide from `open_guide` holds a sound one: validated, every reference resolved, every
backlink known. Entries hold ids; only the guide looks things up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

from macros.content.problems import UnknownEntry, did_you_mean
from macros.content.published import Published
from macros.content.yaml_file import Loc, YamlFile
from macros.model.entry import Entry
from macros.model.entry_types import BY_COLLECTION, BY_NOUN, ENTRY_TYPES
from macros.model.settings import SearchWords, Site

E = TypeVar("E", bound=Entry)
T = TypeVar("T")
Ident = tuple[str, str]
"""A collection and an id: what identifies an entry."""

_RANK = {collection: index for index, collection in enumerate(BY_COLLECTION)}


def ident(entry: Entry) -> Ident:
    """What identifies an entry among all others."""
    return entry.collection, entry.id


@dataclass(frozen=True)
class Reference:
    """One entry naming another: in which field, where in its file, and whether in a running text."""

    origin: Ident
    target: Ident
    field: str
    loc: Loc
    in_text: bool


@dataclass(frozen=True, eq=False)
class Guide:
    """All entries by collection and id, the references between them, the files they stand in, and what was ever published.

    search: the words that search takes for one another; search_file: where they stand, if there are any.
    """

    site: Site
    entries: Mapping[str, Mapping[str, Entry]]
    references: tuple[Reference, ...]
    files: Mapping[Ident, YamlFile] = field(repr=False)
    search: SearchWords = SearchWords()
    search_file: YamlFile | None = field(default=None, repr=False)
    published: tuple[Published, ...] = field(default=(), repr=False)
    _answers: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)

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
        return cast("list[E]", self._in_order[entry_type.collection])

    def find(self, collection: str, id: str) -> Entry | None:
        """The entry with this id or alias, if there is one."""
        entries = self.entries[collection]
        return entries.get(id) or entries.get(self._aliases.get((collection, id), id))

    def get(self, entry_type: type[E], id: str) -> E:
        """The entry with this id or alias. Raises UnknownEntry, which names the nearest one."""
        entry = self.find(entry_type.collection, id)
        if entry is None:
            known = did_you_mean(id, self.entries[entry_type.collection])
            raise UnknownEntry(f"{entry_type.article.capitalize()} {entry_type.noun} '{id}' bestaat niet. {known}")
        return cast("E", entry)

    def by_name(self, name: str) -> Entry:
        """The entry that a text calls `tip:familiemuur`. Raises UnknownEntry."""
        noun, _, id = name.partition(":")
        if noun not in BY_NOUN:
            raise UnknownEntry(f"'{noun}:' kennen we niet. {did_you_mean(noun, BY_NOUN)}")
        return self.get(BY_NOUN[noun], id)

    def entry(self, key: Ident) -> Entry:
        """The entry that is identified so; it is known to exist."""
        return self.entries[key[0]][key[1]]

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
        living = (one.origin for one in references if one.field == "home" and one.origin[0] == entry_type.collection)
        return cast("list[E]", self._sorted(living))

    def references_from(self, entry: Entry, *entry_types: type[E]) -> list[E]:
        """The entries that this entry's fields refer to, one type after the other, each in its own order."""
        found = dict.fromkeys(
            one.target for one in self._references_from[ident(entry)] if not one.in_text and one.field != "home"
        )
        return cast("list[E]", [self.entry(key) for one in entry_types for key in found if key[0] == one.collection])

    def backlinks(self, entry: Entry, *entry_types: type[E]) -> list[E]:
        """The entries whose fields refer to this entry. Of these types, or of any."""
        wanted = {one.collection for one in entry_types or ENTRY_TYPES}
        references = self._references_to[ident(entry)]
        found = (
            one.origin for one in references if one.origin[0] in wanted and not one.in_text and one.field != "home"
        )
        return cast("list[E]", self._sorted(found))

    def related(self, entry: Entry, entry_type: type[E]) -> list[E]:
        """What this entry refers to and what refers to it, of one type, without doubles."""
        both = [*self.references_from(entry, entry_type), *self.backlinks(entry, entry_type)]
        return list({ident(other): other for other in both}.values())

    def text_backlinks(self, entry: Entry) -> list[Entry]:
        """The entries whose running text names this one."""
        references = self._references_to[ident(entry)]
        return self._sorted(one.origin for one in references if one.in_text and one.origin != ident(entry))

    def _sorted(self, keys: Iterable[Ident]) -> list[Entry]:
        found = [self.entry(key) for key in dict.fromkeys(keys)]
        return (
            sorted(found, key=lambda entry: (_RANK[entry.collection], entry.place_in_row)) if len(found) > 1 else found
        )

    def answer_once(self, question: Callable[[Guide], T]) -> T:
        """What a function of a guide alone answers for this one: worked out once, and gone when the guide goes."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return cast("T", self._answers[question])


def once_a_guide(question: Callable[[Guide], T]) -> Callable[[Guide], T]:
    """For a function of a guide alone that is asked often: see Guide.answer_once."""

    @wraps(question)
    def asked(guide: Guide) -> T:
        return guide.answer_once(question)

    return asked
