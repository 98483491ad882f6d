"""The guide in memory: every entry, and who names whom.

Whoever holds a Guide from `open_guide` holds a sound one: validated, every name
resolved, every way back known. Entries hold ids; only the guide looks things up.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from macros.kinds import Entry, SearchWords, Site
from macros.ledger import Published
from macros.model import BY_COLLECTION, BY_NOUN, ENTRY_TYPES
from macros.problems import UnknownEntry, did_you_mean
from macros.source import Loc, Source

E = TypeVar("E", bound=Entry)
Ident = tuple[str, str]
"""A collection and an id: what identifies an entry."""


_RANK = {name: index for index, name in enumerate(BY_COLLECTION)}


def ident(entry: Entry) -> Ident:
    """What identifies an entry among all others."""
    return entry.collection, entry.id


@dataclass(frozen=True)
class Reference:
    """One entry naming another: in which field, where in its file, and whether in a running text."""

    naming: Ident
    named: Ident
    field: str
    loc: Loc
    in_text: bool


@dataclass(frozen=True, eq=False)
class Guide:
    """All entries by collection and id, the references between them, the files they stand in, and what was ever published.

    search: the words that search takes for one another; search_file: where they stand, if there are any.
    """

    site: Site
    entries: dict[str, dict[str, Entry]]
    references: tuple[Reference, ...]
    files: dict[Ident, Source] = field(repr=False)
    search: SearchWords = SearchWords()
    search_file: Source | None = field(default=None, repr=False)
    published: tuple[Published, ...] = field(default=(), repr=False)

    def __iter__(self):
        return (entry for shelf in self.entries.values() for entry in shelf.values())

    @cached_property
    def _aliases(self) -> dict[Ident, str]:
        return {(entry.collection, alias): entry.id for entry in self for alias in entry.aliases}

    @cached_property
    def _naming(self) -> dict[Ident, list[Reference]]:
        found: dict[Ident, list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.named].append(reference)
        return found

    @cached_property
    def _named(self) -> dict[Ident, list[Reference]]:
        found: dict[Ident, list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.naming].append(reference)
        return found

    @cached_property
    def _in_row(self) -> dict[type[Entry], list[Entry]]:
        return {kind: sorted(self.entries[name].values(), key=lambda entry: entry.place_in_row) for name, kind in BY_COLLECTION.items()}

    def all(self, kind: type[E]) -> list[E]:
        """Every entry of one kind, in editorial order."""
        return self._in_row[kind]  # type: ignore[return-value]

    def find(self, collection: str, id: str) -> Entry | None:
        """The entry with this id or alias, if there is one."""
        shelf = self.entries[collection]
        return shelf.get(id) or shelf.get(self._aliases.get((collection, id), id))

    def get(self, kind: type[E], id: str) -> E:
        """The entry with this id or alias. Raises UnknownEntry, which names the nearest one."""
        entry = self.find(kind.collection, id)
        if entry is None:
            raise UnknownEntry(f"{kind.article.capitalize()} {kind.noun} '{id}' bestaat niet. {did_you_mean(id, self.entries[kind.collection])}")
        return entry  # type: ignore[return-value]

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
        return {reference.naming: reference.named for reference in self.references if reference.field == "home"}

    def home_of(self, entry: Entry) -> Entry | None:
        """Where an entry lives, when it says so itself."""
        home = self._homes.get(ident(entry))
        return self.entry(home) if home else None

    def at_home(self, home: Entry, kind: type[E]) -> list[E]:
        """The entries of one kind that live with this one, in editorial order."""
        return self._sorted(reference.naming for reference in self._naming[ident(home)] if reference.field == "home" and reference.naming[0] == kind.collection)  # type: ignore[return-value]

    def named_by(self, entry: Entry, *kinds: type[E]) -> list[E]:
        """The entries that this entry's fields name, one kind after the other, each in its own order."""
        named = dict.fromkeys(r.named for r in self._named[ident(entry)] if not r.in_text and r.field != "home")
        return [self.entry(key) for kind in kinds for key in named if key[0] == kind.collection]  # type: ignore[misc]

    def naming(self, entry: Entry, *kinds: type[E]) -> list[E]:
        """The entries whose fields name this entry: the way back. Of these kinds, or of any."""
        wanted = {kind.collection for kind in kinds or ENTRY_TYPES}
        return self._sorted(r.naming for r in self._naming[ident(entry)] if r.naming[0] in wanted and not r.in_text and r.field != "home")  # type: ignore[return-value]

    def related(self, entry: Entry, kind: type[E]) -> list[E]:
        """What this entry names and what names it, of one kind, without doubles."""
        both = [*self.named_by(entry, kind), *self.naming(entry, kind)]
        return list({ident(other): other for other in both}.values())

    def mentioning(self, entry: Entry) -> list[Entry]:
        """The entries whose running text names this one."""
        return self._sorted(r.naming for r in self._naming[ident(entry)] if r.in_text and r.naming != ident(entry))

    def _sorted(self, keys) -> list[Entry]:
        found = [self.entry(key) for key in dict.fromkeys(keys)]
        return sorted(found, key=lambda entry: (_RANK[entry.collection], entry.place_in_row)) if len(found) > 1 else found
