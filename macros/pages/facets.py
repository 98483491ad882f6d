"""The facets of an overview: which options there are to filter by, and which of them an entry has.

A type of entry declares its facets (`Entry.facets`); the order of options is that of the model, or that of the guide
for entries that are named, where a section counts for its recommendation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros.content.guide import Guide
from macros.content.problems import did_you_mean
from macros.model.advice import Recommendation, Section
from macros.model.entry import Entry, Facet
from macros.model.entry_types import BY_COLLECTION
from macros.model.labels import value_word
from macros.model.record import FieldShape, Record
from macros.model.slugs import slug_of


@dataclass(frozen=True)
class Option:
    """One option of a facet: its word in the URL, what a reader sees, and how many entries are found under it.

    also: the options whose entries are found under this one too. icon: its icon, or "".
    """

    slug: str
    label: str
    count: int
    also: tuple[str, ...] = ()
    icon: str = ""


@dataclass(frozen=True)
class Choice:
    """A facet with the options that have at least one entry."""

    facet: Facet
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Marks:
    """What the filter knows of one entry: the options that it names itself, and words to find it by.

    facets: `waarvoor=thuis-leren niveau=lager niveau=kleuter`.
    """

    facets: str
    words: str


@dataclass(frozen=True)
class Narrowing:
    """All that the filter of an overview needs: what to choose from, and the marks of each entry by id."""

    choices: tuple[Choice, ...]
    marks: dict[str, Marks]


def narrowing(guide: Guide, entry_type: type[Entry]) -> Narrowing:
    """What the overview of a type is filtered by. Raises ValueError when a facet names a field that is not there."""
    entries = guide.all(entry_type)
    choices: list[Choice] = []
    facets: dict[str, list[str]] = {entry.id: [] for entry in entries}
    for facet in entry_type.facets:
        labels = _labels(guide, entry_type, facet)
        named_by = _named_by(guide, entry_type, facet)
        own = {entry.id: named_by(entry) for entry in entries}
        also = {slug: _also(facet, slug) for slug in labels}
        under = _found_under(also)
        counts = Counter(slug for slugs in own.values() for slug in {slug for one in slugs for slug in under[one]})
        options = tuple(Option(slug, label, counts[slug], also[slug]) for slug, label in labels.items() if counts[slug])
        if options:
            choices.append(Choice(facet, options))
        for id, slugs in own.items():
            facets[id] += [f"{facet.name}={slug}" for slug in labels if slug in slugs]
    marks = {entry.id: Marks(" ".join(facets[entry.id]), " ".join(entry.search_words)) for entry in entries}
    return Narrowing(tuple(choices), marks)


def grouped(guide: Guide, entry_type: type[Entry]) -> list[tuple[Option | None, list[Entry]]]:
    """The entries of a type under their headings: each once, under its first option. None heads those without."""
    facet = next((facet for facet in entry_type.facets if facet.name == entry_type.grouped), None)
    if facet is None:
        return [(None, guide.all(entry_type))]
    labels = _labels(guide, entry_type, facet)
    icons = {slug_of(value): icon for value, icon in facet.icons.items()}
    groups: dict[str | None, list[Entry]] = {slug: [] for slug in (*labels, None)}
    named_by = _named_by(guide, entry_type, facet)
    for entry in guide.all(entry_type):
        groups[next(iter(named_by(entry)), None)].append(entry)
    return [
        (Option(slug, labels[slug], len(entries), icon=icons.get(slug, "")) if slug else None, entries)
        for slug, entries in groups.items()
        if entries
    ]


def _labels(guide: Guide, entry_type: type[Entry], facet: Facet) -> dict[str, str]:
    """Every option that could be, by its slug, in editorial order."""
    shape = _shape(entry_type, facet)
    if facet.has or facet.lacks:
        return {slug_of(words): words for words in (facet.has, facet.lacks) if words}
    if shape.refers:
        named = [entry for collection in shape.refers.collections for entry in guide.all(BY_COLLECTION[collection])]
        tops = {top.id: top for top in (top_of(guide, entry) for entry in named)}
        in_order = sorted(tops.values(), key=lambda top: (list(BY_COLLECTION).index(top.collection), top.place_in_row))
        return {top.id: top.title for top in in_order}
    words = shape.choices or sorted(
        {word for entry in guide.all(entry_type) for word in _values(entry, facet)}, key=str.lower
    )
    return {slug_of(word): value_word(word) for word in words}


def _found_under(also: dict[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """For each option, all options under which an entry that names it is found. also: what is found under each."""
    under: dict[str, set[str]] = defaultdict(set)
    for slug, others in also.items():
        for other in (slug, *others):
            under[other].add(slug)
    return under


def _also(facet: Facet, slug: str) -> tuple[str, ...]:
    """The options whose entries are found under this one too."""
    return tuple(slug_of(value) for value, covered in facet.covers.items() if slug in map(slug_of, covered))


def _named_by(guide: Guide, entry_type: type[Entry], facet: Facet) -> Callable[[Entry], list[str]]:
    """What answers which options an entry of this type names itself, in its own order."""
    if facet.has or facet.lacks:
        has, lacks = ([slug_of(words)] if words else [] for words in (facet.has, facet.lacks))
        return lambda entry: has if _values(entry, facet) else lacks
    refers = _shape(entry_type, facet).refers
    known: dict[str, list[str]] = {}  # A few hundred entries name a few dozen values.

    def slugs(value: str) -> list[str]:
        if value not in known and refers is None:
            known[value] = [slug_of(value)]
        elif value not in known and refers:
            named = [guide.find(collection, value) for collection in refers.collections]
            known[value] = [top_of(guide, other).id for other in named if other]
        return known[value]

    return lambda entry: list(dict.fromkeys(slug for value in _values(entry, facet) for slug in slugs(value)))


def top_of(guide: Guide, entry: Entry) -> Entry:
    """What a section counts for: the recommendation it is a part of. Any other entry counts for itself."""
    home = guide.home_of(entry) if isinstance(entry, Section) else None
    return top_of(guide, home) if isinstance(home, Section | Recommendation) else entry


def _shape(entry_type: type[Entry], facet: Facet) -> FieldShape:
    """What the field of a facet holds; of `evidence.kind`, the field in the record that `evidence` holds."""
    record: type[Record] = entry_type
    shape = None
    for name in facet.of.split("."):
        if name not in record.shapes:
            known = did_you_mean(name, record.shapes)
            raise ValueError(f"{entry_type.__name__} has no field '{facet.of}' to narrow by. {known}")
        shape = record.shapes[name]
        record = shape.records[0] if shape.records else record
    assert shape
    return shape


def _values(entry: Entry, facet: Facet) -> tuple[str, ...]:
    value: Any = entry
    for name in facet.of.split("."):
        value = getattr(value, name, None)
    return value if isinstance(value, tuple) else (value,) if value else ()
